/** The capture script in the isolated world of real pages, in both browsers: what it draws can be read as a QR code. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture, CapturedPicture, CaptureRequest } from '@/lib/fields/page-contract';
import { browserNames, createWorld, type World } from './world';

const uri = 'otpauth://totp/Exemple:alice?secret=JBSWY3DPEHPK3PXP&issuer=Exemple';
const cells = encodeQR(uri, 'raw', { border: 1 })
  .slice(1, -1)
  .map((row) => row.slice(1, -1));
const svg = encodeQR(uri, 'svg', { border: 2 });

/** `ink` over transparency or white, no quiet zone. */
function pngOf(options: { ink: number; paper: number | null; module: number }): string {
  const { ink, paper, module } = options;
  const side = cells.length * module;
  const png = new PNG({ width: side, height: side });
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const dark = cells[Math.floor(y / module)]?.[Math.floor(x / module)];
      png.data.set(
        dark ? [ink, ink, ink, 255] : [paper ?? 0, paper ?? 0, paper ?? 0, paper === null ? 0 : 255],
        (y * side + x) * 4,
      );
    }
  return PNG.sync.write(png).toString('base64');
}
const plain = pngOf({ ink: 0, paper: 255, module: 5 });

function read(luma: string | null, { width, height }: CapturedPicture): string | null {
  if (luma === null) return null;
  const grey = Buffer.from(luma, 'base64');
  expect(grey.length).toBe(width * height);
  const data = new Uint8ClampedArray(width * height * 4);
  grey.forEach((value, at) => data.set([value, value, value, 255], at * 4));
  try {
    return decodeQR({ width, height, data });
  } catch {
    return null;
  }
}

