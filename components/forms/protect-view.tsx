import type { Actions } from '../app/actions';
import { useSpeech } from '../ui/speech';
import { ProtectForm } from './protect-form';

export interface ProtectViewProps {
  readonly actions: Actions;
  readonly say: (text: string) => void;
  /** By the organisation: there is no later. */
  readonly isRequired?: boolean;
  /** Protected, or thought better of. */
  readonly onDone: () => void;
}

/** A password for a vault that has none, in the place of the list. */
export function ProtectView({ actions, say, isRequired = false, onDone }: ProtectViewProps) {
  const { t, failure } = useSpeech();
  return (
    <section class="state">
      <h2>{t('protectTitle')}</h2>
      {isRequired && <p>{failure({ code: 'organisation-password' })}</p>}
      <ProtectForm
        onCancel={isRequired ? undefined : onDone}
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
