import { useId, useState } from 'preact/hooks';
import { useSpeech } from '../ui/speech';

export interface GiveFilesProps {
  readonly over: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText: (text: string) => void;
}

/** Ways to give: chosen, dropped anywhere, pasted. Any kind of file: it is known by what is inside. */
export function GiveFiles({ over, onFiles, onText }: GiveFilesProps) {
  const { t } = useSpeech();
  const id = useId();
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState('');
  return (
    <section class="import-give">
      <p>{t('bringLead')}</p>
      <div class={`drop${over ? ' over' : ''}`}>
        <input
          id={id}
          class="drop-input"
          type="file"
          multiple
          onChange={(event) => {
            const input = event.currentTarget;
            onFiles([...(input.files ?? [])]);
            // The same file, chosen again after something went wrong, is a choice too.
            input.value = '';
          }}
        />
        <label for={id} class="button primary">
          {t('bringChoose')}
        </label>
        <span class="quiet">{t('bringDrop')}</span>
      </div>
      {pasting ? (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() === '') return;
            onText(text);
            setText('');
            setPasting(false);
          }}
        >
          <div class="field">
            <label for={`${id}-text`}>{t('bringPaste')}</label>
            <textarea
              id={`${id}-text`}
              class="paste-field import-text"
              rows={5}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              value={text}
              aria-describedby={`${id}-hint`}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <div class="field-hint" id={`${id}-hint`}>
              {t('bringPasteHint')}
            </div>
          </div>
          <div class="buttons">
            <button class="primary">{t('bringRead')}</button>
            <button type="button" class="plain" onClick={() => setPasting(false)}>
              {t('cancel')}
            </button>
          </div>
        </form>
      ) : (
        <button class="link" onClick={() => setPasting(true)}>
          {t('bringPaste')}
        </button>
      )}
      <p class="quiet">{t('bringFrom')}</p>
    </section>
  );
}
