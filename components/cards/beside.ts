import { createContext } from 'preact';

/**
 * Where a card stands: on its page (popup, panel), in a tab `beside` that page, or with no page at all. From a tab beside
 * it nothing is entered that the page did not give itself.
 */
export type Standing =
  { readonly place: 'on-page' | 'alone' } | { readonly place: 'beside'; readonly onBack: () => void };

export const StandingContext = createContext<Standing>({ place: 'on-page' });
