import type { Driver } from './driver.ts';

/** Closes the page that a first installation opens; it would come to the front in the middle of a journey. */
export async function closeWelcome(driver: Driver): Promise<void> {
  const welcome = await driver.ownPage('welcome.html');
  await welcome.close();
}
