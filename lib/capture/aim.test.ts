// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { aimedAt } from './aim';
import type { Candidate } from './candidates';

const show = (html: string): Candidate[] => {
  document.body.innerHTML = html;
  return [...document.querySelectorAll('img,svg,.background')].map((element) => ({
    element,
    address: element.getAttribute('data-background'),
    plausibility: 0,
  }));
};
const aimed = (candidates: Candidate[], srcUrl: string | null, target: string | null): string[] =>
  aimedAt(candidates, {
    srcUrl,
    targetElementId: target === null ? null : 7,
    targetElement: (id) => (id === 7 && target !== null ? document.querySelector(target) : null),
  }).map(({ element }) => element.id);

describe('the aim', () => {
  it('is the drawing that holds the shape pointed at', () => {
    expect(aimed(show('<svg id="a"><path></path></svg><img id="b" src="data:,x">'), null, 'path')).toEqual([
      'a',
    ]);
  });

  it('is the innermost of things that hold one another', () => {
    const candidates = show(
      '<div class="background" id="a" data-background="data:,y"><img id="b" src="data:,x"></div>',
    );
    expect(aimed(candidates, null, 'img')).toEqual(['b']);
    expect(aimed(candidates, null, '.background')).toEqual(['a']);
  });

  it.each(['data:image/png;base64, AAAA', 'data:image/png;base64,AAAA', 'data:image/png;base64,%20AAAA'])(
    'is the picture of the address %s, space or not',
    (address) => {
      const candidates = show(
        '<img id="a" src="data:image/png;base64,BBBB"><img id="b" src="data:image/png;base64, AAAA">',
      );
      expect(aimed(candidates, address, null)).toEqual(['b']);
    },
  );

  it('goes through a frame or a pane around one picture, not around several', () => {
    expect(aimed(show('<p id="p"><img id="a" src="data:,x"></p>'), null, '#p')).toEqual(['a']);
    expect(
      aimed(show('<p id="p"><img id="a" src="data:,x"><img id="b" src="data:,y"></p>'), null, '#p'),
    ).toEqual([]);
  });

  it('is nothing when nothing was said', () => {
    expect(aimed(show('<img id="a" src="data:,x">'), null, null)).toEqual([]);
  });
});
