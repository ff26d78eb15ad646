import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { GivenAnswers } from '@/lib/transfer/read-given';
import { admitted, type Given } from './given';
import type { ImportPort } from './import-port';

export interface Files {
  readonly given: readonly Given[];
  readonly busy: boolean;
  readonly add: (files: readonly { readonly name: string; readonly content: Blob }[]) => void;
  /** Again, with what the person said. */
  readonly retry: (id: number, answers: GivenAnswers) => void;
  readonly stop: (id: number) => void;
  readonly remove: (id: number) => void;
  readonly clear: () => void;
}

let lastId = 0;

/** The files given to the page, read one after the other. What was read goes with the page, or when the import is done. */
export function useFiles(read: ImportPort['read']): Files {
  const [given, setGiven] = useState<readonly Given[]>([]);
  const readings = useRef(new Map<number, AbortController>());
  /** Readings wait for each other: two Argon2 at once would take twice the memory. */
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const change = useCallback((id: number, of: Partial<Given>) => {
    setGiven((before) => before.map((one) => (one.id === id ? { ...one, ...of } : one)));
  }, []);

  const start = useCallback(
    ({ id, name, content }: Given, answers: GivenAnswers) => {
      const controller = new AbortController();
      readings.current.set(id, controller);
      change(id, { answer: null, share: 0, formatId: answers.formatId });
      queue.current = queue.current.then(async () => {
        const progress = (share: number) => change(id, { share });
        const { signal } = controller;
        const answer = signal.aborted ? null : await read({ name, content, answers, signal, progress });
        if (readings.current.get(id) !== controller) return;
        readings.current.delete(id);
        setGiven((before) =>
          before.map((one) =>
            one.id === id ? { ...one, answer: answer ? admitted(before, id, answer) : 'stopped' } : one,
          ),
        );
      });
    },
    [read, change],
  );

  useEffect(() => () => readings.current.forEach((controller) => controller.abort()), []);

  const forget = (id: number): void => {
    readings.current.get(id)?.abort();
    readings.current.delete(id);
  };

  return {
    given,
    busy: given.some(({ answer }) => answer === null),
    add: (files) => {
      const fresh = files.map(({ name, content }): Given => ({
        id: ++lastId,
        name,
        content,
        answer: null,
        share: 0,
        formatId: null,
      }));
      setGiven((before) => [...before, ...fresh]);
      for (const one of fresh) start(one, { formatId: null, secret: null });
    },
    retry: (id, answers) => {
      const one = given.find((other) => other.id === id);
      if (one) start(one, answers);
    },
    stop: (id) => readings.current.get(id)?.abort(),
    remove: (id) => {
      forget(id);
      setGiven((before) => before.filter((one) => one.id !== id));
    },
    clear: () => {
      for (const { id } of given) forget(id);
      setGiven([]);
    },
  };
}
