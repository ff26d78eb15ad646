import { useEffect, useState } from 'preact/hooks';
import { encodeQrPath } from '@/lib/qr/encode';
import { useSpeech } from '../ui/speech';

export interface QrSlidesProps {
  readonly texts: readonly string[];
  /** Goes on by itself, round and round. */
  readonly moves: boolean;
}

/** Calm for the eye, and several looks of a camera. */
const paceMs = 1500;

/** QR codes one after the other, with a pause and a way back. They are drawn, never a file or an address. */
export function QrSlides({ texts, moves }: QrSlidesProps) {
  const { t } = useSpeech();
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(moves && texts.length > 1);
  const size = texts.length;
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => setAt((now) => (now + 1) % size), paceMs);
    return () => clearInterval(timer);
  }, [playing, size]);
  const step = (by: number): void => {
    setPlaying(false);
    setAt((now) => (now + by + size) % size);
  };
  const label = t('qrPart', { number: at + 1, size });
  return (
    <div class="slides">
      <QrFigure text={texts[at] ?? ''} label={label} />
      {/* What moves by itself is not read out at each step. */}
      <p class="slides-at" {...(playing ? {} : { role: 'status' })}>
        {label}
      </p>
      {size > 1 && (
        <div class="buttons">
          <button onClick={() => step(-1)}>{t('qrBefore')}</button>
          {moves && <button onClick={() => setPlaying(!playing)}>{t(playing ? 'qrPause' : 'qrPlay')}</button>}
          <button onClick={() => step(1)}>{t('qrAfter')}</button>
        </div>
      )}
    </div>
  );
}

/** Dark on white whatever the theme: many readers do not read the inverse. */
export function QrFigure({ text, label }: { text: string; label: string }) {
  const drawing = encodeQrPath(text);
  if (!drawing.ok) return null;
  const { size, path } = drawing.value;
  return (
    <svg
      class="qr-figure"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
