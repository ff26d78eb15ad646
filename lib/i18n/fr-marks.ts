import type { LaterWords } from './catalogue';
import type { markWords as english } from './en-marks';

/** L’image d’un compte. */
export const markWords: Pick<LaterWords, keyof typeof english> = {
  markTitle: 'Image',
  markSuggested: 'Celle de {service}, d’après son nom',
  markInitials: 'Sa première lettre',
  markSearch: 'Rechercher un service',
  markServices: 'Services',
  markNone: 'Aucune image ne s’appelle « {query} ».',
  markFound: { one: '{count} image', other: '{count} images' },
  markCaution: 'Une image aide à retrouver le compte. Elle ne prouve pas qu’un site est le vrai.',
};
