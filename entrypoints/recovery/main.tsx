import { render } from 'preact';
import { downloadText } from '@/components/app/page-port';
import { RecoveryApp } from '@/components/recovery/recovery-app';
import { browserLanguages } from '@/lib/browser/environment';
import { sendToBackground } from '@/lib/browser/runtime';
import { loadLater } from '@/lib/i18n/catalogue';
import { ask } from '@/lib/messages/client';
import { firstLook } from '@/lib/messages/first-look';
import { askFirst } from '@/lib/messages/first-question';
import './style.css';

const question = askFirst({ activeTabId: () => Promise.resolve(null), send: sendToBackground });

void firstLook({ languages: browserLanguages(), question }).then(async (first) => {
  const later = await loadLater(first.language);
  render(<RecoveryApp first={first} later={later} port={{ ask, download: downloadText }} />, document.body);
});
