/** Parsing at the door: one parser a message, `unknown` in, the typed request or `undefined` out. */
import { isPin } from '@/lib/otp/parameters';
import { accountParsers } from './parse-account';
import {
  defaultSettings,
  parseAppearance,
  sorts,
  type Computer,
  type Settings,
  type Sort,
} from '@/lib/settings/settings';
import { backupParsers } from './parse-backup';
import { rehearsalParsers } from './parse-rehearsal';
import { scanParsers } from './parse-scan';
import { securityParsers } from './parse-security';
import { codesParsers } from './parse-codes';
import { importParsers } from './parse-import';
import { listParsers, parsePage } from './parse-list';
import { exportParsers } from './parse-export';
import { tokenParsers } from './parse-token';
import { sitesParsers } from './parse-sites';
import { supportParsers } from './parse-support';
import type { MessageName, Request } from './protocol';

type Fields = Readonly<Record<string, unknown>>;
type Parser<N extends MessageName> = (fields: Fields) => Request<N> | undefined;

/** A password longer than this is not one; it would only cost the key derivation. */
const longestPassword = 4096;
const mostRows = 200;

export const parsers: { readonly [N in MessageName]: Parser<N> } = {
  ...accountParsers,
  ...backupParsers,
  ...rehearsalParsers,
  ...scanParsers,
  ...securityParsers,
  ...tokenParsers,
  ...sitesParsers,
  ...supportParsers,
  ...codesParsers,
  ...listParsers,
  ...exportParsers,
  ...importParsers,
  glance: (fields) => {
    const tabId = tabOrNull(fields.tabId);
    const limit = integer(fields.limit, 0, mostRows);
    return tabId === undefined || limit === null ? undefined : { tabId, limit };
  },
  'accounts.page': parsePage,
  'accounts.next': ({ accountId }) => withAccount(accountId),
  'accounts.remove': ({ accountId }) => withAccount(accountId),
  'vault.unlock': ({ password }) => withPassword(password),
  'vault.lock': () => null,
  'enrol.scan': ({ tabId }) => withTab(tabId),
  'card.choose': (fields) => {
    const tab = withTab(fields.tabId);
    const index = integer(fields.index, 0, 1000);
    return tab === undefined || index === null ? undefined : { ...tab, index };
  },
  'card.save-in-private': ({ tabId }) => withTab(tabId),
  'card.fill': ({ tabId }) => withTab(tabId),
  'card.answer': (fields) => {
    const tab = withTab(fields.tabId);
    return tab === undefined || typeof fields.accepted !== 'boolean'
      ? undefined
      : { ...tab, accepted: fields.accepted };
  },
  'card.point': ({ tabId }) => withTab(tabId),
  'card.name-key': ({ tabId }) => withTab(tabId),
  'card.pin': (fields) => {
    const tab = withTab(fields.tabId);
    const pin = text(fields.pin, 16);
    return tab === undefined || pin === null || !isPin(pin) ? undefined : { ...tab, pin };
  },
  'card.other-export': ({ tabId }) => withTab(tabId),
  'card.computer': (fields) => {
    const tab = withTab(fields.tabId);
    const computer = parseComputer(fields.computer);
    return tab === undefined || computer === null ? undefined : { ...tab, computer };
  },
  'card.stop': ({ tabId }) => withTab(tabId),
  'card.put-back': ({ tabId }) => withTab(tabId),
  'card.keep': ({ tabId, keep }) => {
    const tab = withTab(tabId);
    return tab !== undefined && (keep === 'both' || keep === 'newest') ? { ...tab, keep } : undefined;
  },
  'card.done': ({ tabId }) => withTab(tabId),
  'card.look': ({ tabId }) => withTab(tabId),
  'fill.account': (fields) => {
    const tab = withTab(fields.tabId);
    const account = withAccount(fields.accountId);
    const confirmedHost = fields.confirmedHost === null ? null : text(fields.confirmedHost, 300);
    if (tab === undefined || account === undefined) return undefined;
    if (confirmedHost === null && fields.confirmedHost !== null) return undefined;
    const confirmedTop = text(fields.confirmedTop, 300);
    const widenTo = text(fields.widenTo, 300);
    return {
      ...tab,
      ...account,
      confirmedHost,
      ...(confirmedTop !== null && { confirmedTop }),
      ...(widenTo !== null && { widenTo }),
    };
  },
  'settings.change': ({ change }) => {
    const parsed = isFields(change) ? parseSettingsChange(change) : null;
    return parsed === null ? undefined : { change: parsed };
  },
};

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseSettingsChange(fields: Fields): Partial<Omit<Settings, 'schema'>> | null {
  const change: { -readonly [K in keyof Omit<Settings, 'schema'>]?: Settings[K] } = {};
  for (const [key, value] of Object.entries(fields)) {
    const appearance = key === 'appearance' ? parseAppearance(value) : null;
    if (key === 'language' && (value === null || value === 'fr' || value === 'en')) change.language = value;
    else if (appearance !== null) change.appearance = appearance;
    else if (key === 'computer' && (value === null || parseComputer(value) !== null))
      change.computer = value as Computer | null;
    else if (key === 'fillAtEnrolment' && typeof value === 'boolean') change.fillAtEnrolment = value;
    else if (isMinutesKey(key) && (value === null || integer(value, 1, 24 * 60) !== null))
      change[key] = value as number | null;
    else if (key === 'automaticBackup' && typeof value === 'boolean') change.automaticBackup = value;
    else if ((key === 'lockWithScreen' || key === 'practice') && typeof value === 'boolean')
      change[key] = value;
    else if (key === 'clipboardSeconds' && (value === null || integer(value, 5, 3600) !== null))
      change.clipboardSeconds = value as number | null;
    else if (key === 'codesOnDemand' && typeof value === 'boolean') change.codesOnDemand = value;
    else if (key === 'sort' && sorts.includes(value as Sort)) change.sort = value as Sort;
    else if (key === 'clipboardUnsure' && (value === 'empty' || value === 'leave'))
      change.clipboardUnsure = value;
    else return null;
  }
  return change;
}

