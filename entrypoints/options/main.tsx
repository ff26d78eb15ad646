import { render } from 'preact';
import { copyText, downloadText } from '@/components/app/page-port';
import { OptionsApp } from '@/components/options/options-app';
import { browserLanguages } from '@/lib/browser/environment';
import { onSessionChange, openOptions, ownVersion, sendToBackground } from '@/lib/browser/runtime';
import { loadLater } from '@/lib/i18n/catalogue';
import { ask } from '@/lib/messages/client';
import { firstLook } from '@/lib/messages/first-look';
import { askFirst } from '@/lib/messages/first-question';
import './style.css';

const noTab = () => Promise.resolve(null);
const question = askFirst({ activeTabId: noTab, send: sendToBackground });

void firstLook({ languages: browserLanguages(), question }).then(async (first) => {
  const later = await loadLater(first.language);
  render(
    <OptionsApp
      first={first}
      later={later}
      version={ownVersion()}
      port={{
        surface: 'panel',
        ask,
        tabId: noTab,
        onChange: onSessionChange,
        onTabChange: () => undefined,
        openOptions: () => void openOptions(),
        close: () => undefined,
        copy: copyText,
        download: downloadText,
      }}
    />,
    document.body,
  );
});
