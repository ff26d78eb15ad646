import type { Failure, Result } from '@/lib/errors';
import type { AccountRow, AccountsPage } from '@/lib/messages/protocol';

export interface AskedRows {
  readonly query: string;
  readonly offset: number;
  readonly limit: number;
  /** Only this group. */
  readonly tag?: string;
  /** The place of this account is wanted too. */
  readonly follow?: string;
}
export type ReadPage = (asked: AskedRows) => Promise<Result<AccountsPage>>;

/** Rows asked for beyond what is missing, so that a steady scroll does not ask for each. */
const ahead = 12;

/**
 * The rows of the list that were asked for so far. Says which ones are missing from what is seen and asks for them; an
 * answer to an earlier question is dropped, so a fast typist never sees old rows under a new search.
 */
export class RowSource {
  total: number;
  here: number;
  host: string | null;
  tags: readonly string[];
  query = '';
  tag: string | null = null;
  failure: Failure | null = null;
  readonly #rows = new Map<number, AccountRow>();
  readonly #read: ReadPage;
  readonly #changed: () => void;
  /** Codes by counter that the person asked for while this list is open. */
  readonly #counted = new Map<string, { readonly code: string; readonly counter: number }>();
  /** Codes that were copied here, by account: until when. */
  readonly #spent = new Map<string, number>();
  #question = 0;
  #seen = { first: 0, end: 0 };
  #isFetching = false;

  constructor(first: AccountsPage, read: ReadPage, changed: () => void) {
    this.total = first.total;
    this.here = first.here;
    this.host = first.host;
    this.tags = first.tags ?? [];
    this.#read = read;
    this.#changed = changed;
    this.#keep(first);
  }

  row(index: number): AccountRow | undefined {
    const row = this.#rows.get(index);
    if (row === undefined) return undefined;
    const counted = this.#counted.get(row.id);
    if (counted)
      return { ...row, code: { kind: 'counted', current: counted.code, counter: counted.counter } };
    const usedUntilMs = this.#spent.get(row.id);
    return usedUntilMs === undefined ? row : { ...row, extra: { ...row.extra, usedUntilMs } };
  }

  /** Where this account is among the rows that were asked for; -1 when it is not. */
  placeOf(id: string): number {
    for (const [index, row] of this.#rows) if (row.id === id) return index;
    return -1;
  }

  /** The code of an account that counts, as just made for the person: shown until the list is closed. */
  count(accountId: string, made: { readonly code: string; readonly counter: number }): void {
    this.#counted.set(accountId, made);
    this.#changed();
  }

  /** Its code was copied; it ends at `untilMs`. */
  spend(accountId: string, untilMs: number): void {
    this.#spent.set(accountId, untilMs);
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

  /** A new search or group: everything is asked anew, the old rows stay until the answer is there. */
  async search(query: string, tag: string | null, limit: number): Promise<void> {
    this.query = query;
    this.tag = tag;
    await this.#ask(0, limit, true);
  }

  /** These rows are seen now; what is missing of them is asked for, in one go, and one question at a time. */
  async show(first: number, end: number): Promise<void> {
    this.#seen = { first, end };
    if (this.#isFetching) return;
    this.#isFetching = true;
    for (let missing = this.#missing(); missing; missing = this.#missing()) {
      const { from, to } = missing;
      const below = this.#rows.has(from - 1) || from === 0;
      const start = below ? from : Math.max(0, from - ahead);
      const question = this.#question;
      const answer = await this.#ask(start, to - start + (below ? ahead : 0), false);
      // Asked anew meanwhile: what is missing now is another matter.
      if (question === this.#question && (answer === null || answer.rows.length === 0)) break;
    }
    this.#isFetching = false;
  }

  /** Asks again for what is seen: a step has ended, or something changed. Answers where `follow` is now, -1 for nowhere; `null` when nothing new is known. */
  async refresh(follow?: string): Promise<number | null> {
    const { first, end } = this.#seen;
    const answer = await this.#ask(first, Math.max(1, end - first), true, follow);
    return answer && (answer.at ?? -1);
  }

  #missing(): { from: number; to: number } | null {
    let from = this.#seen.first;
    let to = Math.min(this.#seen.end, this.total);
    while (from < to && this.#rows.has(from)) from += 1;
    while (to > from && this.#rows.has(to - 1)) to -= 1;
    return from < to ? { from, to } : null;
  }

  async #ask(offset: number, limit: number, fresh: boolean, follow?: string): Promise<AccountsPage | null> {
    if (fresh) this.#question += 1;
    const question = this.#question;
    const answer = await this.#read({
      query: this.query,
      offset,
      limit,
      ...(this.tag !== null && { tag: this.tag }),
      ...(follow !== undefined && { follow }),
    });
    if (question !== this.#question) return null;
    if (answer.ok) {
      const followed = follow === undefined ? undefined : this.#rows.get(this.placeOf(follow));
      if (fresh) this.#rows.clear();
      this.failure = null;
      // The row that has the focus stays, wherever it has gone.
      const { at = -1 } = answer.value;
      if (followed && at >= 0) this.#rows.set(at, followed);
      this.#keep(answer.value);
    } else this.failure = answer.failure;
    this.#changed();
    return answer.ok ? answer.value : null;
  }

  #keep(page: AccountsPage): void {
    this.total = page.total;
    this.here = page.here;
    this.host = page.host;
    this.tags = page.tags ?? [];
    page.rows.forEach((row, index) => this.#rows.set(page.offset + index, row));
  }
}
