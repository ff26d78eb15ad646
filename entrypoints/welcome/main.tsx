import { render } from 'preact';
import { WelcomeApp } from '@/components/welcome/welcome-app';
import { browserLanguages } from '@/lib/browser/environment';
import {
  closeOwnTab,
  isPasskeyBrowser,
  onSessionChange,
  openOptions,
  openOwnPage,
  ownTabId,
  sendToBackground,
} from '@/lib/browser/runtime';
import { isOnToolbar } from '@/lib/browser/toolbar';
import { loadLater } from '@/lib/i18n/catalogue';
import { ask } from '@/lib/messages/client';
import { firstLook } from '@/lib/messages/first-look';
import { askFirst } from '@/lib/messages/first-question';
import './style.css';

const question = askFirst({ activeTabId: ownTabId, send: sendToBackground });

void firstLook({ languages: browserLanguages(), question }).then(async (first) => {
  const later = await loadLater(first.language);
  const port = {
    ask,
    onChange: onSessionChange,
    tabId: ownTabId,
    openOptions: () => void openOptions(),
    openPage: (page: string) => void openOwnPage(page),
    close: () => void closeOwnTab(),
    isOnToolbar,
    random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    browser: isPasskeyBrowser() ? ('chromium' as const) : ('firefox' as const),
  };
  const step = location.hash === '#try' ? 2 : 0;
  render(<WelcomeApp first={first} later={later} port={port} step={step} />, document.body);
});
