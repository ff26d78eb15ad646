/** Handlers of lib/messages/account-protocol.ts, a line or two each; what needs the person's word again comes last. */
import { grantStore } from '@/lib/browser/grant-store';
import { announceChange } from '@/lib/browser/session-records';
import type { Result } from '@/lib/errors';
import type { AccountProtocol } from '@/lib/messages/account-protocol';
import type { Handlers } from '@/lib/messages/serve';
import { addSite, editFields, lookAtSite, narrow, removeSite, widen } from '@/lib/walks/account-edit';
import {
  type KeyPorts,
  previewOtp,
  proveFor,
  putBack,
  revealKey,
  setMissingPin,
  setOtp,
} from '@/lib/walks/account-key';
import { accountDetails } from '@/lib/walks/account-page';
import { testCode } from '@/lib/walks/test-code';
import { marker, ports, vault } from './household';
import { markTabs } from './marks';

const keyPorts: KeyPorts = { ...ports, vault: { ...vault, ...ports.vault }, grant: grantStore };

export const accountHandlers: Pick<Handlers, keyof AccountProtocol> = {
  'accounts.details': ({ accountId, tabId }) => accountDetails(ports, accountId, tabId),
  'account.test': ({ accountId, code }) => testCode(ports, accountId, code),
  'account.site-look': ({ accountId, address }) => lookAtSite(ports, accountId, address),
  'account.edit': async ({ accountId, change }) => changed(await editFields(ports, accountId, change)),
  'account.site-add': async ({ accountId, origin }) => changed(await addSite(ports, accountId, origin)),
  'account.site-remove': async ({ accountId, origin }) => changed(await removeSite(ports, accountId, origin)),
  'account.narrow': async ({ accountId, domain }) => changed(await narrow(ports, accountId, domain)),
  'account.widen': async ({ accountId, domain }) => changed(await widen(ports, accountId, domain)),

  'account.prove': ({ accountId, proof }) => proveFor(keyPorts, accountId, proof),
  'account.put-back': async ({ accountId, changedAtMs, grant }) =>
    changed(await putBack(keyPorts, accountId, changedAtMs, grant)),
  'account.preview': ({ accountId, grant, fields }) => previewOtp(keyPorts, accountId, grant, fields),
  'account.set-otp': async ({ accountId, grant, fields }) =>
    changed(await setOtp(keyPorts, accountId, grant, fields)),
  'account.set-pin': async ({ accountId, pin }) => changed(await setMissingPin(keyPorts, accountId, pin)),
  'account.reveal': ({ accountId, grant }) => revealKey(keyPorts, accountId, grant),
};

async function changed<T>(result: Result<T>): Promise<Result<T>> {
  vault.touch();
  if (result.ok) await Promise.all([announceChange(), markTabs(marker)]);
  return result;
}
