import { aegis, aegisEncrypted } from './aegis';
import { bitwarden } from './bitwarden';
import type { ExportFormat } from './export-format';
import { googleMigration } from './google-migration';
import { otpauthList } from './otpauth-list';
import { paper } from './paper';
import { twoFas, twoFasEncrypted } from './two-fas';

/** The table of what can be taken out, in the order in which it is offered. A new format is a new file and a new row. */
export const exportFormats: readonly ExportFormat[] = [
  aegisEncrypted,
  aegis,
  otpauthList,
  googleMigration,
  bitwarden,
  twoFasEncrypted,
  twoFas,
  paper,
];
