import { beforeEach, expect, test, vi } from 'vitest';
import { ok } from '@/lib/errors';
import { defaultSettings } from '@/lib/settings/settings';
import { firstLook } from './first-look';

const world = vi.hoisted(() => ({
  languages: ['fr-CA'] as readonly string[],
  tabId: (): Promise<number | null> => Promise.resolve(7),
  ask: vi.fn(),
}));
vi.mock('./client', () => ({ ask: world.ask }));

const glance = (language: 'fr' | 'en' | null) =>
  ok({ vault: { kind: 'empty' }, page: null, card: null, settings: { ...defaultSettings, language } });

beforeEach(() => {
  world.languages = ['fr-CA'];
  world.tabId = () => Promise.resolve(7);
  world.ask.mockReset().mockResolvedValue(glance(null));
});

const look = () => firstLook({ languages: world.languages, activeTabId: world.tabId });

test('asks once, about the tab in front, for no more rows than are seen', async () => {
  const seen = await look();
  expect(world.ask).toHaveBeenCalledExactlyOnceWith('glance', { tabId: 7, limit: 12 });
  expect(seen.words.enterCode).toBe('Entrer le code');
});

test('the person’s language wins over the browser’s', async () => {
  world.ask.mockResolvedValue(glance('en'));
  const seen = await look();
  expect(seen.language).toBe('en');
  expect(seen.words.enterCode).toBe('Enter code');
});

test('without a tab, or without an answer, there is still something to show', async () => {
  world.tabId = () => Promise.reject(new Error('no window'));
  world.ask.mockResolvedValue({ ok: false, failure: { code: 'internal' } });
  const seen = await look();
  expect(seen).toMatchObject({ tabId: null, language: 'fr', glance: { ok: false } });
});
