/** The ways a vault opens, as a person sees them: what the slots say without a key. */
import type { EnvelopeHeader } from '@/lib/vault/envelope';
import type { Slot } from '@/lib/vault/slots';

export interface Way {
  readonly id: string;
  /** `device`: this browser profile, without the person. `prf`: a passkey. */
  readonly type: Slot['type'];
  /** The person's word for a passkey; empty for the others. */
  readonly label: string;
  /** Unix time in ms; `null` where it was not noted. */
  readonly createdAt: number | null;
}

/** What WebAuthn must be asked for a passkey. */
export interface PasskeyWay {
  readonly credentialId: string;
  readonly rpId: string;
  readonly prfSalt: string;
  readonly label: string;
}

export function waysOf({ slots }: EnvelopeHeader): readonly Way[] {
  return slots.map((slot) => ({
    id: slot.id,
    type: slot.type,
    label: slot.type === 'prf' ? slot.label : '',
    createdAt: 'createdAt' in slot ? (slot.createdAt ?? null) : null,
  }));
}

export function passkeysOf({ slots }: EnvelopeHeader): readonly PasskeyWay[] {
  return slots.flatMap((slot) => {
    if (slot.type !== 'prf') return [];
    const { credentialId, rpId, prfSalt, label } = slot;
    return [{ credentialId, rpId, prfSalt, label }];
  });
}
