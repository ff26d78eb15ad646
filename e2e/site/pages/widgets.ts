/**
 * Code fields that nobody here wrote: widgets of npm as their documentation mounts them. `#told` holds what the widget told
 * the page, by its own `onChange` or model.
 */

import { readFile } from 'node:fs/promises';
import { bundleOnce } from '../bundle.ts';
import { page as reply, say } from '../exchange.ts';
import type { Exchange, PracticePage, Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { layout } from '../layout.ts';

/** Packages by the framework they are for; the name here is also the last part of the address. */
const frameworks = {
  react: {
    'input-otp': 'input-otp',
    radix: '@radix-ui/react-one-time-password-field',
    mantine: '@mantine/core',
    ark: '@ark-ui/react',
    'react-otp-input': 'react-otp-input',
    mui: 'mui-one-time-password-input',
    'react-verification-input': 'react-verification-input',
    'react-code-input': 'react-code-input',
    'react-auth-code-input': 'react-auth-code-input',
    'react18-input-otp': 'react18-input-otp',
    'react-verification-code-input': 'react-verification-code-input',
    'react-input-verification-code': 'react-input-verification-code',
  },
  vue: { vuetify: 'vuetify', reka: 'reka-ui', primevue: 'primevue', 'vue-input-otp': 'vue-input-otp' },
  angular: { 'ng-otp-input': 'ng-otp-input', 'ngx-otp-input': 'ngx-otp-input' },
} as const;
type Framework = keyof typeof frameworks;

const frameworkOf = new Map<string, Framework>();
for (const [framework, widgets] of Object.entries(frameworks))
  for (const widget of Object.keys(widgets)) frameworkOf.set(widget, framework as Framework);

/** Names of the widgets, as in `/widgets/NAME`. */
export const widgetNames: readonly string[] = [...frameworkOf.keys()];

async function script(exchange: Exchange): Promise<Reply> {
  const framework = exchange.path.slice('/script/'.length) as Framework;
  const packages = Object.values(frameworks[framework] ?? {});
  if (packages.length === 0) return { status: 404, headers: {}, body: '' };
  const file = await bundleOnce({
    name: `widgets-${framework}`,
    entry: new URL(`../widgets/${framework}.mjs`, import.meta.url),
    target: 'page',
    packages,
  });
  return { status: 200, headers: { 'Content-Type': 'text/javascript' }, body: await readFile(file) };
}

function widgetPage(exchange: Exchange): Reply {
  const name = exchange.path.slice(1);
  const framework = frameworkOf.get(name);
  if (framework === undefined) return { status: 404, headers: {}, body: '' };
  const title = say(exchange, 'Authentification à deux facteurs', 'Two-factor authentication');
  const document = layout(
    exchange,
    title,
    html`<h1>${title}</h1>
      <p>
        ${say(
          exchange,
          'Entrez le code à 6 chiffres de votre application d’authentification.',
          'Enter the 6-digit code of your authenticator app.',
        )}
      </p>
      <div id="root" data-widget="${name}"></div>
      <p>${name}: <output id="told"></output></p>`,
    html`<script type="module" src="/widgets/script/${framework}"></script>`,
  );
  return reply(exchange, document, {
    policy: {
      // Angular compiles in the page; styled components make their styles there.
      'script-src': "'self' 'unsafe-eval'",
      'style-src': "'self' 'unsafe-inline'",
    },
  });
}

export const page: PracticePage = {
  id: 'widgets',
  title: { fr: 'Composants de npm', en: 'Widgets of npm' },
  entries: widgetNames.map((name) => ({ path: `/${name}`, label: { fr: name, en: name } })),
  routes: [
    { method: 'GET', path: '/script/*', handle: script },
    { method: 'GET', path: '/*', handle: widgetPage },
  ],
};
