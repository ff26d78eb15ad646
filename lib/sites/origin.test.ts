import { expect, it } from 'vitest';
import type { Account } from '@/lib/vault/account';
import { belongsTo, hostOf, siteOrigin, tied } from './origin';

const account: Account = {
  id: '1',
  issuer: 'Cégep',
  name: 'alice',
  otp: { kind: 'steam', secret: 'AAAA' },
  sites: ['https://id.example.org'],
  confirmed: false,
  createdAtMs: 0,
};

it.each([
  ['https://id.example.org/a?b#c', 'https://id.example.org'],
  ['https://id.example.org:8443/', 'https://id.example.org:8443'],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080'],
  ['http://localhost:3000/', 'http://localhost:3000'],
  ['http://[::1]:3000/', 'http://[::1]:3000'],
  ['http://intranet.example/', null],
  ['http://localhost.evil.example/', null],
  ['http://127.0.0.1.evil.example/', null],
  ['data:text/html,x', null],
  ['blob:https://id.example.org/1', null],
  ['file:///tmp/x.html', null],
  ['null', null],
  ['', null],
])('the site of %j is %j', (address, origin) => {
  expect(siteOrigin(address)).toBe(origin);
});

it.each([
  'https://example.org',
  'https://www.id.example.org',
  'https://id.example.org:444',
  'http://id.example.org',
  'https://id.example.org.evil.example',
  'https://id-example.org',
  null,
])('an account of https://id.example.org does not belong to %j', (origin) => {
  expect(belongsTo(account, origin)).toBe(false);
});

it('ties an origin once', () => {
  const twice = tied(tied(account, 'https://b.example'), 'https://b.example');
  expect(twice.sites).toEqual(['https://id.example.org', 'https://b.example']);
  expect(belongsTo(twice, 'https://b.example')).toBe(true);
});

it('shows a host with its port', () => {
  expect(hostOf('https://a.example:8443/x')).toBe('a.example:8443');
  expect(hostOf('about:blank')).toBeNull();
});
