import type { FileAnswer } from '@/lib/transfer/read-given';
import type { ReadingOrder } from '@/lib/transfer/reading-messages';
import type { Port } from '../app/port';

/** What the import page can do beside asking the background. */
export interface ImportPort extends Pick<Port, 'ask' | 'onChange' | 'openPage' | 'openPasskeyPage'> {
  /** Reads a file away from the page's thread; `null`: it was stopped. Nothing of it is kept after the answer. */
  read(order: ReadingOrder): Promise<FileAnswer | null>;
}
