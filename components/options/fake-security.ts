/** For tests: a browser that allows what it is told to. */
import { vi } from 'vitest';
import { fail } from '@/lib/errors';
import type { SecurityPort } from './security-port';

export function createFakeSecurity(change: Partial<SecurityPort> = {}): SecurityPort {
  return {
    browser: 'chromium',
    askPasskey: vi.fn(() => Promise.resolve(fail('passkey-cancelled'))),
    createPasskey: vi.fn(() => Promise.resolve(fail('passkey-cancelled'))),
    hasPermission: vi.fn(() => Promise.resolve(false)),
    requestPermission: vi.fn(() => Promise.resolve(true)),
    print: vi.fn(),
    ...change,
  };
}
