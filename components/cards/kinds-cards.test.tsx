// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { wordsOf } from '@/lib/i18n/catalogue';
import { later } from '@/lib/i18n/en-rest';
import { createSpeech } from '@/lib/i18n/speak';
import { SpeechProvider } from '../ui/speech';
import { ClientPart } from './client-part';
import { CollectedCard, type CollectedCardProps } from './collected-card';
import { OtherAppCard, type OtherAppCardProps } from './other-app-card';
import { PinCard } from './pin-card';

const speech = createSpeech('en', wordsOf('en'), later);
afterEach(() => act(() => render(null, document.body)));

const show = (child: ComponentChild) =>
  act(() => render(<SpeechProvider value={speech}>{child}</SpeechProvider>, document.body));
const text = () => (document.body.textContent ?? '').replace(/\s+/g, ' ');
const button = (name: string) => {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  if (!found) throw new RangeError(`button "${name}" expected`);
  return found;
};
const has = (name: string) =>
  [...document.querySelectorAll('button')].some((one) => one.textContent?.trim() === name);

describe('the card that asks a PIN', () => {
  const type = (value: string) =>
    act(() => {
      const field = document.querySelector('input')!;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });

  it('says who it is for and that it is kept encrypted, takes digits only, and gives it once it can be one', () => {
    const onPin = vi.fn();
    show(
      <PinCard card={{ kind: 'pin', issuer: 'Intranet', name: 'zoe' }} onPin={onPin} onCancel={vi.fn()} />,
    );
    expect(text()).toContain('Intranet');
    expect(text()).toContain('encrypted');
    expect(button('Add the account').disabled).toBe(true);
    type('12');
    expect(button('Add the account').disabled).toBe(true);
    type('12a-34');
    expect(document.querySelector('input')!.value).toBe('1234');
    act(() => button('Add the account').click());
    expect(onPin).toHaveBeenCalledExactlyOnceWith('1234');
  });

  it('hides what is typed until it is asked to show it', () => {
    show(<PinCard card={{ kind: 'pin', issuer: 'I', name: '' }} onPin={vi.fn()} onCancel={vi.fn()} />);
    expect(document.querySelector('input')!.type).toBe('password');
    act(() => document.querySelector<HTMLButtonElement>('[aria-label="Show the PIN"]')!.click());
    expect(document.querySelector('input')!.type).toBe('text');
  });
});

describe('the card of an export in parts', () => {
  const collected = (change: Partial<CollectedCardProps['card']>) => {
    const props = { onScan: vi.fn(), onStartOver: vi.fn(), onDone: vi.fn() };
    const card = { size: 3, have: [2], added: 4, known: 0, unread: 0, other: false, ...change };
    show(<CollectedCard card={{ kind: 'collected', ...card }} {...props} />);
    return props;
  };

  it('says which parts are here, which is next, and that nothing is lost', () => {
    const { onScan } = collected({ known: 1 });
    expect(text()).toContain('Part 2 of 3 added');
    expect(text()).toContain('show part 1 of 3');
    expect(text()).toContain('4 accounts added. 1 was here already');
    expect(text()).toContain('stays, even if you stop');
    expect([...document.querySelectorAll('.parts .said')].map((one) => one.textContent)).toEqual([
      'Part 1: missing',
      'Part 2: here',
      'Part 3: missing',
    ]);
    act(() => button('Scan the next part').click());
    expect(onScan).toHaveBeenCalledOnce();
    expect(has('Start over with this one')).toBe(false);
  });

  it('says so when all are here, with nothing left to scan', () => {
    collected({ have: [1, 2, 3], unread: 2 });
    expect(text()).toContain('The whole export is here');
    expect(text()).toContain('2 could not be read');
    expect(has('Scan the next part')).toBe(false);
    expect(has('Done')).toBe(true);
  });

  it('offers to start over when the last QR code was of another export', () => {
    const { onStartOver } = collected({ other: true });
    expect(text()).toContain('belongs to another export');
    act(() => button('Start over with this one').click());
    expect(onStartOver).toHaveBeenCalledOnce();
  });
});

it('a part to type in a page is shown in groups of four and copied whole', async () => {
  const copy = vi.fn(async () => true);
  const say = vi.fn();
  show(<ClientPart part="NXEG6EIAAEBAGBAFAY" copy={copy} say={say} />);
  expect(text()).toContain('NXEG 6EIA AEBA GBAF AY ');
  await act(async () => button('Copy this part').click());
  expect(copy).toHaveBeenCalledExactlyOnceWith('NXEG6EIAAEBAGBAFAY');
  expect(say).toHaveBeenCalledWith('Copied.');
});

describe('the card of another company’s app', () => {
  const words = 'I want to use a different authenticator app';
  const other = (change: Partial<OtherAppCardProps['card']> = {}) => {
    const props = {
      onShowAgain: vi.fn(),
      onToken: vi.fn(),
      copyText: vi.fn(async () => true),
      say: vi.fn(),
      onDone: vi.fn(),
    };
    const card = { app: 'Microsoft Authenticator', advice: 'microsoft', link: null, byPage: false } as const;
    show(<OtherAppCard card={{ kind: 'other-app', ...card, ...change }} {...props} />);
    return props;
  };

  it('says the link’s own words, and shows it again', () => {
    const { onShowAgain } = other({ link: { role: 'another-app', words } });
    expect(text()).toContain(`press “${words}”`);
    expect(text()).not.toContain('landline');
    act(() => button('Show me again').click());
    expect(onShowAgain).toHaveBeenCalledOnce();
  });

  it.each([null, { role: 'other-method', words: 'I want to set up a different method' } as const])(
    'says what works at once and what to ask for when the link is hidden: %o',
    async (link) => {
      const { copyText, say } = other({ link });
      expect(text().includes('in view on the page now')).toBe(link !== null);
      expect(has('Look again')).toBe(true);
      expect(text()).toMatch(/different method.*Phone.*Call me.*landline/);
      expect(text()).toContain('Third-party software OATH tokens');
      await act(async () => button('Copy the request').click());
      expect(copyText).toHaveBeenCalledExactlyOnceWith(
        expect.stringMatching(/^Hello,[^]*OATH[^]*Thank you\.$/),
      );
      expect(say).toHaveBeenCalledWith('Request copied.');
    },
  );

  it.each([
    ['okta', 'Okta Verify', 'choose Google Authenticator'],
    ['duo', 'Duo Mobile', 'hardware token'],
    ['app', 'Symantec VIP Access', 'another app'],
    ['passkey', '', 'Cancel'],
  ] as const)('has other words for %s', (advice, app, expected) => {
    other({ advice, app });
    expect(text()).toContain(expected);
    expect(text()).toContain(app || 'passkey');
    expect(has('Copy the request')).toBe(false);
  });

  it('leads to the page about tokens of CA', () => {
    const { onToken } = other({ advice: 'token', app: 'CA Mobile OTP' });
    expect(text()).toContain('You do not have to have a phone');
    act(() => button('What works without a phone').click());
    expect(onToken).toHaveBeenCalledOnce();
    expect(has('Look again')).toBe(false);
  });

  it('shows markup in the words of a page as text', () => {
    other({ link: { role: 'another-app', words: '<img src=x onerror=alert(1)> other app' } });
    expect(document.querySelector('img')).toBeNull();
    expect(text()).toContain('<img src=x');
  });
});
