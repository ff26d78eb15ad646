import { render } from 'preact';
import { AccountApp } from '@/components/account/account-app';
import { copyText, downloadText } from '@/components/app/page-port';
import { browserLanguages } from '@/lib/browser/environment';
import { askPasskey } from '@/lib/browser/passkeys';
import {
  isPasskeyBrowser,
  onSessionChange,
  openOptions,
  openOwnPage,
  openPasskeyTab,
  sendToBackground,
} from '@/lib/browser/runtime';
import { requestSite } from '@/lib/browser/site-request';
import { loadLater } from '@/lib/i18n/catalogue';
import { ask } from '@/lib/messages/client';
import { firstLook } from '@/lib/messages/first-look';
import { askFirst } from '@/lib/messages/first-question';
import './style.css';

const noTab = () => Promise.resolve(null);
const question = askFirst({ activeTabId: noTab, send: sendToBackground });

void firstLook({ languages: browserLanguages(), question }).then(async (first) => {
  const later = await loadLater(first.language);
  const draw = (): void =>
    render(
      <AccountApp
        first={first}
        later={later}
        accountId={location.hash.slice(1)}
        askPasskey={isPasskeyBrowser() ? askPasskey : null}
        onAccount={(id) => {
          location.hash = id;
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
          download: downloadText,
        }}
      />,
      document.body,
    );
  addEventListener('hashchange', draw);
  draw();
});
