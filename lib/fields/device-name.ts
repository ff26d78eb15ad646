/** The field that asks what to call the device that makes the codes (Keycloak's `userLabel`, "Nom d'appareil"). Reads only. */
import { type Box, boxSelector, canHoldCode, formOf, isInput } from './boxes';
import { type PageFacts, readFacts } from './facts';
import type { Found, Page } from './finder';
import { ancestors, queryAll } from './walk';
import { deviceName } from './words';

/** A form with more fields than this is not about one code. */
const mostNear = 40;

/** The empty, visible device-name field in the form of the code's field, or near it when there is no form. */
export function findDeviceNameField(
  page: Page,
  { roots, facts }: Pick<Found, 'roots' | 'facts'>,
  boxes: readonly Box[],
): HTMLInputElement | null {
  const code = boxes[0];
  if (!code) return null;
  const form = formOf(code);
  const around = [...ancestors(code, 6)].at(-1);
  const near = queryAll(roots, boxSelector).filter((each) =>
    form ? formOf(each) === form : around?.contains(each),
  );
  const named = near
    .filter(
      (each): each is HTMLInputElement =>
        canHoldCode(each) &&
        isInput(each) &&
        each.type === 'text' &&
        !boxes.includes(each) &&
        each.value === '' &&
        each.maxLength !== 1,
    )
    .slice(0, mostNear);
  const found = named.find((input) => asksName(input, facts));
  return found && page.visible(found) ? found : null;
}

function asksName(input: HTMLInputElement, page: PageFacts): boolean {
  const { name, label, before } = readFacts([input], page);
  return deviceName.test(name + label) || deviceName.test(before);
}
