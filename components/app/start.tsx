import { render } from 'preact';
import { loadLater } from '@/lib/i18n/catalogue';
import { languageTag } from '@/lib/i18n/speak';
import type { FirstLook } from '@/lib/messages/first-look';
import { App } from './app';
import * as views from './later';
import type { Port } from './port';

/** Draws the app once, when there is something to draw: no empty frame, no second layout. */
export async function start(port: Port, first: FirstLook): Promise<void> {
  const { glance } = first;
  const vault = glance.ok ? glance.value.vault.kind : null;
  const mustProtect = glance.ok && glance.value.vault.kind === 'open' && glance.value.vault.mustProtect;
  const list =
    glance.ok &&
    glance.value.card === null &&
    !glance.value.practice &&
    !mustProtect &&
    (vault === 'open' || vault === 'empty');
  // Words for what is not shown come late in the list; here they are in its rows.
  const onDemand = glance.ok && glance.value.settings.codesOnDemand;
  const [later] = await Promise.all([
    list && !onDemand ? null : loadLater(first.language),
    glance.ok && glance.value.card && views.card.load(),
    (vault === null || vault === 'unusable') && views.unusable.load(),
    glance.ok && glance.value.practice && views.practice.load(),
    mustProtect && views.protect.load(),
    vault === 'locked' && views.unlockForm.load(),
    glance.ok && glance.value.page?.tags && views.groups.load(),
    onDemand && views.rowEye.load(),
  ]);
  // Set later, every style would be worked out anew.
  document.documentElement.lang = languageTag(first.language);
  render(<App port={port} first={first} later={later} />, document.body);
}
