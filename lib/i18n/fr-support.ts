import type { LaterWords } from './catalogue';
import type { supportWords as english } from './en-support';

/** L’écran qui se lit au téléphone à la personne qui aide. */
export const supportWords: Pick<LaterWords, keyof typeof english> = {
  supportTitle: 'Pour le soutien',
  supportNever:
    'Ne dites jamais un code, une clé ou votre trousse de récupération à personne. Qui vous aide n’en a pas besoin.',
  supportLead: 'Ce qui suit peut être lu au téléphone : il n’y a là aucun nom, aucun site et aucun secret.',
  supportVersion: 'Version',
  supportBrowser: 'Navigateur',
  supportVault: 'Coffre',
  supportVaultEmpty: 'Vide',
  supportVaultLocked: 'Verrouillé',
  supportVaultOpen: 'Ouvert, protégé',
  supportVaultUnprotected: 'Ouvert, sans protection',
  supportVaultUnusable: 'Ne s’ouvre pas, {number}',
  supportWays: 'Façons de l’ouvrir',
  supportPasskeys: { one: '{count} clé d’identification', other: '{count} clés d’identification' },
  supportAccounts: 'Comptes',
  supportCount: { one: '{count}', other: '{count}' },
  supportBackup: 'Dernière copie vérifiée',
  supportBackupNever: 'Aucune',
  supportChanges: { one: '{count} changement depuis', other: '{count} changements depuis' },
  supportAutomaticOn: 'copies automatiques activées',
  supportAutomaticOff: 'copies automatiques désactivées',
  supportClock: 'Horloge',
  supportClockUnknown: 'Pas encore comparée',
  supportClockRight: 'À l’heure',
  supportClockAhead: 'En avance de {time}',
  supportClockBehind: 'En retard de {time}',
  supportRules: 'Règles de l’organisation',
  supportRuleDisable: 'désactivée',
  supportRulePassword: 'mot de passe exigé',
  supportRuleUnattended: 'aucun code entré tout seul',
  supportRuleClearExport: 'aucune sortie sans protection',
  supportUnreadable: 'règles illisibles',
  supportNone: 'Aucune',
  supportUnknown: 'Inconnu : le coffre n’est pas ouvert',
  supportCopy: 'Copier ce rapport',
  supportCopied: 'C’est copié. Vous pouvez le coller dans un courriel.',
  supportNotCopied:
    'Le navigateur n’a pas permis la copie. Lisez le texte au téléphone, ou sélectionnez-le. (S-904)',
  supportNumbers:
    'Quand quelque chose ne va pas, le message finit par un numéro court, comme S‑301. C’est le même en français et en anglais : dites-le aussi.',
};
