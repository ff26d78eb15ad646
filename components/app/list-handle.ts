import type { AccountRow } from '@/lib/messages/protocol';

/** What the command palette may do with the list that is on the screen. */
export interface ListHandle {
  /** The row that the keyboard is at. */
  row(): AccountRow | undefined;
  /** Copies its code. */
  use(row: AccountRow): void;
  fill(row: AccountRow): void;
  menu(row: AccountRow): void;
  search(text: string): void;
}
