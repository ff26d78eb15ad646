/**
 * Every way in which pages were seen to deliver a QR code: what the capture script draws of it in a real browser is read by the
 * product's own reader, wherever the code stands and whatever is on top of it.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { encodeQR } from 'qr';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '@/lib/fields/page-contract';
import { cutOut } from '@/lib/qr/cut-out';
import { decodeQr } from '@/lib/qr/decode';
import { pixelsFromLuma } from '@/lib/qr/luminance';
import { readWithJsqr } from '@/lib/qr/second-reader';
import { browserNames, createWorld, type World } from './world';

const uri = 'otpauth://totp/Exemple:alice?secret=JBSWY3DPEHPK3PXP&issuer=Exemple';
const cells = encodeQR(uri, 'raw', { border: 1 })
  .slice(1, -1)
  .map((row) => row.slice(1, -1));
const modules = JSON.stringify(cells.map((row) => row.map(Number)));

/** No quiet zone unless `margin` modules are asked for. */
function png({ ink = 0, paper = 255 as number | null, module = 5, margin = 0 } = {}): string {
  const side = (cells.length + 2 * margin) * module;
  const picture = new PNG({ width: side, height: side });
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const dark = cells[Math.floor(y / module) - margin]?.[Math.floor(x / module) - margin];
      const grey = dark ? ink : (paper ?? 0);
      picture.data.set([grey, grey, grey, dark || paper !== null ? 255 : 0], (y * side + x) * 4);
    }
  return `data:image/png;base64,${PNG.sync.write(picture).toString('base64')}`;
}
const html = (body: string, more = ''): string =>
  `<!doctype html><meta charset="utf-8"><title>Page</title><style>body{margin:0}${more}</style><body>${body}`;
const img = (source = png({ margin: 4 }), more = '') => `<img id="qr" ${more} src="${source}">`;

/** Drawn in the page by `draw(pen, x, y, side)` for each dark module of 8 px, on white. */
const drawn = (id: string, draw: string, after = ''): string =>
  `<canvas id="${id}" width="360" height="360"></canvas><script>{
    const pen = ${id}.getContext('2d'); pen.fillStyle = '#fff'; pen.fillRect(0, 0, 360, 360); pen.fillStyle = '#000';
    ${modules}.forEach((row, y) => row.forEach((dark, x) => { if (dark) { ${draw} } }));
    ${after}
  }</script>`;
const square = 'pen.fillRect(32 + x * 8, 32 + y * 8, 8, 8)';
const table = (style: string): string =>
  `<table cellspacing="0" style="${style}">${cells
    .map(
      (row) =>
        `<tr>${row.map((dark) => `<td style="padding:0;width:4px;height:4px;background:${dark ? '#000' : '#fff'}"></td>`).join('')}</tr>`,
    )
    .join('')}</table>`;
const boxes = `<div style="width:max-content">${cells
  .map(
    (row) =>
      `<div style="display:flex">${row.map((dark) => `<div style="width:5px;height:5px;background:${dark ? 'black' : 'white'}"></div>`).join('')}</div>`,
  )
  .join('')}</div>`;

const deliveries: Record<string, string> = {
  'a data address with a stray space': html(img(png({ margin: 4 }).replace('base64,', 'base64, '))),
  'a JPEG': html(
    `<img id="qr">${drawn('c', square, "qr.src = c.toDataURL('image/jpeg', 0.7); c.remove();")}`,
  ),
  'an SVG address': html(
    img(`data:image/svg+xml,${encodeURIComponent(encodeQR(uri, 'svg', { border: 4 }))}`, 'width="180"'),
  ),
  'an inline SVG': html(`<div style="width:180px">${encodeQR(uri, 'svg', { border: 4 })}</div>`),
  'a canvas': html(drawn('c', square)),
  'a background': html(
    `<div style="width:200px;height:200px;background:url(${png({ margin: 4 })}) 0/100%"></div>`,
  ),
  'a table of cells': html(table('margin:20px')),
  'rows of boxes': html(boxes),
  'a table out of view': html(`<div style="height:4000px"></div>${table('')}`),
  'a frame of the same origin': html(`<iframe width="400" height="400" srcdoc='${img()}'></iframe>`),
  'a frame in a frame': html(
    `<iframe width="400" height="400" srcdoc="<iframe srcdoc='<img src=${png({ margin: 4 })}>'></iframe>"></iframe>`,
  ),
  'an open shadow root': html(
    `<p id="host"></p><script>host.attachShadow({mode:'open'}).innerHTML='${img()}'</script>`,
  ),
  'a closed shadow root': html(
    `<p id="host"></p><script>host.attachShadow({mode:'closed'}).innerHTML='${img()}'</script>`,
  ),
  'a closed shadow root in another': html(
    `<p id="host"></p><script>const inner = document.createElement('div');
     host.attachShadow({mode:'closed'}).append(inner); inner.attachShadow({mode:'closed'}).innerHTML='${img()}'</script>`,
  ),
  'a modal dialog': html(`<dialog id="d">${img()}</dialog><script>d.showModal()</script>`),
  'a picture under a veil': html(
    `${img()}<div style="position:fixed;inset:0;background:rgba(0,0,0,.8)"></div>`,
  ),
  'a picture scrolled out of view': html(`<div style="height:5000px"></div>${img()}`),
  'a picture larger than the view': html(
    `<img style="width:3000px" src="${png({ module: 40, margin: 4 })}">`,
  ),
  'a transparent picture on a dark page': html(img(png({ paper: null })), 'body{background:#111}'),
  'light modules on nothing, on a dark page': html(
    img(png({ ink: 255, paper: null })),
    'body{background:#000}',
  ),
  'no margin on a dark page': html(img(png()), 'body{background:#000}'),
  'inverted by the site': html(img(png({ ink: 255, paper: 0, margin: 4 })), 'body{background:#000}'),
  'inverted by the site, no margin': html(img(png({ ink: 255, paper: 0 })), 'body{background:#000}'),
  'inverted by a filter': html(img(png({ margin: 4 }), 'style="filter:invert(1)"')),
  'rounded modules': html(
    drawn('c', 'pen.beginPath(); pen.arc(36 + x * 8, 36 + y * 8, 3.9, 0, 7); pen.fill()'),
  ),
  'a logo in the middle': html(drawn('c', square, "pen.fillStyle = '#c00'; pen.fillRect(160, 160, 32, 32);")),
  'a picture that is drawn small': html(img(png({ module: 8, margin: 4 }), 'width="60"')),
};

