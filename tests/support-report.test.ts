/** The report that is copied, made of real vaults: what is in them changes nothing in it but counts, kinds and moments. */
import { describe, expect, test } from 'vitest';
import { errorCodes } from '@/lib/errors';
import { errorNumbers } from '@/lib/error-numbers';
import { loadLater, wordsOf } from '@/lib/i18n/catalogue';
import { createSpeech } from '@/lib/i18n/speak';
import { noPolicy, strictestPolicy } from '@/lib/settings/policy';
import { defaultSettings } from '@/lib/settings/settings';
import type { Account, VaultContent } from '@/lib/vault/account';
import type { Vault } from '@/lib/vault/vault';
import { supportFacts } from '@/lib/walks/support';
import { emptyRecord } from '@/lib/walks/tab-record';
import { createDisk } from '@/tests/fakes/vault-ports';
import { leaves, valueOf, vaultOn } from '@/tests/fakes/vault-worlds';
import { type AboutHere, supportLines, supportReport } from '@/components/options/support-lines';

const speeches = {
  fr: createSpeech('fr', wordsOf('fr'), await loadLater('fr')),
  en: createSpeech('en', wordsOf('en'), await loadLater('en')),
};
const here: AboutHere = { version: '1.2.3', browser: 'Firefox 142, Linux' };
const atMs = Date.UTC(2026, 10, 21, 17);

/** Every field of an account that a person, a site or a file can write, each with a mark of its own. */
function fullAccount(mark: string, secret: string, n: number): Account {
  const site = `https://${mark}${n}.exemple.test`;
  return {
    id: `${mark}-id-${n}`,
    issuer: `${mark}-issuer-${n}`,
    name: `${mark}-name-${n}`,
    otp: { kind: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
    sites: [site],
    domains: [`${mark}-domain.test`],
    confirmed: true,
    deviceName: `${mark}-device`,
    createdAtMs: atMs,
    enrolledFrom: `${site}/from`,
    recoveryCodes: [{ value: `${mark}-recovery`, usedAtMs: null }],
    renewalNote: `${mark}-renewal`,
    token: { manufacturer: `${mark}-maker`, serial: `${mark}-serial` },
    note: `${mark}-note`,
    tags: [`${mark}-tag`],
    suggestedSites: [`https://${mark}-suggested.test`],
    history: [{ changedAtMs: atMs, before: { note: `${mark}-before` } }],
  };
}

function fullContent(mark: string, secret: string): VaultContent {
  const account = fullAccount(mark, secret, 1);
  return {
    schema: 1,
    accounts: [account, fullAccount(mark, secret, 2)],
    trash: [{ account: fullAccount(mark, secret, 3), deletedAtMs: atMs }],
    backup: { lastBackupAtMs: atMs, changesSince: 3 },
    sites: { [account.sites[0] ?? '']: { field: `${mark}-field`, accountId: account.id } },
    httpHosts: [`${mark}-host:8080`],
    clockOffsets: { [`https://${mark}-clock.test`]: { offsetMs: 9000, errorMs: 1, measuredAtMs: atMs } },
    lastImport: { atMs, added: [account.id], before: [account] },
  };
}

async function vaultOf(mark: string, secret: string, password: string) {
  const vault = vaultOn(createDisk());
  const content = fullContent(mark, secret);
  valueOf(await vault.update(() => content));
  valueOf(await vault.protect(password));
  const { code } = valueOf(await vault.addRecoveryCode());
  return { vault, content, typed: [password, code, ...code.split(/[\s-]+/)] };
}

async function reports(vault: Vault, origin: string): Promise<Record<'fr' | 'en', string>> {
  const facts = await supportFacts({
    vault,
    settings: { read: async () => defaultSettings },
    policy: { read: async () => noPolicy },
    records: async () => [
      {
        ...emptyRecord,
        clock: { origin, offset: { offsetMs: -47_000, errorMs: 1, measuredAtMs: atMs + 1 } },
      },
    ],
  });
  // As it comes from the background.
  const sent = JSON.parse(JSON.stringify(facts)) as typeof facts;
  const report = (speech: typeof speeches.fr) =>
    supportReport(supportLines(sent, here, speech), speech.t, speech.date(atMs));
  return { fr: report(speeches.fr), en: report(speeches.en) };
}

const one = await vaultOf('quenouille', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 'patate-frite-7');
const other = await vaultOf('mitaine', 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U', 'radis-beurre-9');

describe.each(['open', 'locked'] as const)('the report of a vault that is %s', (state) => {
  const made = async () => {
    // The other state may have come first.
    if (state === 'locked') await Promise.all([one.vault.lock(), other.vault.lock()]);
    else await Promise.all([one, other].map(({ vault, typed }) => vault.unlock(typed[0] ?? '')));
    return Promise.all([reports(one.vault, 'https://a.test'), reports(other.vault, 'https://b.test')]);
  };

  test('is the same for another vault with as many accounts, ways and changes', async () => {
    const [first, second] = await made();
    expect(first).toEqual(second);
    expect(first.fr).toContain('En avance de 47 secondes');
    expect(first.en).toContain(state === 'open' ? 'Open, protected' : 'Locked');
  });

  test('holds no text that is in the vault, no password and no recovery code', async () => {
    const [report] = await made();
    const texts = leaves(one.content).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    expect(texts.length).toBeGreaterThan(40);
    for (const told of [report.fr, report.en])
      for (const text of [...texts, ...one.typed, 'quenouille', 'https', '.test'])
        if (!['totp', 'SHA1'].includes(text)) expect(told).not.toContain(text);
  });
});

test('has the numbers of a vault that cannot be used, the same in both languages', async () => {
  for (const code of errorCodes) {
    const facts = {
      vault: { kind: 'unusable', code },
      accounts: null,
      ways: null,
      backup: null,
      automaticBackup: false,
      clock: null,
      policy: strictestPolicy(['*']),
    } as const;
    for (const speech of [speeches.fr, speeches.en]) {
      const report = supportReport(supportLines(facts, here, speech), speech.t, '');
      expect(report).toContain(`S-${errorNumbers[code]}`);
      expect(speech.failure({ code })).toContain(`(S-${errorNumbers[code]})`);
    }
  }
});

test('is as many lines in both languages, each short enough to be read aloud', async () => {
  const report = await reports(vaultOn(createDisk()), 'https://a.test');
  expect(report.fr.split('\n')).toHaveLength(report.en.split('\n').length);
  for (const line of [...report.fr.split('\n'), ...report.en.split('\n')])
    expect(line.length, line).toBeLessThanOrEqual(120);
  expect(report.en).toContain('Accounts: 0');
});
