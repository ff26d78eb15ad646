import { useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import { ok } from '@/lib/errors';
import type { ExportedAccount } from '@/lib/messages/export-protocol';
import type { Proof } from '@/lib/messages/security-protocol';
import type { ExportFormat } from '@/lib/transfer/writers/export-format';
import type { ExportPort } from './export-port';

export type Outcome =
  | { readonly kind: 'file'; readonly fileName: string }
  | { readonly kind: 'qr'; readonly texts: readonly string[] }
  | {
      readonly kind: 'paper';
      readonly accounts: readonly ExportedAccount[];
      readonly texts: readonly string[];
      readonly atMs: number;
    }
  | { readonly kind: 'series'; readonly texts: readonly string[]; readonly code: string };

export interface Agreed {
  readonly format: ExportFormat | 'series';
  readonly accountIds: readonly string[];
  readonly proof: Proof;
  readonly filePassword: string;
}

/** What became of the last agreement, and how another is carried out: asked for, written, read back, then handed over. */
export function useWriting(port: ExportPort) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const write = async (agreed: Agreed): Promise<Failure | null> => {
    const made = await (agreed.format === 'series'
      ? series(port, agreed)
      : written(port, agreed, agreed.format));
    if (made.ok) setOutcome(made.value);
    return made.ok ? null : made.failure;
  };
  return { outcome, write, forget: () => setOutcome(null) };
}

async function series(port: ExportPort, { accountIds, proof }: Agreed): Promise<Result<Outcome>> {
  const { textsOfSeries } = await import('@/lib/transfer/series');
  const sealed = await port.ask('export.series', { accountIds, proof });
  if (!sealed.ok) return sealed;
  const texts = textsOfSeries(sealed.value.sealed);
  return texts.ok ? ok({ kind: 'series', texts: texts.value, code: sealed.value.code }) : texts;
}

async function written(
  port: ExportPort,
  { accountIds, proof, filePassword }: Agreed,
  format: ExportFormat,
): Promise<Result<Outcome>> {
  const [{ writeChecked }, { lossesOf }] = await Promise.all([
    import('@/lib/transfer/writers/read-back'),
    import('@/lib/transfer/writers/losses'),
  ]);
  const taken = await port.ask('export.take', { accountIds, proof, isClosed: format.isClosed });
  if (!taken.ok) return taken;
  const { carried } = lossesOf(format, taken.value);
  const nowMs = Date.now();
  const tools = { nowMs, newId: () => crypto.randomUUID(), password: filePassword };
  const texts = await writeChecked(format, carried, tools);
  if (!texts.ok) return texts;
  if (format.shape === 'qr') return ok({ kind: 'qr', texts: texts.value });
  if (format.shape === 'paper')
    return ok({ kind: 'paper', accounts: carried, texts: texts.value, atMs: nowMs });
  const fileName = fileNameOf(format, nowMs);
  port.download(fileName, texts.value[0] ?? '', 'application/octet-stream');
  return ok({ kind: 'file', fileName });
}

/** Says what it is for and the day, and nothing of the accounts. */
function fileNameOf({ id, extension }: ExportFormat, nowMs: number): string {
  return `seconde-${id}-${new Date(nowMs).toISOString().slice(0, 10)}.${extension}`;
}
