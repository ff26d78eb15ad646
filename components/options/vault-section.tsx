import { useState } from 'preact/hooks';
import type { VaultState } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import { CopyForm } from '../forms/copy-form';
import { ProtectForm } from '../forms/protect-form';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

/** The vault's password, and a copy of the vault. */
export function VaultSection({ vault, actions }: { vault: VaultState; actions: Actions }) {
  const { t, failure } = useSpeech();
  const [changing, setChanging] = useState(false);
  const [changed, setChanged] = useState(false);
  const isProtected = vault.kind === 'open' && vault.protected;
  return (
    <>
      <section>
        <h2>{t('vault')}</h2>
        {vault.kind === 'empty' && <p class="quiet">{t('vaultEmptyNote')}</p>}
        {vault.kind === 'locked' && <p class="quiet">{t('vaultLockedNote')}</p>}
        {vault.kind === 'unusable' && <Notice tone="bad">{failure(vault.failure)}</Notice>}
        {vault.kind === 'open' && <p>{t(isProtected ? 'vaultIsProtected' : 'vaultIsOpenToAll')}</p>}
        <div role="status">{changed && <Notice tone="good">{t('vaultProtected')}</Notice>}</div>
        {vault.kind === 'open' &&
          (changing ? (
            <ProtectForm
              onCancel={() => setChanging(false)}
              onProtect={async (password) => {
                const problem = await actions.protect(password);
                if (problem === null) {
                  setChanging(false);
                  setChanged(true);
                }
                return problem;
              }}
            />
          ) : (
            <button
              class={isProtected ? '' : 'primary'}
              onClick={() => {
                setChanging(true);
                setChanged(false);
              }}
            >
              {t(isProtected ? 'changePassword' : 'protect')}
            </button>
          ))}
      </section>
      {vault.kind === 'open' && vault.accounts > 0 && (
        <section>
          <h2>{t('backup')}</h2>
          <CopyForm onCopy={actions.saveCopy} />
        </section>
      )}
    </>
  );
}
