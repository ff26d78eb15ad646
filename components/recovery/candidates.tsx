import { useEffect, useRef, useState } from 'preact/hooks';
import { type Failure, type Result } from '@/lib/errors';
import type { FileWay, TypedKey, TypedSecret } from '@/lib/messages/backup-protocol';
import type { Response } from '@/lib/messages/protocol';
import type { Port } from '../app/port';
import { SecretForm } from '../backup/secret-form';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

type Candidate = Response<'recovery.findings'>['candidates'][number];
/** What came of opening one, and with what. */
interface Preview {
  readonly key: TypedKey;
  readonly answer: Result<Response<'recovery.preview'>>;
}

export interface CandidatesProps {
  readonly port: Pick<Port, 'ask' | 'download'>;
  /** Newest first. */
  readonly candidates: readonly Candidate[];
  readonly mayWrite: boolean;
  readonly onRestored: (accounts: number) => void;
}

/** Opening one takes about a second: the newest are opened at once, the others when asked. */
const openedAtOnce = 4;

/** Every state that could be brought back; how many accounts it holds is said once something opens it. */
export function Candidates({ port, candidates, mayWrite, onRestored }: CandidatesProps) {
  const { t } = useSpeech();
  const [secret, setSecret] = useState<TypedSecret | null>(null);
  const [previews, setPreviews] = useState<Readonly<Record<string, Preview>>>({});
  const asked = useRef(new Set<string>());

  const ways = (['password', 'recovery'] as const).filter((way) =>
    candidates.some((candidate) => candidate.ways.some(({ type }) => type === way)),
  );
  const keyOf = (candidate: Candidate): TypedKey | null => {
    if (candidate.failure) return null;
    return opensByItself(candidate) ? { device: true } : secret;
  };

  const preview = async (candidate: Candidate, key: TypedKey): Promise<Preview['answer']> => {
    const answer = await port.ask('recovery.preview', { id: candidate.id, key });
    // What opened once stays open: an older password may open other states.
    setPreviews((before) =>
      before[candidate.id]?.answer.ok ? before : { ...before, [candidate.id]: { key, answer } },
    );
    return answer;
  };
  useEffect(() => {
    for (const candidate of candidates) {
      if (!opensByItself(candidate) || asked.current.has(candidate.id)) continue;
      asked.current.add(candidate.id);
      void preview(candidate, { device: true });
    }
  }, [candidates]);

  const trySecret = async (typed: TypedSecret): Promise<Failure | null> => {
    const way: FileWay = 'password' in typed ? 'password' : 'recovery';
    const fitting = candidates.filter((candidate) => candidate.ways.some(({ type }) => type === way));
    let first: Failure | null = null;
    let opened = false;
    for (const candidate of fitting.slice(0, openedAtOnce)) {
      const answer = await preview(candidate, typed);
      opened ||= answer.ok;
      if (!answer.ok) first ??= answer.failure;
    }
    if (opened) setSecret(typed);
    return opened ? null : first;
  };

  return (
    <section>
      <h2>{t('candidates')}</h2>
      <p class="quiet">{t('candidatesLead')}</p>
      {ways.length > 0 && (
        <SecretForm ways={ways} label={t('candidatesOpen')} busyLabel={t('opening')} onSecret={trySecret} />
      )}
      <ul class="candidates" role="list">
        {candidates.map((candidate) => (
          <CandidateRow
            key={candidate.id}
            port={port}
            candidate={candidate}
            keyOf={keyOf}
            preview={previews[candidate.id] ?? null}
            onPreview={preview}
            mayWrite={mayWrite}
            onRestored={onRestored}
          />
        ))}
      </ul>
    </section>
  );
}

function opensByItself({ ways }: Candidate): boolean {
  return ways.some(({ type }) => type === 'device');
}

interface RowProps extends Omit<CandidatesProps, 'candidates'> {
  readonly candidate: Candidate;
  readonly keyOf: (candidate: Candidate) => TypedKey | null;
  readonly preview: Preview | null;
  readonly onPreview: (candidate: Candidate, key: TypedKey) => Promise<unknown>;
}

function CandidateRow({ port, candidate, keyOf, preview, onPreview, mayWrite, onRestored }: RowProps) {
  const { t, failure, tag } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const key = keyOf(candidate);
  const spoiled = candidate.failure ?? (preview && !preview.answer.ok ? preview.answer.failure : null);
  const { id, savedAt } = candidate;
  const when =
    savedAt === null
      ? t('candidateUnread')
      : new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' }).format(savedAt);

  const use = async (): Promise<void> => {
    if (!preview || busy) return;
    setBusy(true);
    const answer = await port.ask('recovery.restore', { id, key: preview.key });
    setBusy(false);
    if (answer.ok) onRestored(answer.value.accounts);
    else setProblem(answer.failure);
  };
  const save = async (): Promise<void> => {
    const answer = await port.ask('recovery.export', { id });
    if (answer.ok) port.download(answer.value.fileName, answer.value.text);
    else setProblem(answer.failure);
  };

  return (
    <li>
      <div class="candidate-what">
        <b>{when}</b>
        <span class="quiet">
          {t(places[candidate.source])}
          {candidate.gen !== null && <> · {t('candidateVersion', { version: candidate.gen })}</>}
        </span>
        {preview?.answer.ok && (
          <span class="holds">{t('holdsAccounts', { count: preview.answer.value.accounts })}</span>
        )}
      </div>
      {spoiled && (
        <Notice tone="careful">
          {spoiled.code === 'vault-damaged' ? t('candidateDamaged') : failure(spoiled)}
        </Notice>
      )}
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div class="buttons">
        {mayWrite && preview?.answer.ok && (
          <button class="primary" disabled={busy} onClick={() => void use()}>
            {t('candidateUse')}
          </button>
        )}
        {key && !preview && (
          <button onClick={() => void onPreview(candidate, key)}>{t('candidatesOpen')}</button>
        )}
        <button class="plain" onClick={() => void save()}>
          {t('candidateSave')}
        </button>
      </div>
      {opensByItself(candidate) && <p class="quiet small">{t('candidateHere')}</p>}
    </li>
  );
}

const places = {
  vault: 'placeVault',
  previous: 'placePrevious',
  mirror: 'placeMirror',
  ring: 'placeRing',
} as const;
