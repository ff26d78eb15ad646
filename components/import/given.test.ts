import { expect, it } from 'vitest';
import { type ImportedEntry, importLimits } from '@/lib/transfer/file-format';
import type { FileAnswer } from '@/lib/transfer/read-given';
import { admitted, entriesOf, type Given } from './given';

const fileOf = (entries: number): FileAnswer => ({
  kind: 'read',
  format: 'Aegis',
  formatId: 'aegis',
  closed: false,
  file: {
    entries: Array.from({ length: entries }, (): ImportedEntry => ({
      issuer: '',
      name: '',
      otp: { kind: 'none' },
    })),
    problems: [],
    notes: [],
  },
});
const given = (id: number, answer: FileAnswer | null): Given => ({
  id,
  name: `${id}.json`,
  content: new Blob([]),
  answer,
  share: 0,
  formatId: null,
});

it('refuses the file that goes over what is compared at once, and no other', () => {
  const before = [given(1, fileOf(importLimits.entries - 5)), given(2, null), given(3, null)];
  const second = admitted(before, 2, fileOf(6));
  expect(second).toEqual({
    kind: 'failed',
    format: 'Aegis',
    failure: { code: 'file-too-many', details: { count: '6' } },
  });
  const after = [before[0], given(2, second)].filter((one) => one !== undefined);
  const third = admitted(after, 3, fileOf(5));
  expect(third.kind).toBe('read');
  expect(entriesOf([...after, given(3, third)])).toHaveLength(importLimits.entries);
});

it('counts a file that is read again once', () => {
  const before = [given(1, fileOf(importLimits.entries))];
  expect(admitted(before, 1, fileOf(importLimits.entries)).kind).toBe('read');
});
