import type { Actions } from '../app/actions';
import { useSpeech } from '../ui/speech';
import { ProtectForm } from './protect-form';
import { ProveFirst } from './prove-first';

export interface ProtectViewProps {
  readonly actions: Actions;
  readonly say: (text: string) => void;
  /** By the organisation: there is no later. */
  readonly isRequired?: boolean;
  /** Protected, or thought better of. */
  readonly onDone: () => void;
}

/** A password for the vault, in the place of the list. */
export function ProtectView({ actions, say, isRequired = false, onDone }: ProtectViewProps) {
  const { t, failure } = useSpeech();
  const { port } = actions.raw;
  return (
    <section class="state">
      <h2>{t('protectTitle')}</h2>
      {isRequired && <p>{failure({ code: 'organisation-password' })}</p>}
      <ProveFirst
        ask={actions.ask}
        askPasskey={null}
        onPasskey={port.openPasskeyPage && (() => port.openPage('options.html#way-password'))}
        lead={t('proveLead')}
        onCancel={isRequired ? undefined : onDone}
      >
        {(over) => (
          <ProtectForm
            onCancel={isRequired ? undefined : onDone}
            onProtect={async (password) => {
              const problem = await actions.protect(password);
              if (problem !== null) return over(problem);
              say(t('vaultProtected'));
              onDone();
              return null;
            }}
          />
        )}
      </ProveFirst>
    </section>
  );
}
