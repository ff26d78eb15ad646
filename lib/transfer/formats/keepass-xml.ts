/** KeePass 2 and KeePassXC, exported as XML, in clear. */
import { fail, ok } from '@/lib/errors';
import type { FileFormat } from '../file-format';
import { type XmlLimits, parseXml } from '../xml';
import { readKeePassTree } from './keepass-tree';

export const keePassXml: FileFormat = {
  id: 'keepass-xml',
  name: 'KeePass',
  recognises: ({ xmlRoot }) => xmlRoot === 'KeePassFile',
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ text }, _secret, tools) => {
    if (text === null) return fail('file-malformed');
    const root = parseXml(text, databaseLimits);
    return root.ok ? readKeePassTree(root.value, keePassXml.id, tools) : root;
  },
};

/** Pictures and what entries were before make a database larger than other files. */
export const databaseLimits: XmlLimits = { text: 64_000_000, elements: 2_000_000, depth: 100 };
