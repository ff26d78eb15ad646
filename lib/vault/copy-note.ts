/**
 * What a person reads who opens the file of a copy in an editor, years later. Part of the authenticated header. Both
 * languages: the file may outlive the settings it was made under.
 */
export const copyNote = [
  'Copie chiffrée d’un coffre Seconde (codes à usage unique).',
  'Pour l’ouvrir : installer l’extension Seconde, puis restaurer ce fichier avec le mot de passe choisi pour cette copie.',
  'Sans Seconde : le format est décrit octet par octet dans docs/vault-format.md du code source de Seconde.',
  '/ Encrypted copy of a Seconde vault (one-time codes).',
  'To open it: install the Seconde extension, then restore this file with the password chosen for this copy.',
  'Without Seconde: the format is described byte by byte in docs/vault-format.md of Seconde’s source code.',
].join(' ');
