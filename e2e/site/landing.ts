/** The list of pages, for a person who practises by hand. */

import { say } from './exchange.ts';
import type { Exchange, PracticePage } from './exchange.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { layout } from './layout.ts';

export function landing(exchange: Exchange, pages: readonly PracticePage[]): Html {
  const { lang } = exchange;
  const title = say(exchange, "Site d'exercice", 'Practice site');
  return layout(
    exchange,
    title,
    html`<nav>
        ${lang === 'fr' ? html`<a href="?lang=en" lang="en">English</a>` : html`<a href="?lang=fr" lang="fr">Français</a>`}
      </nav>
      <h1>${title}</h1>
      <p>
        ${say(
          exchange,
          "Ces pages imitent celles qui exigent un code. Tout nom d'utilisateur et tout mot de passe conviennent; les codes, eux, sont vérifiés pour vrai. Rien ne sort de cet ordinateur.",
          'These pages imitate those that ask for a code. Any user name and password will do; the codes are checked for real. Nothing leaves this computer.',
        )}
      </p>
      ${pages.map(
        (shown) =>
          html`<h2><a href="/${shown.id}/">${shown.title[lang]}</a></h2>
            ${
              shown.entries !== undefined &&
              html`<ul>
                ${shown.entries.map(({ path, label }) => html`<li><a href="/${shown.id}${path}">${label[lang]}</a></li>`)}
              </ul>`
            }`,
      )}`,
  );
}
