/** The settings as places: sections, and what stands in each of them. Addresses (`options.html#lock`), the search and the list of sections all read this table. */
import type { WordKey } from '@/lib/i18n/catalogue';

export const sections = ['security', 'backup', 'transfer', 'sites', 'appearance', 'about'] as const;
export type SectionId = (typeof sections)[number];

export const sectionTitles = {
  security: 'sectionSecurity',
  backup: 'sectionBackup',
  transfer: 'sectionTransfer',
  sites: 'sectionSites',
  appearance: 'sectionAppearance',
  about: 'sectionAbout',
} as const satisfies Record<SectionId, WordKey>;

export interface Place {
  /** Of the element, and of the address after `#`. */
  readonly id: string;
  readonly section: SectionId;
  readonly title: WordKey;
  /** The card to show where the row itself is not there, for now. */
  readonly within?: string;
}

export const places = [
  { id: 'ways', section: 'security', title: 'waysTitle' },
  { id: 'way-password', section: 'security', title: 'wayPassword', within: 'ways' },
  { id: 'way-recovery', section: 'security', title: 'wayRecovery', within: 'ways' },
  { id: 'way-passkeys', section: 'security', title: 'wayPasskeys', within: 'ways' },
  { id: 'practice', section: 'security', title: 'practiceSetting', within: 'ways' },
  { id: 'lock', section: 'security', title: 'lockTitle' },
  { id: 'lock-after', section: 'security', title: 'lockAfter', within: 'lock' },
  { id: 'lock-idle', section: 'security', title: 'lockWhenIdle', within: 'lock' },
  { id: 'lock-screen', section: 'security', title: 'lockWithScreen', within: 'lock' },
  { id: 'clipboard', section: 'security', title: 'clipboardTitle' },
  { id: 'copy', section: 'backup', title: 'backup' },
  { id: 'copy-test', section: 'backup', title: 'testTitle', within: 'copy' },
  { id: 'automatic', section: 'backup', title: 'automatic', within: 'copy' },
  { id: 'kit', section: 'backup', title: 'kit', within: 'copy' },
  { id: 'restore', section: 'backup', title: 'restore' },
  { id: 'trash', section: 'backup', title: 'trash' },
  { id: 'leave', section: 'backup', title: 'leave' },
  { id: 'import', section: 'transfer', title: 'importTitle' },
  { id: 'receive', section: 'transfer', title: 'receiveTitle', within: 'import' },
  { id: 'export', section: 'transfer', title: 'exportTitle' },
  { id: 'enrolment', section: 'sites', title: 'fillAtEnrolment' },
  { id: 'sites-list', section: 'sites', title: 'sitesTitle' },
  { id: 'site-open', section: 'sites', title: 'siteOpen', within: 'sites-list' },
  { id: 'site-fill', section: 'sites', title: 'siteFill', within: 'sites-list' },
  { id: 'site-links', section: 'sites', title: 'siteLinks', within: 'sites-list' },
  { id: 'look', section: 'appearance', title: 'appearance' },
  { id: 'order', section: 'appearance', title: 'sortTitle' },
  { id: 'on-demand', section: 'appearance', title: 'codesOnDemand' },
  { id: 'language', section: 'appearance', title: 'language' },
  { id: 'shortcuts', section: 'appearance', title: 'shortcutsTitle' },
  { id: 'support', section: 'about', title: 'supportTitle' },
  { id: 'version', section: 'about', title: 'about' },
  { id: 'welcome', section: 'about', title: 'welAgain', within: 'version' },
] as const satisfies readonly Place[];

/** What an address names; the first section where it names nothing that is known. */
export function placeOf(hash: string): { readonly section: SectionId; readonly id: string } {
  const id = hash.replace(/^#/, '');
  const section = sections.find((name) => name === id);
  if (section) return { section, id };
  const place = places.find((one) => one.id === id);
  return place ? { section: place.section, id } : { section: sections[0], id: '' };
}

/** Ids to look for in the page, best first. */
export function standsIn(id: string): readonly string[] {
  const place: Place | undefined = places.find((one) => one.id === id);
  return place?.within ? [id, place.within] : [id];
}
