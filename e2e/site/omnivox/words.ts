/** The sentences of the college portal, both languages. */

import type { Language } from '../exchange.ts';

export function omnivoxWords(lang: Language): Readonly<Record<string, string>> {
  return lang === 'fr'
    ? {
        methods: 'Méthodes disponibles',
        application: "Application d'authentification",
        mail: 'Courriel principal',
        setUp: "Mettre en place une autre méthode de validation d'identité",
        scan: "Dans votre application d'authentification, ajoutez un compte de type « Autre (Google, Facebook, etc.) », puis numérisez ce code QR.",
        next: 'Suivant',
        enterNew: "Entrez le code à 6 chiffres affiché par l'application.",
        identity: "Validation d'identité",
        enter: "Entrez le code affiché par votre application d'authentification.",
        mailed: 'Un code de sécurité a été envoyé par courriel à z***@exemple.test.',
        code: 'Code de sécurité',
        trusted: "J'utilise un appareil de confiance",
        verify: 'VALIDER',
        done: 'Activation terminée',
        goOn: 'Continuer',
        refused: 'Code invalide.',
      }
    : {
        methods: 'Available methods',
        application: 'Authenticator app',
        mail: 'Main e-mail address',
        setUp: 'Set up another identity check',
        scan: 'In your authenticator app, add an account of the kind “Other (Google, Facebook, etc.)”, then scan this QR code.',
        next: 'Next',
        enterNew: 'Enter the 6-digit code shown by the app.',
        identity: 'Identity check',
        enter: 'Enter the code shown by your authenticator app.',
        mailed: 'A security code was sent by e-mail to z***@exemple.test.',
        code: 'Security code',
        trusted: 'This is a trusted device',
        verify: 'VERIFY',
        done: 'Activation complete',
        goOn: 'Continue',
        refused: 'Invalid code.',
      };
}
