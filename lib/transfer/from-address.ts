/**
 * One `otpauth:`, `motp:` or `steam:` address in a file, by the parser that reads the QR codes of sites. What that one
 * refuses or assumes because a site may be asked again is kept here as it is: a file is often all that is left.
 */
import { type Failure, type Result, fail, ok } from '@/lib/errors';
import { decodeLabel, parameterText, parseIssuer, splitAddress } from '@/lib/otp/address';
import { readHexSecret, readSecret } from '@/lib/otp/base32';
import { namesFromLabel } from '@/lib/otp/label';
import { type ParsedAccount, parseOtpauthUri } from '@/lib/otp/otpauth-uri';
import { missingPin } from '@/lib/otp/missing-pin';
import type { KeptOtp } from '@/lib/otp/parameters';
import { decodePercent } from '@/lib/otp/percent';
import type { Attention } from './attention';
import type { FoundEntry } from './entries';
import { parseJson } from './json-text';
import { listIn, textIn, valueIn } from './shape';
import { splitSiteHint } from './suggested-site';

const addressStart = /^\s*(?:(?:apple-)?otpauth|motp|steam):/i;

export function isAddress(text: string): boolean {
  return addressStart.test(text);
}

/** `format`: of the file, for what is kept. Fails where there is no secret to keep, as `parseOtpauthUri`. */
export function readAddress(text: string, format: string): Result<FoundEntry> {
  const parsed = parseOtpauthUri(text);
  const refused = parsed.ok ? assumedOf(text, parsed.value) : refusedOf(parsed.failure);
  const found: Result<FoundEntry> =
    refused !== null
      ? keptEntry(text, format, refused)
      : parsed.ok
        ? ok({ ...parsed.value, attention: attentionOf(parsed.value) })
        : parsed;
  if (!found.ok) return found;
  const { issuer, sites } = splitSiteHint(found.value.issuer);
  return ok({ ...found.value, ...displayOf(text), issuer, suggestedSites: sites });
}

/** What was put in the place of a value that is there and that no code can be made of. */
function assumedOf(text: string, { warnings }: ParsedAccount): string | null {
  const parameters = splitAddress(text)?.parameters;
  const wrong = (['digits', 'period', 'counter'] as const).filter(
    (name) => warnings.includes(`${name}-assumed`) && parameters?.has(name),
  );
  if (wrong.length === 0) return null;
  return wrong.map((name) => `${name} ${shown(parameterText(parameters ?? new Map(), name))}`).join(', ');
}

function refusedOf({ code, details }: Failure): string | null {
  if (code === 'algorithm-unknown') return details?.['algorithm'] ?? '?';
  if (code === 'uri-kind-unsupported') return (details?.['kind'] ?? '?').toUpperCase();
  return code === 'pin-needed' ? missingPin : null;
}

function shown(value: string): string {
  return /^[\w.-]{1,16}$/.test(value) ? value : '?';
}

function keptEntry(text: string, format: string, what: string): Result<FoundEntry> {
  const address = splitAddress(text);
  if (address === null) return fail('uri-malformed');
  const secret = (address.kind === 'motp' ? readHexSecret : readSecret)(
    parameterText(address.parameters, 'secret'),
  );
  if (!secret.ok) return secret;
  const label = address.kind === 'motp' ? address.label.replace(/^\/+/, '') : address.label;
  const { issuer, name } = namesFromLabel(decodeLabel(label), parseIssuer(address.parameters));
  const otp: KeptOtp = { kind: 'kept', secret: secret.value.secret, what, address: text.trim(), format };
  const attention: Attention =
    what === missingPin ? { code: 'pin-missing' } : { code: 'kept', details: { what } };
  return ok({ issuer, name, otp, attention: [attention] });
}

function attentionOf({ warnings }: ParsedAccount): readonly Attention[] {
  const told: readonly Attention[] = [
    { code: 'secret-hex' },
    { code: 'issuers-differ' },
    { code: 'assumed-algorithm' },
    { code: 'assumed-counter' },
  ];
  const names: Readonly<Record<string, string>> = {
    'assumed-algorithm': 'algorithm-assumed',
    'assumed-counter': 'counter-assumed',
  };
  return told.filter(({ code }) => (warnings as readonly string[]).includes(names[code] ?? code));
}

/** What Ente puts beside an address: pin, trash, tags and note, as JSON in a form's encoding. */
function displayIn(text: string): unknown {
  const written = /[?&]codeDisplay=([^&#]*)/.exec(text)?.[1];
  return written === undefined ? undefined : parseJson(decodePercent(written.replaceAll('+', ' ')));
}

function displayOf(text: string): Pick<FoundEntry, 'note' | 'tags' | 'pinned'> {
  const display = displayIn(text);
  if (display === undefined) return {};
  const tags = listIn(display, 'tags').filter((tag) => typeof tag === 'string');
  return { note: textIn(display, 'note'), tags, pinned: valueIn(display, 'pinned') === true };
}

/** Ente keeps what was deleted in the same list. */
export function isTrashed(text: string): boolean {
  return valueIn(displayIn(text), 'trashed') === true;
}
