import { first } from './ask';
import { start } from '@/components/app/start';
import { copyText, downloadText } from '@/components/app/page-port';
import { activeTabId, onActiveTabChange } from '@/lib/browser/active-tab';
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
      surface: 'panel',
      ask,
      tabId: activeTabId,
      onChange: onSessionChange,
      onTabChange: onActiveTabChange,
      openOptions: () => void openOptions(),
      openPage: (page) => void openOwnPage(page),
      openPasskeyPage: isPasskeyBrowser() ? () => void openPasskeyTab() : null,
      close: () => undefined,
      allowSite: requestSite,
      copy: copyText,
      shortcuts: async () => (await shortcuts()).ownShortcuts(),
      openShortcuts: () => void shortcuts().then(({ openShortcutSettings }) => openShortcutSettings()),
      download: downloadText,
    },
    look,
  ),
);
