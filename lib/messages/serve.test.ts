import { describe, expect, it, vi } from 'vitest';
import { failure, ok } from '@/lib/errors';
import { type Handlers, type Refusal, createService } from './serve';
import { parsers } from './parse';

const root = 'chrome-extension://ours/';
const page = { id: 'ours', url: `${root}popup.html` };
const lock = { name: 'vault.lock', request: null };

function serviceWith(change: Partial<Handlers> = {}, refusal: Refusal = async () => null) {
  const calls: string[] = [];
  const hints = { submitted: vi.fn(), ready: vi.fn(), arrived: vi.fn(), accountLink: vi.fn() };
  const handlers = Object.fromEntries(
    Object.keys(parsers).map((name) => [
      name,
      async () => {
        calls.push(name);
        return ok(null);
      },
    ]),
  ) as unknown as Handlers;
  return { service: createService('ours', root, { ...handlers, ...change }, hints, refusal), calls, hints };
}

describe('who is answered', () => {
  it('answers a page of ours, also one opened in a tab', async () => {
    const { service } = serviceWith();
    expect(await service.answer(lock, page)).toEqual({ ok: true, value: null });
    expect(await service.answer(lock, { ...page, tabId: 3 })).toEqual({ ok: true, value: null });
  });

  it.each([
    ['another extension', { id: 'theirs', url: 'chrome-extension://theirs/popup.html' }],
    ['another extension that names our address', { id: 'theirs', url: `${root}popup.html` }],
    ['a page of the web, through an injected script', { id: 'ours', url: 'https://example.org/', tabId: 1 }],
    ['a page whose address only contains ours', { id: 'ours', url: `https://example.org/${root}popup.html` }],
    ['a sender without an address', { id: 'ours' }],
    ['nobody', {}],
  ])('gives no answer at all to %s', (_name, sender) => {
    const { service, calls } = serviceWith();
    for (const name of Object.keys(parsers))
      expect(service.answer({ name, request: {} }, sender)).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it('takes hints from an injected script about its own tab and origin, without an answer', () => {
    const { service, hints, calls } = serviceWith();
    const sender = { id: 'ours', url: 'https://id.example/x', tabId: 4, origin: 'https://id.example' };
    const said = { tabId: 4, origin: 'https://id.example' };
    expect(service.answer({ name: 'page.submitted', cancelled: true, tabId: 9 }, sender)).toBeUndefined();
    expect(hints.submitted).toHaveBeenCalledExactlyOnceWith(said, true);
    expect(
      service.answer({ name: 'page.ready', tabId: 9, origin: 'https://a.example' }, sender),
    ).toBeUndefined();
    expect(hints.ready).toHaveBeenCalledExactlyOnceWith(said);
    expect(calls).toEqual([]);
  });

  it('takes no hint from a stranger, or from a page without a tab', () => {
    const { service, hints } = serviceWith();
    for (const name of ['page.ready', 'page.submitted']) {
      service.answer({ name }, { id: 'theirs', url: 'https://id.example/', tabId: 4, origin: 'https://x' });
      service.answer({ name }, { id: 'ours', url: 'https://id.example/', origin: 'https://id.example' });
    }
    expect(hints.ready).not.toHaveBeenCalled();
    expect(hints.submitted).not.toHaveBeenCalled();
  });
});

it('hears that a page was loaded, from the page itself only, and answers nothing', () => {
  const { service, hints } = serviceWith();
  const { arrived } = hints;
  const load = '0123456789abcdef01234567';
  const sender = { id: 'ours', url: 'https://id.example/x', tabId: 4, origin: 'https://id.example' };
  const hint = { name: 'page.arrived', load, origin: 'https://other.example' };
  expect(service.answer(hint, { ...sender, frameId: 0 })).toBeUndefined();
  expect(arrived).toHaveBeenCalledExactlyOnceWith({ tabId: 4, origin: 'https://id.example' }, load);
  service.answer(hint, { ...sender, frameId: 3 });
  service.answer({ ...hint, load: 'x' }, { ...sender, frameId: 0 });
  service.answer(hint, { ...sender, frameId: 0, id: 'theirs' });
  service.answer(hint, { ...sender, frameId: 0, origin: undefined });
  expect(arrived).toHaveBeenCalledTimes(1);
});

it('hears of a click on an account link, from the page itself only, bounded, and answers nothing', () => {
  const { service, hints } = serviceWith();
  const { accountLink } = hints;
  const address = 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP';
  const said = { tabId: 4, origin: 'https://id.example' };
  const sender = { ...said, id: 'ours', url: 'https://id.example/x', frameId: 0 };
  const hint = { name: 'page.account-link', address, origin: 'https://other.example', tabId: 9 };
  expect(service.answer(hint, sender)).toBeUndefined();
  expect(accountLink).toHaveBeenCalledExactlyOnceWith(said, address);
  for (const other of ['https://id.example/', 'javascript:otpauth:', ` ${address}`, '', 7, null, [address]])
    service.answer({ ...hint, address: other }, sender);
  service.answer({ ...hint, address: `otpauth://totp/${'x'.repeat(8192)}` }, sender);
  service.answer(hint, { ...sender, frameId: 3 });
  service.answer(hint, { ...sender, frameId: undefined });
  service.answer(hint, { ...sender, id: 'theirs' });
  service.answer(hint, { ...sender, origin: undefined });
  expect(accountLink).toHaveBeenCalledTimes(1);
  for (const scheme of ['apple-otpauth:', 'OTPAUTH-MIGRATION:'])
    service.answer({ ...hint, address: `${scheme}//x` }, sender);
  expect(accountLink).toHaveBeenCalledTimes(3);
});

it('refuses a question that its parser fails at, and says nothing of it', async () => {
  const { service, calls } = serviceWith();
  const request = {
    get tabId(): never {
      throw new TypeError('GEZDGNBVGY3TQOJQ');
    },
  };
  const answer = await service.answer({ name: 'card.fill', request }, page);
  expect(answer).toEqual({ ok: false, failure: { code: 'internal' } });
  expect(calls).toEqual([]);
});

describe('what is asked', () => {
  it.each([
    ['an unknown name', { name: 'vault.steal', request: {} }],
    ['a name of every object', { name: 'constructor', request: {} }],
    ['no name', { request: {} }],
    ['a tab that is no number', { name: 'card.fill', request: { tabId: '7' } }],
    ['a negative tab', { name: 'card.fill', request: { tabId: -1 } }],
    ['too many rows', { name: 'accounts.page', request: { tabId: null, query: '', offset: 0, limit: 1e6 } }],
    ['a setting that does not exist', { name: 'settings.change', request: { change: { admin: true } } }],
    [
      'a setting of another type',
      { name: 'settings.change', request: { change: { lockAfterMinutes: '5' } } },
    ],
    ['a password that is no text', { name: 'vault.unlock', request: { password: {} } }],
    ['a password of a megabyte', { name: 'vault.unlock', request: { password: 'x'.repeat(1_000_000) } }],
  ])('refuses %s before any handler', async (_name, message) => {
    const { service, calls } = serviceWith();
    expect(await service.answer(message, page)).toEqual({ ok: false, failure: { code: 'message-refused' } });
    expect(calls).toEqual([]);
  });

  it('lets nothing of a programming error out', async () => {
    const { service } = serviceWith({
      'vault.lock': () => Promise.reject(new TypeError('secret GEZDGNBV')),
    });
    expect(await service.answer(lock, page)).toEqual({ ok: false, failure: { code: 'internal' } });
  });
});

it('does not even call the handler of what is refused', async () => {
  const { service, calls } = serviceWith({}, async (name) =>
    name === 'vault.lock' ? failure('organisation-disabled') : null,
  );
  expect(await service.answer(lock, page)).toEqual({
    ok: false,
    failure: { code: 'organisation-disabled' },
  });
  expect(calls).toEqual([]);
});
