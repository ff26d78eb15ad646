/**
 * What a person reads who opens a file of ours in an editor, years later. Part of the authenticated header. Both
 * languages: the file may outlive the settings it was made under.
 */
export const backupNote = [
  'Copie chiffrée d’un coffre Seconde (codes à usage unique).',
  'Pour l’ouvrir : installer l’extension Seconde, puis restaurer ce fichier avec le mot de passe ou le code de récupération du coffre, tels qu’ils étaient ce jour-là.',
  'Sans Seconde : docs/decrypt.mjs, dans le code source de Seconde, l’ouvre avec Node.js seul; docs/vault-format.md décrit le format octet par octet.',
  '/ Encrypted copy of a Seconde vault (one-time codes).',
  'To open it: install the Seconde extension, then restore this file with the password or the recovery code of the vault, as they were that day.',
  'Without Seconde: docs/decrypt.mjs, in Seconde’s source code, opens it with Node.js alone; docs/vault-format.md describes the format byte by byte.',
].join(' ');
