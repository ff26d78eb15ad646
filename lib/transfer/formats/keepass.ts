/** KeePass 2 and KeePassXC: the database itself. Opened by its password; a key file or a security key is not asked for. */
import { type Bytes, textFromUtf8 } from '@/lib/crypto/bytes';
import { fail, ok } from '@/lib/errors';
import { bytesFromBase64 } from '../bytes-text';
import type { FileFormat } from '../file-format';
import { isKdbx, readKdbxHeader } from '../kdbx-header';
import { type XmlElement, parseXml } from '../xml';
import { readKeePassTree } from './keepass-tree';
import { databaseLimits } from './keepass-xml';

export const keePass: FileFormat = {
  id: 'keepass',
  name: 'KeePass',
  recognises: ({ bytes }) => isKdbx(bytes),
  needs: ({ bytes }) => {
    const header = readKdbxHeader(bytes);
    return header.ok ? ok({ secret: 'password', memoryMiB: header.value.memoryMiB }) : header;
  },
  read: async ({ bytes }, password, tools) => {
    const { openKdbx } = await import('../kdbx');
    const open = await openKdbx(bytes, password ?? '', tools);
    if (!open.ok) return open;
    const text = textFromUtf8(open.value.xml);
    if (text === null) return fail('file-malformed');
    const root = parseXml(text, databaseLimits);
    if (!root.ok) return root;
    const values = revealed(root.value, open.value.reveal);
    return readKeePassTree(root.value, keePass.id, tools, (value) => values.get(value) ?? value.text);
  },
};

/** One cipher runs through all closed values of the file, what entries were before included. */
function revealed(root: XmlElement, reveal: (closed: Bytes) => Bytes): ReadonlyMap<XmlElement, string> {
  const closed: { readonly element: XmlElement; readonly bytes: Bytes }[] = [];
  const waiting = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.attributes.get('Protected')?.toLowerCase() === 'true')
      closed.push({ element, bytes: bytesFromBase64(element.text) ?? new Uint8Array(0) });
    for (let at = element.children.length - 1; at >= 0; at -= 1) {
      const child = element.children[at];
      if (child) waiting.push(child);
    }
  }
  const all = new Uint8Array(closed.reduce((length, { bytes }) => length + bytes.length, 0));
  let at = 0;
  for (const { bytes } of closed) {
    all.set(bytes, at);
    at += bytes.length;
  }
  const open = reveal(all);
  at = 0;
  return new Map(
    closed.map(({ element, bytes }): [XmlElement, string] => {
      at += bytes.length;
      return [element, new TextDecoder().decode(open.subarray(at - bytes.length, at))];
    }),
  );
}