/** `IMG` is a picture whose pixels no script may read; `#box` may scroll. */
const unreadable: Record<string, string> = {
  'in view': 'IMG',
  'scrolled out of view': '<div style="height:5000px"></div>IMG<div style="height:900px"></div>',
  'above what is in view':
    'IMG<div style="height:5000px"></div><script>scrollTo({ top: 4000, behavior: "instant" })</script>',
  'far to the right': '<div style="width:6000px;padding-left:5000px">IMG</div>',
  'partly out of view': '<div style="height:calc(100vh - 90px)"></div>IMG',
  'in a box that scrolls':
    '<div id="box" style="height:200px;width:300px;overflow:auto"><div style="height:1500px"></div>IMG</div>',
  'in a box that scrolls, out of view, on a page that scrolls smoothly':
    '<style>*{scroll-behavior:smooth}</style><div style="height:3000px"></div><div id="box" style="height:400px;overflow:auto"><div style="height:1500px"></div>IMG</div>',
  'in a frame that scrolls':
    '<div style="height:2000px"></div><iframe width="500" height="400" srcdoc=\'<div style="height:2500px"></div>IMG\'></iframe>',
  'in a closed shadow root with a box that scrolls':
    '<p id="host">IMG</p><script>host.attachShadow({mode:"closed"}).innerHTML=`<div style="height:300px;overflow:auto"><div style="height:1500px"></div><slot></slot></div>`</script>',
  'that loads when it comes near':
    '<div style="height:9000px"></div><img loading="lazy" width="246" height="246" src="ADDRESS">',
  'on a canvas out of view': `<div style="height:5000px"></div><canvas id="c" width="300" height="300"></canvas><img hidden id="source" src="ADDRESS">
    <script>source.decode().then(() => { c.getContext('2d').drawImage(source, 10, 10); document.title = 'drawn'; })</script>`,
};

async function textsOf({ pictures }: Capture): Promise<string[]> {
  const texts: string[] = [];
  for (const { width, height, luma, lumaOnBlack } of pictures) {
    const onBlack = lumaOnBlack === null ? null : pixelsFromLuma(width, height, lumaOnBlack);
    const options = { deadlineMs: Date.now() + 5000, now: () => Date.now(), jsqr: readWithJsqr };
    const reading = await decodeQr(pixelsFromLuma(width, height, luma), options, onBlack);
    texts.push(...reading.codes.map(({ text }) => text));
  }
  return texts;
}

