import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import type { WelcomePort } from './welcome-app';

const lookAgainMs = 1500;

/** Where new buttons are put away in a menu: how to have this one in sight. Goes by itself once it is. */
export function PinHint({ port }: { port: WelcomePort }) {
  const { t } = useSpeech();
  const [state, setState] = useState<'unknown' | 'away' | 'there'>('unknown');
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const on = await port.isOnToolbar();
      if (!wanted || on === null) return;
      setState((before) => (on ? (before === 'unknown' ? 'unknown' : 'there') : 'away'));
      // No event tells of it in every browser; the page is open for minutes at most.
      if (!on) timer = setTimeout(() => void look(), lookAgainMs);
    };
    void look();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [port]);
  if (state === 'unknown') return null;
  return (
    <div class="pin-hint" role="status">
      {state === 'there' ? (
        <p class="pin-there">
          <Icon name="check" />
          {t('welPinned')}
        </p>
      ) : (
        <>
          <h3>{t('welPinTitle')}</h3>
          <p>{t(port.browser === 'firefox' ? 'welPinFirefox' : 'welPinChromium')}</p>
        </>
      )}
    </div>
  );
}
