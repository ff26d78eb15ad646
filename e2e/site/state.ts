/**
 * Who has enrolled what: one `Person` for each page and user name, so that a test that makes up a user name starts from
 * nothing. Secrets are practice secrets and are shown to tests on purpose.
 */

import { randomBytes, randomUUID } from 'node:crypto';
import { toBase32 } from './base32.ts';
import { keyUri } from './key-uri.ts';
import { defaultPolicy, newDevice, verify } from './verifier.ts';
import type { DeviceMemory, Policy, Refusal } from './verifier.ts';

/** Alphanumeric characters whose bytes are the key, as Keycloak makes them. */
const secretCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** The length most systems have chosen. */
const keyBytes = 20;

export interface Device {
  readonly id: string;
  label: string;
  readonly secret: string;
  memory: DeviceMemory;
}

export interface Attempt {
  readonly atMs: number;
  readonly purpose: 'enrol' | 'sign-in';
  readonly code: string;
  readonly outcome: 'accepted' | Refusal | 'missing' | 'device-name-missing';
  readonly step: number | null;
  readonly device: string | null;
}

export interface Person {
  readonly page: string;
  readonly user: string;
  policy: Policy;
  /** ASCII secret being enrolled; its bytes are the key. */
  pending: string;
  /** Unguessable name of the pending QR for an address without a cookie. */
  readonly ticket: string;
  /** Sites with a switch: the person turned the second factor on. */
  secondFactorAsked: boolean;
  readonly devices: Device[];
  readonly attempts: Attempt[];
}

export interface Session {
  /** User who gave a password on a page, and whether the code was accepted too; by page id. */
  readonly signIns: Map<string, { readonly user: string; complete: boolean; options: URLSearchParams }>;
  lang: 'fr' | 'en' | null;
}

/** The key bytes of an ASCII secret. */
export function keyOf(secret: string): Uint8Array {
  return new TextEncoder().encode(secret);
}

function newSecret(bytes: number): string {
  return [...randomBytes(bytes)]
    .map((byte) => secretCharacters.charAt(byte % secretCharacters.length))
    .join('');
}

export class PracticeState {
  /** Every question without a body, for the tests of the clock. */
  readonly heads: { readonly path: string; readonly cookie: boolean }[] = [];
  readonly #people = new Map<string, Person>();
  readonly #sessions = new Map<string, Session>();

  /** The person of a page, made with `policy` at the first visit. */
  person(page: string, user: string, policy: Partial<Policy> = {}): Person {
    const key = `${page}|${user}`;
    const known = this.#people.get(key);
    if (known !== undefined) return known;
    const person: Person = {
      page,
      user,
      policy: { ...defaultPolicy, ...policy },
      pending: newSecret(keyBytes),
      ticket: randomUUID(),
      secondFactorAsked: false,
      devices: [],
      attempts: [],
    };
    this.#people.set(key, person);
    return person;
  }

  /** The person whose `ticket` this is. */
  byTicket(ticket: string): Person | undefined {
    return [...this.#people.values()].find((person) => person.ticket === ticket);
  }

  session(id: string): Session {
    const known = this.#sessions.get(id);
    if (known !== undefined) return known;
    const session: Session = { signIns: new Map(), lang: null };
    this.#sessions.set(id, session);
    return session;
  }

  /** Forgets a user on every page, or everybody. */
  reset(user?: string): void {
    for (const [key, person] of this.#people) {
      if (user === undefined || person.user === user) this.#people.delete(key);
    }
    for (const session of this.#sessions.values()) {
      for (const [page, signIn] of session.signIns) {
        if (user === undefined || signIn.user === user) session.signIns.delete(page);
      }
    }
  }

  /** What tests ask of a user: one entry for each page the user visited. */
  snapshot(user: string): PersonSnapshot[] {
    return [...this.#people.values()]
      .filter((person) => person.user === user)
      .map((person) => ({
        page: person.page,
        user: person.user,
        policy: person.policy,
        pendingSecret: toBase32(keyOf(person.pending)),
        devices: person.devices.map((device) => ({
          id: device.id,
          label: device.label,
          secret: toBase32(keyOf(device.secret)),
          usedSteps: device.memory.usedSteps,
          counter: device.memory.counter,
        })),
        attempts: person.attempts,
        accepted: person.attempts.filter((attempt) => attempt.outcome === 'accepted').length,
      }));
  }
}

export interface PersonSnapshot {
  readonly page: string;
  readonly user: string;
  readonly policy: Policy;
  /** Base32 of the secret shown for enrolment. */
  readonly pendingSecret: string;
  readonly devices: readonly {
    readonly id: string;
    readonly label: string;
    readonly secret: string;
    readonly usedSteps: readonly number[];
    readonly counter: number;
  }[];
  readonly attempts: readonly Attempt[];
  readonly accepted: number;
}

/** The address in the enrolment QR of a person. */
export function enrolmentUri(person: Person, issuer: string): string {
  return keyUri({ key: keyOf(person.pending), policy: person.policy, issuer, account: person.user });
}

/** Replaces the secret shown, as old Keycloak may do when the page is drawn again. */
export function renewPending(person: Person, bytes = keyBytes): void {
  person.pending = newSecret(bytes);
}

/**
 * Checks the code that confirms the pending secret; when it is right the device exists, its first code used. In Keycloak's
 * order: no code, then a wrong code, then a name that is missing; nothing is used up before all is right.
 */
export function enrolDevice(
  person: Person,
  {
    code,
    label,
    labelRequired,
    nowMs,
  }: { code: string; label: string; labelRequired: boolean; nowMs: number },
): Attempt['outcome'] {
  const { pending, policy } = person;
  const result = verify(code, { key: keyOf(pending), policy, memory: newDevice, nowMs });
  const nameMissing = labelRequired && label === '';
  const outcome =
    code === ''
      ? 'missing'
      : !result.accepted
        ? result.reason
        : nameMissing
          ? 'device-name-missing'
          : 'accepted';
  const step = result.accepted ? result.step : null;
  person.attempts.push({ atMs: nowMs, purpose: 'enrol', code, outcome, step, device: label });
  if (outcome === 'accepted' && result.accepted) {
    person.devices.push({ id: randomUUID(), label, secret: pending, memory: result.memory });
    renewPending(person);
  }
  return outcome;
}

/** Checks the code of a sign-in against one device: the chosen one, or the first. */
export function signInWithCode(
  person: Person,
  { code, deviceId, nowMs }: { code: string; deviceId: string | null; nowMs: number },
): Attempt['outcome'] {
  const device = person.devices.find(({ id }) => id === deviceId) ?? person.devices[0];
  if (device === undefined) return 'wrong';
  const { policy } = person;
  const result = verify(code, { key: keyOf(device.secret), policy, memory: device.memory, nowMs });
  const outcome = code === '' ? 'missing' : result.accepted ? 'accepted' : result.reason;
  const step = result.accepted ? result.step : null;
  person.attempts.push({ atMs: nowMs, purpose: 'sign-in', code, outcome, step, device: device.label });
  if (result.accepted) device.memory = result.memory;
  return outcome;
}
