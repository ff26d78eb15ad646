// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { chooseDevice } from './device-choice';
import { createOpenRoot } from './walk';

const page = {
  doc: document,
  openRoot: createOpenRoot(undefined),
  drawn: (element: Element) => !element.hasAttribute('data-hidden'),
  visible: (element: Element) => !element.hasAttribute('data-hidden'),
};
const sent = vi.fn((event: Event) => event.preventDefault());
const code = '<label>Code <input id="otp" name="otp"></label>';

function show(devices: string): void {
  document.body.innerHTML = `<form>${devices}${code}<button id="send">Connexion</button></form>`;
  document.querySelector('form')?.addEventListener('submit', sent);
}
const choose = (name = 'Seconde (ordinateur)') =>
  chooseDevice(page, [document.querySelector('#otp') as HTMLInputElement], name);
const hidden = () => document.querySelector<HTMLInputElement>('[name=selectedCredentialId]')?.value;

/** As Keycloak's v2 theme makes them. */
function showTiles(names: readonly string[], selected = 0): void {
  const tiles = names.map(
    (name, at) =>
      `<div id="kc-otp-credential-${at}" class="pf-v5-c-tile${at === selected ? ' pf-m-selected' : ''}"><span class="pf-v5-c-tile__header">
         <span class="pf-v5-c-tile__icon"><i></i></span> <span class="pf-v5-c-tile__title">${name}</span></span></div>`,
  );
  show(`<input type="hidden" name="selectedCredentialId" value="c${selected}">${tiles.join('')}`);
  const all = [...document.querySelectorAll('.pf-v5-c-tile')];
  all.forEach((tile, at) =>
    tile.addEventListener('click', () => {
      const field = document.querySelector<HTMLInputElement>('[name=selectedCredentialId]');
      if (field) field.value = `c${at}`;
      all.forEach((each) => each.classList.toggle('pf-m-selected', each === tile));
    }),
  );
}
const showRadios = (names: readonly string[]) =>
  show(
    names
      .map(
        (name, at) =>
          `<input type="radio" id="r${at}" name="selectedCredentialId" value="c${at}"${at === 0 ? ' checked' : ''}>
           <label class="pf-c-tile" for="r${at}"><span class="pf-c-tile__header"><span></span><span class="pf-c-tile__title">${name}</span></span></label>`,
      )
      .join(''),
  );

beforeEach(() => {
  sent.mockClear();
});

test('clicks the tile that is called so', async () => {
  showTiles(['Téléphone', 'Seconde  (ordinateur)']);
  expect(await choose()).toBe('chosen');
  expect(hidden()).toBe('c1');
});

test('leaves a tile that is chosen alone: a second click may take the choice back', async () => {
  showTiles(['Téléphone', 'Seconde (ordinateur)'], 1);
  const clicked = vi.fn();
  document.querySelector('#kc-otp-credential-1')?.addEventListener('click', clicked);
  expect(await choose()).toBe('chosen');
  expect(clicked).not.toHaveBeenCalled();
});

test('checks the radio whose label says so', async () => {
  showRadios(['Téléphone', 'Seconde (ordinateur)']);
  expect(await choose()).toBe('chosen');
  expect(document.querySelector<HTMLInputElement>('#r1')?.checked).toBe(true);
});

test('clicks a card whose hidden field gets its name from a script', async () => {
  const card = (name: string, at: number) =>
    `<div class="card-pf card-pf-view-single-select" id="c${at}"><div class="card-pf-body"><h2 class="card-pf-title">${name}</h2></div><input type="hidden" value="c${at}"></div>`;
  show(`<div>${['Téléphone', 'Seconde (ordinateur)'].map(card).join('')}</div>`);
  document.querySelector('#c1')?.addEventListener('click', ({ currentTarget }) => {
    (currentTarget as Element).classList.add('active');
    (currentTarget as Element).querySelector('input')?.setAttribute('name', 'selectedCredentialId');
  });
  expect(await choose()).toBe('chosen');
  expect(hidden()).toBe('c1');
});

test.each([
  ['no device of that name', () => showTiles(['Téléphone', 'Tablette'])],
  ['two of that name', () => showTiles(['Seconde (ordinateur)', 'Seconde (ordinateur)'])],
  ['a name that only begins so', () => showTiles(['Seconde (ordinateur) 2', 'Téléphone'])],
  ['one device alone', () => showTiles(['Seconde (ordinateur)'])],
  [
    'buttons that send',
    () => show('<button class="tile">Seconde (ordinateur)</button><button class="tile">Téléphone</button>'),
  ],
  [
    'links',
    () => show('<a class="tile" href="/1">Seconde (ordinateur)</a><a class="tile" href="/2">Téléphone</a>'),
  ],
  [
    'tiles inside links',
    () =>
      show(
        '<a href="/1"><span class="tile">Seconde (ordinateur)</span><span class="tile">Téléphone</span></a>',
      ),
  ],
  [
    'tiles that say they send',
    () =>
      show(
        '<div class="t" onclick="document.forms[0].submit()">Seconde (ordinateur)</div><div class="t" onclick="x()">Téléphone</div>',
      ),
  ],
  ['a list of something else', () => show('<ul><li>Seconde (ordinateur)</li><li>Téléphone</li></ul>')],
])('clicks nothing: %s', async (_, arrange) => {
  arrange();
  const clicked = vi.fn();
  document.addEventListener('click', clicked, { capture: true });
  expect(await choose()).toBe('absent');
  document.removeEventListener('click', clicked, { capture: true });
  expect(clicked).not.toHaveBeenCalled();
});

test('a choice that would send the form sends nothing', async () => {
  showTiles(['Téléphone', 'Seconde (ordinateur)']);
  let prevented = false;
  document.querySelector('#kc-otp-credential-1')?.addEventListener('click', () => {
    const event = new Event('submit', { bubbles: true, cancelable: true });
    prevented = !(document.querySelector('form') as HTMLFormElement).dispatchEvent(event);
  });
  expect(await choose()).toBe('chosen');
  expect(prevented).toBe(true);
});

test('says so when the page does not take the click, or nobody sees the tile', async () => {
  show('<div class="tile" id="a">Seconde (ordinateur)</div><div class="tile">Téléphone</div>');
  expect(await choose()).toBe('failed');
  show('<div class="tile" data-hidden>Seconde (ordinateur)</div><div class="tile">Téléphone</div>');
  expect(await choose()).toBe('failed');
});
