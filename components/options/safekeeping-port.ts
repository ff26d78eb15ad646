import type { Port } from '../app/port';

/** What the parts of the settings about copies, trash and leaving ask of their page. */
export interface SafekeepingPort extends Pick<
  Port,
  'ask' | 'onChange' | 'download' | 'openPage' | 'openPasskeyPage'
> {
  /** The browser's own question; false when the person said no. Call it in a click, before anything is awaited. */
  askToSaveFiles(): Promise<boolean>;
}