const html = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Page</title><body>${body}`;
const drawCells = `const cells = ${JSON.stringify(cells)}; const pen = c.getContext('2d');
  pen.fillStyle = '#fff'; pen.fillRect(0, 0, c.width, c.height); pen.fillStyle = '#000';
  cells.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect(8 + x * 4, 8 + y * 4, 4, 4)));`;

const readable: Record<string, string> = {
  'an image whose address has a stray space': html(
    `<img id="qr" width="246" src="data:image/png;base64, ${plain}">`,
  ),
  'a tiny image shown large': html(
    `<img width="300" src="data:image/png;base64,${pngOf({ ink: 0, paper: 255, module: 1 })}">`,
  ),
  'a transparent image': html(
    `<img src="data:image/png;base64,${pngOf({ ink: 0, paper: null, module: 5 })}">`,
  ),
  'an image of vectors': html(`<img width="200" src="data:image/svg+xml,${encodeURIComponent(svg)}">`),
  'a canvas': html(`<canvas id="c" width="200" height="200"></canvas><script>${drawCells}</script>`),
  'an inline drawing': html(`<div style="width:180px">${svg}</div>`),
  'an inline drawing coloured by a style sheet': html(
    `<style>.dark{fill:#000}.light{fill:#fff}</style><svg class="light" width="200" height="200" viewBox="0 0 ${cells.length} ${cells.length}"><rect class="light" width="100%" height="100%"/>${cells
      .flatMap((row, y) =>
        row.map((dark, x) => (dark ? `<rect class="dark" x="${x}" y="${y}" width="1" height="1"/>` : '')),
      )
      .join('')}</svg>`,
  ),
  'a background': html(
    `<div style="width:200px;height:200px;background:url(data:image/png;base64,${plain}) 0/100%"></div>`,
  ),
  'an open shadow root': html(
    `<p id="host"></p><script>host.attachShadow({mode:'open'}).innerHTML='<img src="data:image/png;base64,${plain}">'</script>`,
  ),
  'a closed shadow root': html(
    `<p id="host"></p><script>host.attachShadow({mode:'closed'}).innerHTML='<img src="data:image/png;base64,${plain}">'</script>`,
  ),
  'a frame of the same origin': html(
    `<iframe srcdoc='<img src="data:image/png;base64,${plain}">' width="300" height="300"></iframe>`,
  ),
};

describe.each(browserNames)('capture in %s', (name) => {
  let world: World;
  let elsewhere: Server;
  beforeAll(async () => {
    world = await createWorld(name, ['capture']);
    elsewhere = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from(plain, 'base64')),
    );
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await world?.close();
    elsewhere?.close();
  });

  const collect = (page: Page, request: Partial<CaptureRequest> = {}): Promise<Capture> =>
    world.call(page, 'secondeCapture', 'collect', { srcUrl: null, targetElementId: null, ...request });

  it.each(Object.entries(readable))('draws %s', async (_, body) => {
    const page = await world.open(body);
    const { origin, pictures } = await collect(page);
    expect(origin).toBe(world.origin);
    expect(pictures.map((picture) => read(picture.luma, picture))).toContain(uri);
  });

  it('draws light modules on transparency over black too', async () => {
    const page = await world.open(
      html(
        `<body style="background:#000"><img src="data:image/png;base64,${pngOf({ ink: 255, paper: null, module: 5 })}">`,
      ),
    );
    const [picture] = (await collect(page)).pictures;
    const onBlack = Buffer.from(picture?.lumaOnBlack ?? '', 'base64');
    const negative = Buffer.from(onBlack.map((value) => 255 - value));
    expect(read(negative.toString('base64'), picture as CapturedPicture)).toBe(uri);
  });

  it('gives no second picture where nothing is transparent', async () => {
    const page = await world.open(readable['an image whose address has a stray space'] as string);
    expect((await collect(page)).pictures[0]?.lumaOnBlack).toBeNull();
  });

  it('puts what the person pointed at first, by address or by the pointer', async () => {
    const other = pngOf({ ink: 0, paper: 255, module: 4 });
    const page = await world.open(
      html(
        `<img id="qr-code" alt="QR code" src="data:image/png;base64,${other}"><img id="b" src="data:image/png;base64, ${plain}">`,
      ),
    );
    const unaimed = await collect(page);
    expect([unaimed.aimed, ...unaimed.pictures.map(({ aimed }) => aimed)]).toEqual([false, false, false]);
    const byAddress = await collect(page, { srcUrl: `data:image/png;base64, ${plain}` });
    expect([byAddress.aimed, ...byAddress.pictures.map(({ aimed }) => aimed)]).toEqual([true, true, false]);
    expect(byAddress.pictures[0]?.width).toBeGreaterThan(byAddress.pictures[1]?.width as number);
    await page.hover('#b');
    expect((await collect(page)).pictures[0]).toMatchObject({
      aimed: true,
      width: byAddress.pictures[0]?.width,
    });
  });

  it('leaves out a picture of another origin but says that it was aimed at', async () => {
    const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/qr.png`;
    const page = await world.open(html(`<img src="${address}">`));
    expect(await collect(page, { srcUrl: address })).toEqual({
      origin: world.origin,
      pictures: [],
      aimed: true,
      unread: { count: 1, aimed: true },
    });
  });

  it('draws what it can where the page forbids images', async () => {
    const page = await world.open(
      html(`<canvas id="c" width="200" height="200"></canvas>${svg}<script>${drawCells}</script>`),
      {
        'content-security-policy': "img-src 'none'",
      },
    );
    const { pictures } = await collect(page);
    expect(pictures.map((picture) => read(picture.luma, picture))).toContain(uri);
  });

  it('adds nothing to the page', async () => {
    const page = await world.open(readable['an inline drawing'] as string);
    const before = await page.content();
    await collect(page);
    expect(await page.content()).toBe(before);
  });

  it('answers for an empty page', async () => {
    expect(await collect(await world.open(html('')))).toEqual({
      origin: world.origin,
      pictures: [],
      aimed: false,
    });
  });
});
