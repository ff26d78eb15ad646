import { parseMigration } from '@/lib/otp/google-migration';
import type { ImportFormat } from '@/lib/transfer/format';

/** One QR code of a Google Authenticator export. */
export const googleExport: ImportFormat = {
  id: 'google-export',
  recognises: (text) => /^otpauth-migration:[^\r\n]*$/i.test(text.trim()),
  read: (text) => {
    const migration = parseMigration(text);
    if (!migration.ok) return { entries: [], problems: [migration.failure] };
    const { accounts, problems, batch } = migration.value;
    return { entries: accounts, problems, batch };
  },
};
