import { Monogram } from '../ui/monogram';
import { useSpeech } from '../ui/speech';

/** A name of 300 letters scrolls in its place: by the keyboard too. */
function scrolls(element: HTMLElement | null): void {
  if (element && element.scrollHeight > element.clientHeight) element.tabIndex = 0;
}

/** Whose account a card is about. */
export function Who({ issuer, name }: { issuer: string; name: string }) {
  const { t } = useSpeech();
  const shown = issuer || name || t('nameless');
  return (
    <div class="who">
      <Monogram issuer={shown} />
      <span class="choice-text" ref={scrolls}>
        <b>{shown}</b>
        {issuer && name && <span>{name}</span>}
      </span>
    </div>
  );
}
