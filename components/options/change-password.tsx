import type { Failure } from '@/lib/errors';
import type { Port } from '../app/port';
import { ProtectForm } from '../forms/protect-form';

export interface ChangePasswordProps {
  readonly ask: Port['ask'];
  /** Answers what is left to say. */
  readonly over: (problem: Failure) => Failure | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The new password, twice. */
export function ChangePassword({ ask, over, onDone, onCancel }: ChangePasswordProps) {
  return (
    <div class="task">
      <ProtectForm
        onCancel={onCancel}
        onProtect={async (password) => {
          const answer = await ask('vault.protect', { password });
          if (!answer.ok) return over(answer.failure);
          onDone();
          return null;
        }}
      />
    </div>
  );
}
