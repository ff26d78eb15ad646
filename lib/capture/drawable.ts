/** Turns a candidate into something a canvas can draw, without adding it to the page. */
import type { Candidate } from './candidates';
import { cellsOf, drawCells } from './grid';
import type { Drawable } from './picture';

export interface Drawn {
  readonly source: Drawable;
  readonly width: number;
  readonly height: number;
}

/** Loads a picture in an element of no document; a page's Content-Security-Policy may forbid it: rejects. */
async function loaded(address: string, view: Window & typeof globalThis): Promise<HTMLImageElement> {
  const image = new view.Image();
  image.src = address;
  const tooLate = new Promise<never>(
    (_, reject) => void view.setTimeout(() => reject(new Error('picture: too late')), 1500),
  );
  await Promise.race([image.decode(), tooLate]);
  return image;
}

/** A copy that stands alone: its size and the colours that the page's style sheets gave it written into it. */
function standalone(svg: SVGSVGElement, width: number, height: number, view: Window): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.style.color = view.getComputedStyle(svg).color;
  const copies = copy.querySelectorAll<SVGElement>('*');
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [index, shape] of [copy, ...copies].entries()) {
    const original = originals[index];
    // A page can make a drawing of any size; beyond this its own attributes must do.
    if (!original || index > 4000) break;
    shape.style.fill = view.getComputedStyle(original).fill;
  }
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}

/** Rejects, or answers a thing without size, when there is nothing to draw. */
export async function drawnFrom({ element, address }: Candidate): Promise<Drawn> {
  const view = element.ownerDocument.defaultView as Window & typeof globalThis;
  const rect = element.getBoundingClientRect();
  if (element.localName === 'canvas') {
    const source = element as HTMLCanvasElement;
    return { source, width: source.width, height: source.height };
  }
  if (element.localName === 'svg') {
    const svg = element as SVGSVGElement;
    const box = svg.viewBox.baseVal;
    const width = Math.max(240, rect.width || box?.width || 0);
    const height =
      width * ((rect.width ? rect.height / rect.width : box && box.width ? box.height / box.width : 1) || 1);
    return { source: await loaded(standalone(svg, width, height, view), view), width, height };
  }
  const cells = address === null && /^(table|div|section)$/.test(element.localName) ? cellsOf(element) : null;
  if (cells) {
    const source = drawCells(cells, view);
    return { source, width: source.width, height: source.height };
  }
  const image = element as HTMLImageElement;
  const isImg = element.localName === 'img';
  const source = isImg ? image : await loaded(address ?? (element as HTMLInputElement).src, view);
  // A picture of vectors without a size of its own is drawn as large as it is shown, and not smaller than a code needs.
  const isVector = /^data:image\/svg|\.svg([?#]|$)/.test(source.currentSrc || source.src);
  const width = isVector ? Math.max(240, rect.width, source.naturalWidth) : source.naturalWidth;
  const ratio = source.naturalHeight / source.naturalWidth || rect.height / rect.width || 1;
  return { source, width, height: isVector ? width * ratio : source.naturalHeight };
}
