// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { foreignFrames } from './foreign-frames';
import { namesShown } from './shown-names';

const page = (html: string) => {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  return { doc, openRoot: () => null, visible: (element: Element) => !element.classList.contains('unseen') };
};

it.each([
  ['<p>Signed in as Marie.Roy@Exemple.test</p>', 'marie.roy@exemple.test', true],
  ['<p>marie.roy@exemple.test, entrez le code.</p>', 'marie.roy@exemple.test', true],
  ['<p>Compte: alice.</p>', 'alice', true],
  ['<p>alice@exemple.test</p>', 'alice', false],
  ['<p>anne-alice</p>', 'alice', false],
  ['<p>alice.roy</p>', 'alice', false],
  ['<p>malice alice</p>', 'alice', true],
  ['<p>al</p>', 'al', false],
  ['<input value="zoe@exemple.test" readonly>', 'zoe@exemple.test', true],
  ['<input class="unseen" value="zoe@exemple.test">', 'zoe@exemple.test', false],
  ['<input type="password" value="zoe@exemple.test">', 'zoe@exemple.test', false],
  ['<p>(a+b)*</p>', '(a+b)*', true],
])('of %s, the name %s is shown: %s', (html, name, expected) => {
  expect(namesShown(page(html), [name, 'nobody at all'])).toEqual([expected, false]);
});

it('lists the other sites whose frames are seen, once each', () => {
  const sized = page(
    [
      '<iframe src="https://b.example/x"></iframe><iframe src="https://b.example/y"></iframe>',
      '<iframe src="https://a.example/own"></iframe><iframe srcdoc="x"></iframe><iframe src="about:blank"></iframe>',
      '<iframe class="unseen" src="https://c.example"></iframe>',
      '<iframe sandbox="allow-scripts" src="https://d.example"></iframe>',
      '<iframe sandbox="allow-same-origin" src="https://e.example:444"></iframe>',
      '<iframe id="tiny" src="https://f.example"></iframe>',
    ].join(''),
  );
  for (const frame of sized.doc.querySelectorAll('iframe'))
    frame.getBoundingClientRect = () => new DOMRect(0, 0, frame.id === 'tiny' ? 10 : 300, 100);
  expect(foreignFrames(sized, 'https://a.example')).toEqual(['https://b.example', 'https://e.example:444']);
});
