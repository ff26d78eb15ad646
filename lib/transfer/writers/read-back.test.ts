import { describe, expect, it } from 'vitest';
import { oddAccounts, usualAccounts } from '@/tests/fakes/exported-accounts';
import type { ExportedAccount, ExportFormat, WriteTools } from './export-format';
import { exportFormats } from './formats';
import { lossesOf } from './losses';
import { writeChecked } from './read-back';

const nowMs = Date.UTC(2026, 10, 22);
const tools: WriteTools = { nowMs, newId: () => crypto.randomUUID(), password: 'mot de passe assez long' };
const everything: readonly ExportedAccount[] = [...usualAccounts, ...oddAccounts];

describe.each(exportFormats.map((format) => [format.id, format] as const))('%s', (_, format) => {
  it('is recognised and read back the same', async () => {
    const { carried } = lossesOf(format, everything);
    expect(await writeChecked(format, carried, tools)).toMatchObject({ ok: true });
  });

  it('is not handed over when what it wrote is not what was to be written', async () => {
    const [first, second] = lossesOf(format, everything).carried;
    if (!first || !second) throw new RangeError('two accounts expected');
    const lying: ExportFormat = {
      ...format,
      write: (accounts, given) => format.write(accounts.toReversed(), given),
    };
    expect(await writeChecked(lying, [first, second], tools)).toEqual({
      ok: false,
      failure: { code: 'export-differs', details: { account: `${first.issuer} · ${first.name}` } },
    });
  });
});
