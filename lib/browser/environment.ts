/** Facts about the browser we run in, and what is asked of it once at each start. */
import { browser } from 'wxt/browser';

export function browserLanguages(): readonly string[] {
  return [browser.i18n.getUILanguage(), ...navigator.languages];
}

/**
 * Closes `storage.local` to content scripts, a compromised page's included. Chromium only; Firefox has no such switch, and
 * there nothing in it opens a vault with a password.
 */
export async function restrictStorage(): Promise<void> {
  const area = browser.storage.local as {
    setAccessLevel?: (access: { accessLevel: string }) => Promise<void>;
  };
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
}

interface Agent {
  readonly userAgent: string;
  readonly userAgentData?: {
    readonly brands: readonly { readonly brand: string; readonly version: string }[];
    readonly platform: string;
  };
}

/** `Firefox 140, Linux`: the browser as its maker calls it, its main version, and the system, from what it says of itself. */
export function browserName(navigator: Navigator): string {
  const { userAgent, userAgentData } = navigator as Agent;
  if (userAgentData) {
    // Chromium names itself beside the browser that is made of it, and somebody who does not exist.
    const real = userAgentData.brands.filter(({ brand }) => !/not.{0,2}a.{0,2}brand/i.test(brand));
    const own = real.find(({ brand }) => brand !== 'Chromium') ?? real[0];
    if (own) return `${own.brand} ${own.version}, ${userAgentData.platform}`;
  }
  const system = /Windows|Mac OS X|Android|Linux/.exec(userAgent)?.[0] ?? '';
  const [, name = '', version = ''] = /(Firefox|Edg|Chrome)\/(\d+)/.exec(userAgent) ?? [];
  return [`${name} ${version}`.trim(), system].filter(Boolean).join(', ');
}
