/**
 * On a site where the person chose it: a click of theirs on a link that holds an account is told to the background instead
 * of the system. Nothing is read but that link, and nothing is told of a click that a script made.
 */
import { isAccountLink } from '@/lib/otp/account-address';
import type { AccountLinkHint } from './page-contract';

/** `tell` answers whether it could: where it could not, the link stays the page's. */
export function tellAccountClicks(doc: Document, tell: (hint: AccountLinkHint) => boolean): void {
  doc.addEventListener(
    'click',
    (event) => {
      if (!isPlain(event)) return;
      const address = linkOf(event);
      if (isAccountLink(address) && tell({ name: 'page.account-link', address })) event.preventDefault();
    },
    { capture: true },
  );
}

function isPlain(event: MouseEvent): boolean {
  const { isTrusted, defaultPrevented, button, altKey, ctrlKey, metaKey, shiftKey } = event;
  return isTrusted && !defaultPrevented && button === 0 && !(altKey || ctrlKey || metaKey || shiftKey);
}

/** The innermost link around what was clicked, through open shadow roots. */
function linkOf(event: Event): string | null {
  for (const one of event.composedPath()) {
    const link = one as Partial<HTMLAnchorElement>;
    if (link.localName === 'a' && link.hasAttribute?.('href')) return link.href ?? null;
  }
  return null;
}
