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
  rowAdjusted: 'ajusté pour ce site',
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
  expiryNotToday: 'Pas aujourd’hui',
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
  // the page of a virtual token
  tokenVirtual: 'Jeton virtuel (CA Mobile OTP)',
  tokenName: 'Jeton virtuel',
  tokenLead:
    'Votre établissement remet un jeton pour l’application CA Mobile OTP. Il n’est pas nécessaire d’avoir un téléphone. Voici ce qui marche, dans l’ordre où l’essayer.',
  tokenFirst: 'Sans téléphone',
  tokenRenewTitle: 'Si votre jeton marche encore : renouvelez-le avant sa date',
  tokenRenew:
    'Renouveler est plus simple que d’en activer un nouveau. Notez ici sa date d’expiration : Seconde vous la rappelle à partir de 30 jours avant.',
  tokenLocked: 'Ouvrez le coffre avec le bouton de Seconde pour garder la date ici.',
  tokenEnds: 'Le jeton expire le',
  tokenRenewNote: 'Renouveler le jeton virtuel avant cette date.',
  tokenRemind: 'Me le rappeler',
  tokenReminded: 'C’est noté. Seconde vous le rappellera avant le {date}.',
  tokenDesktopTitle: 'Demandez CA Desktop OTP',
  tokenDesktop:
    'Le fabricant de CA Mobile OTP offre aussi un programme pour l’ordinateur, CA Desktop OTP, qui n’exige pas de téléphone. Demandez-le au centre de services.',
  tokenStandardTitle: 'Ou demandez un jeton standard',
  tokenStandard:
    'Seconde le prend comme n’importe quel autre compte. La demande plus bas est prête à envoyer.',
  tokenWhyTitle: 'Pourquoi Seconde ne peut pas l’activer',
  tokenWhy:
    'L’activation (une adresse de serveur, un nom d’utilisateur et un code d’activation) est un échange que le fabricant garde pour lui. Seuls ses propres programmes peuvent la faire. Les codes, eux, suivent une norme ouverte : avec un jeton standard, Seconde fait tout le reste.',
  tokenNoCode:
    'Seconde n’a pas besoin du code d’activation. Ne le donnez à personne, et tapez-le seulement dans le programme du fabricant.',
  tokenLetterTitle: 'Une demande prête à envoyer',
  tokenLetterLead: 'Au centre de services. Changez-la à votre goût. N’y mettez pas le code d’activation.',
  tokenLetterCopy: 'Copier la demande',
  tokenLetterCopied: 'Copiée.',
  tokenLetter:
    'Bonjour,\n\nJe dois me connecter au service d’accès à distance, et je ne peux pas utiliser un téléphone avec CA Mobile OTP.\n\nPourriez-vous me remettre l’un des suivants?\n\n1. Le programme CA Desktop OTP pour l’ordinateur, avec la marche à suivre.\n2. Un jeton logiciel standard (OATH, TOTP ou HOTP), par un fichier PSKC (RFC 6030) ou par une clé au format otpauth. J’utilise une application d’authentification dans mon navigateur, qui lit les deux.\n\nS’il existe déjà un jeton à mon nom, merci de m’indiquer sa date d’expiration et comment le renouveler avant cette date.\n\nMerci,\n',
  tokenCountdownTitle: 'Un code d’activation est valable 72 heures',
  tokenCountdownLead:
    'Si vous en avez un et attendez une réponse, ne le laissez pas expirer sans vous en apercevoir. Indiquez quand vous l’avez reçu; le code lui-même n’est pas nécessaire.',
  tokenGivenAt: 'Je l’ai reçu le',
  tokenLeft: 'Il reste {hours} h {minutes} min, jusqu’au {moment}.',
  tokenOver: 'Il a expiré le {moment}. Demandez-en un autre au centre de services.',
  tokenActivation: 'code d’activation à utiliser',
  tokenActivationNote: 'Activer le jeton avec le programme du fabricant, ou demander un autre code.',
  tokenCountdownSaved: 'C’est noté. Le rappel reste dans votre liste jusqu’à ce que vous le retiriez.',
  tokenSee: 'Ce qui marche sans téléphone',
  // files of issuers
  pskcTitle: 'Jeton d’un émetteur (fichier PSKC)',
  pskcLead:
    'Si votre établissement vous a remis un jeton dans un fichier, apportez-le comme celui d’une autre application. Vous verrez ce qu’il contient avant que rien ne soit ajouté.',
  pskcKeyHint: 'L’émetteur vous l’a donnée à part : 32 ou 64 caractères, de 0 à 9 et de A à F.',
  pskcNotePin:
    'L’émetteur demande un NIP avec ce jeton. Seconde ne le garde pas : tapez-le vous-même là où on le demande.',
  pskcNoteUsage: 'L’émetteur destine ce jeton à autre chose que se connecter avec un code.',
  pskcNoteUnchecked:
    'Le fichier ne permet pas de savoir si la clé était la bonne. Essayez un premier code avant de compter sur ce jeton.',
  pskcNoteNotYet:
    'L’émetteur indique que ce jeton commence plus tard. Ses codes peuvent être refusés d’ici là.',
  pskcNoteDate: 'Une date du fichier n’a pas pu être lue. Demandez à l’émetteur quand le jeton expire.',
};
