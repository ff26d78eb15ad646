import { expect, test, vi } from 'vitest';
import { ok } from '@/lib/errors';
import { defaultSettings } from '@/lib/settings/settings';
import { firstLook } from './first-look';
import { type FirstQuestion, askFirst } from './first-question';
import { firstRows } from './first-rows';

const glance = (language: 'fr' | 'en' | null) =>
  ok({ vault: { kind: 'empty' }, page: null, card: null, settings: { ...defaultSettings, language } });

const look = (question: FirstQuestion) =>
  firstLook({ languages: ['fr-CA'], question: Promise.resolve(question) });

test('the question is sent once, about the tab in front, for no more rows than are seen', async () => {
  const send = vi.fn(() => Promise.resolve('reply'));
  const asked = await askFirst({ activeTabId: () => Promise.resolve(7), send });
  expect(send).toHaveBeenCalledExactlyOnceWith({ name: 'glance', request: { tabId: 7, limit: firstRows } });
  expect(asked).toEqual({ tabId: 7, reply: 'reply' });
});

test('a question without a tab is still asked, and one without an answer is still over', async () => {
  const activeTabId = () => Promise.reject(new Error('no window'));
  const send = () => Promise.reject(new Error('nobody there'));
  expect(await askFirst({ activeTabId, send })).toEqual({ tabId: null, reply: undefined });
});

test('the browser’s language is spoken where none was chosen', async () => {
  const seen = await look({ tabId: 7, reply: glance(null) });
  expect(seen).toMatchObject({ tabId: 7, language: 'fr', glance: { ok: true } });
  expect(seen.words.enterCode).toBe('Entrer le code');
});

test('the person’s language wins over the browser’s', async () => {
  const seen = await look({ tabId: 7, reply: glance('en') });
  expect(seen.language).toBe('en');
  expect(seen.words.enterCode).toBe('Enter code');
});

test('without an answer there is still something to show', async () => {
  const seen = await look({ tabId: null, reply: undefined });
  expect(seen).toMatchObject({ tabId: null, language: 'fr', glance: { ok: false } });
});
