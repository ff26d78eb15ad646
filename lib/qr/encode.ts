import { encodeQR } from 'qr';

import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';

/** A code to draw: `<svg viewBox="0 0 size size"><path d={path}/></svg>`, one unit a module, quiet zone included. */
export interface QrDrawing {
  readonly size: number;
  /** Dark modules, a rectangle for each run of a row. */
  readonly path: string;
}

/** ISO/IEC 18004 §9.1. */
const quietModules = 4;

/**
 * The QR code of a text (UTF-8, error correction M). Drawn dark on white whatever the theme: many readers do not
 * read the inverse.
 *
 * @returns `uri-too-long` above what version 40-M holds (2,331 bytes)
 */
export function encodeQrPath(text: string): Result<QrDrawing> {
  // §7.4.9, table 7. The package only says so by throwing a text.
  if (new TextEncoder().encode(text).length > 2331) return fail('uri-too-long');
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietModules });
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  }
  return ok({ size: rows.length, path });
}
