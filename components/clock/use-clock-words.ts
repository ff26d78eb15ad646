import { useSpeech } from '../ui/speech';

/** Seconds are said as such up to ten minutes: that is what a person compares two clocks by. */
const longestSeconds = 600;

/** `47 seconds`, `1 hour`: a difference between two clocks, whichever is ahead. */
export function useDifference(): (offsetMs: number) => string {
  const { t, duration } = useSpeech();
  return (offsetMs) => {
    const seconds = Math.round(Math.abs(offsetMs) / 1000);
    return seconds <= longestSeconds ? t('seconds', { count: seconds }) : duration(seconds);
  };
}
