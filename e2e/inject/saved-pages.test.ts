/** The finder on real pages saved with their fields labelled. The floors are today's figures: they only move the good way. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Found, type World } from './world';

const samples = fileURLToPath(new URL('../../../shared/samples/pages/', import.meta.url));
const present = existsSync(samples);
if (!present) console.warn('saved pages: skipped, the samples are not beside the project');

/** Scripts off, network off. */
const still = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" };

describe.skipIf(!present)('saved pages', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld('chrome', ['fill', 'find']);
  });
  afterAll(() => world?.close());

  const isFilled = (field: Found): boolean => field.class === 'authenticator' && field.score >= 4;

  it(
    'finds the authenticator fields of 279 pages and leaves the others alone',
    { timeout: 400_000 },
    async () => {
      const labels = JSON.parse(readFileSync(`${samples}duckduckgo-labels.json`, 'utf8')) as Record<
        string,
        { authenticator?: number[]; delivered?: number[] }
      >;
      const missed: string[] = [];
      const sentTaken: string[] = [];
      const othersTaken: string[] = [];
      const wouldFill: string[] = [];
      for (const file of readdirSync(`${samples}duckduckgo`)) {
        const page = await world.open(readFileSync(`${samples}duckduckgo/${file}`, 'utf8'), still);
        const found = await world.call(page, 'secondeFind', 'all');
        const { authenticator = [], delivered = [] } = labels[file] ?? {};
        for (const field of found) {
          const index = field.indexes[0] as number;
          const what = `${file} ${field.indexes.join(',')} ${field.class} ${field.score} ${field.visible ? '' : 'hidden '}${field.reasons.join(' ')}`;
          if (authenticator.includes(index)) {
            if (!isFilled(field)) missed.push(what);
          } else if (delivered.includes(index)) {
            if (isFilled(field)) sentTaken.push(what);
          } else if (isFilled(field)) othersTaken.push(what);
        }
        const survey = await world.call(page, 'secondeFill', 'survey', { digits: 6, focusedOnly: false });
        if (
          survey.field?.class === 'authenticator' &&
          survey.field.certainty === 'sure' &&
          authenticator.length === 0
        )
          wouldFill.push(
            `${file} ${survey.field.score} ${survey.field.visible ? '' : 'hidden '}${survey.field.reasons.join(' ')}`,
          );
      }
      expect(missed).toEqual([]);
      expect(sentTaken).toEqual([]);
      expect(othersTaken).toEqual([]);
      expect(wouldFill).toEqual([]);
    },
  );

  it('offers a code on the cases that want one and on no other', async () => {
    const offered: string[] = [];
    for (const file of readdirSync(`${samples}ente-cases`).sort()) {
      const page = await world.open(readFileSync(`${samples}ente-cases/${file}`, 'utf8'), still);
      const { field } = await world.call(page, 'secondeFill', 'survey', { digits: 6, focusedOnly: false });
      if (field?.class === 'authenticator' && field.certainty === 'sure') offered.push(file.slice(0, 2));
    }
    expect(offered).toEqual(['01', '02', '03', '11']);
  });
});
