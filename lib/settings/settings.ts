/**
 * lib/settings: preferences with a schema version. Nothing secret: they are readable before the vault is open.
 */

export type Language = 'fr' | 'en';

/** Light or dark as the browser says, or as the person chose. */
export type Appearance = 'system' | 'light' | 'dark';

/** Whose computer this is, as the person answered after the first account; `null` until asked. */
export type Computer = 'mine' | 'shared' | 'public';

export interface Settings {
  readonly schema: 1;
  /** `null`: the browser's language. */
  readonly language: Language | null;
  readonly appearance: Appearance;
  readonly computer: Computer | null;
  /** Type the confirmation code and a device name in the page that gave the secret. */
  readonly fillAtEnrolment: boolean;
  /** Minutes without use after which a vault with a password locks; `null`: when the browser closes. */
  readonly lockAfterMinutes: number | null;
  /** Minutes without mouse or keyboard after which it locks too; `null`: not for that. */
  readonly lockWhenIdleMinutes: number | null;
  /** Locks with the screen, where the browser tells (Chromium). */
  readonly lockWithScreen: boolean;
  /** Now and then asks to try the password, so that it is not forgotten. */
  readonly practice: boolean;
  /** Writes an encrypted copy to the downloads folder after changes, at most once a day. */
  readonly automaticBackup: boolean;
  /** Seconds after which a copied code is taken out of the clipboard, once the browser allows it; `null`: never. */
  readonly clipboardSeconds: number | null;
  /** What then happens where the clipboard may not be read: something else may have been copied since. */
  readonly clipboardUnsure: ClipboardUnsure;
  readonly sort: Sort;
  /** No code is on the screen before it is asked for. */
  readonly codesOnDemand: boolean;
}

/** The order of the list. `own`: as the person put it; `recent`: the last used first; `added`: the newest first. */
export const sorts = ['name', 'own', 'recent', 'added'] as const;
export type Sort = (typeof sorts)[number];

export type ClipboardUnsure = 'empty' | 'leave';

export const defaultSettings: Settings = {
  schema: 1,
  language: null,
  appearance: 'system',
  computer: null,
  fillAtEnrolment: true,
  lockAfterMinutes: 15,
  lockWhenIdleMinutes: null,
  lockWithScreen: true,
  practice: true,
  automaticBackup: false,
  clipboardSeconds: 30,
  clipboardUnsure: 'empty',
  sort: 'name',
  codesOnDemand: false,
};

export function parseAppearance(value: unknown): Appearance | null {
  return value === 'system' || value === 'light' || value === 'dark' ? value : null;
}
