/** Names of signals (lib/fields/signals) in words a person can check against the page. */
type ReasonWord = 'whyAsked' | 'whyName' | 'whyLabel' | 'whyPage' | 'whyShape' | 'whyChosen' | 'whyUnknown';

const words: Readonly<Record<string, ReasonWord>> = {
  chosen: 'whyChosen',
  'one-time-code': 'whyAsked',
  name: 'whyName',
  'name-some-code': 'whyName',
  class: 'whyName',
  label: 'whyLabel',
  'label-some-code': 'whyLabel',
  'text-before': 'whyLabel',
  'text-before-some-code': 'whyLabel',
  'from-app': 'whyLabel',
  page: 'whyPage',
  alone: 'whyPage',
  boxes: 'whyShape',
  'boxes-as-digits': 'whyShape',
  length: 'whyShape',
  'digits-only': 'whyShape',
};

/** Each once, the strongest first; signals that spoke against the field are not why it was chosen. */
export function reasonWords(reasons: readonly string[]): ReasonWord[] {
  const said = new Set(reasons.flatMap((reason) => words[reason] ?? []));
  const ordered = [...new Set(Object.values(words))].filter((word) => said.has(word));
  return ordered.length > 0 ? ordered : ['whyUnknown'];
}
