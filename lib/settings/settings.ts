/**
 * lib/settings: preferences with a schema version. Nothing secret: they are readable before the vault is open.
 */

export type Language = 'fr' | 'en';

/** Whose computer this is, as the person answered after the first account; `null` until asked. */
export type Computer = 'mine' | 'shared' | 'public';

export interface Settings {
  readonly schema: 1;
  /** `null`: the browser's language. */
  readonly language: Language | null;
  readonly computer: Computer | null;
  /** Type the confirmation code and a device name in the page that gave the secret. */
  readonly fillAtEnrolment: boolean;
  /** Minutes without use after which a vault with a password locks; `null`: when the browser closes. */
  readonly lockAfterMinutes: number | null;
}

export const defaultSettings: Settings = {
  schema: 1,
  language: null,
  computer: null,
  fillAtEnrolment: true,
  lockAfterMinutes: 15,
};
