import { useState } from 'preact/hooks';
import type { Card } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import { SaveCopy } from '../backup/save-copy';
import { ProtectForm } from '../forms/protect-form';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { createCardActions } from './card-actions';

export interface ComputerAdviceProps {
  readonly card: Extract<Card, { kind: 'enrolled' }>;
  /** A copy opens by the vault's own password. */
  readonly isProtected: boolean;
  readonly actions: Actions;
}

/** Shared: a password at once. Public: undo it while the site still allows that, or take a copy away first. */
export function ComputerAdvice({ card, isProtected, actions }: ComputerAdviceProps) {
  const { t } = useSpeech();
  const [saved, setSaved] = useState(false);
  if (card.computer === 'shared')
    return (
      <div class="advice">
        <h3>{t('protectTitle')}</h3>
        <Notice tone="careful">{t('sharedRisk')}</Notice>
        <ProtectForm onProtect={actions.protect} focus={false} />
      </div>
    );
  const counted = card.outcome === 'accepted';
  return (
    <div class="advice">
      <h3>{t('publicTitle')}</h3>
      <p>{t(counted ? 'publicAccepted' : 'publicNotYet')}</p>
      {counted && <SaveCopy isProtected={isProtected} actions={actions} onSaved={() => setSaved(true)} />}
      {(!counted || saved) && (
        <Remove
          issuer={card.issuer || card.name}
          onRemove={() => void createCardActions(actions).remove(card.accountId)}
        />
      )}
    </div>
  );
}

/** Asks once more before the account goes. */
function Remove({ issuer, onRemove }: { issuer: string; onRemove: () => void }) {
  const { t } = useSpeech();
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <button class="danger" onClick={() => setSure(true)}>
        {t('removeAccount')}
      </button>
    );
  return (
    <div class="stack" role="group">
      <p role="alert">{t('removeAsk', { issuer: issuer || t('nameless') })}</p>
      <div class="buttons">
        <button class="danger" onClick={onRemove}>
          {t('removeAccount')}
        </button>
        <button class="plain" onClick={() => setSure(false)}>
          {t('keepAccount')}
        </button>
      </div>
    </div>
  );
}
