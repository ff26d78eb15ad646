import type { Failure, Result } from '@/lib/errors';
import type { AccountRow, AccountsPage } from '@/lib/messages/protocol';

export type ReadPage = (query: string, offset: number, limit: number) => Promise<Result<AccountsPage>>;

/**
 * The rows of the list that were asked for so far. Says which ones are missing from what is seen and asks for them; an
 * answer to an earlier question is dropped, so a fast typist never sees old rows under a new search.
 */
export class RowSource {
  total: number;
  here: number;
  host: string | null;
  query = '';
  failure: Failure | null = null;
  readonly #rows = new Map<number, AccountRow>();
  readonly #read: ReadPage;
  readonly #changed: () => void;
  /** Codes by counter that the person asked for while this list is open. */
  readonly #counted = new Map<string, { readonly code: string; readonly counter: number }>();
  #question = 0;
  #seen = { first: 0, end: 0 };
  #pending: string | null = null;

  constructor(first: AccountsPage, read: ReadPage, changed: () => void) {
    this.total = first.total;
    this.here = first.here;
    this.host = first.host;
    this.#read = read;
    this.#changed = changed;
    this.#keep(first);
  }

  row(index: number): AccountRow | undefined {
    const row = this.#rows.get(index);
    const counted = row && this.#counted.get(row.id);
    return counted
      ? { ...row, code: { kind: 'counted', current: counted.code, counter: counted.counter } }
      : row;
  }

  /** The code of an account that counts, as just made for the person: shown until the list is closed. */
  count(accountId: string, made: { readonly code: string; readonly counter: number }): void {
    this.#counted.set(accountId, made);
    this.#changed();
  }

  /** Rows in what is seen that have arrived. */
  seen(): AccountRow[] {
    const rows: AccountRow[] = [];
    for (let index = this.#seen.first; index < this.#seen.end; index += 1) {
      const row = this.#rows.get(index);
      if (row) rows.push(row);
    }
    return rows;
  }

  /** A new search: everything is asked anew, the old rows stay until the answer is there. */
  search(query: string, limit: number): Promise<void> {
    this.query = query;
    return this.#ask(0, limit, true);
  }

  /** These rows are seen now; what is missing of them is asked for, in one go. */
  async show(first: number, end: number): Promise<void> {
    this.#seen = { first, end };
    let from = first;
    while (from < end && this.#rows.has(from)) from += 1;
    let to = end;
    while (to > from && this.#rows.has(to - 1)) to -= 1;
    const key = `${this.#question}:${from}:${to}`;
    if (from === to || this.#pending === key) return;
    this.#pending = key;
    await this.#ask(from, to - from, false);
    if (this.#pending === key) this.#pending = null;
  }

  /** Asks again for what is seen: a step has ended, or something changed. */
  refresh(): Promise<void> {
    const { first, end } = this.#seen;
    return this.#ask(first, Math.max(1, end - first), true);
  }

  async #ask(offset: number, limit: number, fresh: boolean): Promise<void> {
    if (fresh) this.#question += 1;
    const question = this.#question;
    const answer = await this.#read(this.query, offset, limit);
    if (question !== this.#question) return;
    if (answer.ok) {
      if (fresh) this.#rows.clear();
      this.failure = null;
      this.#keep(answer.value);
    } else this.failure = answer.failure;
    this.#changed();
  }

  #keep(page: AccountsPage): void {
    this.total = page.total;
    this.here = page.here;
    this.host = page.host;
    page.rows.forEach((row, index) => this.#rows.set(page.offset + index, row));
  }
}
