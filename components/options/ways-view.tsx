import { useEffect, useRef, useState } from 'preact/hooks';
import type { Openings, Way } from '@/lib/messages/security-protocol';
import type { Port } from '../app/port';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { ProveFirst } from '../forms/prove-first';
import { AddPasskey } from './add-passkey';
import { ChangePassword } from './change-password';
import { NewRecoveryCode } from './new-recovery-code';
import { RemoveWay } from './remove-way';
import type { SecurityPort } from './security-port';
import { WayRow } from './way-row';

export interface WaysViewProps {
  readonly openings: Openings;
  readonly isProtected: boolean;
  readonly port: Port;
  readonly security: SecurityPort;
  /** The organisation requires a password. */
  readonly keepsPassword?: boolean;
  /** Asks for the ways again. */
  readonly onChanged: () => Promise<void>;
  /** A code is in view that is shown this once: nothing may take it away, not even a lock. */
  readonly onHold: (isHeld: boolean) => void;
}

/** The one thing being done, below the row it is about. */
type Task =
  { readonly kind: 'password' | 'recovery' | 'passkey' } | { readonly kind: 'remove'; readonly way: Way };

/** The ways this vault opens: each added, changed or removed, and what that means said before. */
export function WaysView(props: WaysViewProps) {
  const { openings, isProtected, port, security, keepsPassword = false, onChanged, onHold } = props;
  const { t } = useSpeech();
  const [task, setTask] = useState<Task | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const { ways } = openings;
  const password = ways.find(({ type }) => type === 'password');
  const recovery = ways.find(({ type }) => type === 'recovery');
  const passkeys = ways.filter(({ type }) => type === 'prf');
  const carried = Number(password !== undefined) + Number(recovery !== undefined);
  /** Said where the first way has just ended a vault that everybody could open. */
  const [traces, setTraces] = useState(false);
  const wasProtected = useRef(isProtected);

  const start = (next: Task): void => {
    wasProtected.current = isProtected;
    setTask(next);
    setDone(null);
    setTraces(false);
  };
  const finish = (said: string): void => {
    setTraces(!wasProtected.current);
    setTask(null);
    setDone(said);
    void onChanged();
  };
  const cancel = (): void => setTask(null);
  // What is being changed may have gone away in another window.
  useEffect(() => {
    if (task?.kind === 'remove' && !ways.some(({ id }) => id === task.way.id)) cancel();
  }, [ways]);

  const { askPasskey, createPasskey } = security;
  const proving = { ask: port.ask, askPasskey, lead: t('proveLead'), onCancel: cancel };
  const isBeingRemoved = (way: Way) => task?.kind === 'remove' && task.way.id === way.id;
  const removal = (way: Way) =>
    isBeingRemoved(way) && (
      <ProveFirst {...proving}>
        {(over) => (
          <RemoveWay
            way={way}
            onRemove={async () => {
              const answer = await port.ask('vault.remove-way', { id: way.id });
              if (!answer.ok) return over(answer.failure);
              finish(t('wayRemoved'));
              return null;
            }}
            onCancel={cancel}
          />
        )}
      </ProveFirst>
    );
  const remove = (way: Way | undefined) =>
    way && !isBeingRemoved(way) && (way.type === 'prf' || carried > 1)
      ? () => start({ kind: 'remove', way })
      : null;

  return (
    <>
      {!isProtected && !traces && task === null && (
        <Notice tone="careful">
          <b>{t('waysNotYet')}.</b> {t('waysNotYetBody')}
        </Notice>
      )}
      <div role="status" class="stack">
        {done && <Notice tone="good">{done}</Notice>}
        {traces && <Notice tone="plain">{t('tracesBody')}</Notice>}
      </div>
      <ul class="ways">
        <WayRow
          id="way-password"
          name={t('wayPassword')}
          way={password ?? null}
          hint={keepsPassword ? t('organisationSet') : password && carried === 1 ? t('wayLastHint') : null}
          action={t(password ? 'wayChange' : 'waySet')}
          primary={!isProtected}
          onAction={task?.kind === 'password' ? null : () => start({ kind: 'password' })}
          onRemove={keepsPassword ? null : remove(password)}
        >
          {task?.kind === 'password' && (
            <ProveFirst {...proving}>
              {(over) => (
                <ChangePassword
                  ask={port.ask}
                  over={over}
                  onDone={() => finish(t(password ? 'passwordChanged' : 'vaultProtected'))}
                  onCancel={cancel}
                />
              )}
            </ProveFirst>
          )}
          {password && removal(password)}
        </WayRow>
        <WayRow
          id="way-recovery"
          name={t('wayRecovery')}
          way={recovery ?? null}
          hint={recovery && carried === 1 ? t('wayLastHint') : t('wayRecoveryHint')}
          action={t(recovery ? 'wayReplace' : 'wayMake')}
          onAction={task?.kind === 'recovery' ? null : () => start({ kind: 'recovery' })}
          onRemove={remove(recovery)}
        >
          {task?.kind === 'recovery' && (
            <ProveFirst {...proving}>
              {(over) => (
                <NewRecoveryCode
                  replaces={recovery !== undefined}
                  port={port}
                  print={security.print}
                  over={over}
                  onHold={onHold}
                  onDone={() => finish(t('recoveryDone'))}
                  onCancel={cancel}
                />
              )}
            </ProveFirst>
          )}
          {recovery && removal(recovery)}
        </WayRow>
        {passkeys.map((way) => (
          <WayRow key={way.id} name={t('wayPasskey')} label={way.label} way={way} onRemove={remove(way)}>
            {removal(way)}
          </WayRow>
        ))}
        <WayRow
          id="way-passkeys"
          name={t('wayPasskeys')}
          way={null}
          hint={
            createPasskey === null
              ? t('passkeyFirefox')
              : carried === 0
                ? t('passkeyNeedsOther')
                : t('wayPasskeyHint')
          }
          action={t('wayAddPasskey')}
          onAction={
            createPasskey === null || carried === 0 || task?.kind === 'passkey'
              ? null
              : () => start({ kind: 'passkey' })
          }
        >
          {task?.kind === 'passkey' && createPasskey && (
            <ProveFirst {...proving}>
              {(over) => (
                <AddPasskey
                  create={createPasskey}
                  port={port}
                  over={over}
                  onDone={() => finish(t('passkeyAdded'))}
                  onCancel={cancel}
                />
              )}
            </ProveFirst>
          )}
        </WayRow>
      </ul>
    </>
  );
}
