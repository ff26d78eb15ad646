/** The field that asks what to call the device that makes the codes (Keycloak's `userLabel`, "Nom d'appareil"). Reads only. */
import { readFacts, readPage } from './facts';
import type { Page } from './finder';
import { deviceName } from './words';
import { canHoldCode } from './boxes';
import { ancestors, elementsUnder } from './walk';

/** The empty, visible device-name field in the form of the code's field, or near it when there is no form. */
export function findDeviceNameField(
  page: Page,
  codeInputs: readonly HTMLInputElement[],
): HTMLInputElement | null {
  const code = codeInputs[0];
  if (!code) return null;
  const around = code.form ?? [...ancestors(code, 6)].at(-1);
  const elements = elementsUnder(page.doc, page.openRoot);
  const named = elements.filter(
    (element): element is HTMLInputElement =>
      canHoldCode(element) &&
      element.type === 'text' &&
      !codeInputs.includes(element) &&
      element.value === '' &&
      element.maxLength !== 1,
  );
  const near = named.filter((input) => (code.form ? input.form === code.form : around?.contains(input)));
  const facts = readPage(page.doc, [], [], null);
  const found = near.find((input) => {
    const { name, label, before } = readFacts([input], facts);
    return deviceName.test(name + label) || deviceName.test(before);
  });
  return found && page.visible(found) ? found : null;
}
