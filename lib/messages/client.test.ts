import { beforeEach, expect, test, vi } from 'vitest';
import { ask, parseReply } from '@/lib/messages/client';

const sendToBackground = vi.hoisted(() => vi.fn<(message: unknown) => Promise<unknown>>());
vi.mock('@/lib/browser/runtime', () => ({ sendToBackground }));

beforeEach(() => {
  sendToBackground.mockReset();
});

test('sends the name and the request, and gives back the value', async () => {
  sendToBackground.mockResolvedValue({ ok: true, value: { code: '123456', counter: 4 } });
  const reply = await ask('accounts.next', { accountId: 'a' });
  expect(sendToBackground).toHaveBeenCalledWith({ name: 'accounts.next', request: { accountId: 'a' } });
  expect(reply).toEqual({ ok: true, value: { code: '123456', counter: 4 } });
});

test('is a failure, not an exception, when nobody answers', async () => {
  sendToBackground.mockRejectedValue(new Error('Receiving end does not exist.'));
  expect(await ask('vault.lock', null)).toEqual({ ok: false, failure: { code: 'internal' } });
});

test('keeps a failure that has a known code, with its details', () => {
  const failure = { code: 'algorithm-unknown', details: { algorithm: 'SHA3' } };
  expect(parseReply({ ok: false, failure })).toEqual({ ok: false, failure });
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['text', 'ok'],
  ['no verdict', { value: 1 }],
  ['a verdict that is not a boolean', { ok: 'true', value: 1 }],
  ['a failure without a code', { ok: false, failure: {} }],
  ['a code that is no word', { ok: false, failure: { code: 'Oops! 1' } }],
  ['the name of something every object has', { ok: false, failure: { code: 'toString' } }],
  ['details that are not text', { ok: false, failure: { code: 'qr-none', details: { a: {} } } }],
])('takes %s for the failure `internal`', (_name, reply) => {
  expect(parseReply(reply)).toEqual({ ok: false, failure: { code: 'internal' } });
});

test('a void reply is null, also when the value was lost on the way', () => {
  expect(parseReply({ ok: true })).toEqual({ ok: true, value: null });
});
