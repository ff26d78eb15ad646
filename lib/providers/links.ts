/**
 * The words of links and buttons that lead from an app of one company to an authenticator of the person's choice, French and
 * English, as pages write them. Matched loosely: without accents, case or punctuation, inside longer words too.
 */
import { phrases, wordsOf } from '@/lib/fields/text';

/** Whose page it is; `any`: nothing is known of it. */
export type LinkedApp = 'microsoft' | 'okta' | 'duo' | 'any';

/** `another-app`: the way to a code of one's own. `other-method`: the list of everything else (a call, a text message). */
export type LinkRole = 'another-app' | 'other-method';

/** More than the words of any link; a paragraph that can be clicked is not one. */
const longestLink = 160;

const anotherApp = phrases(
  '(?:different|another|other|third party|non microsoft) (?:\\w+ )?(?:authenticator|authentication|authentification|code|otp) app(?:lication)?|' +
    '(?:use|choose|set up|try|have) (?:a |an )?(?:different|another|other) (?:app(?:lication)?|authenticator)|' +
    'app(?:lication)? without notification|without push notification|' +
    '(?:autre|differente) app(?:lication|li)? (?:\\w+ )?(?:d )?authenti(?:fi)?cation|autre (?:application|appli|authentificateur)|' +
    'app(?:lication|li)? (?:d authenti(?:fi)?cation )?(?:tierce|sans notification)',
);

const microsoft = phrases('app(?:lication)? ohne benachrichtigung|andere (?:authentifizierungs ?)?app');

const okta = phrases(
  'google authenticator|(?:return|back|go back) to (?:the )?(?:authenticator|factor|security method) list|(?:authenticator|factor) list|' +
    '(?:retour|retourner|revenir|retournez|revenez) a la liste(?: des (?:authentificateur|facteur|methode))?|liste des (?:authentificateur|facteur)',
);

const otherMethod = phrases(
  '(?:different|another|other|more) (?:\\w+ )?(?:method|option|way)|(?:autre|differente)s? (?:methode|option|facon|maniere|moyen)|plus d option',
);

/** What a link with these words is for; `null` for everything else. */
export function linkRoleOf(text: string, app: LinkedApp): LinkRole | null {
  if (text.length > longestLink) return null;
  const words = wordsOf(text);
  if (anotherApp.test(words)) return 'another-app';
  if (app === 'microsoft' && microsoft.test(words)) return 'another-app';
  if (app === 'okta' && okta.test(words)) return 'another-app';
  return otherMethod.test(words) ? 'other-method' : null;
}
