/** What a person should know of one entry of a foreign file before it is taken; each code has a sentence. */
export const attentionCodes = [
  /** {what}: Seconde cannot compute it; kept as it is. */
  'kept',
  /** mOTP or Yandex without its PIN: kept as it is. */
  'pin-missing',
  // not said by the file; what the other app takes then was taken
  'assumed-kind',
  'assumed-algorithm',
  'assumed-digits',
  'assumed-period',
  'assumed-counter',
  /** Versions of the app disagree about whether {counter} is the next one. */
  'counter-unsure',
  /** Hexadecimal where the format has Base32. */
  'secret-hex',
  'name-missing',
  /** The file names the issuer in two ways. */
  'issuers-differ',
  /** {what} of the file, changed by the app it came from, or by one before. */
  'doubtful',
  // PSKC: policy of the issuer
  'token-pin',
  'token-usage',
  'token-unchecked',
  'token-not-yet',
  'token-date',
] as const;

export type AttentionCode = (typeof attentionCodes)[number];

export interface Attention {
  readonly code: AttentionCode;
  /** Never a secret. */
  readonly details?: Readonly<Record<string, string>>;
}
