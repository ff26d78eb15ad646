import { useMemo, useState } from 'preact/hooks';
import type { ExportState } from '@/lib/messages/export-protocol';
import type { Speech } from '@/lib/i18n/speak';
import { exportFormats } from '@/lib/transfer/writers/formats';
import { lossesOf } from '@/lib/transfer/writers/losses';
import { ProofForm } from '../forms/proof-form';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { Destination } from './destinations';
import type { ExportPort } from './export-port';
import { LeavePart } from './leave-part';
import { PaperSheet } from './paper-sheet';
import { QrSlides } from './qr-slides';
import { SeriesPart } from './series-part';
import { type Outcome, useWriting } from './use-writing';
import { WherePart } from './where-part';
import { WhichPart } from './which-part';

export interface ExportFlowProps {
  readonly port: ExportPort;
  readonly state: ExportState;
  readonly speeches: readonly Speech[];
}

/** Where to, which accounts, what leaves and what does not; then, to who proves that it is them, the thing itself. */
export function ExportFlow({ port, state, speeches }: ExportFlowProps) {
  const { t } = useSpeech();
  const [where, setWhere] = useState<Destination | null>(null);
  const [which, setWhich] = useState<ReadonlySet<string> | null>(null);
  const { outcome, write, forget } = useWriting(port);
  const chosen = which ?? new Set(state.accounts.map(({ id }) => id));
  const accounts = state.accounts.filter(({ id }) => chosen.has(id));
  const format = exportFormats.find(({ id }) => id === where) ?? null;
  const losses = useMemo(() => format && lossesOf(format, accounts), [format, state, which]);

  if (outcome) return <Handed outcome={outcome} port={port} speeches={speeches} onDone={forget} />;
  return (
    <>
      <WherePart chosen={where} isClearForbidden={state.isClearForbidden} onChoose={setWhere} />
      {where === 'own' && (
        <section>
          <p>{t('exportOwnWhere')}</p>
          <button class="primary" onClick={() => port.openPage('options.html#backup')}>
            {t('exportCopyLink')}
          </button>
        </section>
      )}
      {where !== null && where !== 'own' && (
        <WhichPart accounts={state.accounts} chosen={chosen} onChoose={setWhich} />
      )}
      {format && losses && (
        <LeavePart
          key={format.id}
          port={port}
          state={state}
          format={format}
          losses={losses}
          onAgree={(proof, filePassword) =>
            write({ format, accountIds: losses.carried.map(({ id }) => id), proof, filePassword })
          }
        />
      )}
      {where === 'series' && accounts.length > 0 && (
        <section>
          <h2>{t('exportReview')}</h2>
          <p>{t('exportCarries', { count: accounts.length })}</p>
          <p class="quiet">
            {t('exportStays')} {t('receiveTwo')}
          </p>
          <div class="part">
            <p>{t('proofWhy')}</p>
            <ProofForm
              ask={port.ask}
              ways={state.ways}
              askPasskey={port.askPasskey}
              label={t('exportShow')}
              busyLabel={t('exportWriting')}
              onProof={(proof) => {
                const accountIds = accounts.map(({ id }) => id);
                return write({ format: 'series', accountIds, proof, filePassword: '' });
              }}
            />
          </div>
        </section>
      )}
    </>
  );
}

interface HandedProps {
  readonly outcome: Outcome;
  readonly port: ExportPort;
  readonly speeches: readonly Speech[];
  readonly onDone: () => void;
}

/** What is looked at or printed is gone from the page as soon as the person is done. */
function Handed({ outcome, port, speeches, onDone }: HandedProps) {
  const { t } = useSpeech();
  if (outcome.kind === 'series')
    return <SeriesPart texts={outcome.texts} code={outcome.code} onDone={onDone} />;
  return (
    <>
      {outcome.kind === 'qr' && (
        <section>
          <h2>{t('exportGoogle')}</h2>
          <p>{t('googleHow')}</p>
          <QrSlides texts={outcome.texts} moves={false} />
        </section>
      )}
      {outcome.kind === 'paper' && (
        <PaperSheet
          accounts={outcome.accounts}
          addresses={outcome.texts}
          speeches={speeches}
          atMs={outcome.atMs}
          onPrint={port.print}
        />
      )}
      {outcome.kind === 'file' && (
        <section>
          <div role="status">
            <Notice tone="good">{t('exportSaved', { file: outcome.fileName })}</Notice>
          </div>
        </section>
      )}
      <button class="not-printed" onClick={onDone}>
        {t(outcome.kind === 'file' ? 'exportAgain' : 'qrHide')}
      </button>
    </>
  );
}
