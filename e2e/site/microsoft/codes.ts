/** The addresses inside the two kinds of QR codes that the security page shows. */

import { toBase32 } from '../base32.ts';
import { keyOf } from '../state.ts';
import type { Person } from '../state.ts';

/** A name with a space and a plus: both are written in the address, each in its own way. */
export const tenant = 'Soins + Recherche des Érables';

/** Bytes of a key here: sixteen letters of Base32. */
export const keyBytes = 10;

/** As the security page writes them: colon and plus percent-encoded, spaces as plus signs, letters of the key small. */
export function appAddress(person: Person): string {
  const label = encodeURIComponent(`${tenant}:${person.user}`).replaceAll('%20', '+');
  return `otpauth://totp/${label}?secret=${shownKey(person)}&issuer=Microsoft`;
}

export function shownKey({ pending }: Person): string {
  return toBase32(keyOf(pending)).toLowerCase();
}

export interface Push {
  readonly qr: string;
  /** What the page shows instead of the QR code: no key, but a code and an address. */
  readonly code: string;
  readonly url: string;
}

/** A code of the own app, which holds no key; `form`: `phonefactor` (older), `personal`, else the form of app links. */
export function pushCode({ ticket }: Person, form: string | null): Push {
  const code = String(100_000_000 + (Number.parseInt(ticket.slice(0, 7), 16) % 900_000_000));
  const url = `https://mobileappcommunicator.auth.microsoft.com/activatev2/9100${code}/EXERCICE`;
  const app = 'https://login.microsoftonline.com/authenticatorApp/activateAccount';
  const encoded = encodeURIComponent(url);
  switch (form) {
    case 'phonefactor':
      return { qr: `phonefactor://activate_account?code=${code}&url=${encoded}`, code, url };
    case 'personal':
      return {
        qr: `${app}?source=qrCode&accountType=msa&code=M.C5_EX.2.U.${ticket}&uaid=${ticket}&expires=1893456000`,
        code,
        url,
      };
    default:
      return { qr: `${app}?accountType=mfa&source=qrCode&code=${code}&url=${encoded}`, code, url };
  }
}
