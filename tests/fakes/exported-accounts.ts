/** Accounts of every kind and odd parameter, to be taken out and read again. */
import type { ComputedAccount } from '@/lib/transfer/writers/export-format';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const totp = { kind: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;

export const usualAccounts: readonly ComputedAccount[] = [
  {
    issuer: 'Clinique Papineau',
    name: 'rosalie.tremblay@exemple.test',
    otp: totp,
    note: 'Deuxième étage\nposte 12',
    tags: ['Travail', 'Santé'],
    pinned: true,
    sites: ['https://portail.exemple.test'],
    recoveryCodes: ['1234-5678'],
    hasDates: true,
  },
  {
    issuer: 'Cégep de l’Érable & fils',
    name: 'é+à=? #1',
    otp: { ...totp, algorithm: 'SHA256' },
    tags: ['Travail'],
  },
  {
    issuer: 'Huit',
    name: 'h',
    otp: { ...totp, algorithm: 'SHA512', digits: 8, secret: 'ORSXG5BAORSXG5BAORSXG5BAORSXG5BA' },
  },
  {
    issuer: 'Compteur',
    name: 'c',
    otp: { kind: 'hotp', secret, algorithm: 'SHA1', digits: 6, counter: 70_000 },
  },
  { issuer: '', name: 'sans émetteur', otp: { ...totp, secret: 'MFRGGZDFMZTWQ2LK' } },
  // 17 letters: five bits more than ten bytes.
  { issuer: 'Dix-sept', name: 'lettres', otp: { ...totp, secret: 'GEZDGNBVGY3TQOJQG' } },
];

export const oddAccounts: readonly ComputedAccount[] = [
  { issuer: 'Soixante', name: 's', otp: { ...totp, periodSeconds: 60, digits: 7 } },
  { issuer: 'Vingt', name: 'v', otp: { ...totp, periodSeconds: 20, digits: 10 } },
  { issuer: 'Steam', name: 'joueuse', otp: { kind: 'steam', secret } },
  { issuer: 'Banque', name: 'motp', otp: { kind: 'motp', secret: 'GEZDGNBVGY3TQOJQ', pin: '1234' } },
  {
    issuer: 'Яндекс',
    name: 'y',
    otp: { kind: 'yandex', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY', pin: '98765' },
  },
];
