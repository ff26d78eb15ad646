import { render } from 'preact';
import { downloadText } from '@/components/app/page-port';
import { ExportApp } from '@/components/export/export-app';
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
    download: downloadText,
    openPage: (page: string) => void openOwnPage(page),
    print: () => window.print(),
    askPasskey: isPasskeyBrowser() ? askPasskey : null,
  };
  render(<ExportApp first={first} later={{ fr, en }} port={port} />, document.body);
});
