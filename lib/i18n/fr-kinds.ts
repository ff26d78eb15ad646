import type { LaterWords } from './catalogue';
import type { kindWords as english } from './en-kinds';

/** Ce qui se dit des autres sortes de codes, des exportations en plusieurs parties et des codes QR d’autres applications. */
export const kindWords: Pick<LaterWords, keyof typeof english> = {
  pinTitle: 'Votre NIP pour ce compte',
  pinLead:
    'Les codes de ce compte sont faits avec un NIP que vous avez choisi sur le site, ou reçu. Seconde le garde chiffré avec le compte.',
  pinField: 'NIP',
  pinHint: 'De 4 à 16 chiffres.',
  pinShow: 'Afficher le NIP',
  pinHide: 'Masquer le NIP',
  pinSave: 'Ajouter le compte',
  pinWrong:
    'Un mauvais NIP donne de mauvais codes : seul le site peut le savoir. S’il refuse le code, numérisez de nouveau le code QR.',
  collectedTitle: 'Partie {have} de {size} ajoutée',
  collectedSeveral: '{have} parties sur {size} ajoutées',
  collectedWhole: 'Toute l’exportation est ici',
  collectedParts: 'Parties de l’exportation',
  collectedHere: 'Partie {number} : ajoutée',
  collectedMissing: 'Partie {number} : manquante',
  collectedNext:
    'Dans l’autre application, affichez la partie {number} sur {size}, puis numérisez-la. L’ordre n’a pas d’importance.',
  collectedAdded: { one: '{count} compte ajouté.', other: '{count} comptes ajoutés.' },
  collectedKnown: {
    one: '{count} était déjà ici et n’a pas été ajouté deux fois.',
    other: '{count} étaient déjà ici et n’ont pas été ajoutés deux fois.',
  },
  collectedUnread: {
    one: '{count} n’a pas pu être lu et a été laissé de côté. Gardez l’autre application tant que vous ne l’avez pas.',
    other:
      '{count} n’ont pas pu être lus et ont été laissés de côté. Gardez l’autre application tant que vous ne les avez pas.',
  },
  collectedKept: 'Ce qui est ajouté reste, même si vous arrêtez ici.',
  collectedScan: 'Numériser la partie suivante',
  collectedOther:
    'Ce code QR fait partie d’une autre exportation : rien n’en a été ajouté. Affichez une partie de la première, ou recommencez avec celle-ci.',
  collectedStartOver: 'Recommencer avec celle-ci',
  partTitle: 'Entrez cette partie dans la page',
  partLead:
    'Le site demande une deuxième partie de la clé. Entrez-la à l’endroit prévu dans la page, puis continuez. Les espaces ne comptent pas.',
  partCopy: 'Copier cette partie',
  partCopied: 'Copiée.',
  partThen: 'Ensuite, si la page demande un code :',
};
