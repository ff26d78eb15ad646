/** What a page of React needs to draw a QR code; `qr.mjs` draws it. */

import { qrModules, qrPng, qrSvg } from '../qr-picture.ts';

export type QrDelivery = 'svg' | 'canvas' | 'img';

export interface QrData {
  readonly delivery: QrDelivery;
  readonly svg?: string;
  readonly rows?: boolean[][];
  readonly image?: string;
}

/** `asked` is the address's `delivery=`; without it, or with an unknown one, `usual`. */
export function qrData(uri: string, asked: string | null, usual: QrDelivery): QrData {
  const delivery = asked === 'svg' || asked === 'canvas' || asked === 'img' ? asked : usual;
  switch (delivery) {
    case 'svg':
      return { delivery, svg: qrSvg(uri) };
    case 'canvas':
      return { delivery, rows: qrModules(uri) };
    case 'img':
      return { delivery, image: `data:image/png;base64,${qrPng(uri).toString('base64')}` };
  }
}
