/** Overwrites key material with zeros. As far as a garbage-collected language allows: copies the engine made stay. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}
