/** Ways to open the vault, the practice of the password, the clipboard: their part of the handlers. */
import { clipboard, createWake, pendingClear } from '@/lib/browser/clipboard';
import { openedBy, practiceStore } from '@/lib/browser/opening-store';
import { presenceStore } from '@/lib/browser/presence-store';
import { announceChange, tabsWithRecord } from '@/lib/browser/session-records';
import { readPolicy } from '@/lib/browser/policy-store';
import { readSettings } from '@/lib/browser/settings-store';
import { bytesFromBase64Url, type Bytes } from '@/lib/crypto/bytes';
import { wipe } from '@/lib/crypto/wipe';
import { type Result, fail, ok } from '@/lib/errors';
import type { SecurityProtocol } from '@/lib/messages/security-protocol';
import type { Handlers } from '@/lib/messages/serve';
import { emptyIfDue, noteCopied, type ClipboardPorts } from '@/lib/walks/clipboard';
import {
  noteOpened,
  putOffPractice,
  setPassword,
  tryPassword,
  type OpenedBy,
  type OpeningPorts,
} from '@/lib/walks/opening';
import {
  type PresencePorts,
  forgetPresence,
  notePresence,
  proveSelf,
  whilePresent,
} from '@/lib/walks/presence';
import { resumeAll } from '@/lib/walks/resume';
import { openedByPassword as wasOpened, ports, vault } from './household';

const done: Result<null> = ok(null);

export const openingPorts: OpeningPorts = {
  vault,
  openedBy,
  practice: practiceStore,
  settings: ports.settings,
  clock: ports.clock,
};

export const presencePorts: PresencePorts = { vault, presence: presenceStore, clock: ports.clock };

const clipboardPorts: ClipboardPorts = {
  pending: pendingClear,
  clipboard,
  wakeAt: createWake(() => void clearClipboardIfDue()),
  settings: { read: readSettings },
  clock: ports.clock,
};

/** At each start of the background, and when its alarm rings. */
export async function clearClipboardIfDue(): Promise<void> {
  await emptyIfDue(clipboardPorts).catch(() => undefined);
}

export const securityHandlers: Pick<Handlers, keyof SecurityProtocol> = {
  'vault.ways': async () => {
    const ways = await vault.ways();
    return ways.ok ? ok({ ways: ways.value }) : ways;
  },
  'vault.passkeys': async () => ok(await vault.passkeys()),
  'vault.unlock-code': async ({ code }) => unlocked('recovery', await vault.unlockWithRecoveryCode(code)),
  'vault.unlock-passkey': ({ credentialId, prf: text }) =>
    withBytes(text, async (prf) => unlocked('passkey', await vault.unlockWithPasskey({ credentialId, prf }))),
  'vault.prove': ({ proof }) => {
    vault.touch();
    return proveSelf(presencePorts, proof);
  },
  'vault.protect': async ({ password }) => {
    const changed = await whilePresent(presencePorts, () => setPassword(openingPorts, password));
    if (changed.ok) await wasOpened();
    return nothing(changed);
  },
  'vault.add-recovery-code': async () => {
    const added = await whilePresent(presencePorts, () => vault.addRecoveryCode());
    if (added.ok) await wasOpened();
    return added;
  },
  'vault.add-passkey': ({ prf: text, ...way }) =>
    withBytes(text, async (prf) =>
      announced(await whilePresent(presencePorts, () => vault.addPasskey({ ...way, prf }))),
    ),
  'vault.remove-way': async ({ id }) => {
    const ways = await vault.ways();
    const isPassword = ways.ok && ways.value.some((way) => way.id === id && way.type === 'password');
    if (isPassword && (await readPolicy()).requirePassword) return fail('organisation-password');
    return announced(await whilePresent(presencePorts, () => vault.removeWay(id)));
  },
  'practice.try': async ({ password }) => {
    const tried = await tryPassword(openingPorts, password);
    return tried.ok ? announced(tried) : tried;
  },
  'practice.later': async () => {
    await putOffPractice(openingPorts);
    return announced(ok());
  },
  'clipboard.copied': async ({ text }) => ok({ seconds: await noteCopied(clipboardPorts, text) }),
};

/** After every unlock, whatever it was by: what waited for it goes on by itself. */
export async function unlocked(by: OpenedBy, opened: Result<void>): Promise<Result<null>> {
  if (!opened.ok) return opened;
  await noteOpened(openingPorts, by);
  await noteProof(by);
  await wasOpened();
  vault.touch();
  tabsWithRecord()
    .then((tabIds) => resumeAll(ports, tabIds))
    .catch(() => undefined);
  return done;
}

/**
 * Opening is no proof by itself: it is done each day, and people leave. A recovery code is typed by who lost the rest, and has a
 * new password to choose.
 */
export async function noteProof(by: OpenedBy): Promise<void> {
  await (by === 'recovery' ? notePresence(presencePorts) : forgetPresence(presencePorts));
}

async function withBytes(text: string, use: (prf: Bytes) => Promise<Result<null>>): Promise<Result<null>> {
  const prf = bytesFromBase64Url(text);
  if (!prf) throw new TypeError('"text" expected in base64url: the parser let it through');
  try {
    return await use(prf);
  } finally {
    wipe(prf);
  }
}

async function announced(result: Result<void>): Promise<Result<null>> {
  if (result.ok) await announceChange();
  return nothing(result);
}

function nothing(result: Result<void>): Result<null> {
  return result.ok ? done : result;
}
