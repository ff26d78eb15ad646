// @vitest-environment happy-dom
import { clockPath } from '@/lib/clock/path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFillScript, type FillWorld } from './fill-script';
import type { FillReport, FillRequest, FillScript } from './page-contract';
import { createOpenRoot } from './walk';

const expectedOrigin = 'https://compte.example';
const world: FillWorld = {
  doc: document,
  view: document.defaultView as Window & typeof globalThis,
  openRoot: createOpenRoot(undefined),
  drawn: (element) => !element.hasAttribute('data-hidden'),
  visible: (element) => !element.hasAttribute('data-hidden'),
  origin: () => expectedOrigin,
  isSecure: () => true,
  tell: () => undefined,
  head: async () => ({ date: null, aged: false }),
  now: () => 0,
  armed: { current: undefined },
};
const request: FillRequest = { expectedOrigin, code: '012345', focusedOnly: false, deviceName: null };
const show = (html: string): HTMLInputElement => {
  document.body.innerHTML = html;
  return document.querySelector('input') as HTMLInputElement;
};
const fillWith = ({ fill }: FillScript, asked: FillRequest): Promise<FillReport> => fill(asked);
let input: HTMLInputElement;

describe('filling', () => {
  beforeEach(() => {
    input = show('<label>Code 2FA <input name="otp"></label>');
  });

  it.each<[string, Partial<FillWorld>, Partial<FillRequest>, string]>([
    ['the page is of another origin', { origin: () => 'https://compte.example.evil' }, {}, 'page-changed'],
    ['the page has another port', { origin: () => `${expectedOrigin}:8443` }, {}, 'page-changed'],
    ['the frame is sandboxed', { origin: () => 'null' }, { expectedOrigin: 'null' }, 'page-changed'],
    ['the page is not secure', { isSecure: () => false }, {}, 'page-insecure'],
  ])('is refused when %s', async (_, other, more, why) => {
    const script = createFillScript({ ...world, ...other });
    expect(await fillWith(script, { ...request, ...more })).toEqual({ kind: 'refused', why });
    expect(input.value).toBe('');
  });

  it('is refused when the page becomes another while the device name is typed', async () => {
    show('<form><input name="otp"><input name="userLabel"></form>');
    let asked = 0;
    const script = createFillScript({
      ...world,
      origin: () => (asked++ === 0 ? expectedOrigin : 'https://ailleurs.example'),
    });
    expect(await fillWith(script, { ...request, deviceName: 'Poste 12' })).toEqual({
      kind: 'refused',
      why: 'page-changed',
    });
    expect((document.querySelector('input') as HTMLInputElement).value).toBe('');
  });

  /** As the page lays itself out anew when the window becomes `widths[n]` wide at its n-th layout. */
  const narrowing = (widths: readonly number[]) => {
    let looks = 0;
    const view = Object.create(world.view, {
      innerWidth: { get: () => widths[Math.min(looks, widths.length - 1)] },
      setTimeout: { value: world.view.setTimeout.bind(world.view) },
    });
    input.getBoundingClientRect = () =>
      new DOMRect((widths[Math.min(looks++, widths.length - 1)] ?? 0) / 2, 0, 10, 10);
    return createFillScript({ ...world, view });
  };

  it('begins again when the window became narrower meanwhile, as a panel of ours opened', async () => {
    expect(await fillWith(narrowing([1200, 1200, 800]), request)).toMatchObject({ kind: 'filled' });
    expect(input.value).toBe('012345');
  });

  it('gives up a field that moved in a window that did not change', async () => {
    const script = narrowing([1200, 1200]);
    let looks = 0;
    input.getBoundingClientRect = () => new DOMRect((looks += 200), 0, 10, 10);
    expect(await fillWith(script, request)).toEqual({ kind: 'refused', why: 'page-changed' });
    expect(input.value).toBe('');
  });

  it('types the code and says how', async () => {
    expect(await fillWith(createFillScript(world), request)).toEqual({
      kind: 'filled',
      rung: 'set',
      deviceName: null,
    });
    expect(input.value).toBe('012345');
  });

  it.each([
    ['', true],
    ['123 456', true],
    ['___-___', true],
    ['alice', false],
    ['1234567890123456', false],
  ])('over "%s" is allowed: %s', async (value, allowed) => {
    input.value = value;
    const script = createFillScript(world);
    expect(script.survey({ digits: 6, focusedOnly: false }).field?.replaceable).toBe(allowed);
    expect((await fillWith(script, request)).kind).toBe(allowed ? 'filled' : 'refused');
  });

  it('leaves a password field that only might want a code, even pointed at', async () => {
    input = show('<form><label>Passcode <input type="password" name="passcode"></label></form>');
    input.focus();
    const report = await fillWith(createFillScript(world), { ...request, focusedOnly: true });
    expect(report.kind).toBe('refused');
    expect(input.value).toBe('');
  });

  it('surveys a page without a field', () => {
    show('<p>Bonjour</p>');
    expect(createFillScript(world).survey({ digits: 6, focusedOnly: false })).toEqual({
      origin: expectedOrigin,
      foreignFrames: [],
      secureContext: true,
      field: null,
      candidates: [],
      deviceNameField: false,
      button: null,
    });
  });

  describe('when none is sure', () => {
    const html = `<h2>Dossier</h2><form><label>Code <input id="a1" name="code"></label><button>Valider</button></form>
      <form><input id="b" placeholder="Jeton"><button>Autre</button></form>
      <input name="q" type="search"><label>Secours <input name="recovery"></label><input type="password" name="pw">`;
    const asked = { digits: 6, focusedOnly: false };

    it('lists what could be it, by label and place', () => {
      show(html);
      const { candidates, field } = createFillScript(world).survey(asked);
      expect(field?.certainty).not.toBe('sure');
      expect(candidates.map(({ label, place }) => [label, place])).toEqual([
        ['Code', 'Valider'],
        ['Jeton', 'Autre'],
      ]);
    });

    it('types where the person chose, and nowhere else', async () => {
      show(html);
      const script = createFillScript(world);
      const key = script.survey(asked).candidates[1]?.key ?? '';
      expect(script.survey({ ...asked, candidateKey: key }).field).toMatchObject({ key });
      expect((await fillWith(script, { ...request, candidateKey: key })).kind).toBe('filled');
      expect([...document.querySelectorAll('input')].map(({ value }) => value)).toEqual([
        '',
        '012345',
        '',
        '',
        '',
      ]);
    });

    it('keeps the key when ids are made anew, and knows when it is gone', async () => {
      show(html);
      const script = createFillScript(world);
      const key = script.survey(asked).candidates[0]?.key ?? '';
      expect(key).toMatch(/^[a-z0-9]{1,20}$/);
      show(html.replace('a1', 'a27'));
      expect(script.point(key)).toBe(true);
      expect(document.activeElement?.id).toBe('a27');
      show('<p>Bonjour</p>');
      expect(script.point(key)).toBe(false);
      expect(await fillWith(script, { ...request, candidateKey: key })).toMatchObject({ why: 'field-none' });
    });
  });

  it('does not look at the outcome on a page of another origin', () => {
    const script = createFillScript({ ...world, origin: () => 'https://ailleurs.example' });
    expect(script.outcome({ expectedOrigin, code: '012345', deviceName: null, submitted: true })).toBe(
      'page-changed',
    );
  });
});

describe('the time of this site', () => {
  const site = { date: 'Sun, 22 Nov 2026 12:00:00 GMT', aged: false };

  it('is asked once, without the query, and comes with the moments around it', async () => {
    const asked: string[] = [];
    let nowMs = 1000;
    const script = createFillScript({
      ...world,
      now: () => (nowMs += 10),
      head: async (path) => {
        asked.push(path);
        return site;
      },
    });
    expect(await script.clock({ expectedOrigin })).toEqual({ startMs: 1010, endMs: 1020, ...site });
    expect(asked).toEqual([clockPath(world.view.location.pathname)]);
  });

  it('is not known where the browser or the site refuses', async () => {
    const script = createFillScript({ ...world, head: () => Promise.reject(new TypeError('refused')) });
    expect(await script.clock({ expectedOrigin })).toBeNull();
  });

  it.each(['https://elsewhere.example', 'null'])('is not asked for %s', async (other) => {
    let asked = 0;
    const head = async () => {
      asked += 1;
      return site;
    };
    const script = createFillScript({
      ...world,
      origin: () => (other === 'null' ? 'null' : expectedOrigin),
      head,
    });
    expect(await script.clock({ expectedOrigin: other })).toBeNull();
    expect(asked).toBe(0);
  });
});
