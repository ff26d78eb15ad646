/**
 * What else people call a setting, in both languages whichever is shown: who works in English may think of a word in
 * French. By id of the place in the settings (components/options/places.ts).
 */
export const settingSynonyms: Readonly<Record<string, string>> = {
  ways: 'unlock open protect protection ouvrir déverrouiller protéger façon coffre vault',
  'way-password': 'master passphrase change set changer mot de passe maître phrase',
  'way-recovery': 'recovery code paper print code de récupération papier imprimer oublié forgotten',
  'way-passkeys':
    'passkey webauthn fingerprint biometric face hello touch yubikey empreinte biométrie visage clé sécurité clé identification',
  practice: 'remember remind try forget practise rappeler rappel oublier essayer exercice',
  lock: 'lock timeout auto session verrouillage verrouiller délai automatique',
  'lock-after': 'timeout minutes inactivity delay délai inactivité temps',
  'lock-idle': 'idle away sleep absent inactif veille pause',
  'lock-screen': 'screen session windows écran ordinateur verrouiller',
  clipboard: 'copy paste clear copier coller effacer presse papiers vider clipboard',
  copy: 'backup save file export sauvegarder sauvegarde fichier copie exporter secours',
  'copy-test': 'verify check test vérifier essayer',
  automatic: 'auto daily downloads schedule automatique téléchargements quotidien',
  kit: 'print emergency sheet recovery paper trousse imprimer feuille urgence secours',
  restore: 'restore import bring back load restaurer importer ramener charger ravoir',
  trash: 'deleted removed bin recycle undo corbeille supprimé retiré effacé poubelle',
  leave: 'erase reset wipe delete all quit departure effacer réinitialiser supprimer tout quitter partir',
  import:
    'import migrate transfer google authenticator aegis 2fas bitwarden microsoft importer migrer transférer déménager apporter',
  pskc: 'pskc xml token hardware file jeton fichier',
  receive:
    'second computer laptop receive qr series camera deuxième ordinateur portable recevoir série caméra',
  export:
    'export transfer move migrate phone new computer exporter transférer déménager téléphone nouvel ordinateur emporter',
  enrolment: 'device name first code automatic add nom appareil premier code ajouter ajout inscription',
  'sites-list':
    'autofill fill permission hosts domains websites remplir remplissage saisie permission domaines sites',
  look: 'theme dark light mode night colour color thème sombre clair mode nuit couleur apparence',
  order: 'sort order arrange pinned trier tri ordre classer ranger épinglé',
  'on-demand': 'hide show reveal codes mask screen privacy cacher masquer montrer afficher codes écran',
  language: 'language french english langue français anglais',
  support:
    'help phone diagnostic report problem error number bug soutien technique aide téléphone diagnostic rapport problème erreur numéro dépannage',
  version: 'about version help update à propos aide mise à jour',
};
