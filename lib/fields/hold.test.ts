// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Page } from './finder';
import { holdField } from './hold';
import { createOpenRoot } from './walk';

const page: Page = {
  doc: document,
  openRoot: createOpenRoot(undefined),
  drawn: () => true,
  visible: (element) => !element.hasAttribute('data-hidden'),
};
const html =
  '<form id="f" action="/in"><input id="otp" name="otp"></form><form id="g" action="/away"></form>';
const field = (): HTMLInputElement => document.querySelector('#otp') as HTMLInputElement;

describe('a field that is held', () => {
  const hold = () => {
    document.body.innerHTML = html;
    return holdField(page, [field()], 6);
  };

  it('is the same as long as nothing happens to it, whatever it holds', () => {
    const held = hold();
    field().value = '012';
    expect(held.look()).toBe('same');
  });

  it.each<[string, () => void, string]>([
    ['is renamed', () => (field().name = 'comment'), 'changed'],
    ['is made one for passwords', () => (field().type = 'password'), 'changed'],
    ['is moved to another form', () => document.querySelector('#g')?.append(field()), 'changed'],
    ['is no longer seen', () => field().setAttribute('data-hidden', ''), 'changed'],
    [
      'is far from where it was',
      () => (field().getBoundingClientRect = () => ({ left: 400, top: 0 }) as DOMRect),
      'changed',
    ],
    [
      'has its form sent elsewhere',
      () => document.querySelector('#f')?.setAttribute('action', '/away'),
      'changed',
    ],
    ['is taken away', () => field().remove(), 'gone'],
    ['can no longer be typed in', () => (field().disabled = true), 'gone'],
    ['makes room for another', () => field().replaceWith(document.createElement('input')), 'gone'],
  ])('is let go when it %s', (_, change, expected) => {
    const held = hold();
    change();
    expect(held.look()).toBe(expected);
  });

  it('is found again when the page draws it anew', () => {
    const held = hold();
    const anew = field().cloneNode() as HTMLInputElement;
    field().replaceWith(anew);
    expect(held.look()).toBe('same');
    expect(held.boxes()).toEqual([anew]);
  });

  it('is gone when two could be it', () => {
    const held = hold();
    const anew = field().cloneNode() as HTMLInputElement;
    field().replaceWith(anew, anew.cloneNode());
    expect(held.look()).toBe('gone');
  });
});
