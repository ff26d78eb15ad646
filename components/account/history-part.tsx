import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { WordKey } from '@/lib/i18n/catalogue';
import type { HistoryChange, HistoryRow, OtpLook } from '@/lib/messages/account-protocol';
import type { Way } from '@/lib/messages/security-protocol';
import { hostOf } from '@/lib/sites/origin';
import { ProofForm } from '../forms/proof-form';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { type AskPasskey, proveWith } from './key-part';
import type { AccountPage } from './page';

export interface HistoryPartProps {
  readonly page: AccountPage;
  readonly askPasskey: AskPasskey | null;
}

/** What was changed, when, and what was there before; each can be put back. */
export function HistoryPart({ page, askPasskey }: HistoryPartProps) {
  const { t, tag, date, failure } = useSpeech();
  const { details, grant } = page;
  /** The edit that waits for the person's proof. */
  const [waiting, setWaiting] = useState<{ atMs: number; ways: readonly Way[] } | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' });

  const putBack = async (changedAtMs: number, by: string | null): Promise<void> => {
    const request = { accountId: details.id, changedAtMs, grant: by };
    setProblem(await page.onEdited(await page.ask('account.put-back', request), t('accHistoryDone')));
    setWaiting(null);
  };
  const begin = async ({ changedAtMs, changes }: HistoryRow): Promise<void> => {
    setProblem(null);
    const needsProof = changes.some(({ field }) => field === 'otp');
    if (!needsProof || grant !== null) return putBack(changedAtMs, grant);
    const asked = await page.ask('account.prove', { accountId: details.id, proof: null });
    if (!asked.ok) return setProblem(asked.failure);
    if (asked.value.kind === 'asks') return setWaiting({ atMs: changedAtMs, ways: asked.value.ways });
    page.onGrant(asked.value.grant);
    return putBack(changedAtMs, asked.value.grant);
  };

  const added = <p>{t('accHistoryAdded', { date: date(details.createdAtMs) })}</p>;
  if (details.history.length === 0)
    return (
      <>
        {added}
        <p class="quiet">{t('accHistoryNone')}</p>
      </>
    );

  return (
    <>
      {added}
      <p class="quiet">{t('accHistoryLead')}</p>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <ol class="history" role="list">
        {details.history.map((row) => (
          <li key={row.changedAtMs}>
            <div class="history-head">
              <span>
                <b>{moment.format(row.changedAtMs)}</b>{' '}
                <span class="quiet">{t(row.by === null ? 'accHistoryByYou' : byWords[row.by])}</span>
              </span>
              <button
                class="plain"
                aria-label={t('accHistoryBackOf', { moment: moment.format(row.changedAtMs) })}
                onClick={() => void begin(row)}
              >
                {t('accHistoryBack')}
              </button>
            </div>
            <ul role="list">
              {row.changes.map((change) => (
                <li key={change.field} dir="auto">
                  <Change change={change} />
                </li>
              ))}
            </ul>
            {waiting?.atMs === row.changedAtMs && (
              <div class="stack">
                <p>{t('accProveLead')}</p>
                <ProofForm
                  ask={page.ask}
                  ways={waiting.ways}
                  askPasskey={askPasskey}
                  label={t('accHistoryBack')}
                  busyLabel={t('checking')}
                  onProof={async (proof) => {
                    let given: string | null = null;
                    const asked = await proveWith(
                      {
                        ...page,
                        onGrant: (grant) => {
                          given = grant;
                          page.onGrant(grant);
                        },
                      },
                      proof,
                    );
                    if (asked !== null) return 'code' in asked ? asked : null;
                    await putBack(row.changedAtMs, given);
                    return null;
                  }}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

const byWords = {
  import: 'accHistoryByImport',
  'import-undone': 'accHistoryByUndo',
  restore: 'accHistoryByRestore',
} as const satisfies Record<NonNullable<HistoryRow['by']>, WordKey>;

const names = {
  issuer: 'handIssuer',
  name: 'handName',
  deviceName: 'accDevice',
  note: 'accNote',
  renewalNote: 'accHistoryRenewal',
  mark: 'accMark',
  tags: 'accTags',
  sites: 'accSites',
  domains: 'accHistoryDomains',
  expiresAtMs: 'accHistoryDate',
  otp: 'accOtpTitle',
} as const satisfies Record<HistoryChange['field'], WordKey>;

function Change({ change }: { change: HistoryChange }) {
  const { t, date } = useSpeech();
  const empty = t('accHistoryEmpty');
  const values = ((): readonly [string, string] => {
    switch (change.field) {
      case 'expiresAtMs':
        return [
          change.before === null ? empty : date(change.before),
          change.after === null ? empty : date(change.after),
        ];
      case 'tags':
      case 'domains':
        return [change.before.join(', ') || empty, change.after.join(', ') || empty];
      case 'sites':
        return [hostsOf(change.before) || empty, hostsOf(change.after) || empty];
      case 'otp':
        return [lookWords(change.before), lookWords(change.after)];
      default:
        return [change.before || empty, change.after || empty];
    }
  })();
  const [before, after] = values;
  const line = t('accHistoryLine', { field: t(names[change.field]), before, after });
  return (
    <>
      {change.field === 'otp' && before === after ? t(names.otp) : line}
      {change.field === 'otp' && change.otherKey ? ` (${t('accHistoryKey')})` : ''}
    </>
  );

  function lookWords(look: OtpLook): string {
    if (!('digits' in look)) return empty;
    const kind = look.kind === 'totp' || look.kind === 'hotp' ? look.algorithm : look.kind;
    return t('accHistoryDigits', { kind, count: String(look.digits) });
  }
}

function hostsOf(origins: readonly string[]): string {
  return origins.map((origin) => hostOf(origin) ?? origin).join(', ');
}
