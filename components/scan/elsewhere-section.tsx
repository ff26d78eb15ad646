import { useId, useRef } from 'preact/hooks';
import { useSpeech } from '../ui/speech';
import { ScanIcon } from './scan-icon';

export interface ElsewhereSectionProps {
  readonly onPaste: (text: string) => void;
  readonly onPictures: (pictures: readonly File[]) => void;
  readonly onCamera: () => void;
  readonly onScreen: () => void;
  readonly onByHand: () => void;
}

/** The ways that need no page: paste, pictures, camera, another window, the keyboard. */
export function ElsewhereSection(props: ElsewhereSectionProps) {
  const { t } = useSpeech();
  const id = useId();
  const files = useRef<HTMLInputElement>(null);
  return (
    <section class="scan-part">
      <h2>{t('scanElsewhere')}</h2>
      <p>{t('scanAnywhere')}</p>
      <div class="field paste">
        <label for={id}>{t('scanPaste')}</label>
        <div class="field-box">
          <input
            id={id}
            class="paste-field"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              props.onPaste(event.currentTarget.value);
              event.currentTarget.value = '';
            }}
          />
        </div>
      </div>
      <div class="way-grid">
        <input
          ref={files}
          class="drop-input"
          type="file"
          accept="image/*"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const input = event.currentTarget;
            props.onPictures([...(input.files ?? [])]);
            // The same file, chosen again, is a choice too.
            input.value = '';
          }}
        />
        <button class="way-button" onClick={() => files.current?.click()}>
          <ScanIcon name="picture" />
          {t('scanPictures')}
        </button>
        <button class="way-button" onClick={props.onCamera}>
          <ScanIcon name="camera" />
          {t('scanCamera')}
        </button>
        <button class="way-button" onClick={props.onScreen}>
          <ScanIcon name="screen" />
          {t('scanScreen')}
        </button>
        <button class="way-button" onClick={props.onByHand}>
          <ScanIcon name="key" />
          {t('scanByHand')}
        </button>
      </div>
    </section>
  );
}
