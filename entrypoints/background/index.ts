/**
 * The background: the only holder of keys and secrets, the only writer of the vault. Wiring only: every listener is
 * registered here, synchronously, or a stopped worker would miss the event that woke it.
 */
import { defineBackground } from '#imports';
import { browser } from 'wxt/browser';
import { backupAlarm } from '@/lib/browser/backup-alarm';
import { clipboardAlarm } from '@/lib/browser/clipboard';
import { lockAlarm } from '@/lib/browser/lock-alarm';
import { menuIds } from '@/lib/browser/menus';
import { forgetPicture } from '@/lib/browser/scan-page';
import { onPolicyChange } from '@/lib/browser/policy-store';
import { announceChange, forgetTab } from '@/lib/browser/session-records';
import { restoreSiteScripts } from '@/lib/browser/site-access';
import { openPanelInGesture } from '@/lib/browser/surfaces';
import { createService } from '@/lib/messages/serve';
import { hasAccountScheme } from '@/lib/otp/account-address';
import { readKeyText } from '@/lib/providers/key-text';
import { siteOrigin } from '@/lib/sites/origin';
import { enrol } from '@/lib/walks/enrol';
import { fill, giveBackFrame } from '@/lib/walks/fill';
import { refusalOf } from '@/lib/walks/message-rules';
import { backUpIfDue, watchForAutomaticBackup } from './backup-handlers';
import { handlers } from './handlers';
import {
  armedReady,
  armedTabs,
  createLocalizedMenus,
  keepStorageToOurselves,
  lockIfDue,
  lockWhenAway,
  marker,
  ports,
  rules,
  vault,
  watchAfterSubmit,
  watchIdleness,
} from './household';
import { enrolLink, enrolSelected } from './scan-handlers';
import { clearClipboardIfDue } from './security-handlers';
import { clearBadge } from './marks';
import { welcome } from './welcome-handlers';
import { arrived, pageLinks, permissionsGiven, permissionsTaken } from './sites-handlers';

/** By then a popup that waited for the start has its codes. */
const afterFirstAnswerMs = 500;

// No `type: 'module'`: Chromium keeps the compiled code of a classic worker only, and a popup may wait for its start.
export default defineBackground({
  main() {
    const service = createService(
      browser.runtime.id,
      browser.runtime.getURL('/'),
      handlers,
      {
        submitted: ({ tabId, origin }, cancelled) => void watchAfterSubmit(tabId, origin, cancelled),
        ready: ({ tabId, origin }) => void armedReady(tabId, origin),
        arrived: ({ tabId, origin }, load) => void arrived(tabId, origin, load),
        accountLink: ({ tabId, origin }, address) => void pageLinks.offer(tabId, origin, address),
      },
      (name) => refusalOf(name, vault, rules),
    );

    browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
      const answer = service.answer(message, {
        id: sender.id,
        url: sender.url,
        tabId: sender.tab?.id,
        frameId: sender.frameId,
        origin: siteOrigin(sender.url ?? null) ?? undefined,
      });
      if (answer === undefined) return undefined;
      void answer.then(sendResponse);
      return true;
    });

    browser.contextMenus.onClicked.addListener((info, tab) => {
      if (tab?.id === undefined) return;
      const tabId = tab.id;
      void clearBadge(marker, tabId);
      if (info.menuItemId === menuIds.fill) {
        void fill(ports, tabId, {
          frameId: info.frameId ?? 0,
          focusedOnly: true,
          accountId: null,
          confirmedHost: null,
        });
        return;
      }
      const place = { tabId, frameUrl: info.frameUrl ?? null, pageUrl: info.pageUrl ?? tab.url ?? null };
      if (info.menuItemId === menuIds.key) {
        const text = info.selectionText ?? '';
        // A key goes to the form, in a tab; all the rest is said by the card.
        if (readKeyText(text).kind !== 'key') openPanelInGesture(tabId);
        return void enrolSelected(place, text);
      }
      openPanelInGesture(tabId);
      if (info.linkUrl && hasAccountScheme(info.linkUrl)) return void enrolLink(place, info.linkUrl);
      const { targetElementId } = info as { targetElementId?: number };
      void enrol(ports, tabId, { srcUrl: info.srcUrl ?? null, targetElementId: targetElementId ?? null });
    });

    browser.commands.onCommand.addListener((command, tab) => {
      if (tab?.id === undefined) return;
      void clearBadge(marker, tab.id);
      if (command === 'fill') {
        void fill(ports, tab.id, { frameId: null, focusedOnly: false, accountId: null, confirmedHost: null });
      } else if (command === 'scan') {
        openPanelInGesture(tab.id);
        void enrol(ports, tab.id, { srcUrl: null, targetElementId: null });
      }
    });

    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === lockAlarm) void lockIfDue();
      if (name === backupAlarm) void backUpIfDue();
      if (name === clipboardAlarm) void clearClipboardIfDue();
    });
    browser.idle.onStateChanged.addListener((state) => {
      if (state !== 'active') void lockWhenAway(state);
    });
    browser.tabs.onRemoved.addListener((tabId) => {
      void giveBackFrame(ports, tabId).finally(() => forgetTab(tabId));
      void forgetPicture(tabId);
    });
    browser.permissions.onAdded.addListener(({ origins }) => void permissionsGiven(origins ?? []));
    browser.permissions.onRemoved.addListener(() => void permissionsTaken());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void welcome(reason);
      void createLocalizedMenus();
      void restoreSiteScripts();
    });
    browser.runtime.onStartup.addListener(() => {
      void createLocalizedMenus();
      void vault.sweep();
    });
    armedTabs.listen();
    watchForAutomaticBackup();
    onPolicyChange(() => void announceChange());
    keepStorageToOurselves();
    // Whoever woke the background is answered first.
    setTimeout(() => {
      void armedTabs.settle();
      void watchIdleness();
      void clearClipboardIfDue();
    }, afterFirstAnswerMs);
  },
});
