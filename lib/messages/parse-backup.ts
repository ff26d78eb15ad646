/** Parsers of the messages of lib/messages/backup-protocol.ts. */
import type { BackupProtocol, TypedKey, TypedSecret } from './backup-protocol';

type Fields = Readonly<Record<string, unknown>>;
type Parsers = {
  readonly [N in keyof BackupProtocol]: (fields: Fields) => BackupProtocol[N]['request'] | undefined;
};

/** A vault of ten thousand accounts is a tenth of this. */
const longestFile = 20_000_000;
const longestSecret = 4096;

export const backupParsers: Parsers = {
  'backup.state': () => null,
  'backup.write': () => null,
  'backup.look': ({ text }) => (isText(text, longestFile) ? { text } : undefined),
  'backup.test': fileRequest,
  'backup.preview': fileRequest,
  'backup.restore': (fields) => {
    const file = fileRequest(fields);
    const { mode } = fields;
    if (!file || (mode !== 'whole' && mode !== 'replace' && mode !== 'add')) return undefined;
    return { ...file, mode };
  },
  'backup.automatic': ({ on }) => (typeof on === 'boolean' ? { on } : undefined),
  'backup.not-now': () => null,
  'trash.list': () => null,
  'trash.restore': ({ accountId }) => (isId(accountId) ? { accountId } : undefined),
  'trash.empty': ({ accountId }) => (accountId === null || isId(accountId) ? { accountId } : undefined),
  'recovery.findings': () => null,
  'recovery.preview': candidateRequest,
  'recovery.restore': candidateRequest,
  'recovery.export': ({ id }) => (isId(id) ? { id } : undefined),
  'leave.state': () => null,
  'leave.now': ({ withoutBackup }) => (typeof withoutBackup === 'boolean' ? { withoutBackup } : undefined),
};

function fileRequest({ text, secret }: Fields): { text: string; secret: TypedSecret } | undefined {
  const typed = typedSecret(secret);
  return isText(text, longestFile) && typed ? { text, secret: typed } : undefined;
}

function candidateRequest({ id, key }: Fields): { id: string; key: TypedKey } | undefined {
  const isDevice = isFields(key) && key['device'] === true;
  const typed = isDevice ? ({ device: true } as const) : typedSecret(key);
  return isId(id) && typed ? { id, key: typed } : undefined;
}

function typedSecret(value: unknown): TypedSecret | undefined {
  if (!isFields(value)) return undefined;
  const { password, recoveryCode } = value;
  if (isText(password, longestSecret)) return { password };
  return isText(recoveryCode, longestSecret) ? { recoveryCode } : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isId(value: unknown): value is string {
  return isText(value, 300) && value !== '';
}
