import type { Actions } from '../app/actions';
import { useSpeech } from '../ui/speech';
import { ProtectForm } from './protect-form';

export interface ProtectViewProps {
  readonly actions: Actions;
  readonly say: (text: string) => void;
  /** Protected, or thought better of. */
  readonly onDone: () => void;
}

/** A password for a vault that has none, in the place of the list. */
export function ProtectView({ actions, say, onDone }: ProtectViewProps) {
  const { t } = useSpeech();
  return (
    <section class="state">
      <h2>{t('protectTitle')}</h2>
      <ProtectForm
        onCancel={onDone}
        onProtect={async (password) => {
          const problem = await actions.protect(password);
          if (problem === null) {
            say(t('vaultProtected'));
            onDone();
          }
          return problem;
        }}
      />
    </section>
  );
}
