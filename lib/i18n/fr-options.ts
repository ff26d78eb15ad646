import type { LaterWords } from './catalogue';
import type { optionsWords as english } from './en-options';

/** La page des réglages : ses parties, sa recherche, l’annulation de ce qui a été changé. */
export const optionsWords: Pick<LaterWords, keyof typeof english> = {
  sectionSecurity: 'Sécurité',
  sectionBackup: 'Sauvegarde et récupération',
  sectionTransfer: 'Importer et exporter',
  sectionSites: 'Sites et saisie',
  sectionAppearance: 'Apparence et langue',
  sectionAbout: 'À propos et diagnostic',
  sectionsLabel: 'Parties des réglages',
  findSetting: 'Trouver un réglage',
  findNone: 'Aucun réglage de ce nom. Essayez un autre mot.',
  findCount: { one: '{count} réglage trouvé', other: '{count} réglages trouvés' },
  findClear: 'Effacer la recherche',
  importTitle: 'Apporter des comptes',
  importScan: 'Ajouter un compte avec un code QR ou une clé',
  backupLocked: 'Ouvrez le coffre pour en faire une copie ou emporter vos comptes.',
  exportTitle: 'Emporter ses comptes',
  exportCopy:
    'Une copie chiffrée de tout, pour cet ordinateur ou un autre, se fait dans « Sauvegarde et récupération ».',
  exportCopyLink: 'Aller à la sauvegarde',
  appearance: 'Apparence',
  appearanceSystem: 'Comme sur cet ordinateur',
  appearanceLight: 'Claire',
  appearanceDark: 'Sombre',
  settingChanged: '« {setting} » : c’est changé.',
  settingUndone: '« {setting} » : c’est comme avant.',
  undoSteps: {
    one: '{count} autre changement peut être annulé.',
    other: '{count} autres changements peuvent être annulés.',
  },
  undo: 'Annuler',
  undoForget: 'Fermer ce message',
  organisationTitle: 'Seconde est désactivée ici',
  organisationTakeOut: 'Emporter mes comptes',
  organisationSet: 'Choisi par votre organisation.',
  rulesTitle: 'Choisi par votre organisation',
  ruleDisable: 'Seconde est désactivée sur cet ordinateur. Vous pouvez encore emporter vos comptes.',
  rulePassword: 'Le coffre doit avoir un mot de passe.',
  ruleUnattended: 'Aucun code n’est entré sans que vous le demandiez.',
  ruleClearExport:
    'Les comptes ne sortent que dans un fichier protégé par un mot de passe, et aucune clé n’est affichée.',
  rulesUnreadable:
    'Ses règles ne peuvent pas être lues. Tant qu’elles ne sont pas corrigées, les plus strictes s’appliquent.',
  rulesUnreadableNames:
    'Ceci ne peut pas être lu : {names}. Tant que ce n’est pas corrigé, la règle la plus stricte s’applique.',
};
