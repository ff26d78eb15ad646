import { render } from 'preact';
import { PasskeyPage } from '@/components/unlock/passkey-page';
import { browserLanguages } from '@/lib/browser/environment';
import { askPasskey } from '@/lib/browser/passkeys';
import { closeOwnTab, sendToBackground } from '@/lib/browser/runtime';
import { loadLater } from '@/lib/i18n/catalogue';
import { ask } from '@/lib/messages/client';
import { firstLook } from '@/lib/messages/first-look';
import { askFirst } from '@/lib/messages/first-question';
import './style.css';

const question = askFirst({ activeTabId: () => Promise.resolve(null), send: sendToBackground });

void firstLook({ languages: browserLanguages(), question }).then(async (first) => {
  const later = await loadLater(first.language);
  render(
    <PasskeyPage
      first={first}
      later={later}
      askPasskey={askPasskey}
      port={{ ask, close: () => void closeOwnTab() }}
    />,
    document.body,
  );
});
