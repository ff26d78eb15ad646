import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { FileLook, TypedSecret } from '@/lib/messages/backup-protocol';
import type { Port } from '../app/port';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { FilePick } from './file-pick';
import { SecretForm } from './secret-form';

export interface OpenFileProps {
  readonly ask: Port['ask'];
  readonly pickLabel: string;
  readonly label: string;
  readonly busyLabel: string;
  /** A file was chosen that can be opened, or none any more: what was said of another one is over. */
  readonly onChoice?: () => void;
  /** Answers what went wrong, or null. */
  readonly onOpen: (text: string, secret: TypedSecret) => Promise<Failure | null>;
}

interface Chosen {
  readonly name: string;
  readonly text: string;
  readonly look: FileLook | null;
  readonly problem: Failure | null;
}

/** A backup file, looked at before anything is asked of the person, then what opens it. */
export function OpenFile({ ask, pickLabel, label, busyLabel, onChoice, onOpen }: OpenFileProps) {
  const { t, failure, date } = useSpeech();
  const [chosen, setChosen] = useState<Chosen | null>(null);

  const choose = async (name: string, text: string): Promise<void> => {
    onChoice?.();
    const look = await ask('backup.look', { text });
    setChosen({
      name,
      text,
      look: look.ok ? look.value : null,
      problem: look.ok ? null : look.failure,
    });
  };

  return (
    <div class="stack">
      <FilePick
        label={pickLabel}
        chosen={chosen?.name ?? null}
        onText={(name, text) => void choose(name, text)}
      />
      {chosen?.problem && <Notice tone="bad">{failure(chosen.problem)}</Notice>}
      {chosen?.look && (
        <>
          <p>{t('fileFrom', { date: date(chosen.look.savedAt) })}</p>
          <SecretForm
            key={chosen.name}
            ways={chosen.look.ways}
            label={label}
            busyLabel={busyLabel}
            onSecret={(secret) => onOpen(chosen.text, secret)}
          />
        </>
      )}
    </div>
  );
}
