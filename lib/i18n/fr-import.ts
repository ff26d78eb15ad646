import type { LaterWords } from './catalogue';
import type { importWords as english } from './en-import';

export const importWords: Pick<LaterWords, keyof typeof english> = {
  bringTitle: 'Apporter des comptes',
  bringLead:
    'Déposez le fichier que votre autre application a exporté, tel quel : chiffré ou non, un zip, une image avec des codes QR, plusieurs à la fois. Rien n’est ajouté avant votre accord.',
  bringChoose: 'Choisir des fichiers…',
  bringDrop: 'ou déposez-les n’importe où sur cette page',
  bringPaste: 'Coller le texte d’une exportation',
  bringPasteHint: 'Une adresse par ligne, ou tout le texte d’un fichier.',
  bringRead: 'Lire ce texte',
  bringPasted: 'Texte collé',
  bringFrom:
    'Seconde lit Aegis, 2FAS, Google et Microsoft Authenticator, l’extension Authenticator, Bitwarden, Ente Auth, Proton, Stratum, andOTP, FreeOTP, Authy, Duo, Steam, KeePass, 1Password et bien d’autres. Elle les reconnaît à leur contenu.',
  bringLocked: 'Ouvrez d’abord le coffre',
  bringLockedLead: 'Ce qu’un fichier contient est comparé à vos comptes.',
  bringFiles: 'Fichiers',
  bringReading: 'Lecture…',
  bringProgress: '{percent} lus',
  bringStop: 'Arrêter',
  bringRemove: 'Laisser {name} de côté',
  bringFound: { one: '{count} compte', other: '{count} comptes' },
  bringKind: 'Fichier de {format}',
  bringZip: 'Zip de fichiers',
  bringPicture: 'Image',
  bringList: 'Liste d’adresses',
  bringStopped: 'Arrêté. Rien de ce fichier n’a été lu.',
  bringPassword: 'Mot de passe de ce fichier ({format})',
  bringPasswordHint:
    'Celui que vous avez choisi dans l’autre application en exportant. Seconde ne le garde nulle part.',
  bringSecondeHint: 'Le mot de passe du coffre qui l’a écrit, ou son code de récupération.',
  bringKey: 'Clé de ce fichier ({format})',
  bringKeyName: 'Le fichier l’appelle « {name} ».',
  bringWrong:
    'Le fichier ne s’ouvre pas ainsi. Vérifiez les majuscules et les espaces, puis réessayez. (S-505)',
  bringOpen: 'Ouvrir',
  bringMemory:
    'Ouvrir ce fichier prend {count} Mo de mémoire et peut ralentir l’ordinateur un moment. Fermez d’abord ce dont vous n’avez pas besoin.',
  bringMemoryAgree: 'Prendre cette mémoire',
  bringUnknown: 'Seconde ne connaît pas ce fichier. (S-507)',
  bringUnknownAsk: 'Ce pourrait être l’un de ceux-ci, qui n’ont pas de marque :',
  bringUnknownHelp:
    'Choisissez le fichier que l’autre application exporte : une capture d’écran sans code QR, un document ou une liste de mots de passe sans codes ne contient rien à apporter.',
  notePartsMissing:
    'Cette exportation vient en {size} parties, et il en manque {missing}. Ajoutez aussi leurs images, dans n’importe quel ordre.',
  noteItemsWithoutCode: {
    one: '{count} élément n’a pas de code : il reste où il est.',
    other: '{count} éléments n’ont pas de code : ils restent où ils sont.',
  },
  noteTrashLeft: {
    one: '{count} entrée était dans la corbeille de l’autre application, et y reste.',
    other: '{count} entrées étaient dans la corbeille de l’autre application, et y restent.',
  },
  notePoorVersion:
    'Les fichiers de cette ancienne version ne disent pas comment chaque code se fait. Comparez un code avec l’autre application avant de vous y fier.',
  noteAuthenticatorDamage:
    'Quand cette extension prenait elle-même des comptes dans un fichier, elle pouvait changer la façon dont leurs codes se font. Pour les comptes arrivés ainsi, comparez un code avec le téléphone, ou connectez-vous une fois, avant de retirer quoi que ce soit.',
  noteUnauthenticated: 'Ce genre de fichier ne peut pas montrer si quelqu’un l’a changé depuis.',
  attKept: 'Seconde ne sait pas faire ce code ({what}). Il est gardé tel quel, et une exportation le rend.',
  attPinMissing:
    'Son NIP n’est pas dans le fichier, et aucun code ne se fait sans lui. Tapez-le ici, ou plus tard dans la page du compte : d’ici là, il est gardé tel quel.',
  previewPinUse: 'Utiliser ce NIP',
  previewPinTyped: 'Son NIP est celui que vous avez tapé.',
  previewPinOther: 'Taper un autre NIP',
  pinTyped: 'De 4 à 16 chiffres. Un mauvais NIP donne de mauvais codes : seul le site peut le savoir.',
  attAssumed:
    'Le fichier ne dit pas {what} : ce qui est habituel a été supposé. Comparez un code avec l’autre application.',
  attAssumedKind: 'le genre de code',
  attAssumedAlgorithm: 'comment il se fait',
  attAssumedDigits: 'combien de chiffres il a',
  attAssumedPeriod: 'à quel rythme il change',
  attAssumedCounter: 'à quel numéro il est rendu',
  attCounterUnsure: 'Si le site refuse le premier code, demandez le suivant.',
  attSecretHex:
    'La clé n’était pas écrite de la façon habituelle. Comparez un code avec l’autre application.',
  attNameMissing: 'Le fichier ne dit pas à qui est ce compte. Vous pourrez le nommer ensuite.',
  attIssuersDiffer: 'Le fichier nomme le site de deux façons. Vérifiez le nom.',
  attDoubtful: 'L’autre application a pu changer ceci : {what}. Comparez un code.',
  previewTitle: 'Ce qui changerait',
  previewComparing: 'Comparaison avec vos comptes…',
  previewNothing: 'Tout ce que ces fichiers contiennent est déjà ici. Il n’y a rien à ajouter.',
  previewAttention: { one: 'À regarder ({count})', other: 'À regarder ({count})' },
  previewChanged: { one: 'Déjà ici, et différent ({count})', other: 'Déjà ici, et différents ({count})' },
  previewFresh: { one: 'Nouveau ({count})', other: 'Nouveaux ({count})' },
  previewSame: { one: 'Déjà ici, inchangé ({count})', other: 'Déjà ici, inchangés ({count})' },
  previewUnread: { one: 'Illisible ({count})', other: 'Illisibles ({count})' },
  previewLine: 'ligne ou entrée {where}',
  previewTwice: 'deux fois dans les fichiers',
  previewFromTrash: 'était dans la corbeille; revient tel quel',
  previewMore: { one: 'En montrer {count} de plus', other: 'En montrer {count} de plus' },
  previewTake: 'Apporter {name}',
  previewChoice: 'Que faire de {name}',
  previewLeave: 'Garder ce qui est ici',
  previewTakeFile: 'Prendre ce que dit le fichier',
  previewBoth: 'L’ajouter à côté',
  previewHereAs: 'ici : {name}',
  previewDiffers: 'Diffère : {fields}.',
  fieldIssuer: 'site',
  fieldName: 'nom',
  fieldCodes: 'façon de faire les codes',
  fieldCounter: 'compteur',
  fieldSecret: 'la clé : une autre sous le même nom',
  fieldNote: 'note',
  fieldTags: 'groupes',
  fieldPinned: 'épinglé',
  fieldSites: 'sites proposés',
  fieldRecovery: 'codes de récupération',
  previewCommit: { one: 'Apporter {count} compte', other: 'Apporter {count} comptes' },
  previewWriting: 'Écriture…',
  previewSafe:
    'Le coffre tel qu’il est maintenant est gardé, et vous pouvez annuler l’importation pendant 30 jours.',
  broughtAdded: { one: '{count} compte ajouté.', other: '{count} comptes ajoutés.' },
  broughtChanged: { one: '{count} compte mis à jour.', other: '{count} comptes mis à jour.' },
  broughtMeanwhile: {
    one: '{count} compte a changé ici entre-temps et est resté tel quel. Pour le comparer de nouveau, redonnez le fichier.',
    other:
      '{count} comptes ont changé ici entre-temps et sont restés tels quels. Pour les comparer de nouveau, redonnez le fichier.',
  },
  broughtSites:
    'Des fichiers nommaient des sites. Rien n’y est encore lié : la première fois que vous y entrerez un code, un clic suffira pour confirmer.',
  broughtUndo: 'Annuler cette importation',
  broughtUndone: {
    one: 'Annulé : {count} compte est dans la corbeille pour 30 jours.',
    other: 'Annulé : {count} comptes sont dans la corbeille pour 30 jours.',
  },
  broughtAgain: 'En apporter d’autres',
  lastImport: {
    one: 'Dernière importation, {date} : {count} compte.',
    other: 'Dernière importation, {date} : {count} comptes.',
  },
  reconcileTitle: 'Comparer avec votre téléphone',
  reconcileHereOnly: {
    one: 'Dans Seconde, pas dans les fichiers ({count})',
    other: 'Dans Seconde, pas dans les fichiers ({count})',
  },
  reconcileThereOnly: {
    one: 'Dans les fichiers, pas dans Seconde ({count})',
    other: 'Dans les fichiers, pas dans Seconde ({count})',
  },
  reconcileEven: 'Les deux contiennent les mêmes comptes.',
  reconcileLead: 'Il n’y a rien à faire : c’est seulement pour savoir où se trouve chaque compte.',
  reconcileNoFollow:
    'Seconde sur un autre ordinateur ne suit pas encore celle-ci : apportez de nouveau sa copie de sauvegarde quand quelque chose y change.',
  remainTitle: 'Ce qui contient encore vos clés sans protection',
  remainBackupFirst: 'Enregistrez d’abord une copie de sauvegarde et vérifiez-la. Jusque-là, gardez tout.',
  remainBackup: 'Enregistrer et vérifier une copie',
  remainReady: 'Votre copie de sauvegarde a été vérifiée. Ceci peut maintenant partir :',
  remainFile:
    '{name} : effacez-le, puis videz la corbeille de l’ordinateur. Regardez aussi dans les téléchargements et dans le nuage.',
  remainPicture: '{name} : effacez l’image, aussi dans les photos du téléphone et leur copie dans le nuage.',
  remainPasted: 'Ce que vous avez collé : effacez le texte là d’où vous l’avez copié.',
  remainExtension:
    'L’extension Authenticator : retirez-la du navigateur. Si sa synchronisation était active, retirez aussi les copies dans Google Drive, Dropbox ou OneDrive, et effacez ses données dans les autres navigateurs où vous êtes connecté.',
  remainPhone:
    'L’application de votre téléphone garde ses comptes. Les deux donnent les mêmes codes; gardez-la si vous voulez, ou retirez-la une fois que vous vous êtes connecté avec Seconde.',
  askSiteSuggested:
    'Le fichier d’où vient ce compte nomme ce site même. Un oui les lie, et la question ne revient plus.',
  bringOpenPage: 'Apporter un fichier ou les comptes d’une autre application',
};
