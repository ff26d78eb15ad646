import type { Resembles } from '@/lib/messages/sites-protocol';

/** What is wrong with the address. */
export const likenessWords = {
  letters: 'likeLetters',
  inside: 'likeInside',
  ending: 'likeEnding',
  spelling: 'likeSpelling',
  insecure: 'likeInsecure',
  port: 'likePort',
  address: 'likeAddress',
} as const satisfies Record<Resembles['kind'], string>;
