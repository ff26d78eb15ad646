/** The picture of an account. */
export const markWords = {
  markTitle: 'Picture',
  markSuggested: 'Of {service}, as its name says',
  markInitials: 'Its first letter',
  markSearch: 'Search for a service',
  markServices: 'Services',
  markNone: 'No picture is called “{query}”.',
  markFound: { one: '{count} picture', other: '{count} pictures' },
  markCaution: 'A picture helps you find the account. It does not prove that a site is genuine.',
} as const;
