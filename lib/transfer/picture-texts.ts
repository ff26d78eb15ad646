import { failure } from '@/lib/errors';
import { recogniseQrText } from '@/lib/providers/recognise';
import type { EntryProblem, ReadFile, ReadTools } from './file-format';
import { readAddressList } from './formats/address-list';
import { isMigration } from './formats/google';
import { isAddress } from './from-address';

/** The texts of QR codes: addresses and exports become entries, what is something else is named in its own sentence. */
export async function readPictureTexts(texts: readonly string[], tools: ReadTools): Promise<ReadFile> {
  const isOurs = (text: string): boolean => isAddress(text) || isMigration(text);
  // A QR code may hold line ends; they are no ends of addresses.
  const addresses = texts.filter(isOurs).map((text) => text.trim().replace(/[\r\n]+/g, ''));
  const read = await readAddressList(addresses.join('\n'), 'otpauth', tools);
  const others = texts.filter((text) => !isOurs(text)).map(problemOf);
  const file = read.ok ? read.value : { entries: [], problems: [], notes: [] };
  return { ...file, problems: [...file.problems, ...others] };
}

function problemOf(text: string): EntryProblem {
  const recognised = recogniseQrText(text);
  return {
    where: '',
    failure: recognised.kind === 'failure' ? recognised.failure : failure('qr-not-an-account'),
  };
}
