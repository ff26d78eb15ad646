const hues = 6;

/** First letter on a quiet tile, always the same one for an issuer: found by the eye before it is read. */
export function Monogram({ issuer }: { issuer: string }) {
  const [letter = '·'] = issuer.trim();
  let sum = 0;
  for (const character of issuer) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return (
    <span class={`monogram hue-${sum % hues}`} aria-hidden="true">
      {letter.toLocaleUpperCase()}
    </span>
  );
}
