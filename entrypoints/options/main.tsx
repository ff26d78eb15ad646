import { render } from 'preact';
import { copyText, downloadText } from '@/components/app/page-port';
import { OptionsApp } from '@/components/options/options-app';
import { askPasskey, createPasskey } from '@/lib/browser/passkeys';
import { hasPermission, requestPermission } from '@/lib/browser/permissions';
import { browserLanguages, browserName } from '@/lib/browser/environment';
import { askToSaveFiles } from '@/lib/browser/downloads';
import {
  isPasskeyBrowser,
  onSessionChange,
  openOptions,
  openOwnPage,
  openPasskeyTab,
  ownVersion,
  sendToBackground,
} from '@/lib/browser/runtime';
import { openShortcutSettings, ownShortcuts } from '@/lib/browser/shortcuts';
import { loadLater } from '@/lib/i18n/catalogue';
import { requestSite } from '@/lib/browser/site-request';
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
      browser={browserName(navigator)}
      askToSaveFiles={askToSaveFiles}
      security={{
        browser: isPasskeyBrowser() ? 'chromium' : 'firefox',
        createPasskey: isPasskeyBrowser() ? createPasskey : null,
        askPasskey: isPasskeyBrowser() ? askPasskey : null,
        hasPermission,
        requestPermission,
        print: () => window.print(),
      }}
      port={{
        surface: 'panel',
        ask,
        tabId: noTab,
        onChange: onSessionChange,
        onTabChange: () => undefined,
        openOptions: () => void openOptions(),
        openPage: (page) => void openOwnPage(page),
        openPasskeyPage: isPasskeyBrowser() ? () => void openPasskeyTab() : null,
        close: () => undefined,
        allowSite: requestSite,
        copy: copyText,
        shortcuts: ownShortcuts,
        openShortcuts: () => void openShortcutSettings(),
        download: downloadText,
      }}
    />,
    document.body,
  );
});
