/**
 * PSKC (RFC 6030): the file in which an issuer hands out the keys of its tokens, plain, or closed by a key or a password.
 * Read as a person would have it: every entry comes in or has its reason, and nothing is guessed. Signatures are not
 * verified: the person chose the file.
 */
import { type Failure, fail, ok, type Result } from '@/lib/errors';
import { type PskcEntry, nameOfPackage, readPackage } from './pskc-key';
import { type PskcSecret, createOpener, neededSecret } from './pskc-protection';
import { type XmlElement, parseXml, textOf } from './xml';

export type { PskcEntry, PskcNote } from './pskc-key';
export type { PskcSecret } from './pskc-protection';

const namespace = 'urn:ietf:params:xml:ns:keyprov:pskc';
const mostPackages = 1000;

export interface PskcLook {
  readonly needs: 'nothing' | 'key' | 'password';
  /** The issuer's word for the key or password; '' without one. */
  readonly keyName: string;
}

export interface PskcProblem {
  /** Serial number or identifier of the entry; may be ''. */
  readonly token: string;
  readonly failure: Failure;
}

export interface ReadPskc {
  readonly entries: readonly PskcEntry[];
  /** One for each entry left out. */
  readonly problems: readonly PskcProblem[];
}

/** What the file asks for, before anything is asked of the person. */
export function lookAtPskc(text: string): Result<PskcLook> {
  const container = containerOf(text);
  if (!container.ok) return container;
  if (!isClosed(container.value)) return ok({ needs: 'nothing', keyName: '' });
  const needs = neededSecret(container.value);
  if (!needs.ok) return needs;
  const keyName =
    textOf(container.value, 'EncryptionKey', 'KeyName') ||
    textOf(container.value, 'EncryptionKey', 'DerivedKey', 'MasterKeyName');
  return ok({ needs: needs.value, keyName: keyName.slice(0, 100) });
}

/** Every token of the file. A wrong key is a failure of the whole; what is wrong with one entry leaves the others. */
export async function readPskc(
  text: string,
  secret: PskcSecret | null,
  nowMs: number,
): Promise<Result<ReadPskc>> {
  const container = containerOf(text);
  if (!container.ok) return container;
  const packages = packagesOf(container.value);
  if (packages.length > mostPackages) return fail('file-too-large');
  if (isClosed(container.value) && !secret) return fail('file-key-wrong');
  const opener = isClosed(container.value) && secret ? await createOpener(container.value, secret) : ok(null);
  if (!opener.ok) return opener;

  const entries: PskcEntry[] = [];
  const problems: PskcProblem[] = [];
  for (const keyPackage of packages) {
    const read = await readPackage(keyPackage, opener.value, nowMs);
    if (read.ok) entries.push(read.value);
    else if (read.failure.code === 'file-key-wrong') return read;
    else problems.push({ token: nameOfPackage(keyPackage), failure: read.failure });
  }
  return entries.length + problems.length > 0 ? ok({ entries, problems }) : fail('pskc-empty');
}

function containerOf(text: string): Result<XmlElement> {
  const root = parseXml(text);
  if (!root.ok) {
    // What does not even begin as such a file is another one; the word for that helps more.
    const isXml = /^\uFEFF?\s*<[?!A-Za-z]/.test(text.slice(0, 200));
    return isXml ? root : fail('pskc-not-one');
  }
  const isOne = root.value.name === 'KeyContainer' && root.value.namespace === namespace;
  return isOne ? root : fail('pskc-not-one');
}

function packagesOf(container: XmlElement): readonly XmlElement[] {
  return container.children.filter(({ name }) => name === 'KeyPackage');
}

function isClosed(container: XmlElement): boolean {
  return packagesOf(container).some((keyPackage) => hasClosedValue(keyPackage));
}

function hasClosedValue(element: XmlElement): boolean {
  return element.name === 'EncryptedValue' || element.children.some(hasClosedValue);
}
