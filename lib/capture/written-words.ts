/** The words beside a key shown as text, and those that say it is the key of something else. In the form of lib/fields/text. */
import { phrases } from '@/lib/fields/text';

/** Beside a key: what enrolment pages call it. */
export const besideKey = phrases(
  'key|secret|secret code|shared secret|base 32|cle|clef|code secret|secret partage|cle secrete|cle d authentification|manual entry|entree manuelle|saisie manuelle',
);

/** Beside a key: it opens something else. */
export const otherSecret = phrases(
  'api|licen[cs]e|product|webhook|client secret|ssh|recovery|recuperation|secours|backup|activation|serial|serie|produit|public key|cle publique|site key|cle du site|encryption|chiffrement|wi ?fi',
);

/** On the page: it is about setting up a second factor. */
export const aboutSecondFactor = phrases(
  '[2mt]fa|t?otp|a2f|amf|two ?factor|(?:two|2) step|second factor|multi ?factor\\w*|authenticat(?:or|ion)|double authentification|authentification|authentificateur|(?:deux|2) (?:facteur|etape)|multi ?fact(?:eur|oriel|orielle)|validation d identite|qr|code qr|usage unique|one time',
);
