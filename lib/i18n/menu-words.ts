import type { Language } from '@/lib/settings/settings';

/** The few words the background says by itself. Static: its menus are made in one go, with nothing to load. */
export interface MenuWords {
  /** Context menu on a QR code. */
  readonly enrol: string;
  /** Context menu in a field. */
  readonly fill: string;
  /** Context menu on selected text. */
  readonly key: string;
  /** Proposed to a site that asks for the name of the device. */
  readonly deviceName: string;
}

export const menuWords: Readonly<Record<Language, MenuWords>> = {
  fr: {
    enrol: 'Ajouter à Seconde',
    fill: 'Entrer le code',
    key: 'Ajouter cette clé à Seconde',
    deviceName: 'Seconde (ordinateur)',
  },
  en: {
    enrol: 'Add to Seconde',
    fill: 'Fill code',
    key: 'Add this key to Seconde',
    deviceName: 'Seconde (computer)',
  },
};
