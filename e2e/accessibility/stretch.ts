/**
 * A build whose words are 30 % longer than French, itself the longer of the two languages: what a translation, or a larger
 * letter, may do to every screen.
 */
import { build } from 'wxt';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const catalogue = /\/lib\/i18n\/catalogue\.ts$/;

/** Runs in the extension: every text of a catalogue, each word longer, its placeholders as they were. */
function stretched<T>(value: T): T {
  if (typeof value === 'string') {
    const longer = value.replace(/\{\w+\}|\p{L}+/gu, (word) => {
      if (word.startsWith('{')) return word;
      let more = Math.round(word.length * 0.3 + 0.2);
      return word.replace(/[aeiouyéèàâêîôûAEIOUYÉÀÊ]/gu, (letter) => {
        const times = more > 0 ? Math.min(more, 2) : 0;
        more -= times;
        return letter + letter.toLowerCase().repeat(times);
      });
    });
    return longer as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stretched(inner)])) as T;
}

function longerWords(): Plugin {
  return {
    name: 'longer-words',
    enforce: 'pre',
    transform(code, id) {
      if (!catalogue.test(id.replaceAll('\\', '/'))) return null;
      const renamed = code
        .replace('export function wordsOf(', 'function plainWordsOf(')
        .replace('export async function loadLater(', 'async function plainLater(');
      return `${renamed}
const stretched = ${stretched.toString()};
export function wordsOf(language) { return stretched(plainWordsOf(language)); }
export async function loadLater(language) { return stretched(await plainLater(language)); }
`;
    },
  };
}

/** Builds for Chromium, whose pages Firefox opens as well; answers its folder. */
export async function buildStretched(): Promise<string> {
  const outDir = `${root}e2e/.artifacts/longer-words`;
  await build({ root, outDir, vite: () => ({ plugins: [longerWords()] }) });
  return `${outDir}/chrome-mv3`;
}
