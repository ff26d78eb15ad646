import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { ImportChoice, ImportPreview, ImportRow } from '@/lib/messages/import-protocol';
import type { ImportedEntry } from '@/lib/transfer/file-format';
import type { ImportPort } from './import-port';

export interface Preview {
  readonly preview: ImportPreview | null;
  readonly problem: Failure | null;
  readonly choices: readonly ImportChoice[];
  readonly choose: (index: number, choice: ImportChoice) => void;
}

/**
 * What the entries would change, asked again whenever they or the accounts are others; with the choice made of each, or the usual
 * one. `sources`: the entries as the files have them, by which choices are known again.
 */
export function usePreview(
  port: Pick<ImportPort, 'ask'>,
  entries: readonly ImportedEntry[],
  sources: readonly ImportedEntry[],
  ready: boolean,
): Preview {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [choices, setChoices] = useState<readonly ImportChoice[]>([]);
  const chosen = useRef(new WeakMap<ImportedEntry, ImportChoice>());
  const choiceOf = (row: ImportRow, at: number): ImportChoice => {
    const source = sources[at];
    const made = source && chosen.current.get(source);
    return row.status === 'same' ? 'leave' : (made ?? usual(row));
  };
  useEffect(() => {
    if (!ready || entries.length === 0) return setPreview(null);
    let wanted = true;
    void port.ask('import.preview', { entries }).then((answer) => {
      if (!wanted) return;
      setProblem(answer.ok ? null : answer.failure);
      setPreview(answer.ok ? answer.value : null);
      setChoices(answer.ok ? answer.value.rows.map(choiceOf) : []);
    });
    return () => {
      wanted = false;
    };
  }, [port, entries, ready]);
  const choose = (index: number, choice: ImportChoice): void => {
    const source = sources[index];
    if (source) chosen.current.set(source, choice);
    setChoices((before) => before.map((one, at) => (at === index ? choice : one)));
  };
  return { preview, problem, choices, choose };
}

function usual(row: ImportRow): ImportChoice {
  if (row.status === 'same') return 'leave';
  return row.status === 'changed' ? row.usual : 'take';
}
