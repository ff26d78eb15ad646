/** Sentences for what readers say in codes. */
import type { Speech } from '@/lib/i18n/speak';
import type { ImportField } from '@/lib/messages/import-protocol';
import type { Attention } from '@/lib/transfer/attention';
import type { FileNote } from '@/lib/transfer/file-format';

const assumed = {
  'assumed-kind': 'attAssumedKind',
  'assumed-algorithm': 'attAssumedAlgorithm',
  'assumed-digits': 'attAssumedDigits',
  'assumed-period': 'attAssumedPeriod',
  'assumed-counter': 'attAssumedCounter',
} as const;

const plain = {
  'pin-missing': 'attPinMissing',
  'counter-unsure': 'attCounterUnsure',
  'secret-hex': 'attSecretHex',
  'name-missing': 'attNameMissing',
  'issuers-differ': 'attIssuersDiffer',
  'token-pin': 'pskcNotePin',
  'token-usage': 'pskcNoteUsage',
  'token-unchecked': 'pskcNoteUnchecked',
  'token-not-yet': 'pskcNoteNotYet',
  'token-date': 'pskcNoteDate',
} as const;

/** One sentence a thing; everything that a file left out is one thing. */
export function attentionSentences(attention: readonly Attention[], { t, tag }: Speech): readonly string[] {
  const left = attention.flatMap(({ code }) =>
    code in assumed ? [t(assumed[code as keyof typeof assumed])] : [],
  );
  const others = attention.flatMap(({ code, details }) => {
    const what = details?.['what'] ?? '?';
    if (code === 'kept') return [t('attKept', { what })];
    if (code === 'doubtful') return [t('attDoubtful', { what })];
    return code in plain ? [t(plain[code as keyof typeof plain])] : [];
  });
  if (left.length === 0) return others;
  const what = new Intl.ListFormat(tag, { type: 'conjunction' }).format(left);
  return [...others, t('attAssumed', { what })];
}

export function noteSentence({ code, details = {} }: FileNote, { t }: Speech): string {
  const count = Number(details['count'] ?? 0);
  switch (code) {
    case 'parts-missing':
      return t('notePartsMissing', { size: details['size'] ?? '?', missing: details['missing'] ?? '?' });
    case 'items-without-code':
      return t('noteItemsWithoutCode', { count });
    case 'trash-left':
      return t('noteTrashLeft', { count });
    case 'poor-version':
      return t('notePoorVersion');
    case 'authenticator-damage':
      return t('noteAuthenticatorDamage');
    case 'unauthenticated':
      return t('noteUnauthenticated');
  }
}

const fieldWords = {
  issuer: 'fieldIssuer',
  name: 'fieldName',
  codes: 'fieldCodes',
  counter: 'fieldCounter',
  secret: 'fieldSecret',
  note: 'fieldNote',
  tags: 'fieldTags',
  pinned: 'fieldPinned',
  sites: 'fieldSites',
  recovery: 'fieldRecovery',
} as const;

export function fieldList(fields: readonly ImportField[], { t, tag }: Speech): string {
  return new Intl.ListFormat(tag, { type: 'conjunction' }).format(
    fields.map((field) => t(fieldWords[field])),
  );
}
