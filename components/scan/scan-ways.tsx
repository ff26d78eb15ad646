import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { HandFields, ScanStart } from '@/lib/messages/scan-protocol';
import { readKeyText } from '@/lib/providers/key-text';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { CameraView } from './camera-view';
import { ElsewhereSection } from './elsewhere-section';
import { FoundList } from './found-list';
import { allAsOne, gatherPictures, isSeries, mostPictures, type NamedCode } from './gather';
import { HandForm } from './hand-form';
import { PageSection } from './page-section';
import type { ScanPort } from './scan-port';
import { useDrop } from './use-drop';
import { usePaste } from './use-paste';

export interface ScanText {
  readonly text: string;
  /** Read from the picture of the page: that page gave it. */
  readonly fromPicture: boolean;
}

export interface ScanWaysProps {
  readonly port: ScanPort;
  readonly picture: Blob | null;
  readonly pictureGone: boolean;
  readonly start: ScanStart;
  readonly byHand: boolean;
  readonly onText: (text: ScanText) => void;
  readonly onHand: (fields: HandFields) => Promise<Failure | null>;
  /** A new way was begun: what was said of another one is over. */
  readonly onNew: () => void;
}

type View =
  | { readonly kind: 'ways' }
  | { readonly kind: 'hand'; readonly start: Partial<HandFields> }
  | { readonly kind: 'camera'; readonly stream: MediaStream };

/** All ways in, or the one that was chosen. */
export function ScanWays(props: ScanWaysProps) {
  const { t, failure } = useSpeech();
  const { port, start, onNew } = props;
  const [view, setView] = useState<View>(() =>
    props.byHand || start.key !== null ? { kind: 'hand', start: handStart(start) } : { kind: 'ways' },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [codes, setCodes] = useState<readonly NamedCode[]>([]);
  const [reading, setReading] = useState(false);
  const [lit, setLit] = useState<number | null>(null);

  const begin = (): void => {
    onNew();
    setProblem(null);
    setNote(null);
    setCodes([]);
  };
  const add = (text: string): void => props.onText({ text, fromPicture: false });

  const takePictures = async (pictures: readonly Blob[]): Promise<void> => {
    begin();
    setView({ kind: 'ways' });
    if (pictures.length === 0) return;
    setReading(true);
    const { codes: found, read, sawCode, problems, tooMany } = await gatherPictures(port, pictures);
    setReading(false);
    const [only, ...others] = found;
    const [unread] = problems;
    if (tooMany) setNote(t('scanTooMany', { count: mostPictures }));
    else if (unread && found.length > 0) setNote(t('scanSomeUnread', { count: problems.length }));
    if (only === undefined)
      setProblem(
        unread ? failure(unread) : t(sawCode ? 'scanUnreadInPicture' : 'scanNoneInPicture', { count: read }),
      );
    else if (others.length === 0 || found.every(isSeries)) add(only.text);
    else setCodes(found);
  };
  const takeText = (text: string): void => {
    begin();
    if (text.trim() === '') return setProblem(t('scanPasteEmpty'));
    const read = readKeyText(text);
    if (read.kind === 'key') setView({ kind: 'hand', start: { key: read.key } });
    else if (read.kind === 'address') add(text.trim());
    // An address of another kind has a sentence of its own.
    else if (text.includes('://') && read.failure.code !== 'qr-microsoft') add(text.trim());
    // So has a part of a series, with the way to its page.
    else if (read.failure.code === 'qr-series') add(text.trim());
    else setProblem(failure(read.failure));
  };
  usePaste(({ pictures, text, inField }) => {
    if (pictures.length > 0) void takePictures(pictures);
    else if (inField || view.kind !== 'ways') return false;
    else takeText(text);
    return true;
  });

  const openCamera = async (): Promise<void> => {
    begin();
    const camera = await port.openCamera();
    if (camera.kind === 'live') setView({ kind: 'camera', stream: camera.stream });
    else setProblem(t(camera.kind === 'refused' ? 'scanCameraRefused' : 'scanCameraNone'));
  };
  const captureScreen = async (): Promise<void> => {
    begin();
    const picture = await port.captureScreen();
    if (picture) await takePictures([picture]);
    else setProblem(t('scanScreenNone'));
  };

  const over = useDrop((files) => void takePictures(files));
  const saying = (
    <>
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      {note !== null && <Notice tone="careful">{note}</Notice>}
      {reading && <p role="status">{t('scanReading')}</p>}
      {over && <div class="drop-here">{t('scanDropHere')}</div>}
    </>
  );
  if (view.kind === 'hand')
    return (
      <>
        {saying}
        <HandForm
          ask={port.ask}
          start={view.start}
          onAdd={props.onHand}
          onCancel={() => {
            begin();
            setView({ kind: 'ways' });
          }}
        />
      </>
    );
  if (view.kind === 'camera')
    return (
      <CameraView
        stream={view.stream}
        readVideo={port.readVideo}
        onStop={() => setView({ kind: 'ways' })}
        onRead={(found) => {
          setView({ kind: 'ways' });
          const [code] = found.codes;
          if (code) add(code.text);
        }}
      />
    );
  return (
    <>
      {saying}
      {codes.length > 0 ? (
        <section class="scan-part">
          <p>{t('scanSeveral')}</p>
          <FoundList
            codes={codes}
            lit={lit}
            onLit={setLit}
            focus={true}
            onChoose={({ text }) => add(text)}
            onAddAll={() => add(allAsOne(codes))}
          />
          <button class="plain" onClick={begin}>
            {t('cancel')}
          </button>
        </section>
      ) : (
        <>
          {props.picture && (
            <PageSection
              port={port}
              picture={props.picture}
              host={start.host}
              onText={(text) => props.onText({ text, fromPicture: true })}
            />
          )}
          <ElsewhereSection
            onPaste={takeText}
            onPictures={(pictures) => void takePictures(pictures)}
            onCamera={() => void openCamera()}
            onScreen={() => void captureScreen()}
            onByHand={() => {
              begin();
              setView({ kind: 'hand', start: { issuer: start.host ?? '' } });
            }}
          />
          {!props.picture && (
            <p class="quiet">
              {props.pictureGone && t('scanPictureGone')} {t('scanPictureHow')}
            </p>
          )}
        </>
      )}
    </>
  );
}

/** The host of the page is a suggestion for the name of the site, no more. */
function handStart({ key, host }: ScanStart): Partial<HandFields> {
  return { key: key ?? '', issuer: host ?? '' };
}
