import { useEffect, useState } from 'preact/hooks';
import type { FileAnswer } from '@/lib/transfer/read-given';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { FileSecret } from './file-secret';
import type { Given } from './given';
import { noteSentence } from './import-words';
import type { Files } from './use-files';

/** A reading that takes less is over before anybody wonders. */
const patienceMs = 500;

/** One file: how far it is, what it asks, what it is not, or what was found in it. */
export function FileItem({ one, files }: { one: Given; files: Files }) {
  const speech = useSpeech();
  const { t, failure } = speech;
  const { answer } = one;
  const name = one.name || t('bringPasted');
  const found = answer !== null && answer !== 'stopped' && answer.kind === 'read' ? answer : null;
  return (
    <li class="import-file">
      <div class="import-file-line">
        <span class="who">
          <b>{name}</b>
          {found && (
            <span class="quiet">
              {[kindOf(found, t), t('bringFound', { count: found.file.entries.length })].join(' · ')}
            </span>
          )}
        </span>
        <button
          class="icon-button"
          aria-label={t('bringRemove', { name })}
          title={t('bringRemove', { name })}
          onClick={() => files.remove(one.id)}
        >
          <Icon name="clear" />
        </button>
      </div>
      {answer === null && <Progress share={one.share} onStop={() => files.stop(one.id)} />}
      {answer === 'stopped' && <Notice tone="plain">{t('bringStopped')}</Notice>}
      {answer !== null && answer !== 'stopped' && answer.kind === 'failed' && (
        <Notice tone="bad">{failure(answer.failure)}</Notice>
      )}
      {answer !== null && answer !== 'stopped' && answer.kind === 'secret' && (
        <FileSecret
          asked={answer}
          onSecret={(secret) =>
            files.retry(one.id, { formatId: one.formatId, secret, agreedMiB: answer.memoryMiB })
          }
        />
      )}
      {answer !== null && answer !== 'stopped' && answer.kind === 'unknown' && (
        <>
          <Notice tone="bad">
            {t('bringUnknown')} {answer.possible.length === 0 ? t('bringUnknownHelp') : t('bringUnknownAsk')}
          </Notice>
          {answer.possible.length > 0 && (
            <div class="buttons">
              {answer.possible.map(({ id, name: format }) => (
                <button key={id} onClick={() => files.retry(one.id, { formatId: id, secret: null })}>
                  {format}
                </button>
              ))}
            </div>
          )}
        </>
      )}
      {found?.file.notes.map((note, index) => (
        <Notice key={index} tone={note.code === 'authenticator-damage' ? 'careful' : 'plain'}>
          {noteSentence(note, speech)}
        </Notice>
      ))}
    </li>
  );
}

function kindOf(
  { formatId, format }: Extract<FileAnswer, { kind: 'read' }>,
  t: ReturnType<typeof useSpeech>['t'],
): string {
  if (formatId === 'picture') return t('bringPicture');
  if (formatId === 'zip') return t('bringZip');
  return formatId === 'otpauth' ? t('bringList') : t('bringKind', { format });
}

function Progress({ share, onStop }: { share: number; onStop: () => void }) {
  const { t, tag } = useSpeech();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  const percent = new Intl.NumberFormat(tag, { style: 'percent' }).format(share);
  return (
    <div class="import-progress">
      {/* Without a value it says that nobody knows how long, as for a key being derived. */}
      <progress
        max={1}
        {...(share > 0 ? { value: share } : {})}
        aria-label={share > 0 ? t('bringProgress', { percent }) : t('bringReading')}
      />
      <span class="quiet">{share > 0 ? t('bringProgress', { percent }) : t('bringReading')}</span>
      <button onClick={onStop}>{t('bringStop')}</button>
    </div>
  );
}
