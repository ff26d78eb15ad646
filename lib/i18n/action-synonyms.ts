/**
 * What else people call an action, in both languages whichever is shown. By id of the action in the command palette
 * (components/palette/palette-actions.ts).
 */
export const actionSynonyms = {
  copy: 'copy code clipboard paste copier code presse-papiers coller',
  fill: 'fill enter type insert code page entrer remplir saisir écrire insérer code',
  show: 'show reveal see display afficher voir montrer révéler',
  pin: 'pin unpin favourite top star épingler désépingler favori haut étoile',
  groups: 'group groups tag label groupe groupes étiquette classer',
  move: 'move up down reorder order déplacer monter descendre ordre',
  details:
    'details edit rename change note site key history plus more détails modifier renommer changer note clé historique autres',
  remove: 'remove delete retirer supprimer effacer enlever',
  recovery: 'recovery repair damaged lost back récupération réparer endommagé perdu ravoir',
  token: 'token virtual ca mobile otp arcot rsq jeton virtuel',
  welcome:
    'welcome tour practice help start first steps tutorial accueil visite exercice essai aide débuter premiers pas',
  scan: 'scan scanner qr code read capture picture add account enrol numériser scanner lire balayer code qr image ajouter compte',
  add: 'add account new manual key hand camera picture image file qr enrol ajouter compte nouveau manuel clé secrète main caméra photo image fichier',
  import:
    'import export file bring move transfer phone google authenticator aegis bitwarden importer fichier apporter transférer téléphone exportation migrer',
  lock: 'lock close log out sign out verrouiller fermer barrer quitter déconnecter coffre',
  protect: 'password protect lock mot de passe protéger verrouiller sécurité',
  backup: 'backup save copy file safe sauvegarder sauvegarde copie fichier secours enregistrer',
  settings: 'settings options preferences paramètres réglages options préférences configuration',
  shortcuts: 'keyboard shortcuts keys hotkeys help clavier raccourcis touches aide',
  sort: 'sort order arrange trier tri ordre classer ranger',
  'sort-name': 'name alphabet nom alphabétique',
  'sort-own': 'own manual custom mien manuel',
  'sort-recent': 'recent last used récent dernier utilisé',
  'sort-added': 'newest new added nouveau récent ajouté',
  'on-demand':
    'hide show reveal codes mask screen privacy cacher masquer montrer afficher codes écran discret',
  look: 'theme appearance light dark mode night colour thème apparence clair sombre nuit mode couleur',
  french: 'french français langue language',
  english: 'english anglais langue language',
} as const;
