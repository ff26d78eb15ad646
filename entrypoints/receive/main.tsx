import { render } from 'preact';
import { ReceiveApp } from '@/components/export/receive-app';
import { browserLanguages } from '@/lib/browser/environment';
import { captureScreen, openCamera } from '@/lib/browser/media';
import { onSessionChange, openOwnPage, sendToBackground } from '@/lib/browser/runtime';
import { readPictureFile, readVideoFrame } from '@/lib/browser/scan-pictures';
import { loadLater } from '@/lib/i18n/catalogue';
import { ask } from '@/lib/messages/client';
import { firstLook } from '@/lib/messages/first-look';
import { askFirst } from '@/lib/messages/first-question';
import './style.css';

const question = askFirst({ activeTabId: () => Promise.resolve(null), send: sendToBackground });

void firstLook({ languages: browserLanguages(), question }).then(async (first) => {
  const later = await loadLater(first.language);
  const port = {
    ask,
    onChange: onSessionChange,
    openPage: (page: string) => void openOwnPage(page),
    readPicture: readPictureFile,
    readVideo: readVideoFrame,
    openCamera,
    captureScreen,
  };
  render(<ReceiveApp first={first} later={later} port={port} />, document.body);
});
