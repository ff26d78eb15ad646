// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { tellAccountClicks } from './account-clicks';
import type { AccountLinkHint } from './page-contract';

const address = 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP';
let told: AccountLinkHint[];
let heard: boolean;
let doc: Document;

beforeEach(() => {
  doc = document.implementation.createHTMLDocument('page');
  told = [];
  heard = true;
  tellAccountClicks(doc, (hint) => {
    told.push(hint);
    return heard;
  });
});

/** A click as the person's, unless `init` says otherwise; answers whether the page kept it. */
function click(target: Element, init: MouseEventInit = {}, isTrusted = true): boolean {
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  return target.dispatchEvent(event);
}
function link(href: string): HTMLAnchorElement {
  const made = doc.createElement('a');
  made.setAttribute('href', href);
  made.append(doc.createElement('span'));
  doc.body.append(made);
  return made;
}

test.each([address, 'apple-otpauth://totp/x', 'otpauth-migration://offline?data=x'])(
  'a click on %s is told, and does not go to the system',
  (href) => {
    expect(click(link(href).querySelector('span') as Element)).toBe(false);
    expect(told).toEqual([{ name: 'page.account-link', address: href }]);
  },
);

test('a link in an open shadow root is found', () => {
  const host = doc.createElement('div');
  doc.body.append(host);
  const inside = link(address);
  host.attachShadow({ mode: 'open' }).append(inside);
  expect(click(inside)).toBe(false);
  expect(told).toHaveLength(1);
});

test('a click that a script made is the page’s', () => {
  const made = link(address);
  expect(click(made, {}, false)).toBe(true);
  made.click();
  expect(told).toEqual([]);
});

test.each([{ button: 1 }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }])(
  'a click with %o is the page’s',
  (init) => {
    expect(click(link(address), init)).toBe(true);
    expect(told).toEqual([]);
  },
);

test.each(['https://example.org/otpauth:', 'mailto:a@b.ca', `otpauth://totp/${'x'.repeat(8192)}`])(
  'a click on %s is the page’s',
  (href) => {
    expect(click(link(href))).toBe(true);
    expect(told).toEqual([]);
  },
);

test('a click outside of links is the page’s', () => {
  link(address);
  expect(click(doc.body)).toBe(true);
  expect(told).toEqual([]);
});

test('the link stays the page’s where nobody hears', () => {
  heard = false;
  expect(click(link(address))).toBe(true);
});
