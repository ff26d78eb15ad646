/** What is asked, or said, when a gesture on a site cannot be carried out as it stands. */
import type { Failure } from '@/lib/errors';
import type { Card } from '@/lib/messages/protocol';
import type { AccountOption, FieldOption } from '@/lib/messages/sites-protocol';
import { belongsTo, hostOf, isLoopback, isSuggested, siteOrigin } from '@/lib/sites/origin';
import { findResemblance } from '@/lib/sites/resemblance';
import type { Account, VaultContent } from '@/lib/vault/account';
import { kinOf } from './choose-account';
import type { LookedOnSite } from './site-field';
import type { FieldChoice } from './tab-record';

export interface CardWithChoices {
  readonly card: Card;
  readonly choices: readonly FieldChoice[];
}

export function askSite(account: Account, origin: string, framedBy: string | null): Card {
  const resembles = findResemblance(origin, account.sites);
  const kin = kinOf(account, origin);
  return {
    kind: 'ask-site',
    accountId: account.id,
    issuer: account.issuer,
    name: account.name,
    host: hostOf(origin) ?? '',
    knownHosts: [
      ...account.sites.map((site) => hostOf(site) ?? site),
      ...(account.domains ?? []).map((domain) => `*.${domain}`),
    ],
    ...(framedBy !== null && { framedBy }),
    ...(resembles && { resembles }),
    ...(kin && { kin }),
    ...(!resembles && framedBy === null && isSuggested(account, origin) && { suggested: true as const }),
  };
}

export function pickAccountCard(origin: string, options: readonly Account[]): Card {
  return { kind: 'pick-account', host: hostOf(origin) ?? '', options: options.map(optionOf) };
}

export function neverHereCard(origin: string, account: Account | null): Card {
  return { kind: 'never-here', origin, host: hostOf(origin) ?? '', accountId: account?.id ?? null };
}

export function optionOf({ id, issuer, name }: Account): AccountOption {
  return { id, issuer, name };
}

/**
 * No field, or none that is sure: the page itself may be insecure, the field may be one of those the person can choose
 * from, or in a frame of another site. Else only the failure, with the code to copy where it is known whose.
 */
export function unfilledCard(
  { frames, topOrigin }: LookedOnSite,
  failure: Failure,
  content: VaultContent,
  asked: Account | null,
): CardWithChoices {
  const account = asked ?? onlyHere(content, topOrigin);
  const accountId = account?.id ?? null;
  const host = hostOf(topOrigin) ?? '';
  const plain = { card: plainCard(failure, account), choices: [] };
  if (failure.code === 'page-insecure') {
    const insecure = topOrigin !== null && isInsecureSite(topOrigin, content);
    return insecure ? { card: { kind: 'insecure', host, accountId }, choices: [] } : plain;
  }
  if (failure.code !== 'field-none' && failure.code !== 'field-unsure') return plain;

  const { options, choices } = fieldsOf(frames, content);
  if (failure.code === 'field-none' && !options.some(({ likely }) => likely)) {
    const foreign = frames.find(({ frameId }) => frameId === 0)?.survey.foreignFrames ?? [];
    const reachable = foreign.filter((origin) => siteOrigin(origin, content.httpHosts) !== null);
    if (reachable.length > 0)
      return {
        card: {
          kind: 'ask-frame',
          accountId,
          topHost: host,
          frames: reachable.map((origin) => ({ origin, host: hostOf(origin) ?? origin })),
        },
        choices: [],
      };
  }
  if (options.length === 0) return plain;
  return {
    card: {
      kind: 'pick-field',
      host,
      accountId,
      failure,
      options: options.map(({ label, place }) => ({ label, place })),
    },
    choices,
  };
}

/** The fields that the person may choose from; a code that comes by message is not ours to offer. */
export function fieldsOf(
  frames: LookedOnSite['frames'],
  content: VaultContent,
): { options: readonly (FieldOption & { readonly likely: boolean })[]; choices: readonly FieldChoice[] } {
  const offered = frames.flatMap(({ frameId, survey }) => {
    const origin = siteOrigin(survey.origin, content.httpHosts);
    if (origin === null) return [];
    return survey.candidates
      .filter(({ class: wanted }) => wanted !== 'delivered')
      .map(({ key, label, place, score }) => ({ frameId, origin, key, label, place, likely: score > 0 }));
  });
  return { options: offered, choices: offered };
}

function plainCard(failure: Failure, account: Account | null): Card {
  if (account === null) return { kind: 'failed', failure };
  const { id: accountId, issuer, name } = account;
  return { kind: 'signing-in', accountId, issuer, name, fill: { kind: 'failed', failure } };
}

function onlyHere({ accounts }: VaultContent, origin: string | null): Account | null {
  const here = accounts.filter((account) => belongsTo(account, origin));
  return here.length === 1 ? (here[0] ?? null) : null;
}

function isInsecureSite(origin: string, { httpHosts }: VaultContent): boolean {
  return (
    origin.startsWith('http:') &&
    !isLoopback(new URL(origin).hostname) &&
    siteOrigin(origin, httpHosts) === null
  );
}
