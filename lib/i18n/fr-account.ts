import type { LaterWords } from './catalogue';
import type { accountWords as english } from './en-account';

/** Ce que dit la page d’un compte. */
export const accountWords: Pick<LaterWords, keyof typeof english> = {
  accFullPage: 'Ouvrir en pleine page',
  accPage: 'Compte',
  accTwinKey:
    '{account} a la même clé secrète : c’est probablement le même compte deux fois. Gardez-en un seul.',
  accTwinName:
    '{account} porte les mêmes noms. S’il sert au même site, il se peut que seul un des deux fonctionne.',
  accSeeOther: 'Voir l’autre',
  accPractice: 'C’est le compte d’exercice. Retirez-le quand vous voulez.',
  // les champs
  accFields: 'Noms et note',
  accNamesHint: 'Ces noms sont pour vous seulement. Le site ne les voit pas.',
  accDevice: 'Nom de cet appareil sur le site',
  accDeviceHint:
    'Certains sites montrent la liste de vos appareils quand vous vous connectez. Seconde choisit alors celui-ci.',
  accNote: 'Note',
  accNoteHint: 'Pour vous seulement. Elle est chiffrée avec le reste.',
  accTags: 'Groupes',
  accTagsHint: 'Séparés par des virgules. Par exemple : Travail, Famille.',
  accTagAdd: 'Ajouter à {tag}',
  accPinned: 'Garder en haut de la liste',
  accMark: 'Image',
  accMarkChoose: 'Choisir une image',
  accSavedUndo: 'Annuler',
  accUndone: 'Remis comme avant.',
  // les sites
  accSites: 'Sites',
  accSitesLead:
    'Seconde entre les codes de ce compte à ces adresses et à aucune autre, sauf si vous dites oui.',
  accSitesNone: 'Aucun site pour l’instant. Il s’en ajoute un quand vous y utilisez un code.',
  accSitesCount: { one: '{count} site', other: '{count} sites' },
  accSiteRemove: 'Enlever {host}',
  accSiteWiden: 'Aussi tout {domain}',
  accSiteWidenYes: 'Oui, tout {domain}',
  accDomain: 'Toutes les adresses qui se terminent par {domain}',
  accSiteAdd: 'Ajouter un site',
  accSiteAddress: 'Adresse du site',
  accSiteAddressHint: 'Copiez-la de la page où vous vous connectez.',
  accSiteAddYes: 'Ajouter {host}',
  accSiteAddNo: 'Ne pas l’ajouter',
  accSiteAlready: 'Les codes peuvent déjà être entrés sur {host}.',
  accSiteAdded: '{host} est ajouté.',
  accSiteOthers: '{account} sert aussi sur {host}. Seconde vous demandera lequel vous voulez.',
  accSuggested: 'Nommés par le fichier que vous avez importé',
  // l’essai d’un code
  accTest: 'Vérifier un code',
  accTestLead:
    'Tapez le code que montre une autre application ou un autre appareil. Seconde vous dit si ce compte le produit.',
  accTestField: 'Code à vérifier',
  accTestButton: 'Vérifier',
  accTestNow: 'Oui : ce compte produit ce code en ce moment.',
  accTestBefore:
    'Oui : c’est le code d’il y a un instant. Il vient de changer, ou l’autre horloge retarde un peu.',
  accTestAfter: 'Oui : c’est le prochain code. L’autre horloge avance un peu.',
  accTestAhead:
    'C’est un code de ce compte, mais d’une horloge qui avance d’environ {time} sur cet ordinateur. Si l’heure de cet ordinateur est juste, réglez l’autre appareil.',
  accTestBehind:
    'C’est un code de ce compte, mais d’une horloge qui retarde d’environ {time} sur cet ordinateur. Si l’heure de cet ordinateur est juste, réglez l’autre appareil.',
  accTestOther: 'Non : c’est {account} qui produit ce code.',
  accTestNone:
    'Non : ce compte ne produit pas ce code. Sa clé est une autre, ou il a été configuré de nouveau sur l’autre appareil.',
  // la clé
  accKey: 'Clé secrète et code QR',
  accKeyLead:
    'Pour avoir les mêmes codes sur un autre appareil, ou changer la façon dont ils sont faits. Votre mot de passe vous sera demandé.',
  accKeyNone: 'C’est un rappel : il n’a pas de code.',
  accKeyUnknown:
    'Ce compte vient d’une version plus récente de Seconde. Mettez Seconde à jour pour le changer.',
  accPinMissing:
    'Le fichier d’où vient ce compte ne contient pas son NIP. Tapez-le, et Seconde fera ses codes.',
  accPinSave: 'Garder ce NIP',
  accPinSaved: 'Le NIP est gardé : les codes se font avec lui.',
  accKeyKept:
    'Seconde ne sait pas faire les codes de ce compte ({what}). Il est gardé comme le fichier l’a donné, et une exportation le rend tel quel.',
  accKeyShow: 'Afficher la clé',
  accKeyChange: 'Changer la façon de faire les codes',
  accKeyUnprotected:
    'La clé n’est pas affichée tant que le coffre n’a pas de mot de passe : quiconque ouvre ce navigateur pourrait la prendre. Protégez d’abord le coffre.',
  accProveLead: 'D’abord, montrez que c’est bien vous.',
  accContinue: 'Continuer',
  accKeyWarning:
    'Qui voit ceci peut produire vos codes, pour toujours. Ne le montrez à personne : aucun service de soutien n’a de raison de le demander.',
  accKeyQr: 'Code QR de ce compte, à numériser avec votre autre appareil',
  accKeyText: 'Clé secrète',
  accKeyPin: 'NIP',
  accKeyCopy: 'Copier la clé',
  accKeyCopied: 'Clé copiée',
  accKeyHide: 'Masquer',
  accKeyHidden: 'Masquée. Demandez-la de nouveau si vous en avez besoin.',
  accKeyGoes: 'Elle disparaît d’elle-même dans {time}.',
  accKeyCounter:
    'Ce compte numérote ses codes : deux appareils ne concorderaient bientôt plus. Utilisez-en un seul.',
  accKeyTooLong: 'Ces noms sont trop longs pour un code QR. Tapez plutôt la clé.',
  accOtpTitle: 'Façon de faire les codes',
  accOtpLead:
    'Ne changez ceci que si le site vous a donné une nouvelle clé, ou si la première a été mal tapée. Le site n’en sait rien.',
  accOtpKey: 'Nouvelle clé secrète',
  accOtpKeyHint: 'Laissez vide pour garder celle d’aujourd’hui.',
  accOtpPinHint: 'Laissez vide pour garder celui d’aujourd’hui.',
  accOtpDiffers:
    'Les codes ne seront plus les mêmes. Si le site connaît ceux d’aujourd’hui, il refusera les nouveaux.',
  accOtpSame: 'Les codes restent les mêmes.',
  accOtpSave: 'Garder ceci',
  accOtpSaved: 'C’est changé. Le compte n’est plus vérifié tant que le site n’a pas accepté un code.',
  // l’historique
  accHistory: 'Historique',
  accHistoryLead:
    'Ce qui a changé ici, et ce qu’il y avait avant. C’est gardé jusqu’à la prochaine copie de sauvegarde vérifiée.',
  accHistoryAdded: 'Ajouté le {date}.',
  accHistoryByYou: 'par vous',
  accHistoryByImport: 'par une importation',
  accHistoryByUndo: 'par l’annulation d’une importation',
  accHistoryByRestore: 'par une copie ramenée',
  accHistoryNone: 'Rien n’a été changé depuis la dernière copie de sauvegarde.',
  accHistoryCount: { one: '{count} changement', other: '{count} changements' },
  accHistoryBack: 'Remettre',
  accHistoryBackOf: 'Remettre ce qu’il y avait avant le {moment}',
  accHistoryLine: '{field} : {before} → {after}',
  accHistoryEmpty: 'rien',
  accHistoryKey: 'la clé secrète était une autre',
  accHistoryDigits: '{kind}, {count} chiffres',
  accHistoryDone: 'Remis comme avant.',
  accHistoryDate: 'Expiration',
  accHistoryRenewal: 'Quoi faire à l’expiration',
  accHistoryDomains: 'Domaines entiers',
  // retirer
  accRemoveLead:
    'Il va dans la corbeille pour 30 jours. Le site n’en sait rien, et demande toujours un code.',
  accRemoved: '{issuer} est dans la corbeille.',
  accGone: 'Ce compte n’est plus ici.',
  accSeeTrash: 'Voir la corbeille',
  accOpenFirst: 'Ouvrez le coffre pour voir ce compte.',
};
