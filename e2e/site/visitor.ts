/** A visitor for the tests: a browser's cookies and redirects without the browser, and a reader of the pages' QR codes. */

import jsQR from 'jsqr';
import pngjs from 'pngjs';

export interface Visit {
  readonly status: number;
  /** Where the last redirect led. */
  readonly url: URL;
  readonly text: string;
  readonly headers: Headers;
}

export class Visitor {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** GET, or POST when `form` is there; redirects are followed, cookies kept by host. */
  async go(address: string, form?: Readonly<Record<string, string>>): Promise<Visit> {
    let url = new URL(address, this.#origin);
    let body = form === undefined ? null : new URLSearchParams(form);
    for (let hops = 0; hops < 10; hops += 1) {
      const response = await fetch(url, {
        method: body === null ? 'GET' : 'POST',
        redirect: 'manual',
        headers: { Cookie: this.#cookies.get(url.hostname) ?? '', 'Accept-Language': 'fr-CA' },
        ...(body !== null && { body }),
      });
      const cookie = response.headers.get('set-cookie')?.split(';')[0];
      if (cookie !== undefined) this.#cookies.set(url.hostname, cookie);
      const location = response.headers.get('location');
      if (location === null) {
        return { status: response.status, url, text: await response.text(), headers: response.headers };
      }
      url = new URL(location, url);
      body = null;
    }
    throw new Error('too many redirects');
  }

  async json(address: string, body: Readonly<Record<string, string>>): Promise<unknown> {
    const url = new URL(address, this.#origin);
    const response = await fetch(url, {
      method: 'POST',
      headers: { Cookie: this.#cookies.get(url.hostname) ?? '', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }
}

/** The text of a QR in a PNG, or `null`. */
export function readQr(png: Buffer): string | null {
  const { data, width, height } = pngjs.PNG.sync.read(png);
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 0) data.fill(255, at, at + 4);
  }
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

/** The text of the first QR that a page carries as a data URI, or `null`. */
export function qrOfPage(text: string): string | null {
  const base64 = /src="data:image\/png;base64, ?([^"]+)"/.exec(text)?.[1];
  return base64 === undefined ? null : readQr(Buffer.from(base64, 'base64'));
}
