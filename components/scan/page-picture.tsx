import { useEffect, useRef, useState } from 'preact/hooks';
import { middlePart, movedPart, type Part, partBetween, resizedPart } from '@/lib/qr/part';
import { useSpeech } from '../ui/speech';
import type { NamedCode } from './gather';

export interface PagePictureProps {
  readonly url: string;
  /** Of the picture, in the pixels that boxes are counted in. */
  readonly size: { readonly width: number; readonly height: number };
  readonly codes: readonly NamedCode[];
  readonly lit: number | null;
  readonly onLit: (index: number | null) => void;
  readonly onChoose: (code: NamedCode) => void;
  /** Null: no part is being chosen. */
  readonly part: Part | null;
  readonly onPart: (part: Part | null) => void;
  readonly onRead: (part: Part) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One arrow, in fractions of the picture. */
const stride = 0.02;

/** The picture of the page: its codes as numbered boxes, and a frame to read only a part of it. */
export function PagePicture(props: PagePictureProps) {
  const { t } = useSpeech();
  const { size, codes, part, onPart } = props;
  const picture = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<Point | null>(null);

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = picture.current?.getBoundingClientRect();
    return box ? { x: (clientX - box.x) / box.width, y: (clientY - box.y) / box.height } : { x: 0, y: 0 };
  };
  return (
    <div
      class="picture"
      ref={picture}
      onPointerDown={(event) => {
        if (event.button !== 0 || (event.target as Element).closest('button')) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(pointOf(event));
      }}
      onPointerMove={(event) => {
        if (from) onPart(partBetween(from, pointOf(event)));
      }}
      onPointerUp={(event) => {
        if (!from) return;
        setFrom(null);
        const drawn = partBetween(from, pointOf(event));
        if (drawn) props.onRead(drawn);
      }}
      onPointerCancel={() => setFrom(null)}
    >
      <img src={props.url} alt={t('scanPictureAlt')} draggable={false} />
      {codes.map((code, index) =>
        code.box === null ? null : (
          <button
            key={code.text}
            class={props.lit === index ? 'code-box lit' : 'code-box'}
            // Chosen by the keyboard from the list beside it.
            tabIndex={-1}
            aria-hidden="true"
            style={placeOf(withMargin(code.box, size))}
            onClick={() => props.onChoose(code)}
            onMouseEnter={() => props.onLit(index)}
            onMouseLeave={() => props.onLit(null)}
          >
            <span class="number">{index + 1}</span>
          </button>
        ),
      )}
      {part && <PartFrame part={part} drawing={from !== null} onPart={onPart} onRead={props.onRead} />}
    </div>
  );
}

interface PartFrameProps {
  readonly part: Part;
  readonly drawing: boolean;
  readonly onPart: (part: Part | null) => void;
  readonly onRead: (part: Part) => void;
}

/** The frame; with the keyboard it is moved, resized and read. */
function PartFrame({ part, drawing, onPart, onRead }: PartFrameProps) {
  const { t } = useSpeech();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!drawing) frame.current?.focus({ preventScroll: true });
  }, [drawing]);
  const arrows: Readonly<Record<string, Point>> = {
    ArrowLeft: { x: -stride, y: 0 },
    ArrowRight: { x: stride, y: 0 },
    ArrowUp: { x: 0, y: -stride },
    ArrowDown: { x: 0, y: stride },
  };
  return (
    <div
      ref={frame}
      class="part-frame"
      role="group"
      tabIndex={0}
      aria-label={t('scanFrameLabel')}
      aria-describedby="frame-hint"
      style={placeOf(part)}
      onKeyDown={(event) => {
        const by = arrows[event.key];
        if (by) onPart(event.shiftKey ? resizedPart(part, by) : movedPart(part, by));
        else if (event.key === 'Enter') onRead(part);
        else if (event.key === 'Escape') onPart(null);
        else return;
        event.preventDefault();
      }}
    />
  );
}

/** Where the frame starts when it is not drawn by a mouse. */
export const firstPart: Part = middlePart;

/** In fractions of the picture, with some of the quiet zone around the code. */
function withMargin(box: Part, size: { readonly width: number; readonly height: number }): Part {
  const margin = 0.06 * box.width;
  return {
    x: (box.x - margin) / size.width,
    y: (box.y - margin) / size.height,
    width: (box.width + 2 * margin) / size.width,
    height: (box.height + 2 * margin) / size.height,
  };
}

function placeOf({ x, y, width, height }: Part): Readonly<Record<string, string>> {
  const share = (value: number) => `${(value * 100).toFixed(3)}%`;
  return { left: share(x), top: share(y), width: share(width), height: share(height) };
}
