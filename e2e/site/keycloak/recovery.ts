/** Recovery codes as Keycloak has them: twelve of twelve characters, asked for by number, each of use once. */

import { randomBytes } from 'node:crypto';
import type { Person } from '../state.ts';

const characters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const howMany = 12;
const codeLength = 12;

interface RecoveryCodes {
  readonly codes: readonly string[];
  /** How many were used: the next one asked for is the one after. */
  used: number;
  /** The person said that they were kept; before, the server does not know them. */
  saved: boolean;
}

const kept = new WeakMap<Person, RecoveryCodes>();

export interface RecoveryView {
  readonly codes: readonly string[];
  readonly action: string;
}

export interface RecoveryEntryView {
  /** The number of the code asked for, from 1. */
  readonly number: number;
  readonly action: string;
  readonly refused: boolean;
}

/** The codes shown to a person, made at the first look. */
export function recoveryCodes(person: Person): RecoveryCodes {
  const known = kept.get(person);
  if (known !== undefined) return known;
  const oneCode = (): string =>
    [...randomBytes(codeLength)].map((byte) => characters.charAt(byte % characters.length)).join('');
  const made = { codes: Array.from({ length: howMany }, oneCode), used: 0, saved: false };
  kept.set(person, made);
  return made;
}

export function hasRecoveryCodes(person: Person): boolean {
  return kept.get(person)?.saved === true;
}

/** Accepts the code whose turn it is, with dashes or without, and no other. */
export function useRecoveryCode(person: Person, text: string, nowMs: number): boolean {
  const recovery = recoveryCodes(person);
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  const accepted = recovery.saved && recovery.codes[recovery.used] === code;
  if (accepted) recovery.used += 1;
  person.attempts.push({
    atMs: nowMs,
    purpose: 'sign-in',
    code: text,
    outcome: accepted ? 'accepted' : code === '' ? 'missing' : 'wrong',
    step: null,
    device: 'recovery',
  });
  return accepted;
}
