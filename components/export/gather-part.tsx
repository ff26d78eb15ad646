import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { CameraView } from '../scan/camera-view';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { ReceivePort } from './receive-port';
import { SeriesProgress } from './series-progress';
import type { Gathering } from './use-series';

export interface GatherPartProps {
  readonly port: ReceivePort;
  readonly gathering: Gathering;
  /** Answers whether more are wanted. */
  readonly take: (texts: readonly string[]) => boolean;
  readonly onBegin: () => void;
}

const mostPictures = 60;

/** The QR codes of the other screen: by the camera, by a capture of a window, or from pictures of it. */
export function GatherPart({ port, gathering, take, onBegin }: GatherPartProps) {
  const { t, failure } = useSpeech();
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [said, setSaid] = useState<'scanCameraRefused' | 'scanCameraNone' | 'receiveNone' | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);

  const openCamera = async (): Promise<void> => {
    setSaid(null);
    const started = await port.openCamera();
    if (started.kind === 'live') setStream(started.stream);
    else setSaid(started.kind === 'refused' ? 'scanCameraRefused' : 'scanCameraNone');
  };
  const takePictures = async (pictures: readonly Blob[]): Promise<void> => {
    setSaid(null);
    setProblem(null);
    let found = 0;
    for (const picture of pictures.slice(0, mostPictures)) {
      const reading = await port.readPicture(picture);
      if (!reading.ok) setProblem(reading.failure);
      const texts = reading.ok ? reading.value.codes.map(({ text }) => text) : [];
      found += texts.length;
      if (texts.length > 0 && !take(texts)) return;
    }
    if (found === 0) setSaid('receiveNone');
  };

  return (
    <>
      <section>
        <p>{t('receiveShow')}</p>
        <SeriesProgress gathering={gathering} onBegin={onBegin} />
        {problem && <Notice tone="bad">{failure(problem)}</Notice>}
        <div role="status">{said && <Notice tone="careful">{t(said)}</Notice>}</div>
        <div class="buttons">
          {stream === null && (
            <button class="primary" onClick={() => void openCamera()}>
              {t('receiveCamera')}
            </button>
          )}
          <button
            onClick={() =>
              void port.captureScreen().then((picture) => (picture ? takePictures([picture]) : undefined))
            }
          >
            {t('receiveScreen')}
          </button>
          <label class="button">
            {t('receivePictures')}
            <input
              class="drop-input"
              type="file"
              accept="image/*"
              multiple
              onChange={(event) => {
                const input = event.currentTarget;
                const files = [...(input.files ?? [])];
                input.value = '';
                void takePictures(files);
              }}
            />
          </label>
        </div>
      </section>
      {stream && (
        <CameraView
          stream={stream}
          readVideo={port.readVideo}
          onStop={() => setStream(null)}
          onRead={({ codes }) => {
            if (take(codes.map(({ text }) => text))) return 'more';
            setStream(null);
            return undefined;
          }}
        />
      )}
    </>
  );
}
