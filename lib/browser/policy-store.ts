/** The rules of the organisation, from `storage.managed`; kept until the browser says that they changed. */
import { browser } from 'wxt/browser';
import { noPolicy, parsePolicy, type Policy, strictestPolicy } from '@/lib/settings/policy';

let known: Promise<Policy> | null = null;

export function readPolicy(): Promise<Policy> {
  return (known ??= read());
}

/** Call it at every start of the background, synchronously. Firefox reads rules at its start only, and tells of nothing. */
export function onPolicyChange(listener: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area !== 'managed') return;
    known = null;
    listener();
  });
}

async function read(): Promise<Policy> {
  // A browser without managed storage has no organisation to be ruled by.
  const managed = (browser.storage as Partial<typeof browser.storage>).managed;
  if (!managed) return noPolicy;
  try {
    return parsePolicy(await managed.get(null));
  } catch (error) {
    return isNothingSet(error) ? noPolicy : strictestPolicy(['*']);
  }
}

/** Firefox refuses where nothing was set for this extension: `Managed storage manifest not found`. */
function isNothingSet(error: unknown): boolean {
  return error instanceof Error && /managed storage manifest not found/i.test(error.message);
}
