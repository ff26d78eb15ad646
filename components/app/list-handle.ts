import type { AccountRow } from '@/lib/messages/protocol';

export type MenuPart = 'all' | 'move' | 'groups' | 'remove';

/** What the command palette may do with the list that is on the screen. */
export interface ListHandle {
  /** The row that the keyboard is at. */
  row(): AccountRow | undefined;
  /** Copies its code. */
  use(row: AccountRow): void;
  fill(row: AccountRow): void;
  /** Reads its code out, where codes are hidden. */
  show(row: AccountRow): void;
  details(row: AccountRow): void;
  /** Opens its menu at `part`. */
  menu(row: AccountRow, part: MenuPart): void;
  search(text: string): void;
}
