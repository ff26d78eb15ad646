/**
 * The protocol's handlers, a line or two each. All of them serve pages of the extension only (lib/messages/serve.ts
 * refuses everybody else before it reads a word); what only changes what a page shows comes first, what writes the vault
 * last.
 */
import { tabRecords } from '@/lib/browser/session-records';
import { openScanPage } from '@/lib/browser/scan-page';
import { type Result, fail, ok } from '@/lib/errors';
import type { Handlers } from '@/lib/messages/serve';
import { keep, putBack } from '@/lib/walks/attempts';
import { withoutExport } from '@/lib/walks/collect-parts';
import { fillFromCard } from '@/lib/walks/confirm-in-page';
import { enrol } from '@/lib/walks/enrol';
import { fill, giveBackFrame } from '@/lib/walks/fill';
import { conclude, look } from '@/lib/walks/look';
import { pointAgain } from '@/lib/walks/point';
import { goOn } from '@/lib/walks/resume';
import { isPracticeDue } from '@/lib/walks/opening';
import { glance, manyAccounts, next, page, prepare } from '@/lib/walks/show';
import { emptyRecord } from '@/lib/walks/tab-record';
import { accountHandlers } from './account-handlers';
import { backupHandlers, removeAccount, withSafety } from './backup-handlers';
import { applySettings, lockNow, marker, ports, stopArmed, vault } from './household';
import { clearBadge } from './marks';
import { scanHandlers } from './scan-handlers';
import { openingPorts, securityHandlers, unlocked } from './security-handlers';
import { importHandlers } from './import-handlers';
import { sitesHandlers } from './sites-handlers';
import { supportHandlers } from './support-handlers';
import { codesHandlers } from './codes-handlers';
import { listHandlers } from './list-handlers';
import { exportHandlers } from './export-handlers';
import { rehearsalHandlers } from './welcome-handlers';
import { tokenHandlers, withExpiring } from './token-handlers';

const done: Result<null> = ok(null);
/** By then what was asked for is on the screen, and nobody has typed yet. */
const afterFirstDrawingMs = 250;

export const handlers: Handlers = {
  ...securityHandlers,
  ...backupHandlers,
  ...tokenHandlers,
  ...codesHandlers,
  ...accountHandlers,
  ...listHandlers,
  ...exportHandlers,
  ...rehearsalHandlers,
  ...scanHandlers,
  ...sitesHandlers,
  ...importHandlers,
  ...supportHandlers,

  // what a page shows
  glance: async (request) => {
    const { tabId } = request;
    vault.touch();
    const [seen, practice] = await Promise.all([
      withSafety(withExpiring(glance(ports, request))),
      isPracticeDue(openingPorts),
    ]);
    const isLong = seen.vault.kind === 'open' && seen.vault.accounts >= manyAccounts;
    setTimeout(() => {
      if (tabId !== null) void clearBadge(marker, tabId);
      if (isLong) void prepare(ports);
    }, afterFirstDrawingMs);
    return ok(practice && seen.vault.kind === 'open' ? { ...seen, practice } : seen);
  },
  'accounts.page': (request) => page(ports, request),
  'card.look': async ({ tabId }) => {
    await look(ports, tabId);
    return done;
  },
  'card.done': async ({ tabId }) => {
    await stopArmed(tabId);
    await tabRecords.change(tabId, ({ watch, last = null, frame = null, unattendedLoads = [] }) => ({
      ...emptyRecord,
      watch,
      last,
      frame,
      unattendedLoads,
    }));
    await giveBackFrame(ports, tabId);
    return done;
  },
  'card.stop': async ({ tabId }) => {
    await stopArmed(tabId);
    return done;
  },
  'settings.change': async ({ change }) => ok(await applySettings(change)),

  // gestures: answered at once, carried out behind; what becomes of them is said by the card
  'enrol.scan': async ({ tabId }) => started(enrol(ports, tabId, { srcUrl: null, targetElementId: null })),
  'card.choose': async ({ tabId, index }) =>
    started(
      goOn(ports, tabId, (gesture) => {
        const text = gesture.texts[index];
        return text === undefined ? null : { ...gesture, texts: [text] };
      }),
    ),
  'card.save-in-private': async ({ tabId }) =>
    started(goOn(ports, tabId, (gesture) => ({ ...gesture, privateWindowAllowed: true }))),
  'card.point': async ({ tabId }) => {
    await pointAgain(ports, tabId);
    return done;
  },
  'card.name-key': async ({ tabId }) => {
    const { pending } = await tabRecords.get(tabId);
    const key = pending?.kind === 'enrol' ? (pending.texts[0] ?? null) : null;
    await openScanPage({ tabId, byHand: true, key });
    return done;
  },
  'card.pin': async ({ tabId, pin }) => started(goOn(ports, tabId, (gesture) => ({ ...gesture, pin }))),
  'card.other-export': async ({ tabId }) => {
    await tabRecords.change(tabId, withoutExport);
    return started(goOn(ports, tabId, (gesture) => gesture));
  },
  'card.fill': async ({ tabId }) =>
    started(
      fillFromCard(ports, tabId, (accountId) =>
        fill(ports, tabId, { frameId: null, focusedOnly: false, accountId, confirmedHost: null }),
      ),
    ),
  'fill.account': async ({ tabId, ...request }) =>
    started(fill(ports, tabId, { frameId: null, focusedOnly: false, ...request })),

  // the vault
  'vault.unlock': async ({ password }) => unlocked('password', await vault.unlock(password)),
  'vault.lock': async () => {
    await lockNow();
    return done;
  },
  'accounts.next': async ({ accountId }) => next(ports, accountId),
  'accounts.remove': ({ accountId }) => removeAccount(accountId),
  'card.answer': async ({ tabId, accepted }) => {
    const { card } = await tabRecords.get(tabId);
    if (card?.kind !== 'enrolled') return fail('account-unknown');
    await conclude(ports, tabId, card, accepted);
    return done;
  },
  'card.put-back': async ({ tabId }) => nothing(await putBack(ports, tabId)),
  'card.keep': async ({ tabId, keep: which }) => nothing(await keep(ports, tabId, which)),
  'card.computer': async ({ tabId, computer }) => {
    await applySettings({ computer });
    await tabRecords.change(tabId, (record) =>
      record.card?.kind === 'enrolled'
        ? { ...record, card: { ...record.card, askComputer: false, computer } }
        : record,
    );
    return done;
  },
};

function nothing(result: Result<unknown>): Result<null> {
  return result.ok ? done : result;
}

/** A gesture goes on by itself; a programming error in it is shown on no surface, so it must not pass for an answer. */
function started(walk: Promise<void>): Result<null> {
  vault.touch();
  walk.catch(() => undefined);
  return done;
}
