import { useId, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { PskcLook, PskcPreview, PskcSecret } from '@/lib/messages/token-protocol';
import { FilePick } from '../backup/file-pick';
import { PasswordField } from '../forms/password-field';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { PskcEntries } from './pskc-entries';
import type { TokenPort } from './token-app';
import '../backup/backup.css';
import './token.css';

interface Chosen {
  readonly name: string;
  readonly text: string;
  readonly look: PskcLook | null;
}

interface Opened {
  readonly secret: PskcSecret | null;
  readonly preview: PskcPreview;
}

/** A file from an issuer: chosen, opened by its key or password if it has one, shown, then added in one go. */
export function PskcSection({ port }: { port: Pick<TokenPort, 'ask'> }) {
  const { t, failure } = useSpeech();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [added, setAdded] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const open = async (text: string, secret: PskcSecret | null): Promise<void> => {
    setBusy(true);
    const preview = await port.ask('pskc.preview', { text, secret });
    setBusy(false);
    setProblem(preview.ok ? null : preview.failure);
    setOpened(preview.ok ? { secret, preview: preview.value } : null);
  };
  const choose = async (name: string, text: string): Promise<void> => {
    setOpened(null);
    setAdded(null);
    const look = await port.ask('pskc.look', { text });
    setProblem(look.ok ? null : look.failure);
    setChosen({ name, text, look: look.ok ? look.value : null });
    if (look.ok && look.value.needs === 'nothing') await open(text, null);
  };
  const save = async (): Promise<void> => {
    if (!chosen || !opened || busy) return;
    setBusy(true);
    const saved = await port.ask('pskc.save', { text: chosen.text, secret: opened.secret });
    setBusy(false);
    if (!saved.ok) return setProblem(saved.failure);
    setChosen(null);
    setOpened(null);
    setAdded(saved.value.added);
  };

  return (
    <section id="pskc">
      <h2>{t('pskcTitle')}</h2>
      <p class="quiet">{t('pskcLead')}</p>
      <FilePick
        label={t('chooseFile')}
        chosen={chosen?.name ?? null}
        accept=".xml,.pskc,.pskcxml,application/pskc+xml,text/xml,application/xml"
        onText={(name, text) => void choose(name, text)}
      />
      {chosen?.look && chosen.look.needs !== 'nothing' && !opened && (
        <SecretField
          key={chosen.name}
          look={chosen.look}
          busy={busy}
          onSecret={(secret) => void open(chosen.text, secret)}
        />
      )}
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      {opened && (
        <PskcEntries
          preview={opened.preview}
          busy={busy}
          onAdd={() => void save()}
          onCancel={() => {
            setChosen(null);
            setOpened(null);
          }}
        />
      )}
      <div role="status">
        {added !== null && <Notice tone="good">{t('pskcAdded', { count: added })}</Notice>}
      </div>
    </section>
  );
}

interface SecretFieldProps {
  readonly look: PskcLook;
  readonly busy: boolean;
  readonly onSecret: (secret: PskcSecret) => void;
}

function SecretField({ look, busy, onSecret }: SecretFieldProps) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const id = useId();
  const isPassword = look.needs === 'password';
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '' && !busy) onSecret(isPassword ? { password: typed } : { key: typed });
      }}
    >
      {look.keyName && <p class="quiet">{t('pskcKeyName', { name: look.keyName })}</p>}
      {isPassword ? (
        <PasswordField
          label={t('pskcPassword')}
          value={typed}
          onInput={setTyped}
          autocomplete="current-password"
          wrong={false}
        />
      ) : (
        <div class="field">
          <label for={id}>{t('pskcKey')}</label>
          <div class="field-box">
            <input
              id={id}
              class="code-input"
              autocomplete="off"
              spellcheck={false}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
          <div class="field-hint">{t('pskcKeyHint')}</div>
        </div>
      )}
      <div class="buttons">
        <button class="primary" disabled={busy}>
          {t(busy ? 'opening' : 'seeInside')}
        </button>
      </div>
    </form>
  );
}
