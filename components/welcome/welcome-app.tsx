import { useEffect, useRef, useState } from 'preact/hooks';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Port } from '../app/port';
import { useLanguage } from '../app/use-language';
import { Mark } from '../ui/icon';
import { SpeechProvider } from '../ui/speech';
import { FirstScreen } from './first-screen';
import { Rehearsal } from './rehearsal';
import { SecondScreen } from './second-screen';
import './welcome.css';

/** What this page can do beside what every page of ours can. */
export interface WelcomePort extends Pick<
  Port,
  'ask' | 'onChange' | 'openOptions' | 'openPage' | 'tabId' | 'close'
> {
  readonly browser: 'chromium' | 'firefox';
  /** Null where the browser does not tell. */
  isOnToolbar(): Promise<boolean | null>;
  random(length: number): Uint8Array;
}

export interface WelcomeAppProps {
  readonly port: WelcomePort;
  readonly first: FirstLook;
  readonly later: Later;
  readonly step: number;
}

const total = 3;

/** Three calm screens, each of which may be skipped, and a rehearsal. Opened once, by the first installation. */
export function WelcomeApp({ port, first, later, step: begun }: WelcomeAppProps) {
  const setting = first.glance.ok ? first.glance.value.settings.language : undefined;
  const speech = useLanguage(first, later, setting);
  const [step, setStep] = useState(Math.min(Math.max(begun, 0), total - 1));
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(false);
  const { t } = speech;
  useEffect(() => {
    document.title = `Seconde – ${t('welTitle')}`;
  }, [speech]);
  useEffect(() => {
    if (shown.current) title.current?.focus();
    shown.current = true;
  }, [step]);
  const last = step === total - 1;
  return (
    <SpeechProvider value={speech}>
      <main class="welcome">
        <header class="welcome-head">
          <h1>
            <Mark />
            Seconde
          </h1>
          {!last && (
            <button class="link" onClick={port.close}>
              {t('welSkip')}
            </button>
          )}
        </header>
        {step === 0 && <FirstScreen title={title} port={port} />}
        {step === 1 && <SecondScreen title={title} port={port} />}
        {step === 2 && <Rehearsal title={title} port={port} />}
        <footer class="welcome-foot">
          {step > 0 ? (
            <button class="plain" onClick={() => setStep(step - 1)}>
              {t('back')}
            </button>
          ) : (
            <span />
          )}
          <span class="welcome-dots">
            <span class="said">{t('welStep', { number: String(step + 1), total: String(total) })}</span>
            {Array.from({ length: total }, (_, index) => (
              <span key={index} class={index === step ? 'dot now' : 'dot'} aria-hidden="true" />
            ))}
          </span>
          <button class="primary" onClick={() => (last ? port.close() : setStep(step + 1))}>
            {t(last ? 'welFinish' : 'welNext')}
          </button>
        </footer>
      </main>
    </SpeechProvider>
  );
}
