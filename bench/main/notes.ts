/** One call or message of the background, as bench/browser/trace.js writes it; times are Unix ms with fractions. */
export interface Note {
  readonly name: string;
  readonly from: number;
  /** `null`: had not ended when the notes were taken. */
  readonly to: number | null;
  /** Names of what was read or written, the injected file, or the kind of the page's answer. */
  readonly sum: string | readonly string[] | null;
}

const isAbout = ({ sum }: Note, word: string) =>
  (Array.isArray(sum) ? sum.join() : String(sum)).split(',').includes(word);

function find(notes: readonly Note[], name: string, word: string | null, fromMs: number): Note | undefined {
  return notes.find(
    (note) => note.name === name && note.from >= fromMs && (word === null || isAbout(note, word)),
  );
}

export function isAsked(notes: readonly Note[], name: string, word: string): boolean {
  return find(notes, name, word, 0) !== undefined;
}

/** Whether the page has answered that a code stands in its field. */
export function isDone(notes: readonly Note[], kind: string): boolean {
  return find(notes, 'scripting.executeScript', kind, 0) !== undefined;
}

export function messageMs(notes: readonly Note[], message: string): number {
  return endOf(find(notes, `message ${message}`, null, 0), message);
}

/** The vault was written and storage, asked again, held it: only then is a write acknowledged. */
export function savedMs(notes: readonly Note[]): number {
  const written = endOf(find(notes, 'local.set', 'vault', 0), 'the write of the vault');
  return endOf(find(notes, 'local.get', 'vault', written), 'the reading after the write');
}

/** The page answered that its field holds the code. */
export function filledMs(notes: readonly Note[]): number {
  return endOf(find(notes, 'scripting.executeScript', 'filled', 0), 'the code in the field');
}

function endOf(note: Note | undefined, what: string): number {
  if (!note || note.to === null) throw new Error(`the trace has not seen ${what}`);
  return note.to;
}

/** Every call from a moment on, in ms from it: where the time goes. */
export function timeline(notes: readonly Note[], zeroMs: number): string[] {
  const ms = (at: number | null) => (at === null ? '…' : (at - zeroMs).toFixed(1));
  return notes
    .filter(({ from }) => from >= zeroMs - 1)
    .map(({ name, from, to, sum }) =>
      `${ms(from)}–${ms(to)} ${name} ${sum === null ? '' : String(sum)}`.trim(),
    );
}
