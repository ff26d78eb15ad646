import { render } from 'preact';
import { downloadText } from '@/components/app/page-port';
import { KitApp } from '@/components/kit/kit-app';
import { browserLanguages } from '@/lib/browser/environment';
import { askPasskey } from '@/lib/browser/passkeys';
import { isPasskeyBrowser, onSessionChange, openOwnPage, sendToBackground } from '@/lib/browser/runtime';
import { loadLater } from '@/lib/i18n/catalogue';
import { ask } from '@/lib/messages/client';
import { firstLook } from '@/lib/messages/first-look';
import { askFirst } from '@/lib/messages/first-question';
import './style.css';

const question = askFirst({ activeTabId: () => Promise.resolve(null), send: sendToBackground });

void firstLook({ languages: browserLanguages(), question }).then(async (first) => {
  const [fr, en] = await Promise.all([loadLater('fr'), loadLater('en')]);
  const port = {
    ask,
    onChange: onSessionChange,
    download: (fileName: string, text: string) => downloadText(fileName, text, 'text/plain'),
    openPage: (page: string) => void openOwnPage(page),
    print: () => window.print(),
    askPasskey: isPasskeyBrowser() ? askPasskey : null,
  };
  render(<KitApp first={first} later={{ fr, en }} port={port} />, document.body);
});
