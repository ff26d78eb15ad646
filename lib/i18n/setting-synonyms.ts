/**
 * What else people call a setting, in both languages whichever is shown: who works in English may think of a word in
 * French. By id of the place in the settings (components/options/places.ts).
 */
export const settingSynonyms: Readonly<Record<string, string>> = {
  ways: 'unlock open protect protection ouvrir déverrouiller protéger façon coffre vault façons ways',
  'way-password': 'master passphrase change set changer mot de passe maître phrase password passe',
  'way-recovery': 'recovery code paper print code de récupération papier imprimer oublié forgotten',
  'way-passkeys':
    'passkey webauthn fingerprint biometric face hello touch yubikey empreinte biométrie visage clé sécurité clé identification clés passkeys',
  practice:
    'remember remind try forget practise rappeler rappel oublier essayer exercice faire passe temps have password then',
  lock: 'lock timeout auto session verrouillage verrouiller délai automatique locking',
  'lock-after': 'timeout minutes inactivity delay délai inactivité temps verrouiller après lock after',
  'lock-idle':
    'idle away sleep absent inactif veille pause verrouiller aussi quand personne utilise ordinateur also lock when nobody uses computer',
  'lock-screen': 'screen session windows écran ordinateur verrouiller même temps lock with computer',
  clipboard: 'copy paste clear copier coller effacer presse papiers vider clipboard codes copiés copied',
  copy: 'backup save file export sauvegarder sauvegarde fichier copie exporter secours copy',
  'copy-test': 'verify check test vérifier essayer copie copy',
  automatic:
    'auto daily downloads schedule automatique téléchargements quotidien enregistrer copie automatiquement après changements save copy automatically after changes',
  kit: 'print emergency sheet recovery paper trousse imprimer feuille urgence secours récupération',
  restore: 'restore import bring back load restaurer importer ramener charger ravoir partir copie from copy',
  trash: 'deleted removed bin recycle undo corbeille supprimé retiré effacé poubelle trash',
  leave:
    'erase reset wipe delete all quit departure effacer réinitialiser supprimer tout quitter partir ordinateur leave this computer',
  import:
    'import migrate transfer google authenticator aegis 2fas bitwarden microsoft importer migrer transférer déménager apporter comptes bring accounts pskc xml token issuer jeton émetteur fichier file',
  receive:
    'second computer laptop receive qr series camera deuxième ordinateur portable recevoir série caméra autre from another nouvel new',
  export:
    'export transfer move migrate phone new computer exporter transférer déménager téléphone nouvel ordinateur emporter comptes take accounts',
  enrolment:
    'device name first code automatic add nom appareil premier code ajouter ajout inscription entrer dans page enter',
  'sites-list':
    'autofill fill permission hosts domains websites remplir remplissage saisie permission domaines sites',
  'site-open':
    'badge dot icon notice permission point icône signaler voir quand ouvre site when open this see',
  'site-fill':
    'autofill automatic unattended fill remplir automatique automatiquement saisie entrer code tout seul enter itself',
  'site-links':
    'otpauth link click lien clic clics liens compte ouvrent dans seconde clicks account links open',
  look: 'theme dark light mode night colour color thème sombre clair mode nuit couleur apparence appearance',
  order: 'sort order arrange pinned trier tri ordre classer ranger épinglé comptes accounts',
  'on-demand':
    'hide show reveal codes mask screen privacy cacher masquer montrer afficher codes écran chaque jusqu demande each until',
  language: 'language french english langue français anglais',
  shortcuts: 'keys hotkeys keyboard shortcuts touches clavier raccourcis',
  support:
    'help phone diagnostic report problem error number bug soutien technique aide téléphone diagnostic rapport problème erreur numéro dépannage pour support',
  version: 'about version help update à propos aide mise à jour',
  welcome:
    'tour start tutorial first visite débuter premiers pas revoir accueil exercice welcome practice again',
};
