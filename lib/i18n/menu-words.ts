import type { Language } from '@/lib/settings/settings';

/** The few words the background says by itself. Static: its menus and titles are set in one go, with nothing to load. */
export interface MenuWords {
  /** Context menu on a QR code. */
  readonly addToSeconde: string;
  /** Context menu in a field. */
  readonly fillCode: string;
  /** Title of the toolbar button, when there is nothing to say. */
  readonly buttonTitle: string;
  /** The same, when a badge says that something waits in the popup. */
  readonly buttonDone: string;
  readonly buttonWaiting: string;
  readonly buttonFailed: string;
}

export const menuWords: Readonly<Record<Language, MenuWords>> = {
  fr: {
    addToSeconde: 'Ajouter à Seconde',
    fillCode: 'Entrer le code',
    buttonTitle: 'Seconde',
    buttonDone: 'Seconde : c’est fait, cliquez pour voir',
    buttonWaiting: 'Seconde : une réponse est attendue, cliquez pour voir',
    buttonFailed: 'Seconde : ça n’a pas fonctionné, cliquez pour voir',
  },
  en: {
    addToSeconde: 'Add to Seconde',
    fillCode: 'Fill code',
    buttonTitle: 'Seconde',
    buttonDone: 'Seconde: done, click to see',
    buttonWaiting: 'Seconde: an answer is needed, click to see',
    buttonFailed: 'Seconde: it did not work, click to see',
  },
};
