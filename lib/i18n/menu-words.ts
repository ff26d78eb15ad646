import type { Language } from '@/lib/settings/settings';

/** The few words the background says by itself. Static: its menus are made in one go, with nothing to load. */
export interface MenuWords {
  /** Context menu on a QR code. */
  readonly enrol: string;
  /** Context menu in a field. */
  readonly fill: string;
  /** Context menu on selected text. */
  readonly key: string;
  /** The toolbar icon, where its mark stands. */
  readonly here: string;
  /** Proposed to a site that asks for the name of the device. */
  readonly deviceName: string;
}

export const menuWords: Readonly<Record<Language, MenuWords>> = {
  fr: {
    enrol: 'Ajouter à Seconde',
    fill: 'Entrer le code',
    key: 'Ajouter cette clé à Seconde',
    here: 'Seconde : vous avez un compte pour ce site',
    deviceName: 'Seconde (ordinateur)',
  },
  en: {
    enrol: 'Add to Seconde',
    fill: 'Enter code',
    key: 'Add this key to Seconde',
    here: 'Seconde: you have an account for this site',
    deviceName: 'Seconde (computer)',
  },
};
