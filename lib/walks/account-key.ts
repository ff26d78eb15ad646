/**
 * The key of one account: shown or changed only to who proves again that it is them, for a few minutes, for that account; never
 * shown in a vault that has no password, whose device slot anybody at this computer opens.
 */
import { type Result, fail, ok } from '@/lib/errors';
import type { Edited, OtpPreview, Proved, RevealedKey } from '@/lib/messages/account-protocol';
import type { Proof } from '@/lib/messages/security-protocol';
import { decodeBase32 } from '@/lib/otp/base32';
import { accountByHand, type HandFields } from '@/lib/otp/by-hand';
import { encodeHex } from '@/lib/otp/hex';
import { lacksOnlyPin, withPin } from '@/lib/otp/missing-pin';
import { formatOtpauthUri } from '@/lib/otp/otpauth-format';
import { isKnownKind, type OtpKind, type OtpParameters } from '@/lib/otp/parameters';
import type { Account } from '@/lib/vault/account';
import { editAccount, putBackEdit } from '@/lib/vault/history';
import type { Vault } from '@/lib/vault/vault';
import { edit } from './account-edit';
import { previewOf } from './enrol-texts';
import type { WalkPorts } from './ports';
import { type ProvingVault, prove } from './proof';

/** Good for one account, until then or until the vault is locked. */
export interface Grant {
  readonly id: string;
  readonly accountId: string;
  readonly untilMs: number;
  /** By who had to say who they are: enough to see a key, too. */
  readonly isProved: boolean;
}

export interface KeyPorts extends Pick<WalkPorts, 'clock' | 'newId' | 'policy'> {
  readonly vault: WalkPorts['vault'] & ProvingVault & Pick<Vault, 'ways'>;
  /** One at a time, in memory of the browser session. */
  readonly grant: { read(): Promise<Grant | null>; write(grant: Grant): Promise<void> };
}

const grantLifeMs = 5 * 60_000;

export async function proveFor(
  ports: KeyPorts,
  accountId: string,
  proof: Proof | null,
): Promise<Result<Proved>> {
  const { vault } = ports;
  const [account, state] = await Promise.all([accountOf(ports, accountId), vault.state()]);
  if (!account.ok) return account;
  // Without a password there is nobody to ask: whoever opens this browser may change accounts too.
  const isProved = state.kind === 'open' && state.protected;
  if (isProved) {
    const ways = await vault.ways();
    if (!ways.ok) return ways;
    if (proof === null) return ok({ kind: 'asks', ways: ways.value });
    const proved = await prove(vault, proof);
    if (!proved.ok) return proved;
  }
  const id = ports.newId();
  await ports.grant.write({ id, accountId, untilMs: ports.clock.now() + grantLifeMs, isProved });
  return ok({ kind: 'proved', grant: id });
}

/** Fails with `export-forbidden` by the organisation, `vault-unprotected`, `proof-needed`, `account-without-code`, `kind-unknown`. */
export async function revealKey(
  ports: KeyPorts,
  accountId: string,
  grant: string,
): Promise<Result<RevealedKey>> {
  if ((await ports.policy.read()).forbidClearExport) return fail('export-forbidden');
  const state = await ports.vault.state();
  if (state.kind === 'open' && !state.protected) return fail('vault-unprotected');
  const granted = await grantedAccount(ports, accountId, grant);
  if (!granted.ok) return granted;
  // Given before there was a password.
  if ((await ports.grant.read())?.isProved !== true) return fail('proof-needed');
  const { account, otp } = granted.value;
  return ok({
    key: typedKey(otp, otp.kind),
    pin: 'pin' in otp ? otp.pin : null,
    address: formatOtpauthUri({ ...account, otp }),
  });
}

export async function previewOtp(
  ports: KeyPorts,
  accountId: string,
  grant: string,
  fields: HandFields,
): Promise<Result<OtpPreview>> {
  const granted = await grantedAccount(ports, accountId, grant);
  if (!granted.ok) return granted;
  const { account, otp } = granted.value;
  const changed = accountByHand(withKept(fields, otp));
  if (!changed.ok) return changed;
  return ok({ ...previewOf(changed.value, ports.clock.now()), differs: isOther(account, changed.value.otp) });
}

