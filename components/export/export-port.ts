/**
 * components/export: accounts taken out, and received from another computer. What makes codes is here only between the proof of
 * who asks and the moment it is written, or for as long as the person looks at it; a locked vault takes it away.
 */
import type { Result } from '@/lib/errors';
import type { PasskeyOpening, PasskeyWay } from '@/lib/messages/security-protocol';
import type { Port } from '../app/port';

export interface ExportPort extends Pick<Port, 'ask' | 'onChange' | 'openPage'> {
  download(fileName: string, text: string, type: string): void;
  print(): void;
  /** Null where the browser lets no extension use passkeys. */
  readonly askPasskey: ((ways: readonly PasskeyWay[]) => Promise<Result<PasskeyOpening>>) | null;
}
