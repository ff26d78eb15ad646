import type { Failure, Result } from '@/lib/errors';
import type { Port } from '../app/port';
import { UnlockView } from '../forms/unlock-view';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

/** A vault that is locked is opened here; anything else that is wrong with it is said. */
export function ClosedVault({ ask, failure }: { ask: Port['ask']; failure: Failure }) {
  const speech = useSpeech();
  if (failure.code !== 'vault-locked') return <Notice tone="bad">{speech.failure(failure)}</Notice>;
  const wrongIn = (answer: Result<unknown>): Failure | null => (answer.ok ? null : answer.failure);
  return (
    <section class="state">
      <h2>{speech.t('lockedTitle')}</h2>
      <UnlockView
        onUnlock={async (password) => wrongIn(await ask('vault.unlock', { password }))}
        onUnlockWithCode={async (code) => wrongIn(await ask('vault.unlock-code', { code }))}
        readWays={() => ask('vault.ways', null)}
        onPasskey={null}
      />
    </section>
  );
}
