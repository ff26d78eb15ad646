import { useId, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { VaultState } from '@/lib/messages/protocol';
import { useAnswer } from '../backup/use-answer';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { SafekeepingPort } from './safekeeping-port';
import '../forms/forms.css';

export interface LeaveSectionProps {
  readonly port: SafekeepingPort;
  readonly vault: VaultState;
  /** Everything is erased; these files remain. */
  readonly onLeft: (files: readonly string[]) => void;
}

/** Erases all that Seconde keeps in this browser, once a copy was tested or the person wrote that none is wanted. */
export function LeaveSection({ port, vault, onLeft }: LeaveSectionProps) {
  const { t, failure } = useSpeech();
  const state = useAnswer(port, 'leave.state');
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const id = useId();
  if (vault.kind !== 'open' || !state?.ok) return null;

  const { accounts, isBackedUp, files } = state.value;
  const isSafe = isBackedUp || accounts === 0;
  const isTyped = typed.trim().toLocaleLowerCase() === t('leaveWord').toLocaleLowerCase();
  const leave = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || (!isSafe && !isTyped)) return;
    setBusy(true);
    const answer = await port.ask('leave.now', { withoutBackup: !isSafe });
    setBusy(false);
    if (answer.ok) onLeft(answer.value.files);
    else setProblem(answer.failure);
  };

  return (
    <section id="leave">
      <h2>{t('leave')}</h2>
      <p class="quiet">{t('leaveLead')}</p>
      {!asking && (
        <button class="danger" onClick={() => setAsking(true)}>
          {t('leaveStart')}
        </button>
      )}
      {asking && (
        <form class="stack" onSubmit={(event) => void leave(event)}>
          {isSafe ? (
            accounts > 0 && <Notice tone="good">{t('leaveBackedUp')}</Notice>
          ) : (
            <>
              <Notice tone="careful">{t('leaveNotBackedUp')}</Notice>
              <a href="#copy">{t('leaveGoBackup')}</a>
              <div class="field">
                <label for={id}>{t('leaveType', { word: t('leaveWord') })}</label>
                <div class="field-box">
                  <input
                    id={id}
                    value={typed}
                    autocomplete="off"
                    spellcheck={false}
                    onInput={(event) => setTyped(event.currentTarget.value)}
                  />
                </div>
              </div>
            </>
          )}
          <p>{t('leaveErases', { count: accounts })}</p>
          <Files files={files} />
          {problem && <Notice tone="bad">{failure(problem)}</Notice>}
          <div class="buttons">
            <button class="danger" disabled={busy || (!isSafe && !isTyped)}>
              {t('leaveNow')}
            </button>
            <button type="button" class="plain" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

function Files({ files }: { files: readonly string[] }) {
  const { t } = useSpeech();
  if (files.length === 0) return <p class="quiet">{t('leaveNoFiles')}</p>;
  return (
    <div class="stack">
      <p>{t('leaveFiles')}</p>
      <ul class="files">
        {files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
    </div>
  );
}

/** After it: nothing is here any more, and what is left to the person. */
export function LeftScreen({ files }: { files: readonly string[] }) {
  const { t } = useSpeech();
  return (
    <section role="status">
      <h1>{t('goneTitle')}</h1>
      <p>{t('goneBody')}</p>
      <Files files={files} />
      <p class="quiet">{t('leftRemove')}</p>
    </section>
  );
}
