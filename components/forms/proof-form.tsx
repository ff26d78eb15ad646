import { useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { FileWay } from '@/lib/messages/backup-protocol';
import type { PasskeyOpening, PasskeyWay, Proof, Way } from '@/lib/messages/security-protocol';
import type { Port } from '../app/port';
import { SecretForm } from '../backup/secret-form';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface ProofFormProps {
  readonly ask: Port['ask'];
  readonly ways: readonly Way[];
  /** Null where the browser lets no extension use passkeys. */
  readonly askPasskey: ((ways: readonly PasskeyWay[]) => Promise<Result<PasskeyOpening>>) | null;
  readonly label: string;
  readonly busyLabel: string;
  /** Answers what went wrong, or null. */
  readonly onProof: (proof: Proof) => Promise<Failure | null>;
}

/** The person proves that it is them, by any way that opens the vault (lib/walks/proof.ts). */
export function ProofForm({ ask, ways, askPasskey, label, busyLabel, onProof }: ProofFormProps) {
  const { t, failure } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const typed: readonly FileWay[] = (['password', 'recovery'] as const).filter((way) =>
    ways.some(({ type }) => type === way),
  );
  const hasPasskey = askPasskey !== null && ways.some(({ type }) => type === 'prf');

  const byPasskey = async (): Promise<void> => {
    if (busy || askPasskey === null) return;
    setBusy(true);
    setProblem(null);
    const known = await ask('vault.passkeys', null);
    const given = known.ok ? await askPasskey(known.value) : known;
    const wrong = given.ok ? await onProof({ passkey: given.value }) : given.failure;
    setBusy(false);
    setProblem(wrong);
  };

  return (
    <div class="stack">
      <SecretForm ways={typed} label={label} busyLabel={busyLabel} onSecret={onProof}>
        {hasPasskey && (
          <button type="button" disabled={busy} onClick={() => void byPasskey()}>
            {t('usePasskey')}
          </button>
        )}
      </SecretForm>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
    </div>
  );
}
