import { useState } from 'preact/hooks';
import type { Port } from '../app/port';
import { useAnswer } from '../backup/use-answer';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { type AboutHere, supportLines, supportReport } from './support-lines';
import './support.css';

export interface SupportSectionProps {
  readonly port: Pick<Port, 'ask' | 'onChange' | 'copy'>;
  readonly here: AboutHere;
}

/** One screen to read aloud to somebody who helps by telephone: big, clear, and nothing in it that must not be told. */
export function SupportSection({ port, here }: SupportSectionProps) {
  const speech = useSpeech();
  const { t, failure } = speech;
  const facts = useAnswer(port, 'support.read');
  const [copied, setCopied] = useState<boolean | null>(null);
  const lines = facts?.ok ? supportLines(facts.value, here, speech) : [];
  const copy = async (): Promise<void> => {
    setCopied(await port.copy(supportReport(lines, t, speech.date(Date.now()))));
  };
  return (
    <section id="support">
      <h2>{t('supportTitle')}</h2>
      <p class="never-tell">
        <Icon name="warning" />
        {t('supportNever')}
      </p>
      <p class="quiet">{t('supportLead')}</p>
      {facts && !facts.ok && <Notice tone="bad">{failure(facts.failure)}</Notice>}
      {lines.length > 0 && (
        <>
          <dl class="support-lines">
            {lines.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <button onClick={() => void copy()}>{t('supportCopy')}</button>
          <div role="status">
            {copied !== null && (
              <Notice tone={copied ? 'good' : 'bad'}>
                {t(copied ? 'supportCopied' : 'supportNotCopied')}
              </Notice>
            )}
          </div>
          <p class="quiet">{t('supportNumbers')}</p>
        </>
      )}
    </section>
  );
}
