/**
 * The main job played without a person, each step told as it is done. A step that fails throws, and the rest is not tried.
 * Uses only what a person has: the pages, the popup and the gestures of the driver.
 */
import type { Driver } from '../../e2e/browsers/driver.ts';
import type { PracticeSite } from '../../e2e/site/server.ts';

interface Step {
  readonly says: string;
  readonly does: (driver: Driver, site: PracticeSite) => Promise<void>;
}

const steps: readonly Step[] = [
  {
    says: 'the practice site opens · le site d’exercice s’ouvre',
    does: async (driver, site) => {
      const page = await driver.newPage(site.url);
      if ((await page.title()) === '') throw new TypeError('the practice site has no title');
    },
  },
  {
    says: 'the popup opens over it · la fenêtre de Seconde s’ouvre par-dessus',
    does: async (driver, site) => {
      await driver.clickAction(await driver.newPage(site.url));
      const popup = await driver.popup();
      if (!popup) throw new TypeError('the popup does not open');
      await popup.close();
    },
  },
];

/** Plays every step; answers the exit code. */
export async function play(driver: Driver, site: PracticeSite): Promise<number> {
  for (const { says, does } of steps) {
    const start = performance.now();
    try {
      await does(driver, site);
    } catch (error) {
      console.error(`✗ ${says}: ${error instanceof Error ? error.message : String(error)}`);
      return 1;
    }
    console.log(`✓ ${says} (${Math.round(performance.now() - start)} ms)`);
  }
  return 0;
}
