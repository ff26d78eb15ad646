/** What a page hands over as a file, caught before it reaches a folder. */
import type { Page } from 'puppeteer-core';

/** From now on what the page gives as a file stays in the page, for the test to take. */
export async function keepDownloads(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = globalThis as { lastFile?: Promise<string> };
    const create = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) kept.lastFile = file.text();
      return create(file);
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
}

export function lastDownload(page: Page): Promise<string> {
  return page.evaluate(async () => (await (globalThis as { lastFile?: Promise<string> }).lastFile) ?? '');
}
