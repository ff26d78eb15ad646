/** Every export, read by other programs: the same accounts, and the same codes at twenty moments. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Added,
  addPart,
  assembled,
  readSeriesPart,
  type SeriesSoFar,
  seriesTexts,
} from '@/lib/transfer/series';
import { exportFormats } from '@/lib/transfer/writers/formats';
import { otpauthList } from '@/lib/transfer/writers/otpauth-list';
import { atLeast, atMost, type BenchResult, type Figure, known } from '../bench.ts';
import { madeAccounts } from '../roundtrip/accounts.ts';
import { byPyotp, moments, roundTrip, scanned, type Trip } from '../roundtrip/measure.ts';

export async function run(): Promise<BenchResult> {
  const accounts = madeAccounts();
  const figures: Figure[] = [known('accounts of every kind and parameter', accounts.length, 'accounts')];
  const details: Record<string, Trip> = {};
  for (const format of exportFormats) {
    const trip = await roundTrip(format, accounts);
    details[format.id] = trip;
    figures.push(
      known(`${format.id}: accounts carried`, trip.carried, 'accounts'),
      known(`${format.id}: left out, and said`, trip.leftOut, 'accounts'),
      atMost(0, `${format.id}: other names elsewhere`, trip.otherNames.length, 'accounts'),
      atMost(
        0,
        `${format.id}: other codes elsewhere at ${moments.length} moments`,
        trip.otherCodes.length,
        'accounts',
      ),
      known(`${format.id}: codes compared, of which by oathtool`, trip.byOathtool, `of ${trip.codes} codes`),
    );
  }
  figures.push(known('otpauth-list: other codes by pyotp', await byPyotp(otpauthList, accounts), 'accounts'));
  const series = scannedSeries();
  figures.push(
    known('series of 3,000 bytes', series.size, 'QR codes'),
    atLeast(1, 'series: whole again after zbarimg, in reverse order', series.isWhole ? 1 : 0, 'series'),
  );
  return { name: 'roundtrip', figures, details };
}

function scannedSeries(): { readonly size: number; readonly isWhole: boolean } {
  const whole = Uint8Array.from({ length: 3000 }, (_, at) => (at * at * 31 + at) % 251);
  const written = seriesTexts(whole);
  const texts = written.ok ? written.value : [];
  const folder = mkdtempSync(join(tmpdir(), 'seconde-roundtrip-'));
  let soFar: SeriesSoFar | null = null;
  for (const text of texts.toReversed()) {
    const part = readSeriesPart(scanned(folder, text));
    const added: Added | null = part && addPart(soFar, part);
    if (added && added.kind !== 'other') soFar = added.soFar;
  }
  rmSync(folder, { recursive: true });
  const read = soFar && assembled(soFar);
  const isWhole = read !== null && read !== 'damaged' && Buffer.from(read).equals(Buffer.from(whole));
  return { size: texts.length, isWhole };
}
