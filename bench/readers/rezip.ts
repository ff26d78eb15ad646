/** A zip whose directory and checksums are right, and one of whose members was changed: as somebody would make one. */
import type { Random } from '@/lib/qr/testing/pictures';
import { among, between } from '@/lib/qr/testing/pictures';
import { importLimits } from '@/lib/transfer/file-format';
import { writeZip } from '@/lib/transfer/testing/write-zip';
import { openZip } from '@/lib/transfer/zip';

import { ways } from './mutate.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What is no zip, or closed, is changed as any other file. */
export async function rezipped(bytes: Bytes, donor: Bytes, random: Random): Promise<Bytes> {
  const way = among(random, Object.values(ways));
  const zip = openZip(bytes, importLimits);
  if (!zip.ok || zip.value.isClosed || zip.value.members.length === 0) return way(bytes, donor, random);
  const chosen = between(random, 0, zip.value.members.length - 1);
  const members = [];
  for (const [index, member] of zip.value.members.entries()) {
    const read = await zip.value.read(member, null);
    const content = read.ok ? read.value : new Uint8Array(0);
    members.push({ name: member.name, content: index === chosen ? way(content, donor, random) : content });
  }
  return writeZip(members);
}
