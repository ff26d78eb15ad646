import { expect, it } from 'vitest';
import type { Account } from '@/lib/vault/account';
import { belongsTo, canWiden, siteOrigin, widened } from './origin';
import { memoryOf, withHttpHost, withMemory } from './memory';
import { othersUnder, registrableDomain } from './registrable';

const account: Account = {
  id: '1',
  issuer: 'Cégep',
  name: 'alice',
  otp: { kind: 'steam', secret: 'AAAA' },
  sites: ['https://bleu.omnivox.ca'],
  confirmed: false,
  createdAtMs: 0,
};

it.each([
  ['bleu-lea.omnivox.ca', 'omnivox.ca'],
  ['id.example.co.uk', 'example.co.uk'],
  ['moi.github.io', 'moi.github.io'],
  ['a.moi.github.io', 'moi.github.io'],
  ['github.io', null],
  ['127.0.0.1', null],
  ['[::1]', null],
  ['localhost', null],
])('the registrable domain of %s is %s', (host, domain) => {
  expect(registrableDomain(host)).toBe(domain);
});

it('says that other schools are under Omnivox', () => {
  expect(othersUnder('omnivox.ca')).toBe('schools');
  expect(othersUnder('example.org')).toBeNull();
});

it.each([
  ['https://bleu.omnivox.ca', true],
  ['https://bleu-lea.omnivox.ca', true],
  ['https://omnivox.ca', true],
  ['https://bleu.omnivox.ca:8443', false],
  ['http://bleu.omnivox.ca', false],
  ['https://omnivox.ca.evil.test', false],
  ['https://fauxomnivox.ca', false],
  ['null', false],
])('an account widened to omnivox.ca belongs to %s: %s', (origin, expected) => {
  expect(belongsTo(widened(account, 'omnivox.ca'), origin)).toBe(expected);
});

it('belongs to its own hosts only until it is widened', () => {
  expect(belongsTo(account, 'https://bleu-lea.omnivox.ca')).toBe(false);
  expect(widened(widened(account, 'omnivox.ca'), 'omnivox.ca').domains).toEqual(['omnivox.ca']);
});

it.each([
  ['bleu.omnivox.ca', 'omnivox.ca', true],
  ['omnivox.ca', 'omnivox.ca', true],
  ['bleu.omnivox.ca', 'ca', false],
  ['bleu.omnivox.ca', 'x.ca', false],
  ['xomnivox.ca', 'omnivox.ca', false],
  ['10.0.0.4', '0.4', false],
])('%s may be widened to %s: %s', (host, domain, expected) => {
  expect(canWiden(host, domain)).toBe(expected);
});

it('takes an insecure page for a site only where the person allowed its host by name', () => {
  expect(siteOrigin('http://intranet:8080/x', ['intranet:8080'])).toBe('http://intranet:8080');
  expect(siteOrigin('http://intranet/x', ['intranet:8080'])).toBeNull();
  expect(siteOrigin('ftp://intranet:8080/x', ['intranet:8080'])).toBeNull();
});

it('remembers choices by site and forgets them one by one', () => {
  const empty = { schema: 1 as const, accounts: [] };
  const origin = 'https://a.example';
  const chosen = withMemory(empty, origin, { field: 'k', never: true });
  expect(memoryOf(chosen, origin)).toEqual({ field: 'k', never: true });
  expect(memoryOf(withMemory(chosen, origin, { never: false }), origin)).toEqual({ field: 'k' });
  expect(withMemory(chosen, origin, { field: undefined, never: undefined }).sites).toEqual({});
  expect(withHttpHost(withHttpHost(empty, 'i', true), 'i', true).httpHosts).toEqual(['i']);
  expect(withHttpHost(withHttpHost(empty, 'i', true), 'i', false).httpHosts).toEqual([]);
});
