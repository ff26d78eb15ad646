import { beforeEach, expect, test, vi } from 'vitest';
import { ok } from '@/lib/errors';
import { defaultSettings } from '@/lib/settings/settings';
import { firstLook } from './first-look';

const world = vi.hoisted(() => ({
  languages: ['fr-CA'] as readonly string[],
  tabId: (): Promise<number | null> => Promise.resolve(7),
  ask: vi.fn(),
}));
vi.mock('@/lib/browser/environment', () => ({ browserLanguages: () => world.languages }));
vi.mock('@/lib/browser/active-tab', () => ({ activeTabId: () => world.tabId() }));
vi.mock('./client', () => ({ ask: world.ask }));

const glance = (language: 'fr' | 'en' | null) =>
  ok({ vault: { kind: 'empty' }, page: null, card: null, settings: { ...defaultSettings, language } });

beforeEach(() => {
  world.languages = ['fr-CA'];
  world.tabId = () => Promise.resolve(7);
  world.ask.mockReset().mockResolvedValue(glance(null));
});

test('asks once, about the tab in front, for no more rows than are seen', async () => {
  const look = await firstLook();
  expect(world.ask).toHaveBeenCalledExactlyOnceWith('glance', { tabId: 7, limit: 12 });
  expect(look.words.enterCode).toBe('Entrer le code');
});

test('the person’s language wins over the browser’s', async () => {
  world.ask.mockResolvedValue(glance('en'));
  const look = await firstLook();
  expect(look.language).toBe('en');
  expect(look.words.enterCode).toBe('Enter code');
});

test('without a tab, or without an answer, there is still something to show', async () => {
  world.tabId = () => Promise.reject(new Error('no window'));
  world.ask.mockResolvedValue({ ok: false, failure: { code: 'internal' } });
  const look = await firstLook();
  expect(look).toMatchObject({ tabId: null, language: 'fr', glance: { ok: false } });
});
