/** What the import page and its reading worker say to each other. Both are ours, built together. */
import type { FileAnswer, GivenAnswers } from './read-given';

export interface ReadingOrder {
  readonly name: string;
  readonly content: Blob;
  readonly answers: GivenAnswers;
  /** Stops the reading at once, whatever it is at. */
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly progress: (share: number) => void;
}

export type ToReader =
  | {
      readonly kind: 'read';
      readonly name: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly answers: GivenAnswers;
      readonly nowMs: number;
    }
  | { readonly kind: 'qr-texts'; readonly texts: readonly string[] };

export type FromReader =
  | { readonly kind: 'progress'; readonly share: number }
  /** Asked one after the other. */
  | { readonly kind: 'qr'; readonly picture: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'answer'; readonly answer: FileAnswer };
