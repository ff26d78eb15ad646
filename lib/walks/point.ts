/**
 * QR codes that are for another company's app: what they are, and the next thing to click on that page. The link is scrolled
 * to and focused within the gesture; nothing is drawn.
 */
import type { Failure } from '@/lib/errors';
import type { PointReport } from '@/lib/fields/page-contract';
import type { Card, OtherAppAdvice } from '@/lib/messages/protocol';
import { displayText } from '@/lib/otp/display-text';
import type { LinkedApp } from '@/lib/providers/links';
import { tokenApp } from '@/lib/providers/token-page';
import type { WalkPorts } from './ports';

type OtherAppCard = Extract<Card, { kind: 'other-app' }>;

/** Microsoft's link to another app takes 63 in French. */
const longestWords = 80;

/**
 * The card for a text that holds no account, or `null` when there is nothing better to say than its failure. `onPage`: it came
 * from the page of this tab, whose links can be pointed out.
 */
export async function otherAppCard(
  ports: WalkPorts,
  tabId: number,
  failure: Failure,
  onPage: boolean,
): Promise<OtherAppCard | null> {
  const known = appOf(failure);
  if (known === null) return null;
  const report =
    onPage && known.advice !== 'token' ? await pointOut(ports, tabId, linkedAppOf(known.advice)) : nothing;
  // A web address says nothing of the page; without a link to press, its own sentence is the better answer.
  if (known.advice === 'not-an-app' && report.link?.role !== 'another-app') return null;
  return { kind: 'other-app', ...known, link: report.link, byPage: false };
}

/**
 * The card for a page without a QR code that can be read: one that hands out a token, or Microsoft's with its link to another
 * app, which is the better way. `null` for any other page.
 */
export async function pageCard(
  ports: WalkPorts,
  tabId: number,
  failure: Failure,
): Promise<OtherAppCard | null> {
  if (failure.code === 'qr-other-app') {
    const card = await otherAppCard(ports, tabId, failure, true);
    return card && { ...card, byPage: true };
  }
  const { page, link } = await pointOut(ports, tabId, null);
  if (page !== 'microsoft' || link?.role !== 'another-app') return null;
  return { kind: 'other-app', app: 'Microsoft Authenticator', advice: 'microsoft', link, byPage: true };
}

/** Once more, on the page as it is now. */
export async function pointAgain(ports: WalkPorts, tabId: number): Promise<void> {
  const { card } = await ports.records.get(tabId);
  if (card?.kind !== 'other-app') return;
  const { link } = await pointOut(ports, tabId, linkedAppOf(card.advice));
  await ports.records.change(tabId, (record) =>
    record.card?.kind === 'other-app' ? { ...record, card: { ...record.card, link } } : record,
  );
}

const nothing: PointReport = { page: null, link: null };

async function pointOut(ports: WalkPorts, tabId: number, app: LinkedApp | null): Promise<PointReport> {
  const pointed = await ports.pages.pointLink(tabId, { app });
  if (!pointed.ok) return nothing;
  const { page, link } = pointed.value;
  // The words are the page's: shown as text, of one line, without marks of direction.
  const words = link && [...displayText(link.words)].slice(0, longestWords).join('');
  return { page, link: link && words ? { role: link.role, words } : null };
}

function appOf({ code, details }: Failure): Pick<OtherAppCard, 'app' | 'advice'> | null {
  switch (code) {
    case 'qr-microsoft':
      return { app: 'Microsoft Authenticator', advice: 'microsoft' };
    case 'qr-passkey':
      return { app: '', advice: 'passkey' };
    case 'qr-other-app': {
      const app = details?.['app'] ?? '';
      return { app, advice: ownAdvice[app] ?? 'app' };
    }
    case 'qr-web-address':
    case 'qr-wifi':
    case 'qr-not-an-account':
      return { app: '', advice: 'not-an-app' };
  }
  return null;
}

const ownAdvice: Readonly<Record<string, OtherAppAdvice>> = {
  'Okta Verify': 'okta',
  'Duo Mobile': 'duo',
  [tokenApp]: 'token',
};

function linkedAppOf(advice: OtherAppAdvice): LinkedApp | null {
  return advice === 'microsoft' || advice === 'okta' || advice === 'duo' ? advice : null;
}