describe.each(browserNames)('deliveries in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(name, ['capture']);
  });
  afterAll(() => world?.close());
  const collect = (page: Page): Promise<Capture> =>
    world.call(page, 'secondeCapture', 'collect', { srcUrl: null, targetElementId: null });

  it.each(Object.entries(deliveries))('reads %s', async (_, body) => {
    const page = await world.open(body);
    expect(await textsOf(await collect(page))).toContain(uri);
  });

  describe('a picture that no script may read', () => {
    let elsewhere: Server;
    let address: string;
    beforeAll(async () => {
      const picture = Buffer.from(png({ margin: 4 }).split(',')[1] ?? '', 'base64');
      elsewhere = createServer((_, response) =>
        response.writeHead(200, { 'content-type': 'image/png' }).end(picture),
      );
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/qr.png`;
    });
    afterAll(() => elsewhere?.close());

    /** Everything that scrolls, the markup and the focus. */
    const stateOf = (page: Page) =>
      page.evaluate(() => ({
        scrolled: [...document.querySelectorAll('*')].map(({ scrollLeft, scrollTop }) => [
          scrollLeft,
          scrollTop,
        ]),
        inFrames: [...document.querySelectorAll('iframe')].map((frame) => frame.contentWindow?.scrollY),
        markup: document.documentElement.outerHTML,
        focused: document.activeElement?.localName,
      }));

    async function expectRead(body: string, zoom: number, aimed: boolean): Promise<void> {
      const page = await world.open(
        html(body.replaceAll('IMG', `<img src="${address}">`).replaceAll('ADDRESS', address)),
      );
      // Half as many pixels of twice the size: what a zoom of 200 % is to a page. Gecko has no such emulation over BiDi.
      const view = { width: 800 / zoom, height: 600 / zoom };
      await page.setViewport({ ...view, deviceScaleFactor: zoom }).catch(() => page.setViewport(view));
      if (body.includes('<canvas')) await page.waitForFunction(() => document.title === 'drawn');
      const before = await stateOf(page);
      const { pictures, unread } = await world.call(page, 'secondeCapture', 'collect', {
        srcUrl: aimed ? address : null,
        targetElementId: null,
      });
      expect({ pictures, unread }).toEqual({ pictures: [], unread: { count: 1, aimed } });
      const shown = await world.call(page, 'secondeCapture', 'show', { index: 0 });
      const { place } = shown ?? {};
      if (!place) throw new Error('it is not shown');
      const shot = await page.screenshot({ captureBeyondViewport: false });
      const { width, height, data } = PNG.sync.read(Buffer.from(shot));
      const cut = cutOut({ width, height, data: new Uint8ClampedArray(data) }, place);
      const options = { deadlineMs: Date.now() + 5000, now: () => Date.now(), jsqr: readWithJsqr };
      expect((await decodeQr(cut, options)).codes.map(({ text }) => text)).toEqual([uri]);
      if (body === 'IMG' && zoom === 1) expect(shown?.moved).toBe(false);
      await world.call(page, 'secondeCapture', 'putBack');
      expect(await stateOf(page)).toEqual(before);
      // Gecko follows some scrolls with another one, frames later.
      await page.evaluate(async () => {
        for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
      });
      expect(await stateOf(page)).toEqual(before);
      await page.setViewport({ width: 800, height: 600 });
    }

    it.each(Object.entries(unreadable))('is shown for a moment: %s', async (_, body) => {
      await expectRead(body, 1, false);
    });
    it.each(Object.entries(unreadable))('is shown for a moment, at twice the size: %s', async (_, body) => {
      await expectRead(body, 2, false);
    });
    it('is shown when it was pointed at', async () => {
      await expectRead(unreadable['scrolled out of view'] as string, 1, true);
    });

    it('is put back by itself when nobody asks for it', async () => {
      const page = await world.open(html(`<div style="height:5000px"></div><img src="${address}">`));
      await collect(page);
      await world.call(page, 'secondeCapture', 'show', { index: 0 });
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
      await page.waitForFunction(() => scrollY === 0);
    });

    it('is left where it is when it is no code from outside, and three are shown at most', async () => {
      const far = '<div style="height:3000px"></div>';
      const wide = `<img style="width:600px;height:100px" src="${address}">`;
      const page = await world.open(
        html(`${far}${wide}<img hidden src="${address}"><img width="20" src="${address}">`),
      );
      expect((await collect(page)).unread).toBeUndefined();
      const many = await world.open(html(far + `<img src="${address}">`.repeat(5)));
      expect((await collect(many)).unread).toEqual({ count: 3, aimed: false });
    });
  });

  it.each([1, 2, 3])('reads it at %d device pixels a pixel', async (deviceScaleFactor) => {
    const page = await world.open(html(img()));
    // Firefox has no such emulation over BiDi: there the own pixels of the picture do not change with it either.
    await page.setViewport({ width: 800, height: 600, deviceScaleFactor }).catch(() => undefined);
    expect(await textsOf(await collect(page))).toContain(uri);
  });

  it('is shown what was read, when the page puts another code in its place meanwhile', async () => {
    const other = encodeQR(uri.replace('alice', 'mallory'), 'svg', { border: 4 });
    const page = await world.open(
      html(`<div id="box" style="width:180px">${encodeQR(uri, 'svg', { border: 4 })}</div>
        <script>const other = ${JSON.stringify(other)}; setTimeout(() => { box.innerHTML = other; }, 0)</script>`),
    );
    const texts = await textsOf(await collect(page));
    expect(new Set(texts).size).toBe(1);
    expect([uri, uri.replace('alice', 'mallory')]).toContain(texts[0]);
  });
});
