/** The plain frame of the pages that imitate no system in particular. */

import type { Exchange } from './exchange.ts';
import { html, raw } from './html.ts';
import type { Html } from './html.ts';

const style = raw(`
  :root { color-scheme: light; }
  body { margin: 0; background: #eef1f5; color: #1c2733; font: 17px/1.5 system-ui, sans-serif; }
  main { max-width: 44rem; margin: 2.5rem auto; padding: 2rem; background: #fff; border-radius: 8px; box-shadow: 0 1px 4px #0003; }
  h1 { margin-top: 0; font-size: 1.6rem; }
  label { display: block; font-weight: 600; }
  input, textarea, button { font: inherit; padding: .5rem .7rem; border: 1px solid #8a97a6; border-radius: 4px; }
  button { background: #0b5cad; color: #fff; border-color: #0b5cad; cursor: pointer; }
  button[disabled] { opacity: .5; }
  img, canvas, svg { display: block; margin: 1rem 0; }
  .error { color: #a40000; font-weight: 600; }
  .boxes { display: flex; gap: .4rem; margin: .5rem 0; }
  .boxes input { width: 1.6rem; text-align: center; }
  nav { float: right; }
  form + article, article + form { margin-top: 1.5rem; border-top: 1px solid #d5dbe3; padding-top: 1rem; }
`);

/** A whole document around `content`; `after` follows `main`. */
export function layout(exchange: Exchange, title: string, content: Html, after: Html = html``): Html {
  return html`<!doctype html>
    <html lang="${exchange.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style nonce="${exchange.nonce}">
          ${style}
        </style>
      </head>
      <body>
        <main>${content}</main>
        ${after}
      </body>
    </html>`;
}