/** Settings as stored: what this version understands of them, the default for the rest. */
export function parseSettings(stored: unknown): Settings {
  if (!isFields(stored)) return defaultSettings;
  let settings: Settings = defaultSettings;
  for (const key of Object.keys(defaultSettings))
    if (key !== 'schema' && key in stored)
      settings = { ...settings, ...parseSettingsChange({ [key]: stored[key] }) };
  return settings;
}

function isMinutesKey(key: string): key is 'lockAfterMinutes' | 'lockWhenIdleMinutes' {
  return key === 'lockAfterMinutes' || key === 'lockWhenIdleMinutes';
}

function parseComputer(value: unknown): Computer | null {
  return value === 'mine' || value === 'shared' || value === 'public' ? value : null;
}

function integer(value: unknown, least: number, most: number): number | null {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
    ? (value as number)
    : null;
}

function text(value: unknown, longest: number): string | null {
  return typeof value === 'string' && value.length <= longest ? value : null;
}

function tabOrNull(value: unknown): number | null | undefined {
  return value === null ? null : (integer(value, 0, Number.MAX_SAFE_INTEGER) ?? undefined);
}

function withTab(value: unknown): { tabId: number } | undefined {
  const tabId = integer(value, 0, Number.MAX_SAFE_INTEGER);
  return tabId === null ? undefined : { tabId };
}

function withAccount(value: unknown): { accountId: string } | undefined {
  const accountId = text(value, 100);
  return accountId === null || accountId === '' ? undefined : { accountId };
}

function withPassword(value: unknown): { password: string } | undefined {
  const password = text(value, longestPassword);
  return password === null ? undefined : { password };
}
