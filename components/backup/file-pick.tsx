import { useId, useState } from 'preact/hooks';
import { useSpeech } from '../ui/speech';

export interface FilePickProps {
  readonly label: string;
  /** The name of the chosen file, once there is one. */
  readonly chosen: string | null;
  /** Kinds of file to offer; those of Seconde's own without it. */
  readonly accept?: string;
  readonly onText: (name: string, text: string) => void;
}

/** Far above any vault; the browser would choke on reading more. */
const largestBytes = 16_000_000;

/** A file, chosen or dropped. One that is too large to be ours is given as an empty text. */
export function FilePick({ label, chosen, accept, onText }: FilePickProps) {
  const { t } = useSpeech();
  const id = useId();
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file) onText(file.name, file.size > largestBytes ? '' : await file.text());
  };
  return (
    <div
      class={`drop${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <input
        id={id}
        class="drop-input"
        type="file"
        accept={accept ?? '.json,application/json'}
        onChange={(event) => {
          const input = event.currentTarget;
          // The same file, chosen again after something went wrong, is a choice too.
          void take(input.files?.[0]).then(() => (input.value = ''));
        }}
      />
      <label for={id} class="button">
        {label}
      </label>
      <span class="quiet">{chosen ?? t('fileDrop')}</span>
    </div>
  );
}
