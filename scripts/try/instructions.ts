/** What `npm run try` says to the person in front of the open browser, in French then in English. */
export function instructions(url: string): string {
  return `
Seconde est dans le navigateur qui vient de s’ouvrir, sur un site d’exercice (${url}).
  1. Choisissez une page d’inscription : elle montre un code QR.
  2. Cliquez sur le code QR avec le bouton droit, puis sur l’élément de Seconde.
  3. Le compte est enregistré et son code est entré : appuyez sur le bouton du site, qui vérifie pour de vrai.
  4. Ouvrez ensuite la page de connexion et appuyez sur Alt+Maj+C dans le champ du code.
Fermez le navigateur pour terminer.

Seconde is in the browser that has just opened, on a practice site (${url}).
  1. Choose an enrolment page: it shows a QR code.
  2. Right-click the QR code, then pick Seconde’s item.
  3. The account is saved and its code entered: press the site’s own button, which verifies for real.
  4. Then open the sign-in page and press Alt+Shift+C in the code field.
Close the browser to end.
`;
}
