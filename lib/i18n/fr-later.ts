import type { LaterWords } from './catalogue';
import { accountWords } from './fr-account';
import { enrolWords } from './fr-enrol';
import { kindWords } from './fr-kinds';
import { markWords } from './fr-marks';
import { exportWords } from './fr-export';
import { optionsWords } from './fr-options';
import { safekeepingWords } from './fr-safekeeping';
import { importWords } from './fr-import';
import { tokenWords } from './fr-tokens';
import { listWords } from './fr-list';
import { welcomeWords } from './fr-welcome';
import { scanWords } from './fr-scan';
import { sitesWords } from './fr-sites';
import { supportWords } from './fr-support';

/** Tout ce qui se dit ailleurs que dans la liste. */
export const laterWords: LaterWords = {
  ...accountWords,
  ...welcomeWords,
  ...safekeepingWords,
  ...tokenWords,
  ...importWords,
  ...sitesWords,
  ...optionsWords,
  ...exportWords,
  ...supportWords,
  ...enrolWords,
  ...kindWords,
  ...markWords,
  ...scanWords,
  ...listWords,
  filling: 'Le code est en train d’être entré…',
  lockedTitle: 'Le coffre est verrouillé',
  lockedEnrol: 'Ouvrez le coffre pour finir d’ajouter le compte.',
  lockedFill: 'Ouvrez le coffre pour entrer le code.',
  password: 'Mot de passe',
  openVault: 'Ouvrir le coffre',
  opening: 'Ouverture…',
  showPassword: 'Afficher le mot de passe',
  hidePassword: 'Masquer le mot de passe',
  unusableTitle: 'Le coffre ne peut pas être ouvert',
  unusableKept: 'Rien n’a été effacé ni remplacé.',
  tryAgain: 'Réessayer',
  protectTitle: 'Protéger le coffre',
  protectLead:
    'Ce mot de passe ouvre vos codes. Il n’est conservé nulle part : si vous l’oubliez, personne ne pourra vous le redonner.',
  newPassword: 'Nouveau mot de passe',
  repeatPassword: 'Le même mot de passe, encore une fois',
  passwordsDiffer: 'Les deux mots de passe ne sont pas pareils.',
  passwordShort: {
    one: 'Au moins 8 caractères : encore {count}.',
    other: 'Au moins 8 caractères : encore {count}.',
  },
  passwordWeak: 'Facile à deviner. Quelques mots à la suite valent mieux.',
  passwordFair: 'Correct. Un mot de plus le rendrait solide.',
  passwordStrong: 'Solide.',
  protecting: 'Protection en cours…',
  vaultProtected: 'Le coffre est protégé.',
  later: 'Plus tard',
  cancel: 'Annuler',
  done: 'Terminé',
  enrolledTitle: 'Compte ajouté',
  knownTitle: 'Ce compte était déjà ici',
  knownBody: 'Rien n’a été enregistré en double.',
  othersAdded: {
    one: '{count} autre compte a été ajouté en même temps.',
    other: '{count} autres comptes ont été ajoutés en même temps.',
  },
  filledCode: 'Code entré dans {host}',
  filledDevice: 'Nom d’appareil entré : {device}',
  pressButton: 'Appuyez maintenant sur « {button} » dans la page.',
  pressSome: 'Appuyez maintenant sur le bouton de la page pour confirmer.',
  readyBoxes: 'Quand le reste de la page est rempli, entrez le code.',
  readySubmits: 'Cette page continue d’elle-même dès que le code est complet. Remplissez d’abord le reste.',
  waitingFresh: 'Un nouveau code sera entré de lui-même dans {time}.',
  enterFresh: 'Entrer un nouveau code',
  typeIt: 'Tapez ce code dans la page pour confirmer.',
  expiredFilled: 'Le code qui est dans la page est expiré. Entrez-en un nouveau avant de continuer.',
  outcomeAccepted: 'Le site a accepté le code. Le compte est vérifié.',
  outcomeRefused: 'Le site a refusé le code. Entrez-en un nouveau et réessayez. (S-610)',
  refusedClock: 'S’il est encore refusé, vérifiez que l’horloge de cet ordinateur est à l’heure.',
  outcomeAsk: 'Le site a-t-il accepté le code?',
  yesAccepted: 'Oui, il a été accepté',
  noRefused: 'Non, il a été refusé',
  copy: 'Copier',
  computerQuestion: 'À qui est cet ordinateur?',
  computerMine: 'À moi',
  computerMineHint: 'Je suis seul ou seule à m’en servir.',
  computerShared: 'Partagé',
  computerSharedHint: 'Des collègues ou des proches s’en servent aussi.',
  computerPublic: 'Public',
  computerPublicHint: 'Bibliothèque, salle de classe, ordinateur prêté.',
  sharedRisk:
    'Sur un ordinateur partagé, toute personne qui ouvre ce navigateur pourrait utiliser vos codes. Protégez-les maintenant par un mot de passe.',
  publicTitle: 'Mieux vaut votre propre ordinateur',
  publicNotYet:
    'Dans la page, appuyez sur son propre bouton « Annuler ». Retirez ensuite le compte ici, puis recommencez sur un ordinateur à vous.',
  publicAccepted:
    'Le site compte déjà sur ce compte. Enregistrez d’abord une copie chiffrée à emporter sur votre propre ordinateur, puis retirez le compte d’ici.',
  removeAccount: 'Retirer de Seconde',
  removeAsk: 'Retirer {issuer} de Seconde? Sans copie, les codes de ce compte seront perdus.',
  keepAccount: 'Le garder',
  copyNeedsPassword:
    'Choisissez d’abord un mot de passe : il protégera vos comptes sur cet ordinateur et ouvrira la copie ailleurs.',
  makeCopy: 'Enregistrer la copie',
  makingCopy: 'Chiffrement…',
  copySaved: 'Copie enregistrée : {file}',
  chooseTitle: 'Quel compte voulez-vous ajouter?',
  chooseLead: 'Il y a plusieurs codes QR sur la page.',
  writtenTitle: 'Ajouter la clé affichée sur cette page?',
  writtenLead:
    'Seconde ne trouve aucun code QR lisible, mais une clé secrète est écrite sur la page. Ajoutez-la seulement si la page vous demande de configurer une application d’authentification.',
  privateTitle: 'Vous êtes en navigation privée',
  privateBody:
    'Le compte resterait après la fermeture de cette fenêtre et serait visible dans les fenêtres ordinaires de ce navigateur.',
  privateSave: 'L’ajouter quand même',
  privateCancel: 'Ne pas l’ajouter',
  signInTitle: 'Connexion',
  signInFilled: 'Code entré dans {host}. Vérifiez, puis appuyez sur le bouton de la page.',
  signInReady: 'Le code est prêt à être entré dans {host}.',
  signInNothing: 'Rien n’a été entré dans la page.',
  askSiteTitle: 'Est-ce le bon site?',
  askSiteBody: 'Ce code n’a jamais servi sur ce site. Un faux site pourrait vous le demander.',
  askSitePage: 'La page où vous êtes',
  askSiteKnown: 'Là où ce compte sert',
  askSiteNone: 'encore aucun site',
  askSiteNo: 'Ne pas entrer le code',
  askSiteYes: 'L’entrer dans {host}',
  pickTitle: 'Quel compte?',
  pickLead: 'Son code sera entré dans {host}.',
  failedTitle: 'Ça n’a pas fonctionné',
  optionsTitle: 'Réglages',
  language: 'Langue',
  languageBrowser: 'Celle du navigateur',
  vault: 'Coffre',
  vaultLockedNote:
    'Le coffre est verrouillé. Ouvrez-le avec le bouton de Seconde pour changer le mot de passe ou enregistrer une copie.',
  vaultEmptyNote: 'Il n’y a encore rien dans le coffre.',
  lockAfter: 'Verrouiller après',
  lockAfterHint: 'Sans que les codes aient servi.',
  lockAtClose: 'À la fermeture du navigateur',
  enrolment: 'Ajout d’un compte',
  fillAtEnrolment: 'Entrer le premier code dans la page',
  fillAtEnrolmentHint: 'Et proposer un nom pour cet ordinateur quand le site en demande un.',
  backup: 'Copie de sauvegarde',
  about: 'À propos',
  aboutBody: 'Seconde produit vos codes de connexion dans votre navigateur. Rien ne quitte cet ordinateur.',
  version: 'Version {version}',
  // les façons d’ouvrir le coffre
  waysTitle: 'Façons d’ouvrir le coffre',
  waysNotYet: 'Pas encore protégé',
  waysNotYetBody:
    'Toute personne qui ouvre ce navigateur peut voir vos codes. Choisissez un mot de passe ou créez un code de récupération.',
  wayPassword: 'Mot de passe',
  wayRecovery: 'Code de récupération',
  wayPasskey: 'Clé d’identification',
  wayPasskeys: 'Clés d’identification (passkeys)',
  wayAdded: 'Depuis le {date}',
  wayRecoveryHint:
    'Quarante caractères à garder sur papier. Il ouvre le coffre si vous oubliez le mot de passe.',
  wayPasskeyHint:
    'Votre empreinte, votre visage, le NIP de cet ordinateur ou une clé de sécurité, à la place du mot de passe.',
  wayLastHint: 'C’est la dernière façon que vous pouvez garder en tête ou sur papier. Elle reste donc là.',
  waySet: 'Choisir un mot de passe',
  wayChange: 'Changer',
  wayMake: 'Créer un code',
  wayReplace: 'Remplacer',
  wayAddPasskey: 'Ajouter une clé d’identification',
  wayRemove: 'Retirer',
  wayRemoveOf: 'Retirer : {way}',
  wayKeep: 'Garder',
  removePassword: 'Retirer le mot de passe?',
  removePasswordBody:
    'Le coffre s’ouvrira alors seulement avec votre code de récupération ou une clé d’identification.',
  removeRecovery: 'Retirer le code de récupération?',
  removeRecoveryBody:
    'Celui que vous avez sur papier n’ouvrira plus le coffre. Si vous oubliez ensuite le mot de passe, personne ne pourra l’ouvrir.',
  removePasskey: 'Retirer « {label} »?',
  removePasskeyBody:
    'Elle n’ouvrira plus le coffre. La clé elle-même reste sur votre appareil : vous pouvez l’y effacer.',
  wayRemoved: 'C’est retiré.',
  proveLead: 'Ceci change la façon d’ouvrir le coffre. Montrez d’abord que c’est bien vous.',
  proveKitLead: 'Le code de la trousse ouvre tout le coffre. Montrez d’abord que c’est bien vous.',
  proveReplaceLead:
    'Ce fichier prendrait la place du coffre ouvert ici. Montrez d’abord que c’est bien vous.',
  proveHint:
    'N’importe laquelle des façons d’ouvrir votre coffre convient. Ce ne sera pas redemandé pendant cinq minutes.',
  passwordChanged: 'Le mot de passe est changé. L’ancien n’ouvre plus le coffre.',
  goOn: 'Continuer',
  checking: 'Vérification…',
  tracesBody:
    'Ce qui était déjà enregistré a pu laisser des traces sur le disque. Si quelqu’un d’autre a pu les prendre, configurez de nouveau ces comptes dans leurs sites.',
  recoveryMakeLead:
    'Un code vous sera montré une seule fois, à noter ou à imprimer. Il ouvre le coffre à qui l’a en main : gardez-le ailleurs qu’avec cet ordinateur.',
  recoveryReplaceLead:
    'Un nouveau code vous sera montré une seule fois, à noter ou à imprimer. L’ancien cessera tout de suite d’ouvrir le coffre.',
  recoveryMake: 'Afficher le code',
  recoveryMaking: 'Préparation…',
  recoveryTitle: 'Votre code de récupération',
  recoveryShown: 'Il ne sera plus montré. Notez-le, ou imprimez-le, avant de continuer.',
  recoveryCopied: 'Code copié.',
  recoveryPrint: 'Imprimer',
  recoveryPrintNote:
    'Seconde – code de récupération, {date}. Pour ouvrir le coffre : dans la fenêtre de Seconde, choisissez « Utiliser le code de récupération », puis tapez-le. Les majuscules et les espaces ne comptent pas.',
  recoveryKept: 'C’est noté',
  recoveryCheckTitle: 'Est-il en lieu sûr?',
  recoveryCheckLead: 'D’après ce que vous avez noté, tapez le groupe {group} sur 8.',
  recoveryGroup: 'Groupe {group}',
  recoveryGroupWrong: 'Ce n’est pas le groupe {group}. Comparez avec ce que vous avez noté.',
  recoverySeeAgain: 'Revoir le code',
  recoveryDone: 'Bien gardé. Le code de récupération ouvre maintenant le coffre.',
  passkeyLead:
    'Le navigateur vous demandera votre empreinte, votre visage, votre NIP ou une clé de sécurité. Gardez quand même votre mot de passe : une clé d’identification peut se perdre avec son appareil.',
  passkeyName: 'Nom de cette clé d’identification',
  passkeyDefaultName: 'Cet ordinateur',
  passkeyAdd: 'Ajouter la clé d’identification',
  passkeyAsking: 'Répondez à la question du navigateur…',
  passkeyAdded: 'La clé d’identification ouvre maintenant le coffre.',
  passkeyFirefox:
    'Firefox ne permet pas encore aux extensions d’utiliser les clés d’identification. Votre mot de passe et votre code de récupération ouvrent le coffre.',
  passkeyNeedsOther:
    'Choisissez d’abord un mot de passe ou créez un code de récupération : une clé d’identification peut se perdre avec son appareil.',
  // quand il est verrouillé
  usePassword: 'Utiliser le mot de passe',
  useRecoveryCode: 'Utiliser le code de récupération',
  usePasskey: 'Utiliser une clé d’identification',
  recoveryCode: 'Code de récupération',
  recoveryCodeHint: 'Huit groupes de cinq. Les majuscules, les espaces et les tirets ne comptent pas.',
  unlockPageTitle: 'Ouvrir le coffre avec une clé d’identification',
  unlockPageBody: 'Répondez à la question du navigateur. Cette page se ferme ensuite d’elle-même.',
  unlockPageOpen: 'Le coffre est ouvert.',
  unlockPageNone:
    'Ce coffre n’a pas de clé d’identification dans ce navigateur. Ouvrez-le avec le bouton de Seconde.',
  // verrouillage, exercice, presse-papiers
  lockTitle: 'Verrouillage',
  lockWhenIdle: 'Verrouiller aussi quand personne n’utilise l’ordinateur',
  lockWhenIdleNever: 'Jamais',
  lockWhenIdleAfter: 'Après {time}',
  lockWithScreen: 'Verrouiller en même temps que l’écran de l’ordinateur',
  lockAlways: 'Le coffre est toujours verrouillé quand le navigateur démarre.',
  practiceSetting: 'Me faire essayer mon mot de passe de temps en temps',
  practiceSettingHint:
    'Pour le savoir encore le jour où une clé d’identification se perd. Seulement quand vous avez ouvert le coffre sans lui.',
  practiceTitle: 'Savez-vous encore votre mot de passe?',
  practiceBody: 'Essayez-le, juste pour voir. Bon ou non, rien ne change.',
  practiceTry: 'L’essayer',
  practiceRight: 'C’est bien lui. Vous le savez encore.',
  practiceWrong:
    'Ce n’est pas lui. Rien n’a changé. Votre code de récupération ou une clé d’identification permet d’en choisir un nouveau maintenant.',
  practiceChange: 'Choisir un nouveau mot de passe',
  clipboardTitle: 'Codes copiés',
  clipboardAfter: 'Vider le presse-papiers',
  clipboardNever: 'Jamais',
  clipboardIn: 'Après {time}',
  clipboardSoon: 'Le presse-papiers sera vidé dans {time}.',
  clipboardUnsure: 'Si vous avez peut-être copié autre chose depuis',
  clipboardEmptyAnyway: 'Le vider quand même',
  clipboardLeave: 'Le laisser tel quel',
  clipboardCheck: 'Laisser Seconde vérifier qu’il contient encore le code',
  clipboardCheckHint:
    'Le navigateur vous demandera la permission. Seconde regarde à ce moment seulement et ne garde rien de ce qu’elle voit.',
  clipboardChecks: 'Seconde le vide seulement s’il contient encore le code.',
  clipboardAllow: 'Vider le presse-papiers après une copie',
  clipboardAllowHint:
    'Un code que vous copiez reste dans le presse-papiers. Seconde peut l’en retirer après un moment : le navigateur vous en demandera d’abord la permission.',
  clipboardHistory:
    'Si votre ordinateur garde un historique du presse-papiers, les codes restent dans cet historique.',
};
