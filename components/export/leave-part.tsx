import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { AccountOutline, ExportState } from '@/lib/messages/export-protocol';
import type { Proof } from '@/lib/messages/security-protocol';
import type { ExportFormat } from '@/lib/transfer/writers/export-format';
import type { Losses } from '@/lib/transfer/writers/losses';
import { ProofForm } from '../forms/proof-form';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { ExportPort } from './export-port';
import { FilePassword, isGoodFilePassword } from './file-password';
import { LossesPart } from './losses-part';

export interface LeavePartProps {
  readonly port: ExportPort;
  readonly state: ExportState;
  readonly format: ExportFormat;
  readonly losses: Losses<AccountOutline>;
  /** Answers what went wrong, or null. */
  readonly onAgree: (proof: Proof, filePassword: string) => Promise<Failure | null>;
}

/** What leaves, what does not, what it is worth to a stranger; then the person proves that it is them. */
export function LeavePart({ port, state, format, losses, onAgree }: LeavePartProps) {
  const { t } = useSpeech();
  const [filePassword, setFilePassword] = useState('');
  const isTwoFas = format.id === '2fas-encrypted';
  const { isClosed, shape } = format;
  const isReady = losses.carried.length > 0 && (!isClosed || isGoodFilePassword(filePassword, isTwoFas));
  return (
    <section>
      <h2>{t('exportReview')}</h2>
      <LossesPart losses={losses} />
      {!isClosed && (
        <Notice tone="careful">
          {t(shape === 'file' ? 'warnFile' : shape === 'qr' ? 'warnQr' : 'warnPaper')}
        </Notice>
      )}
      {isClosed && losses.carried.length > 0 && (
        <FilePassword value={filePassword} onInput={setFilePassword} isTwoFas={isTwoFas} />
      )}
      {isReady && (
        <div class="part">
          <p>{t('proofWhy')}</p>
          <ProofForm
            ask={port.ask}
            ways={state.ways}
            askPasskey={port.askPasskey}
            label={t(shape === 'file' ? 'exportSave' : shape === 'qr' ? 'exportShow' : 'exportPrepare')}
            busyLabel={t('exportWriting')}
            onProof={(proof) => onAgree(proof, filePassword)}
          />
        </div>
      )}
    </section>
  );
}
