/** KeePass 2 with its fields as columns: `TimeOtp-…`, `HmacOtp-…`, `otp` or `TOTP Seed`, whatever the others are called. */
import { ok } from '@/lib/errors';
import { readEntries } from '../entries';
import type { FileFormat } from '../file-format';
import { withoutCode } from '../left-out';
import { type TableRow, rowsOf } from '../password-table';
import { suggestedSites } from '../suggested-site';
import { type KeePassFields, hasCode, readKeePassCodes } from './keepass-otp';

const marks = /^(?:(?:time|hmac)otp-secret.*|totp seed)$/;

/** KeePass's own names of fields, and those that its exports and plug-ins give to columns. */
const columns: readonly (readonly [field: string, columns: readonly string[]])[] = [
  ['Title', ['title', 'account']],
  ['UserName', ['user name', 'username', 'login name']],
  ['URL', ['url', 'web site']],
  ['Notes', ['notes', 'comments']],
  ['otp', ['otp']],
  ['TOTP Seed', ['totp seed']],
  ['TOTP Settings', ['totp settings']],
  ...['TimeOtp', 'HmacOtp'].flatMap((kind) =>
    [
      'Secret',
      'Secret-Hex',
      'Secret-Base32',
      'Secret-Base64',
      'Length',
      'Period',
      'Algorithm',
      'Counter',
    ].map((name): readonly [string, readonly string[]] => [
      `${kind}-${name}`,
      [`${kind}-${name}`.toLowerCase()],
    ]),
  ),
];

export const keePassCsv: FileFormat = {
  id: 'keepass-csv',
  name: 'KeePass',
  recognises: ({ csvHeader }) => csvHeader?.some((name) => marks.test(name.toLowerCase())) === true,
  needs: () => ok({ secret: 'nothing' }),
  read: async (file, _secret, tools) => {
    const found: { readonly row: TableRow; readonly fields: KeePassFields }[] = [];
    let [without, beyond] = [0, 0];
    for (const [row] of rowsOf(file, tools)) {
      const fields = new Map(columns.map(([field, names]): [string, string] => [field, row.cell(...names)]));
      if (!hasCode(fields)) without += 1;
      else if (found.length <= tools.limits.entries) found.push({ row, fields });
      else beyond += 1;
    }
    const reads = found.flatMap(({ row, fields }) =>
      readKeePassCodes(fields, keePassCsv.id).map((read) => ({ read, row, fields })),
    );
    return readEntries(
      reads,
      (one) => {
        const { read, row, fields } = one as (typeof reads)[number];
        if (!read.ok) return read;
        const sites = suggestedSites([fields.get('URL') ?? '']);
        return ok({
          ...read.value,
          note: fields.get('Notes') ?? '',
          tags: [row.cell('group')],
          suggestedSites: sites,
        });
      },
      tools,
      {
        notes: withoutCode(without),
        beyond,
        where: (one) => (one as (typeof reads)[number]).fields.get('Title') ?? '',
      },
    );
  },
};
