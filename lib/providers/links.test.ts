import { describe, expect, it } from 'vitest';
import { type LinkedApp, linkRoleOf } from '@/lib/providers/links';

describe('links to an authenticator of one’s own', () => {
  it.each<[LinkedApp, string]>([
    ['microsoft', 'Je souhaite utiliser une autre application d’authentification'],
    ['microsoft', "JE SOUHAITE UTILISER UNE AUTRE APPLICATION D'AUTHENTIFICATION"],
    ['microsoft', 'Configurer une autre application d’authentification'],
    ['microsoft', 'Utiliser une autre application d’authentication'],
    ['microsoft', 'I want to use a different authenticator app'],
    ['microsoft', '  I want to use a different\n authenticator app  '],
    ['microsoft', 'Set up a different authentication app'],
    ['microsoft', 'Use another authenticator app'],
    ['microsoft', 'Configurer l’application sans notification'],
    ['microsoft', 'Configurer l’application sans notifications'],
    ['microsoft', 'Configure app without notifications'],
    ['microsoft', 'Andere App für die Authentifizierung einrichten'],
    ['okta', 'Google Authenticator'],
    ['okta', 'Return to authenticator list'],
    ['okta', 'Back to factor list'],
    ['okta', 'Retour à la liste des authentificateurs'],
    ['any', 'Use another app'],
    ['any', 'Use a third-party authenticator app'],
    ['any', 'Choisir une autre application'],
  ])('are known by their words, on a page of %s: %s', (app, text) => {
    expect(linkRoleOf(text, app)).toBe('another-app');
  });

  it.each<[LinkedApp, string]>([
    ['microsoft', 'Je veux configurer une autre méthode'],
    ['microsoft', 'I want to set up a different method'],
    ['duo', 'Other options'],
    ['duo', 'Autres options'],
    ['any', 'Try another way'],
    ['any', 'Plus d’options'],
  ])('are not taken for a link to other methods: %s, %s', (app, text) => {
    expect(linkRoleOf(text, app)).toBe('other-method');
  });

  it.each<[LinkedApp, string]>([
    ['microsoft', 'Suivant'],
    ['microsoft', 'Impossible de numériser l’image ?'],
    ['microsoft', 'Télécharger l’application'],
    ['microsoft', 'Se déconnecter'],
    ['any', 'Google Authenticator'],
    ['any', 'Back'],
    ['any', ''],
    ['any', `Use another app ${'x'.repeat(200)}`],
  ])('are nothing else: %s, %s', (app, text) => {
    expect(linkRoleOf(text, app)).toBeNull();
  });
});
