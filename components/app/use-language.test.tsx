// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wordsOf } from '@/lib/i18n/catalogue';
import type { Speech } from '@/lib/i18n/speak';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Language } from '@/lib/settings/settings';
import { useLanguage } from './use-language';

let drawn = 0;
let speech: Speech;
function View({ setting, says }: { setting: Language; says: (speech: Speech) => string }) {
  const first = { language: 'en', words: wordsOf('en'), languages: ['en'] } as unknown as FirstLook;
  speech = useLanguage(first, null, setting);
  drawn += 1;
  return <p>{says(speech)}</p>;
}
const show = (setting: Language, says: (speech: Speech) => string) =>
  act(() => render(<View setting={setting} says={says} />, document.body));

beforeEach(() => {
  drawn = 0;
});
afterEach(() => act(() => render(null, document.body)));

test('a list that lacks no word is not drawn again for the rest of the language', async () => {
  await show('en', ({ t }) => t('search'));
  expect(speech.complete).toBe(false);
  await vi.waitFor(() => expect(speech.complete).toBe(true), 3000);
  expect(speech.t('organisationTitle')).not.toBe('');
  expect(drawn).toBe(1);
});

test.each<[string, (speech: Speech) => string]>([
  ['word', ({ t }) => t('organisationTitle')],
  ['failure', ({ failure }) => failure({ code: 'vault-locked' })],
])('a %s of the rest is said as soon as it was read', async (_, says) => {
  await show('en', says);
  await vi.waitFor(() => expect(document.body.textContent).not.toBe(''), 3000);
});

test('another language is spoken when it is chosen', async () => {
  const says = ({ t }: Speech) => t('enterCode');
  await show('en', says);
  await show('fr', says);
  await vi.waitFor(() => expect(document.body.textContent).toBe('Entrer le code'), 3000);
  await vi.waitFor(() => expect(document.documentElement.lang).toBe('fr-CA'));
});
