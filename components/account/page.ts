/** What every part of an account's page is given. */
import type { Failure, Result } from '@/lib/errors';
import type { AccountDetails, Edited } from '@/lib/messages/account-protocol';
import type { Port } from '../app/port';

export interface AccountPage {
  readonly details: AccountDetails;
  readonly ask: Port['ask'];
  readonly copy: (text: string) => Promise<boolean>;
  /** The person's proof, while it holds; the parts share it. */
  readonly grant: string | null;
  readonly onGrant: (grant: string | null) => void;
  /** An edit came back: it is said with its way back, and the page reads the account again. Answers what went wrong, or null. */
  readonly onEdited: (answer: Result<Edited>, said?: string) => Promise<Failure | null>;
}
