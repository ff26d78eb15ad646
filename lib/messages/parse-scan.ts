/** Parsers of the messages of lib/messages/scan-protocol.ts. */
import { handAlgorithms, handKinds, longestTypedKey, type HandFields } from '@/lib/otp/by-hand';
import type { ScanProtocol } from './scan-protocol';

type Fields = Readonly<Record<string, unknown>>;
type Parsers = {
  readonly [N in keyof ScanProtocol]: (fields: Fields) => ScanProtocol[N]['request'] | undefined;
};

/** A picture of fifty codes, each as full as a code can be. */
const mostTexts = 60;
const longestText = 20_000;
const longestTexts = 400_000;
const longestName = 2000;
const longestPin = 100;

export const scanParsers: Parsers = {
  'scan.open': ({ tabId, byHand }) =>
    (tabId === null || isTab(tabId)) && typeof byHand === 'boolean' ? { tabId, byHand } : undefined,
  'scan.start': ({ tabId }) => (isTab(tabId) ? { tabId } : undefined),
  'texts.look': ({ texts }) =>
    Array.isArray(texts) && texts.length <= mostTexts && texts.every((one) => isText(one, longestText))
      ? { texts: texts as string[] }
      : undefined,
  'enrol.texts': ({ tabId, text, fromPicture }) =>
    isTab(tabId) && isText(text, longestTexts) && typeof fromPicture === 'boolean'
      ? { tabId, text, fromPicture }
      : undefined,
  'enrol.by-hand': ({ tabId, fields }) => {
    const typed = handFields(fields);
    return isTab(tabId) && typed ? { tabId, fields: typed } : undefined;
  },
  'code.preview': ({ fields }) => {
    const typed = handFields(fields);
    return typed && { fields: typed };
  },
};

export function handFields(value: unknown): HandFields | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Fields;
  const kind = handKinds.find((one) => one === fields['kind']);
  const algorithm = handAlgorithms.find((one) => one === fields['algorithm']);
  const { key, issuer, name, digits, periodSeconds, counter, pin } = fields;
  if (kind === undefined || algorithm === undefined || !isText(key, longestTypedKey)) return undefined;
  if (!isText(issuer, longestName) || !isText(name, longestName)) return undefined;
  if (!isInteger(digits, 5, 10) || !isInteger(periodSeconds, 1, 3600)) return undefined;
  if (!isInteger(counter, 0, Number.MAX_SAFE_INTEGER) || !isText(pin, longestPin)) return undefined;
  return { kind, key, issuer, name, algorithm, digits, periodSeconds, counter, pin };
}

function isTab(value: unknown): value is number {
  return isInteger(value, 0, Number.MAX_SAFE_INTEGER);
}

function isInteger(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}
