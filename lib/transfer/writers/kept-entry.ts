import type { KeptOtp } from '@/lib/otp/parameters';

/** The entry as a file of that format had it, to be written again unchanged; `null` for what came from elsewhere. */
export function keptEntry({ format, raw }: KeptOtp, id: string): object | null {
  if (format !== id || raw === undefined) return null;
  try {
    const entry: unknown = JSON.parse(raw);
    return typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? entry : null;
  } catch {
    return null;
  }
}
