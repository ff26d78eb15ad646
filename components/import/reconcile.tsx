import type { ComponentChildren } from 'preact';
import { useSpeech } from '../ui/speech';
import type { Unread } from './given';

export interface Sides {
  readonly hereOnly: readonly { readonly issuer: string; readonly name: string }[];
  /** Left out by choice. */
  readonly leftOut: readonly { readonly issuer: string; readonly name: string }[];
  readonly unread: readonly Unread[];
  /** A backup of ours was among the files. */
  readonly ours: boolean;
}

/** After an import from a phone: what is here and not there, and the reverse. Nothing has to be done about it. */
export function Reconcile({ hereOnly, leftOut, unread, ours }: Sides) {
  const { t, failure } = useSpeech();
  const nameOf = ({ issuer, name }: { issuer: string; name: string }): string =>
    [issuer, name].filter((text) => text !== '').join(', ') || t('nameless');
  const there = leftOut.length + unread.length;
  return (
    <section>
      <h2>{t('reconcileTitle')}</h2>
      {hereOnly.length + there === 0 ? (
        <p>{t('reconcileEven')}</p>
      ) : (
        <>
          <p class="quiet">{t('reconcileLead')}</p>
          <Side title={t('reconcileHereOnly', { count: hereOnly.length })} count={hereOnly.length}>
            {hereOnly.map((one, index) => (
              <li key={index}>{nameOf(one)}</li>
            ))}
          </Side>
          <Side title={t('reconcileThereOnly', { count: there })} count={there}>
            {leftOut.map((one, index) => (
              <li key={index}>{nameOf(one)}</li>
            ))}
            {unread.map(({ where, failure: why }, index) => (
              <li key={`unread-${index}`}>
                {where && <b>{/^\d+$/.test(where) ? t('previewLine', { where }) : where} </b>}
                <span class="quiet">{failure(why)}</span>
              </li>
            ))}
          </Side>
        </>
      )}
      {ours && <p>{t('reconcileNoFollow')}</p>}
    </section>
  );
}

function Side({ title, count, children }: { title: string; count: number; children: ComponentChildren }) {
  if (count === 0) return null;
  return (
    <details class="import-group" open={count <= 20}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <ul class="import-plain">{children}</ul>
    </details>
  );
}
