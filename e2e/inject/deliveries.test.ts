/**
 * Every way in which pages were seen to deliver a QR code: what the capture script draws of it in a real browser is read by the
 * product's own reader, wherever the code stands and whatever is on top of it.
 */
import type { Page } from 'puppeteer-core';
import { encodeQR } from 'qr';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '@/lib/fields/page-contract';
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