/** As `previewOtp`, and `counter-back`: going back is done with the counter itself, knowingly. */
export async function setOtp(
  ports: KeyPorts,
  accountId: string,
  grant: string,
  fields: HandFields,
): Promise<Result<Edited>> {
  const granted = await grantedAccount(ports, accountId, grant);
  if (!granted.ok) return granted;
  const { otp } = granted.value;
  const changed = accountByHand(withKept(fields, otp));
  if (!changed.ok) return changed;
  const next = changed.value.otp;
  const isBack =
    next.kind === 'hotp' && otp.kind === 'hotp' && next.secret === otp.secret && next.counter < otp.counter;
  if (isBack) return fail('counter-back');
  const nowMs = ports.clock.now();
  return edit(ports.vault, accountId, (content, account) => {
    const confirmed = account.confirmed && !isOther(account, next);
    return editAccount(content, accountId, { otp: next, confirmed }, nowMs);
  });
}

/** Of an account that a file held without it; `pin-malformed` for any other. */
export function setMissingPin(
  { vault, clock }: Pick<KeyPorts, 'vault' | 'clock'>,
  accountId: string,
  pin: string,
): Promise<Result<Edited>> {
  const nowMs = clock.now();
  let refused = false;
  return edit(
    vault,
    accountId,
    (content, { otp: kept }) => {
      const otp = lacksOnlyPin(kept) ? withPin(kept, pin) : null;
      refused = otp === null;
      return otp === null ? content : editAccount(content, accountId, { otp }, nowMs);
    },
    () => (refused ? fail('pin-malformed') : null),
  );
}

/** Takes an edit back. Where the key is a part of it, the person has to have said who they are. */
export async function putBack(
  ports: KeyPorts,
  accountId: string,
  changedAtMs: number,
  grant: string | null,
): Promise<Result<Edited>> {
  const account = await accountOf(ports, accountId);
  if (!account.ok) return account;
  const edited = account.value.history?.findLast((one) => one.changedAtMs === changedAtMs);
  if (edited === undefined) return fail('edit-gone');
  if (edited.before.otp !== undefined) {
    const granted = await checkGrant(ports, accountId, grant);
    if (!granted.ok) return granted;
  }
  const nowMs = ports.clock.now();
  return edit(ports.vault, accountId, (content) => putBackEdit(content, accountId, changedAtMs, nowMs));
}

/** A counter moves by itself: it makes no other codes. */
function isOther({ otp }: Account, next: OtpParameters): boolean {
  const plain = (one: Account['otp']): string =>
    JSON.stringify(Object.entries({ ...one, counter: 0 }).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return plain(otp) !== plain(next);
}

/** An empty key or PIN stands for the one that is kept: it need not leave the background to stay. */
function withKept(fields: HandFields, otp: OtpParameters): HandFields {
  const key = fields.key.trim() === '' ? typedKey(otp, fields.kind) : fields.key;
  const pin = fields.pin === '' && 'pin' in otp ? otp.pin : fields.pin;
  return { ...fields, key, pin };
}

function typedKey({ secret }: OtpParameters, kind: OtpKind): string {
  return kind === 'motp' ? encodeHex(decodeBase32(secret)) : secret;
}

async function grantedAccount(
  ports: KeyPorts,
  accountId: string,
  grant: string,
): Promise<Result<{ readonly account: Account; readonly otp: OtpParameters }>> {
  const granted = await checkGrant(ports, accountId, grant);
  if (!granted.ok) return granted;
  const account = await accountOf(ports, accountId);
  if (!account.ok) return account;
  const { otp } = account.value;
  if (otp.kind === 'none') return fail('account-without-code');
  return isKnownKind(otp) ? ok({ account: account.value, otp }) : fail('kind-unknown');
}

async function checkGrant(
  { grant: grants, clock }: KeyPorts,
  accountId: string,
  id: string | null,
): Promise<Result<void>> {
  const grant = await grants.read();
  const isGood = grant !== null && grant.id === id && grant.accountId === accountId;
  return isGood && clock.now() < grant.untilMs ? ok() : fail('proof-needed');
}

async function accountOf({ vault }: KeyPorts, accountId: string): Promise<Result<Account>> {
  const content = await vault.content();
  if (!content.ok) return content;
  const account = content.value.accounts.find(({ id }) => id === accountId);
  return account === undefined ? fail('account-unknown') : ok(account);
}
