import { useState } from 'preact/hooks';
import type { Speech } from '@/lib/i18n/speak';
import type { ExportedAccount } from '@/lib/transfer/writers/export-format';
import { Mark } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import { QrFigure } from './qr-slides';

export interface PaperSheetProps {
  readonly accounts: readonly ExportedAccount[];
  /** Of each account, in the same order. */
  readonly addresses: readonly string[];
  /** Both: whoever finds the paper may read only one of them. */
  readonly speeches: readonly Speech[];
  readonly atMs: number;
  readonly onPrint: () => void;
}

/** A page to print: an account a row, never cut by the end of a page. */
export function PaperSheet({ accounts, addresses, speeches, atMs, onPrint }: PaperSheetProps) {
  const { t } = useSpeech();
  const [withQr, setWithQr] = useState(true);
  const [withKeys, setWithKeys] = useState(true);
  return (
    <>
      <section class="not-printed">
        <p role="status">{t('paperChecked')}</p>
        <label class="check">
          <input
            type="checkbox"
            checked={withQr}
            disabled={!withKeys}
            onChange={(event) => setWithQr(event.currentTarget.checked)}
          />
          <span>{t('paperQr')}</span>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={withKeys}
            disabled={!withQr}
            onChange={(event) => setWithKeys(event.currentTarget.checked)}
          />
          <span>{t('paperKeys')}</span>
        </label>
        <button class="primary" onClick={onPrint}>
          {t('print')}
        </button>
      </section>
      <article class="paper">
        <header>
          <Mark />
          <div>
            <h2>{speeches.map((speech) => speech.t('paperTitle')).join(' · ')}</h2>
            {speeches.map((speech) => (
              <p key={speech.language} lang={speech.tag}>
                {speech.t('paperWhat')} {speech.t('paperMade', { date: speech.date(atMs) })}
              </p>
            ))}
          </div>
        </header>
        <ul role="list">
          {accounts.map((account, index) => (
            <li key={index}>
              {withQr && <QrFigure text={addresses[index] ?? ''} label={account.issuer || account.name} />}
              <PaperAccount account={account} speeches={speeches} withKey={withKeys} />
            </li>
          ))}
        </ul>
      </article>
    </>
  );
}

interface PaperAccountProps {
  readonly account: ExportedAccount;
  readonly speeches: readonly Speech[];
  readonly withKey: boolean;
}

function PaperAccount({ account, speeches, withKey }: PaperAccountProps) {
  const { issuer, name, otp, note, recoveryCodes = [] } = account;
  const both = (word: 'paperKey' | 'paperCodes') =>
    [...new Set(speeches.map(({ t }) => t(word)))].join(' · ');
  return (
    <div class="paper-account">
      <h3>{issuer || name}</h3>
      {issuer && name && <p>{name}</p>}
      {withKey && otp.kind !== 'none' && (
        <>
          <p class="paper-label">{both('paperKey')}</p>
          <code>{grouped(otp.secret)}</code>
        </>
      )}
      <p class="paper-label">
        {[...new Set(speeches.map((speech) => parametersOf(otp, speech)))].join(' / ')}
      </p>
      {recoveryCodes.length > 0 && (
        <>
          <p class="paper-label">{both('paperCodes')}</p>
          <code>{recoveryCodes.join('  ')}</code>
        </>
      )}
      {note !== undefined && <p class="paper-note">{note}</p>}
    </div>
  );
}

function parametersOf(otp: ExportedAccount['otp'], { t }: Speech): string {
  switch (otp.kind) {
    case 'totp':
      return `TOTP, ${otp.algorithm}, ${t('paperDigits', { count: otp.digits })}, ${t('paperPeriod', { count: otp.periodSeconds })}`;
    case 'hotp':
      return `HOTP, ${otp.algorithm}, ${t('paperDigits', { count: otp.digits })}, ${t('paperCounter', { count: otp.counter })}`;
    case 'motp':
    case 'yandex':
      return `${otp.kind === 'motp' ? 'Mobile-OTP' : 'Yandex'}, PIN ${otp.pin}`;
    case 'steam':
      return 'Steam';
    case 'kept':
      return otp.what;
    case 'none':
      return '';
  }
}

/** Groups of four, as a person copies them. */
function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
