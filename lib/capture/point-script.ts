/**
 * Points out a link of the page: finds it by its words, scrolls to it, focuses it, and answers its words. Draws and changes
 * nothing in the page, asks no browser API, never throws.
 */
import type { PointReport, PointScript } from '@/lib/fields/page-contract';
import { ancestors, elementsUnder, type OpenRoot, textOf } from '@/lib/fields/walk';
import { type LinkRole, type LinkedApp, linkRoleOf } from '@/lib/providers/links';
import { documentsUnder } from './candidates';

export interface PointWorld {
  readonly doc: Document;
  readonly openRoot: OpenRoot;
  visible(element: Element): boolean;
}

/** Microsoft's link to another app takes 63 in French. */
const longestWords = 80;
/** A page of more elements than this is not looked through further. */
const mostElements = 50_000;

const clickable =
  'a, button, summary, [role=button], [role=link], [role=tab], [role=option], [role=radio], [role=menuitem], input[type=button], input[type=submit], input[type=image], [onclick], [tabindex]';

/** The marks of Microsoft's own pages for security information, whatever their language. */
const microsoftMarks =
  '[data-testid^="authmethod-picker"], [data-testid^="reskin-step"], [data-testid^="activation-qr"], [data-testid="activation-url/key"], [data-testid="verification-entercode-input"]';
const microsoftHosts =
  /(?:^|\.)(?:mysignins\.microsoft\.com|mysignins\.azure\.us|account\.activedirectory\.windowsazure\.com)$/;

interface Link {
  readonly element: Element;
  readonly role: LinkRole;
  readonly words: string;
  readonly isClickable: boolean;
}

export function createPointScript({ doc, openRoot, visible }: PointWorld): PointScript {
  return {
    point({ app }) {
      try {
        const page = isMicrosoft(doc, openRoot) ? 'microsoft' : null;
        const links = findLinks(doc, openRoot, visible, app ?? page ?? 'any');
        const best = links.sort((one, other) => rankOf(one) - rankOf(other))[0];
        if (best) show(best.element);
        const link = best ? { role: best.role, words: cut(best.words) } : null;
        return { page, link } satisfies PointReport;
      } catch {
        return { page: null, link: null };
      }
    },
  };
}

function isMicrosoft(doc: Document, openRoot: OpenRoot): boolean {
  if (microsoftHosts.test(doc.location?.hostname ?? '')) return true;
  return (
    doc.querySelector(microsoftMarks) !== null ||
    elementsUnder(doc, openRoot).some((element) => element.matches(microsoftMarks))
  );
}

function findLinks(
  doc: Document,
  openRoot: OpenRoot,
  visible: (element: Element) => boolean,
  app: LinkedApp,
): Link[] {
  const links: Link[] = [];
  for (const { elements } of documentsUnder(doc, openRoot))
    for (const element of elements.slice(0, mostElements)) {
      const words = wordsOn(element);
      if (words === '') continue;
      const role = linkRoleOf(words, app);
      if (role === null || !visible(element)) continue;
      links.push({ element, role, words, isClickable: element.matches(clickable) });
    }
  return links;
}

/** Of what can be clicked, all its words; of anything else, only those that are its own. */
function wordsOn(element: Element): string {
  const given = element.getAttribute('aria-label') ?? (element as HTMLInputElement).value;
  if (element.matches(clickable)) return tidy(textOf(element) || (typeof given === 'string' ? given : ''));
  if (element.childElementCount > 0 || /^(?:script|style|title|option|h[1-6])$/.test(element.localName))
    return '';
  // The innermost text of something that can be clicked is found there.
  for (const above of ancestors(element, 6)) if (above.matches(clickable)) return '';
  return tidy(element.textContent ?? '');
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Lowest first: an app of one's own before other methods, what can be clicked before mere text, few words before many. */
function rankOf({ role, isClickable, words }: Link): number {
  return (role === 'another-app' ? 0 : 1000) + (isClickable ? 0 : 500) + Math.min(words.length, 400);
}

/** At most 80 characters, whole words. */
function cut(words: string): string {
  if (words.length <= longestWords) return words;
  const start = words.slice(0, longestWords - 1);
  const space = start.lastIndexOf(' ');
  return `${start.slice(0, space > 0 ? space : undefined)}…`;
}

function show(element: Element): void {
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  (element as HTMLElement).focus?.({ preventScroll: true });
}
