import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getDomainWithoutSuffix } from 'tldts';
import { editDistance } from './edit-distance';
import { decodeLabel } from './punycode';
import { findResemblance } from './resemblance';
import { skeleton } from './skeleton';

const known = 'https://id.example.org';

it.each([
  ['http://id.example.org/', 'insecure'],
  ['https://id.example.org:8443/', 'port'],
  ['https://id.examp1e.org/', 'letters'],
  ['https://id.exarnple.org/', 'letters'],
  ['https://id.ех\u0430mple.org/', 'letters'],
  ['https://id.éxample.org/', 'letters'],
  ['https://id.exam-ple.org/', 'letters'],
  ['https://id.example.com/', 'ending'],
  ['https://example.co.uk/', 'ending'],
  ['https://id.example.org.evil.test/', 'inside'],
  ['https://id-example-org.evil.test/', 'inside'],
  ['https://example-login.com/', 'inside'],
  ['https://secure.example.evil.test/', 'inside'],
  ['https://example.org-login.net/', 'inside'],
  ['https://id.exmaple.org/', 'spelling'],
  ['https://id.examplle.org/', 'spelling'],
  ['https://203.0.113.9/', 'address'],
  ['https://0xCB.0.0x71.9/', 'address'],
  ['https://[2001:db8::1]/', 'address'],
])('%s resembles id.example.org: %s', (address, kind) => {
  expect(findResemblance(address, [known])).toMatchObject({ kind, known: 'id.example.org' });
});

it.each([
  'https://id.example.org/',
  'https://example.org/',
  'https://www.id.example.org/',
  'https://autre.example.org/',
  'https://unrelated.test/',
  'https://10.0.0.4/',
  'https://192.168.1.1:8443/',
  'http://localhost:3000/',
  'http://127.0.0.1:3000/',
  'about:blank',
  'data:text/html,id.example.org',
  'not an address',
])('%s resembles nothing', (address) => {
  expect(findResemblance(address, [known])).toBeNull();
});

it.each([
  ['https://www.youtube.com', 'https://accounts.youtube.com'],
  ['https://login.live.com', 'https://login.microsoftonline.com'],
  ['https://bmo.ca', 'https://bdc.ca'],
  ['https://uqam.ca', 'https://uqar.ca'],
])('%s is not taken for a false %s', (page, site) => {
  expect(findResemblance(page, [site])).toBeNull();
});

it('tells apart what two customers of one host have chosen', () => {
  expect(
    findResemblance('https://garderie-bleue.github.io', ['https://garderle-bleue.github.io']),
  ).toMatchObject({
    kind: 'letters',
  });
  expect(findResemblance('https://tout-autre.github.io', ['https://garderie.github.io'])).toBeNull();
});

it('names the closest of several known sites, and never one that the page is', () => {
  const tied = ['https://exempla.org', 'https://id.example.com', known];
  expect(findResemblance('https://id.examp1e.com', tied)).toMatchObject({ kind: 'letters' });
  for (const address of tied) expect(findResemblance(address, tied)).toBeNull();
});

const label = fc.stringMatching(/^[a-z][a-z0-9]{5,14}$/);
const site = fc.tuple(label, fc.constantFrom('com', 'org', 'ca', 'qc.ca', 'co.uk'));

describe('for any name', () => {
  it('never flags the tied host or a host under it', () => {
    fc.assert(
      fc.property(site, fc.array(label, { maxLength: 3 }), ([name, ending], before) => {
        const origin = `https://${name}.${ending}`;
        expect(findResemblance(`https://${[...before, name, ending].join('.')}/`, [origin])).toBeNull();
      }),
    );
  });

  it('catches one letter replaced by one that looks like it', () => {
    const pairs = Object.entries({
      a: 'а',
      e: 'е',
      o: '0',
      i: '1',
      l: '1',
      c: 'с',
      p: 'р',
      s: '5',
      m: 'rn',
      w: 'vv',
    });
    fc.assert(
      fc.property(site, fc.nat(), ([name, ending], pick) => {
        const places = [...name].flatMap((letter, at) =>
          pairs.filter(([from]) => from === letter).map(([, to]) => ({ at, to })),
        );
        const place = places[pick % Math.max(1, places.length)];
        fc.pre(place !== undefined);
        const { at, to } = place as { at: number; to: string };
        const falsified = `https://${name.slice(0, at)}${to}${name.slice(at + 1)}.${ending}`;
        expect(findResemblance(falsified, [`https://${name}.${ending}`])).not.toBeNull();
      }),
    );
  });

  it('catches the whole host worn as a part of another, another ending, and a swapped pair', () => {
    fc.assert(
      fc.property(site, label, fc.nat(), ([name, ending], other, pick) => {
        fc.pre(other !== name);
        const host = `${name}.${ending}`;
        const at = pick % (name.length - 1);
        const swapped = name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
        const falses = [
          `${host}.${other}.net`,
          `${host.replaceAll('.', '-')}.${other}.net`,
          `${name}-${other}.net`,
          `${name}.dev`,
        ];
        if (swapped !== name && /^[a-z]/.test(swapped)) falses.push(`${swapped}.${ending}`);
        for (const one of falses)
          expect(findResemblance(`https://${one}/`, [`https://${host}`]), one).not.toBeNull();
      }),
    );
  });

  it('agrees with the Public Suffix List about the name, where it says another ending', () => {
    fc.assert(
      fc.property(site, ([name, ending]) => {
        expect(getDomainWithoutSuffix(`www.${name}.${ending}`)).toBe(name);
        expect(findResemblance(`https://www.${name}.${ending}`, [`https://${name}.info`])).toMatchObject({
          kind: 'ending',
        });
      }),
    );
  });

  it('is at no time surprised by what a page calls itself', () => {
    fc.assert(
      fc.property(
        fc.webUrl(),
        fc.string(),
        (url, text) => void [findResemblance(url, [known]), findResemblance(text, [known])],
      ),
    );
  });
});

it.each([
  ['mnchen-3ya', 'münchen'],
  ['bcher-kva', 'bücher'],
  ['80ak6aa92e', 'аррӏе'],
  ['maana-pta', 'mañana'],
  ['-----k5w', null],
])('reads the Punycode %s as %s', (encoded, label) => {
  const read = decodeLabel(`xn--${encoded}`);
  if (label === null) expect(() => read).not.toThrow();
  else expect(read).toBe(label);
});

it('decodes what the platform encodes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zé0-9ßàçèêœ가-힣]{1,12}$/u), (text) => {
      const host = URL.canParse(`https://${text}.test`)
        ? new URL(`https://${text}.test`).hostname.slice(0, -5)
        : '';
      fc.pre(host.startsWith('xn--'));
      expect(new URL(`https://${decodeLabel(host)}.test`).hostname).toBe(`${host}.test`);
    }),
  );
});

it.each([
  ['xn--80ak6aa92e', 'apple'],
  ['desjardins', 'desjardlns'],
  ['rnicrosoft', 'microsoft'],
  ['g00gle', 'google'],
  ['avvvab', 'avwab'],
  ['avvvab', 'awvab'],
  ['c1oud', 'doud'],
])('%s is read like %s', (one, other) => {
  expect(skeleton(one)).toBe(skeleton(other));
});

it.each([
  ['example', 'example', 2, 0],
  ['exmaple', 'example', 2, 1],
  ['exampl', 'example', 2, 1],
  ['abcdefgh', 'example', 2, 3],
])('%s is %s away from %s at most', (one, other, most, expected) => {
  expect(editDistance(one, other, most)).toBe(expected);
});
