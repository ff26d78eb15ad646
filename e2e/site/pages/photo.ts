/** An instruction sheet photographed from the side: a code that only the heaviest reader makes out. */

import { createRequire } from 'node:module';
import { foreshortened, modulesOf, noise, pictureOf, seeded } from '../../../lib/qr/testing/pictures.ts';
import { page as reply, say } from '../exchange.ts';
import type { PracticePage } from '../exchange.ts';
import { html } from '../html.ts';
import { layout } from '../layout.ts';

const { PNG } = createRequire(import.meta.url)('pngjs') as typeof import('pngjs');

/** Everybody's example key: it protects nothing. */
const text = 'otpauth://totp/Photo:zoe%40exemple.test?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Photo';
const title = { fr: 'QR photographié de côté', en: 'QR photographed from the side' };

function photograph(): string {
  const seen = foreshortened(pictureOf(modulesOf(text, { version: 16 }), { scale: 6, border: 8 }), 0.4);
  return dataUrl(seen);
}

function dataUrl({ width, height, data }: ReturnType<typeof noise>): string {
  const png = new PNG({ width, height });
  png.data.set(data);
  return `data:image/png;base64,${PNG.sync.write(png).toString('base64')}`;
}

export const page: PracticePage = {
  id: 'photo',
  title,
  entries: [
    { path: '/', label: title },
    { path: '/noise', label: { fr: 'Du bruit partout', en: 'Noise everywhere' } },
  ],
  routes: [
    {
      method: 'GET',
      path: '/',
      handle: (exchange) => {
        const content = html`<h1>${say(exchange, 'Votre code QR', 'Your QR code')}</h1>
          <img id="qr" alt="QR" src="${photograph()}" />`;
        return reply(exchange, layout(exchange, title[exchange.lang], content));
      },
    },
    {
      method: 'GET',
      path: '/noise',
      handle: (exchange) => {
        const content = html`<img id="qr" alt="QR" src="${dataUrl(noise(1920, 1080, 2, seeded(8)))}" />`;
        return reply(exchange, layout(exchange, title[exchange.lang], content));
      },
    },
  ],
};
