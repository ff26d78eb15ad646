import { first } from './ask';
import { start } from '@/components/app/start';
import { copyText, downloadText } from '@/components/app/page-port';
import { activeTabId } from '@/lib/browser/active-tab';
import {
  isPasskeyBrowser,
  onSessionChange,
  openOptions,
  openOwnPage,
  openPasskeyTab,
} from '@/lib/browser/runtime';
import { requestSite } from '@/lib/browser/site-request';
import { ask } from '@/lib/messages/client';
import './style.css';

const shortcuts = () => import('@/lib/browser/shortcuts');

void first.then((look) =>
  start(
    {
      surface: 'popup',
      ask,
      tabId: activeTabId,
      onChange: onSessionChange,
      onTabChange: () => undefined,
      openOptions: () => void openOptions().then(() => window.close()),
      openPage: (page) => void openOwnPage(page).then(() => window.close()),
      openPasskeyPage: isPasskeyBrowser() ? () => void openPasskeyTab().then(() => window.close()) : null,
      close: () => window.close(),
      allowSite: requestSite,
      copy: copyText,
      shortcuts: async () => (await shortcuts()).ownShortcuts(),
      openShortcuts: () =>
        void shortcuts()
          .then(({ openShortcutSettings }) => openShortcutSettings())
          .then(() => window.close()),
      download: downloadText,
    },
    look,
  ),
);

/** Time for the browser to give the popup its size. */
const settledMs = 300;
setTimeout(() => {
  if (innerWidth >= document.body.offsetWidth) return;
  document.body.classList.add('narrow');
  void import('@/components/accounts/narrow.css');
}, settledMs);
