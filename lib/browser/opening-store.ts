/** How the vault was opened, in memory for this browser session; when the password is practised next, on the disk: no secret. */
import { browser } from 'wxt/browser';
import { parsePractice } from '@/lib/settings/practice';
import type { OpenedBy, OpeningPorts } from '@/lib/walks/opening';

const openedByKey = 'openedBy';
const practiceKey = 'practice';

export const openedBy: OpeningPorts['openedBy'] = {
  async get() {
    const by: unknown = (await browser.storage.session.get(openedByKey))[openedByKey];
    return isOpenedBy(by) ? by : null;
  },
  set: (way) => browser.storage.session.set({ [openedByKey]: way }),
};

export const practiceStore: OpeningPorts['practice'] = {
  async read() {
    return parsePractice((await browser.storage.local.get(practiceKey))[practiceKey]);
  },
  write: (state) => browser.storage.local.set({ [practiceKey]: state }),
};

function isOpenedBy(value: unknown): value is OpenedBy {
  return value === 'password' || value === 'recovery' || value === 'passkey';
}
