/** PSKC (RFC 6030) by the door of all files: what ../pskc reads, as entries. */
import { fail, ok } from '@/lib/errors';
import type { Attention } from '../attention';
import { importedEntry } from '../entries';
import type { FileFormat } from '../file-format';
import { type PskcEntry, type PskcNote, lookAtPskc, readPskc } from '../pskc';

export const pskc: FileFormat = {
  id: 'pskc',
  name: 'PSKC',
  recognises: ({ xmlRoot, text }) =>
    xmlRoot === 'KeyContainer' && (text ?? '').includes('urn:ietf:params:xml:ns:keyprov:pskc'),
  needs: ({ text }) => {
    const look = lookAtPskc(text ?? '');
    return look.ok
      ? ok({ secret: look.value.needs, ...(look.value.keyName ? { hint: look.value.keyName } : {}) })
      : look;
  },
  read: async ({ text }, secret, { nowMs, signal }) => {
    signal.throwIfAborted();
    if (text === null) return fail('file-malformed');
    const look = lookAtPskc(text);
    if (!look.ok) return look;
    const given =
      secret === null ? null : look.value.needs === 'key' ? { key: secret } : { password: secret };
    const read = await readPskc(text, given, nowMs);
    if (!read.ok) return read;
    const { entries, problems } = read.value;
    return ok({
      entries: entries.map((entry) => importedEntry({ ...entry, attention: attentionOf(entry) })),
      problems: problems.map(({ token, failure }) => ({ where: token, failure })),
      notes: [],
    });
  },
};

const codes: Readonly<Record<PskcNote, Attention['code']>> = {
  pin: 'token-pin',
  usage: 'token-usage',
  unchecked: 'token-unchecked',
  'not-yet': 'token-not-yet',
  date: 'token-date',
};

function attentionOf({ notes, warnings }: PskcEntry): readonly Attention[] {
  const assumed = (['digits', 'period', 'counter'] as const).filter((name) =>
    warnings.includes(`${name}-assumed`),
  );
  return [
    ...notes.map((note) => ({ code: codes[note] })),
    ...assumed.map((name) => ({ code: `assumed-${name}` as const })),
  ];
}
