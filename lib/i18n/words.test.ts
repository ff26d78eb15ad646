/** What of the language can be held by rule: one word for one thing, no blame, nothing too long, dates as in Canada. */
import { expect, test } from 'vitest';
import { loadLater, wordsOf } from './catalogue';
import { menuWords } from './menu-words';
import { createSpeech } from './speak';

type Texts = readonly (readonly [key: string, text: string])[];

function texts(value: object, path = ''): Texts {
  return Object.entries(value).flatMap(([key, inner]): Texts =>
    typeof inner === 'string' ? [[path + key, inner]] : texts(inner as object, `${path}${key}.`),
  );
}

const languages = {
  fr: { ...wordsOf('fr'), ...(await loadLater('fr')), menu: menuWords.fr },
  en: { ...wordsOf('en'), ...(await loadLater('en')), menu: menuWords.en },
};
const french = texts(languages.fr);
const english = texts(languages.en);
/** Letters to technicians, and names of buttons of other companies, are in the words of whoever reads them. */
const isQuoted = (key: string) => /tokenLetter|tokenAsk|tokenRequest|welMicrosoft/i.test(key);

/** The right word, and those that are not said for the same thing. */
const inFrench: readonly (readonly [said: string, not: RegExp])[] = [
  ['courriel', /\b(?:e-?mail|mails?|courrier électronique)\b/i],
  ['clé secrète', /\bclefs?\b|\bseed\b|\bsecret partagé\b/i],
  ['numériser, code QR', /\bscann|\bflash(?:er|ez)\b|QR code/i],
  ['retirer, effacer', /\bsupprim/i],
  ['copie de sauvegarde', /\bbackup\b/i],
  ['enregistrer', /\bsauvegard(?:er|ez)\b/i],
  ['corbeille', /\bpoubelle\b/i],
  ['coffre', /\bcoffre-fort\b|\bvoûte\b/i],
  ['mot de passe', /\bpassword\b|\bmot de passe maître\b|\bpasse-phrase\b/i],
  ['trousse de récupération', /\bkit\b/i],
  ['afficher, masquer', /(?:^|: )(?:cacher|montrer) (?:le|les|la) (?:code|mot|clé)/i],
  ['rechercher', /^chercher\b(?! encore)/i],
  ['se connecter', /\bse (?:logger|loguer)\b|\blogin\b|\bs’identifier\b/i],
  ['champ', /\b(?:la|une|bonne) case\b/i],
  ['protégé, sans protection', /\ben clair\b|\bfermée?s? (?:par|avec) (?:un mot de passe|PGP)/i],
  ['clé d’identification', /\bclés? d’accès\b/i],
  ['cellulaire n’est pas tout téléphone', /\bsmartphone\b|\bordiphone\b|\btéléphone portable\b/i],
];
const inEnglish: readonly (readonly [said: string, not: RegExp])[] = [
  ['email', /\be-mail\b/i],
  ['secret key', /\bseed\b|\bshared secret\b/i],
  ['backup copy', /\bback-up\b/i],
  ['trash', /\brecycle bin\b|\bbin\b/i],
  ['recovery kit', /\bemergency kit\b/i],
  ['password', /\bpassphrase\b|\bmaster password\b/i],
  ['sign in', /\blog ?in\b|\blogin\b|\blog ?on\b/i],
  ['enter the code', /\bfill (?:the |your )?code/i],
  ['protected, not protected', /\bin clear\b|\bclosed with\b/i],
  ['as Canada spells it', /organis|recognis|synchronis/i],
  ['internet', /Internet/],
  ['authenticator app', /\bauthentication app\b/i],
];
/** Orders, excuses and blame; a machine's words. */
const unkind: Readonly<Record<'fr' | 'en', RegExp>> = {
  fr: /\b(?:veuillez|désolé|oups|malheureusement|échec|échoué|interdit de|vous avez oublié|votre faute|s’il vous plaît)\b|!/i,
  en: /\b(?:sorry|oops|unfortunately|failed|failure|illegal|forbidden|aborted|you forgot|your fault)\b|!/i,
};

test.each([
  ['French', french, inFrench],
  ['English', english, inEnglish],
] as const)('%s says the same thing with the same word', (_language, all, terms) => {
  for (const [key, text] of all)
    for (const [said, not] of terms) if (!isQuoted(key)) expect(text, `${key}: say ${said}`).not.toMatch(not);
});

test('nobody is blamed, nothing is shouted, and nobody is begged', () => {
  for (const [key, text] of french) expect(text, key).not.toMatch(unkind.fr);
  for (const [key, text] of english) if (!isQuoted(key)) expect(text, key).not.toMatch(unkind.en);
});

test('dots, dashes, apostrophes and spaces are those of print', () => {
  for (const [key, text] of [...french, ...english]) {
    expect(text, `${key}: three dots`).not.toContain('...');
    expect(text, `${key}: two spaces`).not.toMatch(/[ \u00A0]{2}/);
    if (key !== 'words.colon') expect(text, `${key}: a space at an end`).not.toMatch(/^\s| $/);
    expect(text, `${key}: a typewriter’s apostrophe or quote`).not.toMatch(/['"`´]/);
    expect(text, `${key}: a thin or other space`).not.toMatch(/[\u2000-\u200B\u202F\u2060]/);
  }
  for (const [key, text] of french) {
    expect(text.split('«').length, `${key}: quotes in pairs`).toBe(text.split('»').length);
    expect(text, `${key}: œ in one letter`).not.toMatch(/\b(?:coeur|oeuvre|oeil|soeur)/i);
    expect(text, `${key}: a capital keeps its accent`).not.toMatch(/^(?:Etat|Ecran|Etape|A propos|Ecrire)\b/);
  }
});

test('no sentence is longer than can be read in one go', () => {
  for (const [key, text] of [...french, ...english])
    for (const sentence of text.split(/[.?\n:;]\s/))
      if (!isQuoted(key)) expect(sentence.length, `${key}: ${sentence}`).toBeLessThanOrEqual(230);
});

test('French is not much longer than English: a screen made for one holds the other', () => {
  const lengths = new Map(english);
  for (const [key, text] of french) {
    const other = lengths.get(key)?.length ?? 0;
    expect(text.length, key).toBeLessThanOrEqual(Math.max(other * 2.1, other + 30));
  }
});

test('dates, times and numbers are written as in Canada', () => {
  const [fr, en] = (['fr', 'en'] as const).map((language) => createSpeech(language, wordsOf(language), null));
  const noon = new Date(2026, 10, 21, 16, 30).getTime();
  expect(fr?.date(noon)).toBe('21 novembre 2026');
  expect(en?.date(noon)).toBe('November 21, 2026');
  expect(new Intl.DateTimeFormat('fr-CA', { dateStyle: 'short' }).format(noon)).toBe('2026-11-21');
  expect(new Intl.DateTimeFormat('fr-CA', { timeStyle: 'short' }).format(noon).replace(/\s/g, ' ')).toBe(
    '16 h 30',
  );
  expect(fr?.t('accountsFound', { count: 1234 }).replace(/\s/g, ' ')).toBe('1 234 comptes');
});
