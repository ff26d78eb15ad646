// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { findRecoveryCodes } from './recovery-codes';

const find = (html: string, title = ''): string[] => {
  document.title = title;
  document.body.innerHTML = html;
  return findRecoveryCodes(document, [...document.querySelectorAll('*')]);
};
const items = (tokens: readonly string[], tag = 'li') =>
  tokens.map((token) => `<${tag}>${token}</${tag}>`).join('\n');

const dashed = ['X3V7-QK2M-8RTA', 'BB4D-9ZXC-LL2P', 'QW3E-RT5Y-UI7O', 'ZX9C-VB2N-MA4S', 'PO8I-UY6T-RE3W'];
const undashed = dashed.map((code) => code.replaceAll('-', ''));
const hub = ['a1b2c-3d4e5', 'f6a7b-8c9d0', '1e2f3-a4b5c', '6d7e8-f9a0b'];
const digits = ['12345678', '87654321', '11223344', '99887766'];

test.each<[string, string, readonly string[]]>([
  ['Keycloak, dashed', `<ol id="kc-recovery-codes-list">${items(dashed)}</ol>`, dashed],
  ['Keycloak, undashed', `<ol id="kc-recovery-codes-list">${items(undashed)}</ol>`, undashed],
  [
    'numbered by hand',
    `<ol id="kc-recovery-codes-list">${items(dashed.map((code, at) => `<span>${at + 1}:</span> ${code}`))}</ol>`,
    dashed,
  ],
  ['CAS, scratch codes of digits', `<h3>Your scratch codes</h3><ul>${items(digits)}</ul>`, digits],
  [
    'MediaWiki, codes one by one',
    `<p>Scratch tokens</p><div>${items(['ABCD EFGH 2345 WXYZ', 'JKLM NPQR 6789 STUV', 'QQWW EERR 1122 TTYY', 'ZZXX CCVV 3344 BBNN'], 'code')}</div>`,
    ['ABCD EFGH 2345 WXYZ', 'JKLM NPQR 6789 STUV', 'QQWW EERR 1122 TTYY', 'ZZXX CCVV 3344 BBNN'],
  ],
  ['like GitHub', `<ul class="two-factor-recovery-codes">${items(hub)}</ul>`, hub],
  ['in a block of text', `<h2>Codes de récupération</h2><pre>${hub.join('\n')}</pre>`, hub],
  ['in one line', `<h2>Codes de secours</h2><code>${hub.join(' ')}</code>`, hub],
  ['in a text field', `<h2>Codes de secours</h2><textarea>${hub.join('\n')}</textarea>`, hub],
  [
    'in a table of two columns',
    `<h2>Backup codes</h2><table><tr>${items(hub.slice(0, 2), 'td')}</tr><tr>${items(hub.slice(2), 'td')}</tr></table>`,
    hub,
  ],
  [
    'in a table with numbers',
    `<h2>Backup codes</h2><table>${hub.map((code, at) => `<tr><td>${at + 1}</td><td>${code}</td></tr>`).join('')}</table>`,
    hub,
  ],
])('finds the codes of a page: %s', (_, html, codes) => {
  expect(find(html)).toEqual(codes);
});

test.each([
  ['nothing says what they are', `<ul>${items(hub)}</ul>`],
  ['three are no list', `<h2>Recovery codes</h2><ul>${items(hub.slice(0, 3))}</ul>`],
  [
    'words',
    '<h2>Recovery codes</h2><ul><li>Download</li><li>Print</li><li>Copy them</li><li>Continue</li></ul>',
  ],
  [
    'sentences',
    '<h2>Recovery codes</h2><ul><li>Keep them in 2 safe places</li><li>Use each of the 10 once</li><li>Never send them by e-mail 1</li><li>Print them 2 times</li></ul>',
  ],
  ['the same token again', `<h2>Recovery codes</h2><ul>${items([...hub, ...hub])}</ul>`],
  [
    'tokens of many lengths',
    `<h2>Recovery codes</h2><ul>${items(['a1b2c3', 'a1b2c3d4e5', 'x9', 'abc123def456'])}</ul>`,
  ],
  [
    'markup of hostile length',
    `<h2>Recovery codes</h2><ul>${items(hub.map((code) => code.repeat(40)))}</ul>`,
  ],
])('finds nothing where there is nothing to keep: %s', (_, html) => {
  expect(find(html)).toEqual([]);
});

test('reads a page of ten thousand lists in bounded work', () => {
  const html = `<h2>Recovery codes</h2>${`<ul>${items(['a', 'b'])}</ul>`.repeat(3000)}`;
  expect(find(html)).toEqual([]);
});
