import type { RefObject } from 'preact';
import { useSpeech } from '../ui/speech';
import { ScanDrawing } from './drawings';
import { PinHint } from './pin-hint';
import { Question } from './question';
import type { WelcomePort } from './welcome-app';

export interface ScreenProps {
  readonly title: RefObject<HTMLHeadingElement | null>;
  readonly port: WelcomePort;
}

export function FirstScreen({ title, port }: ScreenProps) {
  const { t } = useSpeech();
  return (
    <section class="welcome-screen">
      <ScanDrawing />
      <h2 ref={title} tabIndex={-1}>
        {t('welFirstTitle')}
      </h2>
      <p>{t('welFirstLead')}</p>
      <p class="quiet">{t('welFirstNothing')}</p>
      <PinHint port={port} />
      <div class="questions">
        <Question title={t('welNoPhone')}>
          <p>{t('welNoPhoneBody')}</p>
        </Question>
        <Question title={t('welMicrosoft')}>
          <ol class="welcome-steps">
            <li>{t('welMicrosoftWhere')}</li>
            <li>{t('welMicrosoftLink')}</li>
            <li>{t('welMicrosoftCode')}</li>
          </ol>
          <p class="quiet">{t('welMicrosoftNone')}</p>
        </Question>
      </div>
    </section>
  );
}
