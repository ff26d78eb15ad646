/** The QR of the generic page, delivered in each way real sites deliver it. */

import type { Exchange } from '../exchange.ts';
import { html, json, raw } from '../html.ts';
import type { Html } from '../html.ts';
import { qrModules, qrPng, qrSvg } from '../qr-picture.ts';
import type { Delivery } from './options.ts';

const dataUri = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

export function qrNode(
  exchange: Exchange,
  { delivery, uri, ticket }: { delivery: Delivery; uri: string; ticket: string },
): Html {
  switch (delivery) {
    case 'img':
      return html`<img id="qr" alt="QR" width="246" height="246" src="${dataUri(qrPng(uri))}" />`;
    case 'transparent':
      return html`<img
        id="qr"
        alt="QR"
        width="246"
        height="246"
        src="${dataUri(qrPng(uri, { transparent: true }))}"
      />`;
    case 'url':
      return html`<img id="qr" alt="QR" width="246" height="246" src="/generic/qr.png" />`;
    case 'cross-origin':
      return html`<img
        id="qr"
        alt="QR"
        width="246"
        height="246"
        src="${exchange.otherOrigin}/generic/qr.png?ticket=${ticket}"
      />`;
    case 'svg':
      return html`<div id="qr">${raw(qrSvg(uri))}</div>`;
    case 'canvas':
      return html`<canvas id="qr" width="246" height="246"></canvas>
        <script nonce="${exchange.nonce}">
          ${raw(drawCanvas)}(document.getElementById('qr'), ${json(qrModules(uri))});
        </script>`;
  }
}

const drawCanvas = `(function (canvas, rows) {
  const context = canvas.getContext('2d');
  const scale = Math.floor(canvas.width / rows.length);
  const margin = Math.floor((canvas.width - scale * rows.length) / 2);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  rows.forEach((row, y) => row.forEach((dark, x) => {
    if (dark) context.fillRect(margin + x * scale, margin + y * scale, scale, scale);
  }));
})`;
