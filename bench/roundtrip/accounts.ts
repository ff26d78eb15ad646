/** Accounts of every kind and parameter that a vault holds, made here; the same each time. */
import { encodeBase32 } from '@/lib/otp/base32';
import type { OtpParameters } from '@/lib/otp/parameters';
import type { ComputedAccount } from '@/lib/transfer/writers/export-format';

const algorithms = ['SHA1', 'SHA256', 'SHA512'] as const;
const issuers = [
  'Clinique Papineau',
  'Cégep de l’Érable & fils',
  'Banque 100 %',
  'a:b',
  '東京',
  'Université=?#/',
];
const names = ['rosalie@exemple.test', 'é+à b', 'x:y', 'moi / elle', '日本', '"q", 1'];

export function madeAccounts(): readonly ComputedAccount[] {
  const totps = algorithms.flatMap((algorithm) =>
    [6, 7, 8, 5, 9, 10].flatMap((digits) =>
      [30, 60, 20].map((periodSeconds) => ({ kind: 'totp', algorithm, digits, periodSeconds }) as const),
    ),
  );
  const hotps = algorithms.flatMap((algorithm) =>
    [6, 8].map((digits) => ({ kind: 'hotp', algorithm, digits, counter: digits * 70_001 }) as const),
  );
  const others = [
    { kind: 'steam' },
    { kind: 'motp', pin: '1234' },
    { kind: 'yandex', pin: '98765' },
  ] as const;
  return [...totps, ...hotps, ...others].map((otp, index) => ({
    issuer: issuers[index % issuers.length] ?? '',
    name: `${names[index % names.length]} ${index}`,
    otp: { ...otp, secret: secretOf(otp.kind, index) } as OtpParameters,
    tags: index % 3 === 0 ? ['Travail'] : [],
  }));
}

/** Of 10 to 64 bytes; what Yandex hands out has 16. */
function secretOf(kind: string, index: number): string {
  const length = kind === 'yandex' ? 16 : ([10, 16, 20, 32, 64][index % 5] ?? 20);
  return encodeBase32(Uint8Array.from({ length }, (_, at) => (at * 73 + index * 151 + 17) % 256));
}
