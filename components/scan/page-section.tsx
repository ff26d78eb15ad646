import { useEffect, useState } from 'preact/hooks';
import type { Part } from '@/lib/qr/part';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { FoundList } from './found-list';
import { allAsOne, type NamedCode, nameCodes } from './gather';
import { PagePicture, firstPart } from './page-picture';
import type { ScanPort } from './scan-port';

export interface PageSectionProps {
  readonly port: ScanPort;
  readonly picture: Blob;
  readonly host: string | null;
  /** What was chosen: the text of one code, or of all as a list. */
  readonly onText: (text: string) => void;
}

interface Seen {
  readonly size: { readonly width: number; readonly height: number };
  readonly codes: readonly NamedCode[];
}

/** The picture of the page that asked, the codes on it, and a frame for those that were not read. */
export function PageSection({ port, picture, host, onText }: PageSectionProps) {
  const { t, failure } = useSpeech();
  const [url, setUrl] = useState('');
  const [seen, setSeen] = useState<Seen | null>(null);
  const [problem, setProblem] = useState('');
  const [lit, setLit] = useState<number | null>(null);
  const [part, setPart] = useState<Part | null>(null);
  const [reading, setReading] = useState(false);

  useEffect(() => {
    const address = URL.createObjectURL(picture);
    setUrl(address);
    void port.readPicture(picture).then(async (answer) => {
      if (!answer.ok) return setProblem(failure(answer.failure));
      setSeen({ size: answer.value, codes: await nameCodes(port, answer.value.codes) });
    });
    return () => URL.revokeObjectURL(address);
  }, [picture]);

  const readPart = async (wanted: Part): Promise<void> => {
    setReading(true);
    setProblem('');
    const answer = await port.readPicture(picture, wanted);
    const codes = answer.ok ? await nameCodes(port, answer.value.codes) : [];
    setReading(false);
    const [only, ...others] = codes;
    if (!answer.ok) return setProblem(failure(answer.failure));
    if (only === undefined) return setProblem(t('scanNoneInFrame'));
    if (others.length === 0) return onText(only.text);
    setPart(null);
    setSeen((before) => before && { ...before, codes });
  };

  const codes = seen?.codes ?? [];
  return (
    <section class="scan-part" aria-busy={seen === null || reading}>
      <h2>{host === null ? t('scanPageTitle') : t('scanPageOf', { host })}</h2>
      <p role="status">
        {reading || (seen === null && problem === '')
          ? t('scanReading')
          : codes.length > 0
            ? t('scanFound', { count: codes.length })
            : seen && t('scanNoneOnPage')}
      </p>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div class={codes.length > 0 ? 'page-and-list' : 'page-alone'}>
        {url && (
          <PagePicture
            url={url}
            size={seen?.size ?? { width: 1, height: 1 }}
            codes={codes}
            lit={lit}
            onLit={setLit}
            onChoose={({ text }) => onText(text)}
            part={part}
            onPart={setPart}
            onRead={(wanted) => {
              setPart(wanted);
              void readPart(wanted);
            }}
          />
        )}
        {codes.length > 0 && (
          <FoundList
            codes={codes}
            lit={lit}
            onLit={setLit}
            focus={true}
            onChoose={({ text }) => onText(text)}
            onAddAll={() => onText(allAsOne(codes))}
          />
        )}
      </div>
      {part ? (
        <div class="stack">
          <p id="frame-hint" class="quiet">
            {t('scanFrameHint')}
          </p>
          <div class="buttons">
            <button class="primary" onClick={() => void readPart(part)}>
              {t('scanFrameRead')}
            </button>
            <button class="plain" onClick={() => setPart(null)}>
              {t('cancel')}
            </button>
          </div>
        </div>
      ) : (
        seen && (
          <button class="link" onClick={() => setPart(firstPart)}>
            {t('scanFrame')}
          </button>
        )
      )}
    </section>
  );
}
