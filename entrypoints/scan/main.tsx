import { render } from 'preact';
import { copyText, downloadText } from '@/components/app/page-port';
import { ScanApp } from '@/components/scan/scan-app';
import { browserLanguages } from '@/lib/browser/environment';
import { captureScreen, openCamera } from '@/lib/browser/media';
import { readPictureFile, readVideoFrame } from '@/lib/browser/scan-pictures';
import {
  isPasskeyBrowser,
  onSessionChange,
  openOptions,
  openOwnPage,
  openPasskeyTab,
  ownTabId,
  sendToBackground,
  showTab,
} from '@/lib/browser/runtime';
import { loadLater } from '@/lib/i18n/catalogue';
import { requestSite } from '@/lib/browser/site-request';
import { ask } from '@/lib/messages/client';
import { firstLook } from '@/lib/messages/first-look';
import { askFirst } from '@/lib/messages/first-question';
import './style.css';

const given = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
const hasPage = Number.isSafeInteger(given);
const tab = hasPage ? Promise.resolve(given) : ownTabId();
const question = askFirst({ activeTabId: () => tab, send: sendToBackground });

void Promise.all([tab, firstLook({ languages: browserLanguages(), question })]).then(async ([id, first]) => {
  const tabId = id ?? 0;
  // Firefox tells the background no more of a page of ours than its address.
  if (!hasPage) history.replaceState(null, '', `?own=${tabId}${location.hash}`);
  const later = await loadLater(first.language);
  render(
    <ScanApp
      first={first}
      later={later}
      about={{ tabId, hasPage, byHand: location.hash === '#by-hand' }}
      port={{
        surface: 'panel',
        ask,
        tabId: () => Promise.resolve(tabId),
        onChange: onSessionChange,
        onTabChange: () => undefined,
        openOptions: () => void openOptions(),
        openPage: (page) => void openOwnPage(page),
        openPasskeyPage: isPasskeyBrowser() ? () => void openPasskeyTab() : null,
        close: () => undefined,
        allowSite: requestSite,
        copy: copyText,
        download: downloadText,
        readPicture: readPictureFile,
        readVideo: readVideoFrame,
        openCamera,
        captureScreen,
        showTab: (wanted) => void showTab(wanted),
      }}
    />,
    document.body,
  );
});
