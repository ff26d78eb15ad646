import { Monogram } from '../ui/monogram';
import { useSpeech } from '../ui/speech';

/** Whose account a card is about. */
export function Who({ issuer, name }: { issuer: string; name: string }) {
  const { t } = useSpeech();
  const shown = issuer || name || t('nameless');
  return (
    <div class="who">
      <Monogram issuer={shown} />
      <span class="choice-text">
        <b>{shown}</b>
        {issuer && name && <span>{name}</span>}
      </span>
    </div>
  );
}
