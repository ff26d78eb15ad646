import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Speech } from '@/lib/i18n/speak';

const SpeechContext = createContext<Speech | null>(null);

export const SpeechProvider = SpeechContext.Provider;

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new TypeError('"SpeechProvider" expected around every view');
  return speech;
}
