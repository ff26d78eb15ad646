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
import { bitwarden, bitwardenCsv } from './formats/bitwarden';
import { ente } from './formats/ente';
import { protonAuthenticator } from './formats/proton-authenticator';
import { pskc } from './formats/pskc';
import { stratum } from './formats/stratum';
import { twoFas } from './formats/two-fas';

export const fileFormats: readonly FileFormat[] = [
  // marks of bytes (Stratum also as JSON)
  stratum,
  // JSON
  aegis,
  twoFas,
  bitwarden,
  ente,
  protonAuthenticator,
  andOtp,
  authenticator,
  // XML
  pskc,
  // CSV
  bitwardenCsv,
  // lines
  addressList,
  // hardly a mark
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
