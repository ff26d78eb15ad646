import type { WordKey } from '@/lib/i18n/catalogue';
import type { ExportId } from '@/lib/transfer/writers/export-format';

/** `own`: a backup copy, made in the settings; `series`: QR codes for Seconde on another computer. */
export type Destination = ExportId | 'own' | 'series';

interface Row {
  readonly id: Destination;
  readonly title: WordKey;
  readonly hint: WordKey;
}

/** What leaves by these opens nothing without a password or a code. */
export const closedWays = [
  { id: 'own', title: 'exportOwn', hint: 'exportOwnHint' },
  { id: 'series', title: 'exportSeries', hint: 'exportSeriesHint' },
  { id: 'aegis-encrypted', title: 'exportAegisClosed', hint: 'exportAegisClosedHint' },
  { id: '2fas-encrypted', title: 'exportTwoFasClosed', hint: 'exportTwoFasClosedHint' },
] as const satisfies readonly Row[];

export const clearWays = [
  { id: 'otpauth-list', title: 'exportList', hint: 'exportListHint' },
  { id: 'google-migration', title: 'exportGoogle', hint: 'exportGoogleHint' },
  { id: 'aegis', title: 'exportAegis', hint: 'exportAegisHint' },
  { id: '2fas', title: 'exportTwoFas', hint: 'exportTwoFasHint' },
  { id: 'bitwarden', title: 'exportBitwarden', hint: 'exportBitwardenHint' },
  { id: 'paper', title: 'exportPaper', hint: 'exportPaperHint' },
] as const satisfies readonly Row[];
