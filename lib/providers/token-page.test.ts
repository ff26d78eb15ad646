import { describe, expect, it } from 'vitest';
import { isTokenAddress, isTokenText } from './token-page';

describe('a page that hands out a token of CA', () => {
  it.each([
    ['https://jeton.example.ca/arcotafm/controller_aotp.jsp?profile=x', true],
    ['https://jeton.example.ca/ARCOTAFM/master.jsp', true],
    ['https://example.ca/?next=/arcotafm/', false],
    ['https://example.ca/otp', false],
    [null, false],
  ])('is known by its address %s: %s', (address, known) => {
    expect(isTokenAddress(address)).toBe(known);
  });

  it.each([
    [
      'Activer le CA OTP sur l’appareil mobile ou ordinateur. URL du Serveur Nom d’utilisateur Code d’activation',
      true,
    ],
    [
      'URL du Serveur :\n Nom d\u2019utilisateur :\n Code d\u2019activation : dans votre application OTP',
      true,
    ],
    ['Jeton virtuel. Entrez le code d’activation reçu.', true],
    ['CA Mobile OTP: Server URL, User Identifier, Activation Code', true],
    ['Jeton virtuel: entrez le code affiché pour vous connecter.', false],
    ['Entrez le code d’activation reçu par courriel.', false],
    ['Nom d’utilisateur, mot de passe, URL du serveur', false],
    ['', false],
  ])('is known by its words: %j', (text, known) => {
    expect(isTokenText(text)).toBe(known);
  });
});
