/** A QR code in a React page, drawn as the server chose: picture, drawing or canvas. */

import { createElement as h, useEffect, useRef } from 'react';

function drawCanvas(canvas, rows) {
  const context = canvas.getContext('2d');
  const scale = Math.floor(canvas.width / rows.length);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  rows.forEach((row, y) =>
    row.forEach((dark, x) => dark && context.fillRect(x * scale, y * scale, scale, scale)),
  );
}

/** `qr` is what `qr-data.ts` made. */
export function Qr({ qr }) {
  const canvas = useRef(null);
  useEffect(() => {
    if (canvas.current !== null) drawCanvas(canvas.current, qr.rows);
  }, [qr]);
  if (qr.delivery === 'canvas') return h('canvas', { ref: canvas, width: 246, height: 246 });
  if (qr.delivery === 'img') return h('img', { src: qr.image, alt: '', width: 246, height: 246 });
  return h('div', { dangerouslySetInnerHTML: { __html: qr.svg } });
}
