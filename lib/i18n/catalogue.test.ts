import { expect, test } from 'vitest';
import { errorCodes } from '@/lib/errors';
import { enrolWarnings } from '@/lib/messages/protocol';
import { loadLater, type Sentences, wordsOf } from './catalogue';
import type { Language } from '@/lib/settings/settings';
import { menuWords } from './menu-words';

const languages = { fr: await everything('fr'), en: await everything('en') };

async function everything(language: Language) {
  const { words, ...sentences } = await loadLater(language);
  return { words: { ...wordsOf(language), ...words }, ...sentences };
}

/** Every text of a language by its path: `words.accountsFound.one`. */
function texts(value: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') found.set(path + key, inner);
    else for (const [deeper, text] of texts(inner as object, `${path}${key}.`)) found.set(deeper, text);
  }
  return found;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

const french = new Map([...texts(languages.fr), ...texts(menuWords.fr, 'menu.')]);
const english = new Map([...texts(languages.en), ...texts(menuWords.en, 'menu.')]);

test('both languages have the same words, and none is empty', () => {
  expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [key, text] of [...french, ...english]) expect(text.trim(), key).not.toBe('');
});

test('no word is in two files, where the last would speak for the first', () => {
  const files: Record<string, Record<string, object>> = import.meta.glob('./{en,fr}{,-*}.ts', {
    eager: true,
  });
  for (const language of ['en', 'fr']) {
    const keys = Object.entries(files)
      .filter(([name]) => new RegExp(`/${language}(-(?!later|rest)[a-z]+)?\\.ts$`).test(name))
      .flatMap(([, parts]) => Object.entries(parts))
      .flatMap(([name, words]) => (/words$/i.test(name) ? Object.keys(words) : []));
    expect(keys.length).toBeGreaterThan(500);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  }
});

test('both languages have the same placeholders in each word', () => {
  for (const [key, text] of english)
    expect(placeholders(french.get(key) ?? ''), key).toEqual(placeholders(text));
});

test.each(['fr', 'en'] as const)(
  'every failure and warning has a sentence that ends like one (%s)',
  (language) => {
    const { failures, warnings }: Sentences = languages[language];
    for (const code of errorCodes) expect(failures[code], code).toMatch(/^\p{Lu}.*\.$/u);
    for (const warning of enrolWarnings) expect(warnings[warning], warning).toMatch(/^\p{Lu}.*\.$/u);
    expect(Object.keys(failures)).toHaveLength(errorCodes.length);
  },
);

test('no two failures say the same thing', () => {
  for (const language of [languages.fr, languages.en]) {
    expect(new Set(Object.values(language.failures)).size).toBe(errorCodes.length);
  }
});

test('French follows the typography of Québec', () => {
  for (const [key, text] of french) {
    expect(text, `${key}: a space before ? ! or ;`).not.toMatch(/[\s\u00A0\u202F][?!;]/);
    expect(text, `${key}: no hard space before : or %`).not.toMatch(/[^\u00A0][:%]/);
    expect(text, `${key}: no hard space inside the quotes`).not.toMatch(/«[^\u00A0]|[^\u00A0]»/);
    expect(text, `${key}: a straight quote`).not.toMatch(/['"]/);
  }
});

test('English has curly quotes and no French spaces', () => {
  for (const [key, text] of english) expect(text, key).not.toMatch(/['"]|[\s\u00A0][:;?!%]/);
});

test('French keeps to the words of the house', () => {
  for (const [key, text] of french) {
    expect(text, key).not.toMatch(/supprimer le compte|clé d’accès|scanner|QR code|backup|QR-code/i);
    // A token is what an issuer calls so; what a person has here is an account.
    if (!/\.(?:token|pskc|file-doctype|welMicrosoftNone)/.test(key)) expect(text, key).not.toMatch(/jeton/i);
  }
  expect(languages.fr.words.enterCode).toBe('Entrer le code');
  expect(languages.fr.words.removeAccount).toBe('Retirer de Seconde');
  expect(languages.fr.words.outcomeAccepted).toContain('vérifié');
  expect(languages.fr.words.notVerified).toBe('pas encore vérifié');
  expect(languages.fr.words.backup).toBe('Copie de sauvegarde');
  expect(menuWords.fr.enrol).toBe('Ajouter à Seconde');
  expect(menuWords.en.enrol).toBe('Add to Seconde');
});

test('no sentence is written in the words of programmers', () => {
  for (const [key, text] of [...french, ...english]) {
    // Written to technicians, who are to know exactly what is asked.
    if (key === 'words.tokenLetter') continue;
    expect(text, key).not.toMatch(
      /\b(URI|otpauth|TOTP|HOTP|null|JSON|API|exception|invalid|invalide|erreur|error)\b/i,
    );
  }
});

test('no word of one subject takes the place of another’s', () => {
  const files = import.meta.glob<Record<string, unknown>>('./en-*.ts', { eager: true });
  const seen = new Map<string, string>();
  for (const [file, exported] of Object.entries(files))
    for (const [name, words] of Object.entries(exported)) {
      if (!name.endsWith('Words') || name === 'laterWords') continue;
      for (const key of Object.keys(words as object)) {
        expect(seen.get(key), `${key} of ${file}`).toBeUndefined();
        seen.set(key, file);
      }
    }
  expect(seen.size).toBeGreaterThan(100);
});
