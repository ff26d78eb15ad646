/** From pictures to what was found in them: the codes once each, and what to say when there are none. */
import type { Failure } from '@/lib/errors';
import type { TextLook } from '@/lib/messages/protocol';
import type { Port } from '../app/port';
import type { FoundCode, PictureReading, ScanPort } from './scan-port';

/** A code, with what the background says of its text. */
export interface NamedCode extends FoundCode {
  readonly look: TextLook;
}

export interface Gathered {
  readonly codes: readonly NamedCode[];
  /** Pictures that were read, with or without a code. */
  readonly read: number;
  readonly sawCode: boolean;
  /** One for each that could not be. */
  readonly problems: readonly Failure[];
  /** More than are read at once: those after them were left. */
  readonly tooMany: boolean;
}

export const mostPictures = 20;
const mostCodes = 60;

/** One after the other: several at once would unpack all of them in memory. */
export async function gatherPictures(port: ScanPort, pictures: readonly Blob[]): Promise<Gathered> {
  const readings: PictureReading[] = [];
  const problems: Failure[] = [];
  for (const picture of pictures.slice(0, mostPictures)) {
    const reading = await port.readPicture(picture);
    if (reading.ok) readings.push(reading.value);
    else problems.push(reading.failure);
  }
  const codes = readings.flatMap((reading) => reading.codes).map(({ text }) => ({ text, box: null }));
  return {
    codes: await nameCodes(port, codes),
    read: readings.length,
    sawCode: readings.some((reading) => reading.sawCode),
    problems,
    tooMany: pictures.length > mostPictures,
  };
}

/** Each text once, accounts before what is none, in the order found. */
export async function nameCodes(
  port: Pick<Port, 'ask'>,
  codes: readonly FoundCode[],
): Promise<readonly NamedCode[]> {
  const distinct = [...new Map(codes.map((code) => [code.text, code])).values()].slice(0, mostCodes);
  if (distinct.length === 0) return [];
  const looks = await port.ask('texts.look', { texts: distinct.map(({ text }) => text) });
  const named = distinct.map((code, index) => ({
    ...code,
    look:
      (looks.ok ? looks.value[index] : undefined) ??
      ({ kind: 'failure', failure: { code: 'qr-not-an-account' } } as const),
  }));
  return [...named.filter(isAccount), ...named.filter((code) => !isAccount(code))];
}

export function isAccount({ look }: NamedCode): boolean {
  return look.kind === 'account';
}

/** A part of what another computer shows: read elsewhere, all of them together. */
export function isSeries({ look }: NamedCode): boolean {
  return look.kind === 'failure' && look.failure.code === 'qr-series';
}

/** All accounts as one text, a line each, as lists of other authenticators are written. */
export function allAsOne(codes: readonly NamedCode[]): string {
  return codes
    .filter(isAccount)
    .map(({ text }) => text.trim().replace(/[\r\n]+/g, ' '))
    .join('\n');
}
