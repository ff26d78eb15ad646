/** A built extension behind http, where a page can be given a pretended background before its first script. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pretend } from './pretend.mjs';

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Serves a folder on the loopback: `{ origin, close }`. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    try {
      const body = await readFile(join(folder, path));
      response
        .writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Inter where it is installed (Debian: fonts-inter): as wide as Segoe UI and San Francisco, a little wider than Arial. */
const standIn = "Inter, 'Liberation Sans', sans-serif";

/** Brings a fresh tab to one state: `shot` of shots.mjs, in `language`. The viewport and media are the caller's. */
export async function openShot(page, origin, shot, language) {
  await page.evaluateOnNewDocument(pretend, { state: shot.state, language, version: '0.1.0' });
  await page.goto(`${origin}/${shot.page}`);
  // The fonts of a machine without a desktop are not what people have: one of ordinary width stands in for the system's.
  await page.addStyleTag({ content: `:root { --family: ${process.env.SCREENS_FONT ?? standIn} }` });
  await page.waitForFunction(() => document.body.childElementCount > 0 && document.querySelector('main'));
  if (shot.act) await shot.act(patient(page));
}

const gestures = ['click', 'hover', 'type', 'focus', '$eval'];

/** The tab for the gestures of a shot, each of which waits for what it touches: views come in as they are loaded. */
function patient(page) {
  return new Proxy(page, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      if (!gestures.includes(key)) return value.bind(target);
      return async (selector, ...rest) => {
        await target.waitForSelector(selector);
        return value.call(target, selector, ...rest);
      };
    },
  });
}
