import { useState } from 'preact/hooks';

const hues = 6;

export interface MonogramProps {
  readonly issuer: string;
  /** Its picture (lib/marks), where it has one. */
  readonly mark?: string | undefined;
}

/**
 * What stands for an account, found by the eye before it is read: the mark of its service, else its first letter on a
 * quiet tile, always the same one for an issuer. Never the only thing that says who it is.
 */
export function Monogram({ issuer, mark }: MonogramProps) {
  const [missing, setMissing] = useState<string | null>(null);
  if (mark !== undefined && mark !== missing)
    return (
      <span class="monogram pictured" aria-hidden="true">
        <img src={`/marks/${mark}.svg`} alt="" decoding="async" onError={() => setMissing(mark)} />
      </span>
    );
  let sum = 0;
  for (const character of issuer) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return (
    <span class={`monogram hue-${sum % hues}`} aria-hidden="true">
      {initial(issuer)}
    </span>
  );
}

/** The first letter or digit with its accents; of a name without any, its first sign. */
function initial(issuer: string): string {
  const [letter = [...issuer.trim()][0] ?? '·'] = /[\p{L}\p{N}]\p{M}*/u.exec(issuer) ?? [];
  return letter.toLocaleUpperCase();
}
