import { useEffect, useState } from 'preact/hooks';
import type { Result } from '@/lib/errors';
import type { Glance } from '@/lib/messages/protocol';
import type { Openings } from '@/lib/messages/security-protocol';
import type { Policy } from '@/lib/settings/policy';
import type { Settings } from '@/lib/settings/settings';
import type { Port } from '../app/port';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { ClipboardFields } from './clipboard-fields';
import { LockFields } from './lock-fields';
import { PracticeField } from './practice-field';
import type { SecurityPort } from './security-port';
import { WaysView } from './ways-view';

export interface SecuritySectionProps {
  readonly glance: Glance;
  readonly port: Port;
  readonly security: SecurityPort;
  readonly policy: Policy;
  readonly onChange: (change: Partial<Omit<Settings, 'schema'>>) => void;
}

/** Ways to open the vault, when it locks, and how long a copied code stays. */
export function SecuritySection({ glance, port, security, policy, onChange }: SecuritySectionProps) {
  const { t, failure } = useSpeech();
  const { vault, settings } = glance;
  const [openings, setOpenings] = useState<Result<Openings> | null>(null);
  const [held, setHeld] = useState(false);
  const reload = async (): Promise<void> => setOpenings(await port.ask('vault.ways', null));
  // Each answer of the background is a new object: what it says of the vault may have changed, and so may its ways.
  useEffect(() => {
    if (vault.kind === 'open') void reload();
  }, [glance]);
  return (
    <>
      <section id="ways">
        <h2>{t('waysTitle')}</h2>
        {vault.kind === 'empty' && <p class="quiet">{t('vaultEmptyNote')}</p>}
        {vault.kind === 'locked' && !held && <p class="quiet">{t('vaultLockedNote')}</p>}
        {vault.kind === 'unusable' && <Notice tone="bad">{failure(vault.failure)}</Notice>}
        {vault.kind === 'open' && openings && !openings.ok && (
          <Notice tone="bad">{failure(openings.failure)}</Notice>
        )}
        {(vault.kind === 'open' || held) && openings?.ok && (
          <WaysView
            openings={openings.value}
            isProtected={vault.kind !== 'open' || vault.protected}
            onHold={setHeld}
            port={port}
            security={security}
            keepsPassword={policy.requirePassword}
            onChanged={reload}
          />
        )}
        <PracticeField isOn={settings.practice} onChange={onChange} />
      </section>
      <LockFields settings={settings} screen={security.browser === 'chromium'} onChange={onChange} />
      <ClipboardFields settings={settings} security={security} onChange={onChange} />
    </>
  );
}
