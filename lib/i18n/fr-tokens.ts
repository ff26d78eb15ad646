import type { LaterWords } from './catalogue';
import type { tokenWords as english } from './en-tokens';

export const tokenWords: Pick<LaterWords, keyof typeof english> = {
  // the site's clock
  seconds: { one: '{count} seconde', other: '{count} secondes' },
  clockAhead: 'L’horloge de cet ordinateur avance de {time} sur {host}.',
  clockBehind: 'L’horloge de cet ordinateur retarde de {time} sur {host}.',
  clockWouldRefuse: 'Le site refuserait son code, donc rien n’a encore été entré.',
  clockRefused: 'Le site a refusé le code.',
  clockIsWhy: 'C’est probablement la raison.',
  clockAdjust: 'Ajuster pour ce site',
  clockAdjustHint: 'Seuls les codes de ce site changent. L’horloge de l’ordinateur reste comme elle est.',
  clockAnyway: 'Entrer le code sans ajuster',
  clockFine: 'L’horloge de cet ordinateur concorde avec {host} : l’heure n’est pas en cause.',
  clockAgrees: 'L’horloge de cet ordinateur concorde avec {host}.',
  clockUnknown:
    'L’heure de {host} n’a pas pu être lue : Seconde ne sait pas si l’horloge de cet ordinateur est juste.',
  clockTooFar: 'C’est plus d’un jour. Réglez l’horloge de cet ordinateur, puis réessayez.',
  clockAdjusted: 'Les codes de {host} sont ajustés de {time}.',
  clockStop: 'Ne plus ajuster',
  clockChanged: 'Les horloges ont changé depuis l’ajustement pour ce site.',
  clockTitle: 'Horloge',
  clockLead: 'Demande l’heure à {host}, une fois, et à personne d’autre.',
  clockCheck: 'Vérifier l’horloge',
  clockChecking: 'Vérification…',
  rowAdjusted: 'ajusté pour {host}',
  // dates
  expiresOn: 'expire le {date}',
  expiredOn: 'expiré le {date}',
  expiresInDays: {
    one: '{issuer} expire dans {count} jour.',
    other: '{issuer} expire dans {count} jours.',
  },
  expiresInHours: {
    one: '{issuer} expire dans {count} heure.',
    other: '{issuer} expire dans {count} heures.',
  },
  hasExpired: '{issuer} a expiré le {date}.',
  seeDetails: 'Détails',
  detailsOf: 'Détails de {issuer}',
  back: 'Retour',
  dateTitle: 'Expiration',
  dateLabel: 'Expire le',
  dateHint:
    'Seconde vous le rappelle à partir de 30 jours avant. Les codes continuent de s’afficher après cette date.',
  noteLabel: 'Quoi faire alors',
  noteHint: 'Par exemple : où le renouveler, et qui appeler.',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  removeDate: 'Enlever la date',
  // counters
  counterTitle: 'Compteur',
  counterLead:
    'Ce compte numérote ses codes. Quand le site les refuse, c’est que sa numérotation et celle d’ici se sont éloignées.',
  counterNow: 'Le prochain code est le numéro {number}.',
  counterCode: 'Un code de votre autre appareil, ou du centre de services',
  counterSecond: 'Le code qui le suit, si vous l’avez',
  counterFind: 'Trouver sa place',
  counterForward: 'Trouvé. Le prochain code sera le numéro {number}.',
  counterMove: 'Continuer à partir de là',
  counterBackward:
    'Trouvé, mais avant les codes déjà produits ici. Revenir au numéro {number} pourrait produire des codes qui ont déjà servi.',
  counterMoveBack: 'Revenir quand même',
  counterSame: 'Trouvé : la numérotation d’ici est déjà la bonne.',
  counterAmbiguous: 'Ce code pourrait être à deux endroits. Tapez aussi celui qui le suit.',
  counterNone:
    'Ce code n’est pas parmi les mille codes d’avant ou d’après. Vérifiez-le, ou demandez-en un plus récent.',
  counterNumber: 'Ou indiquez le numéro du prochain code',
  counterSet: 'Régler',
  counterDone: 'C’est fait. Le prochain code est le numéro {number}.',
  counterLower: 'C’est plus bas que maintenant : des codes qui ont déjà servi pourraient revenir.',
  // tokens of an issuer
  tokenTitle: 'Jeton',
  tokenMaker: 'Fabricant : {name}',
  tokenSerial: 'Numéro de série : {number}',
  tokenPin:
    'L’émetteur demande un NIP avec ce jeton. Seconde ne le garde pas : tapez-le vous-même là où on le demande.',
};
