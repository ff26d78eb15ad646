import type { Bytes } from '@/lib/crypto/bytes';
import { type Result, ok } from '@/lib/errors';
import type { ImportedEntry } from './file-format';
import { entryOf } from './formats/seconde';

/** The accounts of a series that is whole, as entries of any import. Failures as lib/vault/sealed-series says them. */
export async function openSeries(whole: Bytes, code: string): Promise<Result<readonly ImportedEntry[]>> {
  const { openFromSeries } = await import('@/lib/vault/sealed-series');
  const content = await openFromSeries(whole, code);
  return content.ok ? ok(content.value.accounts.map(entryOf)) : content;
}
