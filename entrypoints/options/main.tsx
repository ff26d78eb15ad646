import { render } from 'preact';
import { copyText, downloadText } from '@/components/app/page-port';
import { OptionsApp } from '@/components/options/options-app';
import { browserLanguages } from '@/lib/browser/environment';
import { onSessionChange, openOptions, ownVersion } from '@/lib/browser/runtime';
import { loadLater } from '@/lib/i18n/catalogue';
import { ask } from '@/lib/messages/client';
import { firstLook } from '@/lib/messages/first-look';
import './style.css';

const noTab = () => Promise.resolve(null);

void firstLook({ languages: browserLanguages(), activeTabId: noTab }).then(async (first) => {
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
