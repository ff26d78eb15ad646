import type { WordKey } from '@/lib/i18n/catalogue';
import type { AccountOutline } from '@/lib/messages/export-protocol';
import type { LeftOutReason, LostPart } from '@/lib/transfer/writers/export-format';
import type { Losses } from '@/lib/transfer/writers/losses';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

const reasons = {
  'no-code': 'whyNoCode',
  kind: 'whyKind',
  algorithm: 'whyAlgorithm',
  digits: 'whyDigits',
  period: 'whyPeriod',
  secret: 'whySecret',
  'too-long': 'whyTooLong',
} as const satisfies Record<LeftOutReason, WordKey>;

const parts = {
  note: 'lostNote',
  tags: 'lostTags',
  'some-tags': 'lostSomeTags',
  pinned: 'lostPinned',
  sites: 'lostSites',
  'recovery-codes': 'lostRecoveryCodes',
  dates: 'lostDates',
} as const satisfies Record<LostPart, WordKey>;

/** What a format leaves out, account by account, and what it leaves behind of the others. */
export function LossesPart({ losses: { carried, leftOut, lost } }: { losses: Losses<AccountOutline> }) {
  const { t } = useSpeech();
  const isWhole = leftOut.length === 0 && lost.length === 0;
  return (
    <>
      {carried.length === 0 ? (
        <Notice tone="careful">{t('exportNone')}</Notice>
      ) : (
        <p>{t(isWhole ? 'exportCarries' : 'exportCarriesPart', { count: carried.length })}</p>
      )}
      {leftOut.length > 0 && (
        <Notice tone="careful">
          {t('exportLeftOut', { count: leftOut.length })}
          <ul class="points">
            {leftOut.map(({ account: { id, issuer, name }, why }) => (
              <li key={id}>
                <b>{[issuer, name].filter((text) => text !== '').join(' · ') || t('nameless')}</b>
                {t('colon')} {t(reasons[why])}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {carried.length > 0 && lost.length > 0 && (
        <div>
          {t('exportLost')}
          <ul class="points">
            {lost.map(({ part, count }) => (
              <li key={part}>{t(parts[part], { count })}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="quiet">{t('exportStays')}</p>
    </>
  );
}
