import { expect, it } from 'vitest';
import { backupParsers } from './parse-backup';

const text = '{}';

it.each([
  ['backup.test', { text, secret: { password: 'a' }, extra: 1 }, { text, secret: { password: 'a' } }],
  ['backup.test', { text, secret: { recoveryCode: 'a' } }, { text, secret: { recoveryCode: 'a' } }],
  ['backup.test', { text, secret: { passkey: {} } }, undefined],
  ['backup.test', { text, secret: { device: true } }, undefined],
  ['backup.test', { text: 4, secret: { password: 'a' } }, undefined],
  ['backup.test', { text, secret: { password: 'x'.repeat(5000) } }, undefined],
  ['backup.restore', { text, secret: { password: 'a' }, mode: 'all' }, undefined],
  ['recovery.restore', { id: 'a', key: { device: true } }, { id: 'a', key: { device: true } }],
  ['recovery.restore', { id: 'a', key: { device: 'yes' } }, undefined],
  ['recovery.restore', { id: '', key: { password: 'a' } }, undefined],
  ['trash.empty', {}, undefined],
  ['trash.empty', { accountId: null }, { accountId: null }],
  ['leave.now', { withoutBackup: 1 }, undefined],
] as const)('%s takes of %o only what it may', (name, fields, parsed) => {
  expect(backupParsers[name](fields)).toEqual(parsed);
});

it('refuses a file that no vault could be', () => {
  expect(backupParsers['backup.look']({ text: 'x'.repeat(20_000_001) })).toBeUndefined();
});
