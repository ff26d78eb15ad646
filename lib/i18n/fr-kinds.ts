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
  otherMicrosoft: 'Ce code QR sert à l’application de Microsoft',
  otherMicrosoftPage: 'Cette page parle de l’application de Microsoft',
  otherAppTitle: 'Ce code QR sert à {app}',
  otherPasskey: 'Ce code QR sert à une clé d’identification sur un téléphone',
  otherNotApp: 'Ce code QR ne sert pas à une application d’authentification',
  otherWhy:
    'Aucune autre application ne peut le lire. Le site peut aussi en donner un que Seconde sait lire.',
  otherFound: 'Sur la page, appuyez sur « {words} ». Il est maintenant à l’écran.',
  otherThenMicrosoft: 'Appuyez sur Suivant, puis numérisez le nouveau code QR.',
  otherThen: 'Numérisez ensuite le code QR que la page affiche.',
  otherThenOkta:
    'Choisissez Google Authenticator dans la liste, puis numérisez le code QR que la page affiche.',
  otherAgain: 'Me le montrer encore',
  otherSearch: 'Chercher encore',
  otherLookMicrosoft:
    'Sur la page, cherchez « Je souhaite utiliser une autre application d’authentification ». Ce lien est peut-être à une étape précédente : appuyez une ou deux fois sur Précédent, puis ici sur « Chercher encore ».',
  otherLook: 'Sur la page, cherchez un choix comme « autre application », puis numérisez de nouveau.',
  otherLookOkta:
    'Sur la page, revenez à la liste des authentificateurs et choisissez Google Authenticator, puis numérisez de nouveau.',
  tokenLookDuo:
    'Duo ne permet pas toujours une autre application. Sur la page, cherchez d’autres options, ou demandez un jeton matériel à votre établissement.',
  otherLookPasskey:
    'Sur la page, appuyez sur Annuler, puis cherchez une application d’authentification parmi les autres façons.',
  otherHidden: 'Si le lien n’est nulle part',
  otherAtOnce: 'Ce qui fonctionne tout de suite, là où c’est offert :',
  otherMethodStep: '« Je veux configurer une autre méthode »',
  otherMethodShown: '« {words} », maintenant à l’écran',
  otherPhoneStep: '« Téléphone »',
  otherCallStep: '« Appelez-moi » : une ligne fixe suffit',
  tokenAskMicrosoft:
    'Votre établissement a fermé ce choix. Il peut l’ouvrir pour vous : dans ses réglages, la méthode s’appelle « Jetons OATH logiciels tiers ».',
  otherCopy: 'Copier la demande',
  otherCopied: 'Demande copiée.',
  tokenRequestMicrosoft:
    'Bonjour,\n\nJe n’ai pas de téléphone qui puisse servir à Microsoft Authenticator. Je voudrais me connecter avec des codes à six chiffres faits sur mon ordinateur par un authentificateur conforme à la norme OATH.\n\nPourriez-vous activer pour mon compte la méthode d’authentification « Jetons OATH logiciels tiers » (Third-party software OATH tokens), afin que le lien « Je souhaite utiliser une autre application d’authentification » s’affiche sur aka.ms/mfasetup? Si ce n’est pas possible, un jeton OATH matériel ou des appels à une ligne fixe me conviendraient aussi.\n\nMerci.',
  tokenShort:
    'Votre établissement remet un jeton que seule sa propre application peut activer. Il n’est pas nécessaire d’avoir un téléphone.',
  bareKeyType: 'Dire à qui est la clé',
};
