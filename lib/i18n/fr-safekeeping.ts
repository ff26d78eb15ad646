import type { LaterWords } from './catalogue';
import type { safekeepingWords as english } from './en-safekeeping';

/** Ce qui se dit des copies, de la corbeille, de la trousse, de la récupération et du départ. */
export const safekeepingWords: Pick<LaterWords, keyof typeof english> = {
  colon: ' :',
  fileDrop: 'ou déposez-le ici',
  chooseFile: 'Choisir le fichier',
  fileFrom: 'Copie faite le {date}.',
  backupLead:
    'Un fichier chiffré, qui s’ouvre avec votre mot de passe ou votre code de récupération. Gardez-le ailleurs que sur cet ordinateur.',
  backupNone:
    'Aucune copie n’a encore été vérifiée. Si cet ordinateur était perdu, vos comptes le seraient aussi.',
  backupVerifiedOn: 'Dernière copie vérifiée : {date}.',
  backupChanges: { one: '{count} changement depuis.', other: '{count} changements depuis.' },
  backupWritten:
    'Enregistrée dans vos téléchargements : {file}. Vérifiez-la maintenant, puis mettez-la en lieu sûr.',
  backupSave: 'Enregistrer une copie de sauvegarde',
  testTitle: 'Vérifier ma copie',
  testLead: 'Choisissez le fichier que vous avez enregistré : Seconde l’ouvre et vous dit ce qu’il contient.',
  testLeadFile:
    'Choisissez le fichier {file} dans vos téléchargements : Seconde l’ouvre et vous dit ce qu’il contient.',
  testNow: 'Vérifier',
  testOpened: {
    one: 'Cette copie du {date} s’ouvre et contient {count} compte.',
    other: 'Cette copie du {date} s’ouvre et contient {count} comptes.',
  },
  testAll: 'Tout ce que vous avez maintenant s’y trouve.',
  testMissing: {
    one: '{count} compte que vous avez maintenant ne s’y trouve pas tel qu’il est aujourd’hui. Enregistrez une copie plus récente.',
    other:
      '{count} comptes que vous avez maintenant ne s’y trouvent pas tels qu’ils sont aujourd’hui. Enregistrez une copie plus récente.',
  },
  automatic: 'Enregistrer une copie automatiquement après des changements',
  automaticHint:
    'Dans le dossier « Seconde » de vos téléchargements, au plus une fois par jour. Le navigateur demandera si Seconde peut le faire.',
  automaticLast: 'Dernière copie automatique : {date}.',
  automaticFailed:
    'La dernière copie automatique n’a pas pu être enregistrée. Enregistrez-en une vous-même, puis désactivez et réactivez ce choix. (S-408)',
  automaticRefused:
    'Le navigateur ne l’a pas permis. Vous pouvez continuer d’enregistrer des copies vous-même, en un clic. (S-409)',
  removalErases:
    'Retirer Seconde du navigateur efface ses comptes. Il ne resterait que les copies que vous avez enregistrées.',
  kit: 'Trousse de récupération',
  kitLead:
    'Une page à imprimer, avec un code qui ouvre le coffre et vos copies si le mot de passe est un jour oublié.',
  kitOpen: 'Ouvrir la trousse de récupération',
  kitPoint1:
    'Le code s’affiche une seule fois. Seconde ne le conserve pas et ne pourra donc plus l’afficher.',
  kitPoint2:
    'Toute personne qui a le code et une copie peut ouvrir vos comptes. Gardez la page comme vous garderiez une clé.',
  kitPasswordFirst: 'D’abord, un mot de passe',
  kitReplaces:
    'Vous avez déjà un code de récupération. En créer un nouveau met fin à l’ancien : la page déjà imprimée n’ouvrira plus le coffre.',
  kitMake: 'Créer le code de récupération',
  kitMaking: 'Création en cours…',
  kitReady:
    'Voici votre code de récupération. Imprimez la page ou notez le code avant de fermer cet onglet : il ne sera plus affiché.',
  print: 'Imprimer',
  saveAsText: 'Enregistrer en texte simple',
  kitTextHint:
    'Le fichier texte n’est pas chiffré : mettez-le sur une clé USB plutôt que sur cet ordinateur.',
  kitThenBackup: 'À lui seul, le code n’ouvre rien : une copie de sauvegarde va avec.',
  kitFile: 'trousse-de-recuperation',
  kitWhat:
    'Ce code ouvre, sans le mot de passe, le coffre Seconde de la personne qui l’a imprimé et les copies de sauvegarde enregistrées après l’impression de cette page.',
  kitMade: 'Imprimée le {date}.',
  kitAccounts: { one: '{count} compte ce jour-là.', other: '{count} comptes ce jour-là.' },
  kitStepsTitle: 'Pour retrouver les comptes',
  kitStep1: 'Sur un ordinateur, ajoutez l’extension Seconde à Chrome, Edge ou Firefox.',
  kitStep2: 'Ouvrez Seconde, puis Réglages, puis « Ramener à partir d’une copie ».',
  kitStep3: 'Choisissez la copie de sauvegarde (un fichier dont le nom commence par « seconde- »).',
  kitStep4:
    'Choisissez « Utiliser le code de récupération » et tapez le code ci-dessus. Choisissez ensuite un nouveau mot de passe.',
  kitWhere: 'Où se trouve la copie de sauvegarde',
  kitKeep: 'Gardez cette page en lieu sûr, loin de l’ordinateur.',
  restore: 'Ramener à partir d’une copie',
  restoreLead:
    'Choisissez une copie de sauvegarde de Seconde. Vous verrez ce qu’elle contient avant que quoi que ce soit change.',
  seeInside: 'Voir ce qu’elle contient',
  previewHolds: {
    one: 'Cette copie du {date} contient {count} compte.',
    other: 'Cette copie du {date} contient {count} comptes.',
  },
  previewNew: 'nouveau',
  restoreAdd: { one: 'Ajouter le nouveau compte', other: 'Ajouter les {count} nouveaux comptes' },
  restoreNothingNew: 'Tous ses comptes sont déjà ici.',
  restoreReplace: 'Remplacer par cette copie',
  restoreReplaceHint: 'Ou tout remettre comme c’était dans la copie.',
  restoreOnlyHere: {
    one: '{count} compte qui est seulement ici irait à la corbeille.',
    other: '{count} comptes qui sont seulement ici iraient à la corbeille.',
  },
  restoreWhole: { one: 'Ramener le compte', other: 'Ramener les {count} comptes' },
  restoreWholeHint: 'Le coffre s’ouvrira avec le mot de passe et le code de récupération de cette copie.',
  restored: {
    one: 'C’est fait : il y a {count} compte dans le coffre.',
    other: 'C’est fait : il y a {count} comptes dans le coffre.',
  },
  restoredTrash: 'Ce qui était seulement ici est dans la corbeille.',
  restoreUndo: 'Revenir à l’état d’avant',
  trash: 'Corbeille',
  trashLead:
    'Les comptes retirés de Seconde peuvent revenir pendant 30 jours. Leurs codes ne s’affichent nulle part.',
  daysLeft: { one: 'encore {count} jour', other: 'encore {count} jours' },
  trashRestore: 'Remettre',
  trashRestoreOf: 'Remettre : {issuer}',
  trashRestored: '{issuer} est de retour parmi vos comptes.',
  trashForGood: 'Retirer pour de bon',
  trashForGoodOf: 'Retirer pour de bon : {issuer}',
  trashAskOne: 'Retirer {issuer} pour de bon? Ses codes ne pourraient revenir que d’une copie.',
  trashGone: 'Retiré pour de bon.',
  trashEmpty: 'Vider la corbeille',
  trashAskAll: {
    one: 'Retirer {count} compte pour de bon? Ses codes ne pourraient revenir que d’une copie.',
    other: 'Retirer {count} comptes pour de bon? Leurs codes ne pourraient revenir que d’une copie.',
  },
  trashEmptied: 'La corbeille est vide.',
  leave: 'Quitter cet ordinateur',
  leaveLead:
    'Efface tout ce que Seconde garde dans ce navigateur : comptes, corbeille, versions précédentes, clés.',
  leaveStart: 'Quitter cet ordinateur…',
  leaveBackedUp:
    'Une copie qui contient tous vos comptes a été vérifiée depuis moins d’un jour. Emportez-la avec vous.',
  leaveNotBackedUp:
    'Aucune copie contenant tous vos comptes n’a été vérifiée depuis un jour. Sans copie, leurs codes seront perdus.',
  leaveGoBackup: 'Enregistrer et vérifier d’abord une copie',
  leaveType: 'Ou, pour quitter sans copie, tapez « {word} »',
  leaveWord: 'sans copie',
  leaveErases: {
    one: '{count} compte sera effacé de ce navigateur. On ne peut pas revenir en arrière.',
    other: '{count} comptes seront effacés de ce navigateur. On ne peut pas revenir en arrière.',
  },
  leaveFiles: 'Ces fichiers restent là où vous les avez mis, d’habitude dans le dossier de téléchargements :',
  leaveNoFiles: 'Les copies que vous auriez enregistrées restent là où vous les avez mises.',
  leaveNow: 'Tout effacer',
  goneTitle: 'Il ne reste rien de vous ici',
  goneBody:
    'Les comptes, la corbeille, les versions précédentes et les clés ont été effacés de ce navigateur.',
  leftRemove: 'Vous pouvez maintenant retirer Seconde du navigateur, ou fermer cet onglet.',
  rescueTitle: 'Récupération',
  rescueDone: 'Vos comptes sont de retour',
  rescueDoneNext: 'Vous pouvez fermer cet onglet et ouvrir Seconde à partir de la barre d’outils.',
  foundNothing: 'Il n’y a rien à récupérer ici',
  foundNothingLead:
    'Seconde n’a jamais eu de compte dans ce navigateur. Une copie de sauvegarde peut y amener les vôtres.',
  foundFine: 'Le coffre est en bon état',
  foundFineLead: 'Vous pouvez quand même revenir à une version précédente, ci-dessous.',
  foundDamaged: 'Le coffre est endommagé',
  foundDamagedLead:
    'Une partie de ce que le navigateur gardait ne peut plus être lue. Voici ce qui a été trouvé.',
  foundRolledBack: 'Le navigateur a redonné un coffre plus ancien',
  foundRolledBackLead:
    'Une version plus récente a été trouvée à côté. Choisissez celle qui contient ce que vous aviez en dernier, d’habitude la plus récente.',
  foundNewer: 'Le coffre vient d’une version plus récente de Seconde',
  foundNewerLead:
    'Mettez Seconde à jour et tout y sera. D’ici là, rien n’y est touché. Vous pouvez l’enregistrer dans un fichier.',
  foundLost: 'Le coffre n’est plus à sa place',
  foundLostLead:
    'Le navigateur dit qu’il ne contient rien, et pourtant des traces de vos comptes ont été trouvées.',
  foundUnreadable: 'Le navigateur n’arrive pas à lire ce qu’il garde',
  foundUnreadableLead:
    'Enregistrez une copie de ce qui a été trouvé ci-dessous. Fermez ensuite complètement le navigateur et rouvrez-le : cela suffit souvent.',
  candidates: 'Ce qui a été trouvé',
  candidatesLead: 'Du plus récent au plus ancien. En utiliser un garde les autres.',
  candidatesOpen: 'Voir combien de comptes',
  candidateDamaged: 'Endommagé : il ne s’ouvre pas.',
  candidateUnread: 'Date inconnue',
  candidateVersion: 'version {version}',
  holdsAccounts: { one: '{count} compte', other: '{count} comptes' },
  candidateUse: 'Utiliser celui-ci',
  candidateSave: 'En enregistrer une copie',
  candidateHere: 'Il s’ouvre seulement dans ce navigateur : une copie ne s’ouvrirait pas ailleurs.',
  placeVault: 'Le coffre',
  placePrevious: 'L’état juste avant',
  placeMirror: 'Le double gardé dans ce navigateur',
  placeRing: 'Un état précédent',
  recoveryFile: 'À partir d’une copie de sauvegarde',
  recoveryFileLead:
    'Le coffre s’ouvrira ensuite avec le mot de passe et le code de récupération de cette copie.',
  recoveryUseFile: 'Ramener cette copie',
  recoveryFileLater:
    'Une copie de sauvegarde pourra être ramenée quand le navigateur pourra écrire de nouveau.',
  removed: '{issuer} est dans la corbeille pour 30 jours.',
  undoRemoval: 'Le remettre',
  backupFirst: 'Vos comptes sont seulement sur cet ordinateur.',
  backupDue: 'Vos comptes ont changé depuis votre dernière copie.',
  automaticFailedShort: 'La dernière copie automatique n’a pas pu être enregistrée. (S-408)',
  saveCopy: 'Enregistrer une copie',
  notNow: 'Pas cette semaine',
  openRecovery: 'Ouvrir la page de récupération',
  offerKit: 'Imprimer une trousse de récupération',
};
