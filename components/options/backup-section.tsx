import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { BackupState, FileTest } from '@/lib/messages/backup-protocol';
import type { Actions } from '../app/actions';
import { unlockForm } from '../app/later';
import { OpenFile } from '../backup/open-file';
import { useAnswer } from '../backup/use-answer';
import { writeBackup } from '../backup/write-backup';
import { ProtectForm } from '../forms/protect-form';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { AutomaticCopies } from './automatic-copies';
import type { SafekeepingPort } from './safekeeping-port';
import type { Remember } from './use-undo';

export interface BackupSectionProps {
  readonly port: SafekeepingPort;
  readonly actions: Actions;
  readonly remember: Remember;
}

/** Save a copy, see that it opens, have it done by itself, print the kit. */
export function BackupSection({ port, actions, remember }: BackupSectionProps) {
  const { t } = useSpeech();
  const state = useAnswer(port, 'backup.state');
  const isThere = state?.ok === true && state.value.accounts > 0;
  // Whoever may only take things out has no popup to open the vault in.
  if (state?.ok === false && state.failure.code === 'vault-locked')
    return (
      <section id="copy">
        <h2>{t('backup')}</h2>
        <p class="quiet">{t('backupLocked')}</p>
        <div class="task">
          <unlockForm.View
            onUnlock={actions.unlock}
            onUnlockWithCode={actions.unlockWithCode}
            readWays={actions.readWays}
            onPasskey={port.openPasskeyPage}
          />
        </div>
      </section>
    );
  if (!state?.ok || !isThere) return null;
  return (
    <section id="copy">
      <h2>{t('backup')}</h2>
      <Standing state={state.value} />
      {state.value.ways.length > 0 ? <SaveAndTest port={port} /> : <FirstPassword actions={actions} />}
      {state.value.ways.length > 0 && <AutomaticCopies port={port} state={state.value} remember={remember} />}
      <div class="part" id="kit">
        <h3>{t('kit')}</h3>
        <p class="quiet">{t('kitLead')}</p>
        <button onClick={() => port.openPage('kit.html')}>{t('kitOpen')}</button>
      </div>
      <div class="part">
        <p class="quiet">{t('removalErases')}</p>
      </div>
    </section>
  );
}

function Standing({ state }: { state: BackupState }) {
  const { t, date } = useSpeech();
  if (state.verifiedAtMs === null) return <Notice tone="careful">{t('backupNone')}</Notice>;
  return (
    <Notice tone={state.changesSince === 0 ? 'good' : 'plain'}>
      {t('backupVerifiedOn', { date: date(state.verifiedAtMs) })}
      {state.changesSince > 0 && <> {t('backupChanges', { count: state.changesSince })}</>}
    </Notice>
  );
}

/** A file that nobody's password opens is no backup: the vault gets its password first. */
function FirstPassword({ actions }: { actions: Actions }) {
  const { t } = useSpeech();
  return (
    <>
      <p>{t('copyNeedsPassword')}</p>
      <ProtectForm focus={false} onProtect={actions.protect} />
    </>
  );
}

function SaveAndTest({ port }: { port: SafekeepingPort }) {
  const { t, failure } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState<string | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    const file = await writeBackup(port);
    setBusy(false);
    setProblem(file.ok ? null : file.failure);
    if (file.ok) setWritten(file.value);
  };
  return (
    <>
      <p class="quiet">{t('backupLead')}</p>
      <button class="primary" disabled={busy} onClick={() => void save()}>
        {t(busy ? 'makingCopy' : 'makeCopy')}
      </button>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div role="status">
        {written && <Notice tone="plain">{t('backupWritten', { file: written })}</Notice>}
      </div>
      <TestPart port={port} fileName={written} />
    </>
  );
}

/** Opens the file that was just written: a backup is believed when it was seen to open. */
function TestPart({ port, fileName }: { port: SafekeepingPort; fileName: string | null }) {
  const { t, date } = useSpeech();
  const [tested, setTested] = useState<FileTest | null>(null);
  return (
    <div class="part" id="copy-test">
      <h3>{t('testTitle')}</h3>
      <p class="quiet">{fileName ? t('testLeadFile', { file: fileName }) : t('testLead')}</p>
      <OpenFile
        ask={port.ask}
        pickLabel={t('chooseFile')}
        label={t('testNow')}
        busyLabel={t('opening')}
        onChoice={() => setTested(null)}
        onOpen={async (text, secret) => {
          const test = await port.ask('backup.test', { text, secret });
          setTested(test.ok ? test.value : null);
          return test.ok ? null : test.failure;
        }}
      />
      <div role="status">
        {tested && (
          <Notice tone={tested.missing === 0 ? 'good' : 'careful'}>
            {t('testOpened', { count: tested.accounts, date: date(tested.savedAt) })}{' '}
            {tested.missing === 0 ? t('testAll') : t('testMissing', { count: tested.missing })}
          </Notice>
        )}
      </div>
    </div>
  );
}
