import { expect, it } from 'vitest';
import { typedOrigin } from './typed-origin';

it.each([
  ['exemple.ca', 'https://exemple.ca'],
  [' Portail.Exemple.CA/connexion?x=1#y ', 'https://portail.exemple.ca'],
  ['https://id.exemple.ca:8443/', 'https://id.exemple.ca:8443'],
  ['https://alice:secret@id.exemple.ca', 'https://id.exemple.ca'],
  ['http://localhost:3000/x', 'http://localhost:3000'],
  ['hôpital.ca', 'https://xn--hpital-ixa.ca'],
  ['https://intranet/', 'https://intranet'],
  ['http://intranet:8080/x', 'http://intranet:8080'],
])('%s is %s', (typed, origin) => {
  expect(typedOrigin(typed, ['intranet:8080'])).toEqual({ ok: true, value: origin });
});

it.each([
  ['', 'site-malformed'],
  ['Omnivox', 'site-malformed'],
  ['deux mots.ca', 'site-malformed'],
  ['file:///etc/hosts', 'site-malformed'],
  ['javascript://x.ca/%0a', 'site-malformed'],
  ['https://', 'site-malformed'],
  ['http://exemple.ca', 'page-insecure'],
])('%s is refused: %s', (typed, code) => {
  expect(typedOrigin(typed)).toEqual({ ok: false, failure: { code } });
});
