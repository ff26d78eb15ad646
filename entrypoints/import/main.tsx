import { render } from 'preact';
import { ImportApp } from '@/components/import/import-app';
import { browserLanguages } from '@/lib/browser/environment';
import { readInWorker } from '@/lib/browser/file-reader';
import {
  isPasskeyBrowser,
  onSessionChange,
  openOwnPage,
  openPasskeyTab,
  sendToBackground,
} from '@/lib/browser/runtime';
import { loadLater } from '@/lib/i18n/catalogue';
import { ask } from '@/lib/messages/client';
import { firstLook } from '@/lib/messages/first-look';
import { askFirst } from '@/lib/messages/first-question';
import './style.css';

const question = askFirst({ activeTabId: () => Promise.resolve(null), send: sendToBackground });
const spawn = () => new Worker(new URL('reading-worker.ts', import.meta.url), { type: 'module' });

void firstLook({ languages: browserLanguages(), question }).then(async (first) => {
  const later = await loadLater(first.language);
  render(
    <ImportApp
      first={first}
      later={later}
      port={{
        ask,
        onChange: onSessionChange,
        openPage: (page) => void openOwnPage(page),
        openPasskeyPage: isPasskeyBrowser() ? () => void openPasskeyTab() : null,
        read: (order) => readInWorker(spawn, order),
      }}
    />,
    document.body,
  );
});
