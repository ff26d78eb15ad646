/**
 * Every foreign file that Seconde reads, as a table in the order of recognition: marks of bytes first, then shapes of JSON,
 * roots of XML, headers of CSV, lines of addresses, and last what has no mark and needs a person's word. A new format is a
 * new file and a new row.
 */
import type { FileFormat, SeenFile } from './file-format';
import { addressList } from './formats/address-list';
import { aegis } from './formats/aegis';
import { andOtp, andOtpClosed } from './formats/and-otp';
import { authenticator } from './formats/authenticator';
import { authy } from './formats/authy';
import { authyExport } from './formats/authy-export';
import { battleNet } from './formats/battle-net';
import { bitwarden } from './formats/bitwarden';
import { duo } from './formats/duo';
import { enpass } from './formats/enpass';
import { ente } from './formats/ente';
import { freeOtp } from './formats/free-otp';
import { freeOtpBackup } from './formats/free-otp-backup';
import { freeOtpPlus } from './formats/free-otp-plus';
import { html } from './formats/html';
import { keePass } from './formats/keepass';
import { keePassCsv } from './formats/keepass-csv';
import { keePassXml } from './formats/keepass-xml';
import { keycloak } from './formats/keycloak';
import { lastPassAuthenticator } from './formats/lastpass-authenticator';
import { onePassword } from './formats/one-password';
import {
  applePasswords,
  bitwardenCsv,
  dashlane,
  keePassXcCsv,
  lastPassCsv,
  nordPass,
  onePasswordCsv,
  protonPassCsv,
  strongbox,
} from './formats/password-tables';
import { googleDatabase, microsoftDatabase } from './formats/phone-databases';
import { protonAuthenticator } from './formats/proton-authenticator';
import { protonPass } from './formats/proton-pass';
import { pskc } from './formats/pskc';
import { raivo } from './formats/raivo';
import { seconde } from './formats/seconde';
import { steam } from './formats/steam';
import { steamFolder, steamManifest } from './formats/steam-folder';
import { stratum } from './formats/stratum';
import { totpAuthenticator } from './formats/totp-authenticator';
import { twoFas } from './formats/two-fas';
import { authenticatorPlus, winAuth } from './formats/zipped-lists';

export const fileFormats: readonly FileFormat[] = [
  // marks of bytes (Stratum also as JSON)
  stratum,
  freeOtpBackup,
  keePass,
  googleDatabase,
  microsoftDatabase,
  // zips, by the names in them
  protonPass,
  onePassword,
  raivo,
  authenticatorPlus,
  steamFolder,
  winAuth,
  // JSON
  seconde,
  aegis,
  twoFas,
  bitwarden,
  ente,
  protonAuthenticator,
  lastPassAuthenticator,
  freeOtpPlus,
  authyExport,
  steam,
  steamManifest,
  enpass,
  keycloak,
  duo,
  andOtp,
  authenticator,
  // XML
  pskc,
  keePassXml,
  authy,
  battleNet,
  freeOtp,
  html,
  // CSV
  bitwardenCsv,
  protonPassCsv,
  onePasswordCsv,
  lastPassCsv,
  dashlane,
  nordPass,
  keePassXcCsv,
  keePassCsv,
  strongbox,
  applePasswords,
  // lines
  addressList,
  // hardly a mark
  totpAuthenticator,
  andOtpClosed,
];

/** The row that reads this file, or `null`: it is none of ours to guess at. */
export function recogniseFile(file: SeenFile): FileFormat | null {
  return fileFormats.find((format) => format.recognises(file)) ?? null;
}

/** Formats without a mark that an unrecognised file could be, for the person to say. */
export function possibleFormats(file: SeenFile): readonly FileFormat[] {
  return fileFormats.filter((format) => format.mayBe?.(file));
}
