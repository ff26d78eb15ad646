import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Of the Chrome Web Store, the strictest of the three. */
const limits = { name: 45, summary: 132 };

it.each([
  { language: 'en', name: 'Name', summary: 'Summary' },
  { language: 'fr', name: 'Nom', summary: 'Résumé' },
])('has a store page that the stores take: $language', ({ language, name, summary }) => {
  const manifest = JSON.parse(
    readFileSync(new URL(`../public/_locales/${language}/messages.json`, import.meta.url), 'utf8'),
  );
  const text = readFileSync(new URL(`../docs/store/${language}.md`, import.meta.url), 'utf8');
  const line = (title: string) => new RegExp(`^\\*\\*${title}\\*\\*[^:]*: (.+)$`, 'm').exec(text)?.[1] ?? '';
  expect(line(name)).toBe(manifest.name.message);
  expect(line(name).length).toBeLessThanOrEqual(limits.name);
  expect(line(summary)).toBe(manifest.description.message);
  expect(line(summary).length).toBeLessThanOrEqual(limits.summary);
});
