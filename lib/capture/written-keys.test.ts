// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { findWrittenKeys } from './written-keys';

const show = (html: string, title = 'Activer la double authentification') => {
  document.title = title;
  document.body.innerHTML = html;
  return findWrittenKeys(document, [...document.querySelectorAll('*')]);
};
const keys = (html: string, title?: string) => show(html, title).map(({ key }) => key);
afterEach(() => document.body.replaceChildren());

const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const inFours = 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP';

const keycloak = (parameters: string) =>
  `<div id="kc-header-wrapper"> Réseau </div><span id="kc-totp-secret-key">${inFours}</span><ul>${parameters}</ul>`;

describe("Keycloak's manual mode", () => {
  it('is read with its parameters, as they are written', () => {
    const list =
      '<li id="kc-totp-type">Type: Basé sur le temps</li><li id="kc-totp-algorithm">Algorithme: HmacSHA512</li>' +
      '<li id="kc-totp-digits">Chiffres: 8</li><li id="kc-totp-period">Intervalle: 60</li>';
    expect(show(keycloak(list))).toEqual([
      {
        key: inFours,
        issuer: 'Réseau',
        parameters: { kind: 'totp', algorithm: 'HmacSHA512', digits: '8', moving: '60' },
      },
    ]);
  });

  it('tells a counter from a period', () => {
    const list =
      '<li id="kc-totp-algorithm">Algorithm: SHA1</li><li id="kc-totp-digits">Digits: 6</li><li id="kc-totp-counter">Counter: 0</li>';
    expect(show(keycloak(list))[0]?.parameters).toEqual({
      kind: 'hotp',
      algorithm: 'SHA1',
      digits: '6',
      moving: '0',
    });
  });

  it('is a lone key when its list is not whole', () => {
    expect(show(keycloak('<li id="kc-totp-digits">Digits: 6</li>'))[0]?.parameters).toBeNull();
  });
});

describe('a key shown as text', () => {
  it.each([
    ['in a paragraph of its own', `<p>Clé d'authentification: <code>${key}</code></p>`, key],
    [
      'in a row',
      `<table><tr><th>Clé secrète</th><td>${key.slice(0, 16).toLowerCase()}</td></tr></table>`,
      key.slice(0, 16).toLowerCase(),
    ],
    ['in groups', `<p>Secret key</p><div><code>${inFours}</code></div>`, inFours],
    ['after the words of the same line', `<p>Votre nouveau secret est : ${key}</p>`, key],
    [
      'in a field that cannot be typed in',
      `<label>OTP Key:</label><input type="text" disabled value="${key}">`,
      key,
    ],
    ['with padding', `<p>Secret: <b>${key}====</b></p>`, key],
    ['after a word of the same length as no group', `<p>La clé est ${inFours}.</p>`, inFours],
  ])('is found %s', (_, html, expected) => {
    expect(keys(html)).toEqual([expected]);
  });

  it.each([
    ['on a page about something else', `<p>Secret key: <code>${key}</code></p>`, 'Paramètres du dépôt'],
    ['where it is called the key of an interface', `<p>API key: <code>${key}</code></p>`, undefined],
    ['where it is called a recovery key', `<p>Clé de récupération: <code>${key}</code></p>`, undefined],
    ['where nothing calls it a key', `<p>Référence</p><p><code>${key}</code></p>`, undefined],
    [
      'in mixed case, as tokens are',
      `<p>Secret: <code>JBSWy3DPEHPK3PXPjbswY3DPEHPK3PXP</code></p>`,
      undefined,
    ],
    ['in a sentence', '<p>Une cle secrete est demandee par votre application chaque fois</p>', undefined],
    ['in a long word', '<p>Secret: <code>internationalization</code></p>', undefined],
    ['shorter than any', '<p>Secret: <code>JBSWY3DPEHPK</code></p>', undefined],
    ['in an address', `<p>Secret: https://exemple.test/${key}</p>`, undefined],
    ['in a script', `<p>Secret:</p><script>${key}</script>`, undefined],
  ])('is not seen %s', (_, html, title) => {
    expect(keys(html, title)).toEqual([]);
  });

  it('is looked for in bounded time in a hostile page', () => {
    const line = `<p>secret ${'abcd '.repeat(75)}</p>`;
    expect(keys(line.repeat(300))).toEqual([]);
    expect(keys(`<p>Secret: <code>${'A'.repeat(100_000)}</code></p>`)).toEqual([]);
  });
});
