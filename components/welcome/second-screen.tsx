import { useSpeech } from '../ui/speech';
import { SafeDrawing } from './drawings';
import type { ScreenProps } from './first-screen';
import { Question } from './question';

export function SecondScreen({ title, port }: ScreenProps) {
  const { t } = useSpeech();
  return (
    <section class="welcome-screen">
      <SafeDrawing />
      <h2 ref={title} tabIndex={-1}>
        {t('welSecondTitle')}
      </h2>
      <p>{t('welSecondLead')}</p>
      <div class="questions">
        <Question title={t('welTwo')}>
          <p>{t('welTwoBody')}</p>
        </Question>
        <Question title={t('welShared')}>
          <p>{t('welSharedBody')}</p>
        </Question>
        <Question title={t('welLost')}>
          <p>{t('welLostBody')}</p>
          <p>{t('welLostNone')}</p>
        </Question>
      </div>
      <div class="buttons">
        <button class="plain" onClick={port.openOptions}>
          {t('welSetUp')}
        </button>
        <button class="plain" onClick={() => port.openPage('kit.html')}>
          {t('welKit')}
        </button>
      </div>
    </section>
  );
}
