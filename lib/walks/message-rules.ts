/**
 * Which questions of our pages are answered under the rules of an organisation. What is not listed is refused: a question
 * that is new is forbidden until somebody has thought about it.
 */
import { type Failure, failure } from '@/lib/errors';
import type { MessageName } from '@/lib/messages/protocol';
import { type Rules, offBecause, waitsForPassword } from './ruled-vault';
import type { VaultPort } from './ports';

/** Seeing why, opening the vault, and taking out what it holds. */
const whileOff: ReadonlySet<MessageName> = new Set<MessageName>([
  'glance',
  'policy.read',
  'support.read',
  'settings.change',
  'vault.unlock',
  'vault.unlock-code',
  'vault.unlock-passkey',
  'vault.passkeys',
  'vault.ways',
  'vault.lock',
  'vault.prove',
  'vault.protect',
  'backup.state',
  'backup.write',
  'backup.look',
  'backup.test',
  'backup.not-now',
  'account.prove',
  'export.state',
  'export.take',
  'export.series',
  'recovery.findings',
  'recovery.preview',
  'recovery.restore',
  'recovery.export',
  'leave.state',
  'leave.now',
]);

/** Besides: adding an account on the page that gives it, and what makes the vault safe. `accounts.page` shows what the ruled vault lets be seen. */
const beforePassword: ReadonlySet<MessageName> = new Set<MessageName>([
  'accounts.page',
  'backup.automatic',
  'backup.preview',
  'backup.restore',
  'card.answer',
  'card.choose',
  'card.computer',
  'card.done',
  'card.fill',
  'card.keep',
  'card.look',
  'card.name-key',
  'card.other-export',
  'card.pin',
  'card.point',
  'card.put-back',
  'card.save-in-private',
  'card.stop',
  'clipboard.copied',
  'code.preview',
  'enrol.by-hand',
  'enrol.scan',
  'enrol.texts',
  'scan.open',
  'scan.start',
  'texts.look',
  'trash.list',
  'vault.add-recovery-code',
]);

/** Why this question is not answered; `null`: it is. */
export async function refusalOf(
  name: MessageName,
  vault: Pick<VaultPort, 'state'>,
  rules: Rules,
): Promise<Failure | null> {
  if (whileOff.has(name)) return null;
  const off = offBecause(await rules.policy());
  if (off) return off;
  if (beforePassword.has(name)) return null;
  return (await waitsForPassword(vault, rules)) ? failure('organisation-password') : null;
}
