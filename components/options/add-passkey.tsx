import { useId, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { Port } from '../app/port';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { SecurityPort } from './security-port';

export interface AddPasskeyProps {
  readonly create: NonNullable<SecurityPort['createPasskey']>;
  readonly port: Port;
  /** Answers what is left to say. */
  readonly over: (problem: Failure) => Failure | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A name for it, then the browser's own question. What the authenticator answers goes to the background and is not kept. */
export function AddPasskey({ create, port, over, onDone, onCancel }: AddPasskeyProps) {
  const { t, failure } = useSpeech();
  const [name, setName] = useState(t('passkeyDefaultName'));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const id = useId();
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const made = await create(name.trim() || t('passkeyDefaultName'));
    const added = made.ok ? await port.ask('vault.add-passkey', made.value) : made;
    setBusy(false);
    if (added.ok) onDone();
    else setProblem(over(added.failure));
  };
  return (
    <form class="task stack" onSubmit={(event) => void submit(event)}>
      <p class="quiet">{t('passkeyLead')}</p>
      <div class="field">
        <label for={id}>{t('passkeyName')}</label>
        <div class="field-box">
          <input
            id={id}
            value={name}
            maxLength={60}
            autocomplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
      </div>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div class="buttons">
        <button class="primary" disabled={busy}>
          {t(busy ? 'passkeyAsking' : 'passkeyAdd')}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
