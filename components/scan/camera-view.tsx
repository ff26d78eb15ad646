import { useEffect, useRef } from 'preact/hooks';
import { useSpeech } from '../ui/speech';
import type { PictureReading, ScanPort } from './scan-port';

export interface CameraViewProps {
  readonly stream: MediaStream;
  readonly readVideo: ScanPort['readVideo'];
  /** `more`: the camera looks on, for what comes after. */
  readonly onRead: (reading: PictureReading) => void | 'more';
  readonly onStop: () => void;
}

/** Between two looks: several a second, and time for all the rest. */
const pauseMs = 120;

/** What the camera sees, until nothing more is wanted of it, the person stops it, or the page is no longer in front. */
export function CameraView({ stream, readVideo, onRead, onStop }: CameraViewProps) {
  const { t } = useSpeech();
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(onRead);
  latest.current = onRead;
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const look = async (): Promise<void> => {
      const reading = await readVideo(element);
      if (!wanted) return;
      if (reading.codes.length > 0 && latest.current(reading) !== 'more') return;
      timer = setTimeout(() => void look(), pauseMs);
    };
    const hidden = (): void => {
      if (document.hidden) onStop();
    };
    element.srcObject = stream;
    void element.play().then(look, onStop);
    document.addEventListener('visibilitychange', hidden);
    for (const track of stream.getTracks()) track.addEventListener('ended', onStop);
    return () => {
      wanted = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hidden);
      for (const track of stream.getTracks()) {
        track.removeEventListener('ended', onStop);
        track.stop();
      }
    };
  }, [stream]);
  return (
    <section class="scan-part">
      <h2>{t('scanCameraTitle')}</h2>
      <p>{t('scanCameraHint')}</p>
      <video class="camera" ref={video} muted playsInline />
      <div class="buttons">
        <button class="plain" onClick={onStop}>
          {t('scanCameraStop')}
        </button>
      </div>
    </section>
  );
}
