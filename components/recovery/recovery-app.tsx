import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Response } from '@/lib/messages/protocol';
import type { Port } from '../app/port';
import { useLanguage } from '../app/use-language';
import { OpenFile } from '../backup/open-file';
import { ProveFirst } from '../forms/prove-first';
import { Mark } from '../ui/icon';
import { Notice } from '../ui/notice';
import { SpeechProvider, useSpeech } from '../ui/speech';
import { Candidates } from './candidates';

type Findings = Response<'recovery.findings'>;

export interface RecoveryAppProps {
  readonly port: Pick<Port, 'ask' | 'download'>;
  readonly first: FirstLook;
  readonly later: Later;
}

/**
 * What is left when the vault cannot be opened, and the ways back. It writes nothing until the person chooses, and never
 * offers to begin anew.
 */
export function RecoveryApp({ port, first, later }: RecoveryAppProps) {
  const setting = first.glance.ok ? first.glance.value.settings.language : undefined;
  const speech = useLanguage(first, later, setting);
  const { t } = speech;
  const [findings, setFindings] = useState<Findings | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [restored, setRestored] = useState<number | null>(null);

  const look = async (): Promise<void> => {
    const answer = await port.ask('recovery.findings', null);
    setProblem(answer.ok ? null : answer.failure);
    setFindings(answer.ok ? answer.value : null);
  };
  useEffect(() => void look(), []);
  useEffect(() => {
    document.title = `Seconde – ${t('rescueTitle')}`;
  }, [speech]);

  return (
    <SpeechProvider value={speech}>
      <main class="sheet">
        <h1>
          <Mark />
          {t('rescueTitle')}
        </h1>
        {problem && (
          <Notice tone="bad">
            {speech.failure(problem)}{' '}
            <button class="link" onClick={() => void look()}>
              {t('tryAgain')}
            </button>
          </Notice>
        )}
        {restored !== null ? (
          <section role="status">
            <h2>{t('rescueDone')}</h2>
            <p>{t('restored', { count: restored })}</p>
            <p class="quiet">{t('rescueDoneNext')}</p>
          </section>
        ) : (
          findings && <Found port={port} findings={findings} onRestored={setRestored} />
        )}
      </main>
    </SpeechProvider>
  );
}

interface FoundProps {
  readonly port: RecoveryAppProps['port'];
  readonly findings: Findings;
  readonly onRestored: (accounts: number) => void;
}

function Found({ port, findings, onRestored }: FoundProps) {
  const { t } = useSpeech();
  const { condition, candidates } = findings;
  const isFine = condition === 'open' || condition === 'locked' || condition === 'first-run';
  const mayWrite = condition !== 'newer' && condition !== 'unreadable';
  return (
    <>
      <section>
        <h2>{t(titles[condition])}</h2>
        <p>{t(leads[condition])}</p>
        {!isFine && <p class="quiet">{t('unusableKept')}</p>}
      </section>
      {candidates.length > 0 && (
        <Candidates port={port} candidates={candidates} mayWrite={mayWrite} onRestored={onRestored} />
      )}
      {condition !== 'newer' && (
        <section>
          <h2>{t('recoveryFile')}</h2>
          {mayWrite ? (
            <>
              <p class="quiet">{t('recoveryFileLead')}</p>
              {condition === 'open' ? (
                <ProveFirst ask={port.ask} askPasskey={null} lead={t('proveReplaceLead')}>
                  {(over) => <WholeFile port={port} over={over} onRestored={onRestored} />}
                </ProveFirst>
              ) : (
                <WholeFile port={port} over={(problem) => problem} onRestored={onRestored} />
              )}
            </>
          ) : (
            <p class="quiet">{t('recoveryFileLater')}</p>
          )}
        </section>
      )}
    </>
  );
}

interface WholeFileProps extends Pick<FoundProps, 'port' | 'onRestored'> {
  readonly over: (problem: Failure) => Failure | null;
}

/** The file becomes the vault. */
function WholeFile({ port, over, onRestored }: WholeFileProps) {
  const { t } = useSpeech();
  return (
    <OpenFile
      ask={port.ask}
      pickLabel={t('chooseFile')}
      label={t('recoveryUseFile')}
      busyLabel={t('opening')}
      onOpen={async (text, secret) => {
        const answer = await port.ask('backup.restore', { text, secret, mode: 'whole' });
        if (!answer.ok) return over(answer.failure);
        onRestored(answer.value.accounts);
        return null;
      }}
    />
  );
}

const titles = {
  'first-run': 'foundNothing',
  open: 'foundFine',
  locked: 'foundFine',
  damaged: 'foundDamaged',
  'rolled-back': 'foundRolledBack',
  newer: 'foundNewer',
  lost: 'foundLost',
  unreadable: 'foundUnreadable',
} as const;

const leads = {
  'first-run': 'foundNothingLead',
  open: 'foundFineLead',
  locked: 'foundFineLead',
  damaged: 'foundDamagedLead',
  'rolled-back': 'foundRolledBackLead',
  newer: 'foundNewerLead',
  lost: 'foundLostLead',
  unreadable: 'foundUnreadableLead',
} as const;
