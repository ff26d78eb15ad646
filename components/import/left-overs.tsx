import { useEffect, useState } from 'preact/hooks';
import { useSpeech } from '../ui/speech';
import type { ImportPort } from './import-port';

/** What a file was, once its content is gone. */
export interface LeftFile {
  readonly name: string;
  readonly formatId: string;
  /** Opened with a password: what is left of it gives nothing away. */
  readonly closed: boolean;
}

/** Apps of a phone; the others are files of a computer, or of a program on it. */
const phones = new Set([
  'otpauth',
  'picture',
  'aegis',
  '2fas',
  'andotp',
  'andotp-closed',
  'ente',
  'proton-authenticator',
  'stratum',
  'raivo',
  'duo',
  'lastpass-authenticator',
]);

/** What still holds the keys in clear, with how to remove it: only once a backup is known to open. */
export function LeftOvers({ port, files }: { port: ImportPort; files: readonly LeftFile[] }) {
  const { t } = useSpeech();
  const [verified, setVerified] = useState<boolean | null>(null);
  useEffect(() => {
    const look = () =>
      void port.ask('backup.state', null).then((answer) => {
        if (answer.ok) setVerified(answer.value.verifiedAtMs !== null && answer.value.changesSince === 0);
      });
    look();
    return port.onChange(look);
  }, [port]);
  const clear = files.filter(({ closed }) => !closed);
  const hasExtension = files.some(({ formatId }) => formatId === 'authenticator');
  const hasPhone = files.some(({ formatId }) => phones.has(formatId));
  if (verified === null || clear.length + Number(hasExtension) + Number(hasPhone) === 0) return null;
  return (
    <section>
      <h2>{t('remainTitle')}</h2>
      {!verified ? (
        <>
          <p>{t('remainBackupFirst')}</p>
          <button onClick={() => port.openPage('options.html#backup')}>{t('remainBackup')}</button>
        </>
      ) : (
        <p>{t('remainReady')}</p>
      )}
      <ul class="import-plain import-left">
        {clear.map(({ name, formatId }, index) => (
          <li key={index}>
            {name === ''
              ? t('remainPasted')
              : t(formatId === 'picture' ? 'remainPicture' : 'remainFile', { name })}
          </li>
        ))}
        {hasExtension && <li>{t('remainExtension')}</li>}
        {hasPhone && <li>{t('remainPhone')}</li>}
      </ul>
    </section>
  );
}
