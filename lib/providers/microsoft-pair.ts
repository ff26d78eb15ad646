/**
 * What Microsoft shows to people who cannot scan the QR code of its own app: a code of nine digits and an address. Neither
 * is a key, and no other app can do anything with them; people type them where a key is asked.
 */

const activationAddress =
  /^(?:https?:\/\/)?(?:[^/?#\s]*\.(?:microsoft\.(?:com|us|cn)|microsoftonline\.(?:com|us|cn)|phonefactor\.net)\/[^?#\s]*activat|[^?#\s]*\/mfawsmobile(?:\/|$)|[^?#\s]*\/activatev2\/)/i;

/** Whether `code` and `url`, as typed in two fields, are such a pair; the address alone is enough, or nine digits beside any. */
export function recogniseMicrosoftPair(code: string, url: string): boolean {
  const address = url.trim().slice(0, 2048);
  if (activationAddress.test(address)) return true;
  return isCode(code) && /^https?:\/\/[^\s/]+\/\S*$/i.test(address);
}

/** Whether a pasted text holds such a pair, with whatever the page wrote before each of the two. */
export function recogniseMicrosoftText(text: string): boolean {
  const words = text.slice(0, 4096).split(/[\s\u00a0<>"]+/);
  const address = words.find((word) => /^https?:\/\/|\/activatev2\/|mfawsmobile/i.test(word));
  if (address === undefined) return false;
  if (activationAddress.test(address)) return true;
  const rest = words.filter((word) => word !== address).join(' ');
  return recogniseMicrosoftPair(/\b\d{3}[ -]?\d{3}[ -]?\d{3}\b/.exec(rest)?.[0] ?? '', address);
}

function isCode(text: string): boolean {
  return /^\d{9}$/.test(text.replace(/[\s-]/g, ''));
}
