/** Pages that work against the filling: nothing is written elsewhere, and the script says that it stopped. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { FillReport } from '@/lib/fields/page-contract';
import * as pages from './restless-pages';
import { browserNames, createWorld, type World } from './world';

const code = '012345';

describe.each(browserNames)('a page in %s that', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(name, ['fill']);
  });
  afterAll(() => world?.close());

  const fill = (page: Page): Promise<FillReport> =>
    world.call(page, 'secondeFill', 'fill', {
      expectedOrigin: world.origin,
      code,
      focusedOnly: false,
      deviceName: null,
    });
  /** What every field of the page holds, but those of `selector`. */
  const elsewhere = (page: Page, selector = '#none'): Promise<string> =>
    page.evaluate(
      (but) =>
        [...document.querySelectorAll('input')]
          .filter((input) => !input.matches(but))
          .map(({ value }) => value)
          .join(''),
      selector,
    );

  it.each(Object.entries(pages.refused))(
    '%s is told so, and nothing else is written',
    async (_, [html, why]) => {
      const page = await world.open(html);
      expect(await fill(page)).toEqual({ kind: 'refused', why });
      expect(await elsewhere(page, '#otp, #otp input')).toBe('');
    },
  );

  it.each(Object.entries(pages.filled))('%s is filled all the same', async (_, [html, selector]) => {
    const page = await world.open(html);
    expect(await fill(page)).toMatchObject({ kind: 'filled' });
    const held = await page.$$eval(selector, (inputs) =>
      inputs.map((input) => (input as HTMLInputElement).value).join(''),
    );
    expect(held).toBe(code);
    expect(await elsewhere(page, selector)).toBe('');
  });

  it('asks ten thousand times for a code gets none', async () => {
    const page = await world.open(pages.flood);
    const survey = await world.call(page, 'secondeFill', 'survey', { digits: 6, focusedOnly: false });
    expect(survey.candidates).toHaveLength(8);
    expect(await fill(page)).toEqual({ kind: 'refused', why: 'field-unsure' });
    expect(await elsewhere(page)).toBe('');
  });

  it('patches every prototype is filled, and hears nothing but the events of the field', async () => {
    const page = await world.open(pages.patched);
    // The bridge of the tests needs a page that works: the traps are set once it has asked.
    await page.evaluate(() => {
      const traps = globalThis as unknown as { patch(): void; unpatch(): void };
      window.addEventListener('message', ({ data }) => {
        if (data?.ask) traps.patch();
        if (data?.answered) traps.unpatch();
      });
    });
    expect(await fill(page)).toMatchObject({ kind: 'filled' });
    expect(await page.$eval('#otp', (input) => (input as HTMLInputElement).value)).toBe(code);
    expect(await page.evaluate(() => (globalThis as unknown as { caught: string[] }).caught)).toEqual([]);
  });
});
