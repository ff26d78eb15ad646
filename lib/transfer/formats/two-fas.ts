/** 2FAS: JSON, schemas 1 to 4; closed by PBKDF2 and AES-256-GCM, three Base64 texts with colons between. */
import { utf8 } from '@/lib/crypto/bytes';
import { openGcm } from '@/lib/crypto/password-file';
import { pbkdf2 } from '@/lib/crypto/pbkdf2';
import { wipe } from '@/lib/crypto/wipe';
import { type Result, fail, ok } from '@/lib/errors';
import { namesFromLabel } from '@/lib/otp/label';
import { bytesFromBase64 } from '../bytes-text';
import { type EntryReader, readEntries } from '../entries';
import type { FileFormat, FileNote, ReadFile, ReadTools } from '../file-format';
import { parseJson } from '../json-text';
import { readOtpFields } from '../otp-fields';
import { isObject, listIn, textIn, valueIn } from '../shape';
import { splitSiteHint } from '../suggested-site';

const iterations = 10_000;
const newestSchema = 4;

export const twoFas: FileFormat = {
  id: '2fas',
  name: '2FAS',
  recognises: ({ json }) => isObject(json) && 'schemaVersion' in json && Array.isArray(json['services']),
  needs: ({ json }) => ok({ secret: sealedOf(json) === '' ? 'nothing' : 'password' }),
  read: async ({ json }, password, tools) => {
    const schema = valueIn(json, 'schemaVersion');
    if (typeof schema !== 'number' || schema < 1) return fail('file-malformed');
    if (schema > newestSchema) return fail('file-newer');
    const services =
      sealedOf(json) === '' ? ok(listIn(json, 'services')) : await openServices(json, password ?? '');
    return services.ok ? readServices(services.value, json, schema, tools) : services;
  },
};

function sealedOf(json: unknown): string {
  return textIn(json, 'servicesEncrypted');
}

async function openServices(json: unknown, password: string): Promise<Result<readonly unknown[]>> {
  const [sealed, salt, iv] = sealedOf(json).split(':').map(bytesFromBase64);
  if (!sealed || !salt || !iv) return fail('file-malformed');
  const key = await pbkdf2(utf8(password), { hash: 'SHA-256', salt, iterations, length: 32 });
  const bytes = await openGcm(key, iv, sealed);
  wipe(key);
  if (bytes === null) return fail('file-key-wrong');
  const services = parseJson(bytes);
  return Array.isArray(services) ? ok(services) : fail('file-malformed');
}

function readServices(
  services: readonly unknown[],
  json: unknown,
  schema: number,
  tools: ReadTools,
): Result<ReadFile> {
  const groups = new Map(listIn(json, 'groups').map((group) => [textIn(group, 'id'), textIn(group, 'name')]));
  const notes: FileNote[] = schema < 3 ? [{ code: 'poor-version' }] : [];
  return readEntries(services, readService(groups), tools, {
    notes,
    where: (service) => textIn(service, 'name'),
  });
}

/** Schemas 1 and 2 say no kind, schema 1 no parameters either; the app made TOTP of all of them then, and so it is said. */
function readService(groups: ReadonlyMap<string, string>): EntryReader {
  return (service) => {
    const label = namesFromLabel(textIn(service, 'otp', 'label'), textIn(service, 'otp', 'issuer'));
    const { issuer, sites } = splitSiteHint(textIn(service, 'otp', 'issuer') || textIn(service, 'name'));
    const name = textIn(service, 'otp', 'account') || label.name;
    const kind = textIn(service, 'otp', 'tokenType');
    const read = readOtpFields(
      {
        kind: kind === '' ? undefined : kind,
        secret: textIn(service, 'secret'),
        algorithm: valueIn(service, 'otp', 'algorithm'),
        digits: valueIn(service, 'otp', 'digits'),
        period: valueIn(service, 'otp', 'period'),
        counter: valueIn(service, 'otp', 'counter'),
      },
      { issuer, name, format: twoFas.id, raw: service },
    );
    if (!read.ok) return read;
    const tags = [groups.get(textIn(service, 'groupId')) ?? ''];
    return ok({ issuer, name, ...read.value, tags, suggestedSites: sites });
  };
}
