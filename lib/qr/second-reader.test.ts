import type { QRCode } from 'jsqr';
import { describe, expect, it, vi } from 'vitest';

const chunks = [
  { type: 'alphanumeric', text: 'OTPAUTH' },
  { type: 'byte', bytes: [0x4d, 0xfc], text: '' },
  { type: 'eci', assignmentNumber: 20 },
  { type: 'byte', bytes: [0x93, 0xfa], text: '' },
  { type: 'kanji', bytes: [0x93, 0xfa], text: '本' },
  { type: 'numeric', text: '42' },
];
vi.mock('jsqr', () => ({
  default: (): Partial<QRCode> => ({ data: 'OTPAUTH本42', chunks: chunks as never, location: {} as never }),
}));

describe('readWithJsqr', () => {
  it('leaves no segment out, whatever its charset', async () => {
    const { readWithJsqr } = await import('@/lib/qr/second-reader');
    const picture = { width: 1, height: 1, data: new Uint8Array(1) };
    const [code] = await readWithJsqr(picture, Infinity);
    expect(code?.text).toBe('OTPAUTHMü日本42');
  });
});
