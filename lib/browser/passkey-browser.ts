/**
 * Whether this browser lets an extension use passkeys at all: Chromium gives it a relying party of its own, Firefox does not
 * (SecurityError without a host permission). Whether an authenticator can open a vault is found out by trying.
 */
export function isPasskeyBrowser(): boolean {
  return location.protocol === 'chrome-extension:' && 'credentials' in navigator;
}
