import { render } from 'preact';
import { copyText } from '@/components/app/page-port';
import { TokenApp, type TokenPort } from '@/components/token/token-app';
import { browserLanguages } from '@/lib/browser/environment';
import { onSessionChange, openOwnPage, sendToBackground } from '@/lib/browser/runtime';
import { loadLater } from '@/lib/i18n/catalogue';
import { ask } from '@/lib/messages/client';
import { firstLook } from '@/lib/messages/first-look';
import { askFirst } from '@/lib/messages/first-question';
import './style.css';

const question = askFirst({ activeTabId: () => Promise.resolve(null), send: sendToBackground });

void firstLook({ languages: browserLanguages(), question }).then(async (first) => {
  const later = await loadLater(first.language);
  const port: TokenPort = {
    ask,
    onChange: onSessionChange,
    copy: copyText,
    openPage: (page) => void openOwnPage(page),
  };
  render(<TokenApp first={first} later={later} port={port} />, document.body);
});
