import type { LaterWords } from './catalogue';
import type { welcomeWords as english } from './en-welcome';

/** La page d’accueil et son exercice. Les noms des boutons d’autres maisons sont les leurs, mot pour mot. */
export const welcomeWords: Pick<LaterWords, keyof typeof english> = {
  welTitle: 'Bienvenue dans Seconde',
  welAgain: 'Revoir l’accueil et l’exercice',
  welSkip: 'Passer',
  welNext: 'Suivant',
  welFinish: 'Terminer',
  welStep: 'Étape {number} de {total}',
  // 1 : sans téléphone
  welFirstTitle: 'Vos codes de connexion, sans téléphone',
  welFirstLead:
    'Un site vous demande de configurer une application d’authentification et montre un code QR. Faites un clic droit dessus, puis choisissez « Ajouter à Seconde ». Dès lors, vos codes sont ici.',
  welFirstNothing: 'Rien ne quitte cet ordinateur. Tout fonctionne aussi sans Internet.',
  welNoPhone: 'Je n’ai pas de téléphone',
  welNoPhoneBody:
    'Vous n’en avez pas besoin. Seconde produit les mêmes codes que l’application d’un téléphone, à partir du même code QR. Si le site nomme Google Authenticator ou Microsoft Authenticator, suivez ses étapes et prenez Seconde là où il faut numériser.',
  welMicrosoft: 'Quel bouton sur la page de Microsoft?',
  welMicrosoftWhere:
    'Allez à mysignins.microsoft.com/security-info et choisissez « Ajouter une méthode de connexion », puis « Application d’authentification » ou « Microsoft Authenticator ».',
  welMicrosoftLink:
    'Ensuite, le lien « Je souhaite utiliser une autre application d’authentification ». Pas « Je veux configurer une autre méthode » : celui-là est pour le téléphone.',
  welMicrosoftCode:
    'Le code QR qui vient ensuite est le bon. Si vous voyez un code et une adresse Web plutôt qu’une clé, revenez en arrière : ils sont pour l’application de Microsoft.',
  welMicrosoftNone:
    'Ce lien n’y est pas? Votre organisation l’a caché. Demandez à son soutien technique de permettre les « jetons OATH logiciels tiers ».',
  // 2 : rien de perdu
  welSecondTitle: 'Rien de perdu, rien de vu par d’autres',
  welSecondLead:
    'Deux habitudes suffisent : un mot de passe pour le coffre, et une copie de sauvegarde gardée ailleurs.',
  welTwo: 'J’ai deux ordinateurs',
  welTwoBody:
    'Installez Seconde sur les deux. Dans les réglages du premier, enregistrez une copie de sauvegarde. Dans ceux du deuxième, choisissez « Ramener à partir d’une copie ». Les deux produisent alors les mêmes codes, chacun de son côté.',
  welShared: 'L’ordinateur est partagé',
  welSharedBody:
    'Choisissez un mot de passe, et verrouillez le coffre en partant : personne d’autre ne voit alors vos codes. À la bibliothèque, en classe, ou là où tout est effacé chaque nuit, prenez plutôt un ordinateur à vous.',
  welLost: 'Et si je perds cet ordinateur?',
  welLostBody:
    'Votre copie de sauvegarde et votre mot de passe ramènent tout sur un autre. Le mot de passe est oublié? Le code de récupération que vous avez gardé sur papier ouvre aussi la copie. Gardez également les codes de récupération que donnent les sites.',
  welLostNone:
    'Sans aucune copie, chaque site doit tout refaire avec vous. Faites-en une juste après votre premier compte.',
  welSetUp: 'Ouvrir les réglages',
  welKit: 'Préparer une trousse de récupération',
  // 3 : l’exercice
  welThirdTitle: 'Essayez une fois, sans aucun risque',
  welThirdLead: 'Voici un code QR comme ceux que montrent les sites. Il n’ouvre rien.',
  welTryScan: 'Faites un clic droit sur le code QR, puis choisissez « Ajouter à Seconde ».',
  welTryPopup:
    'Ou appuyez sur le bouton de Seconde dans la barre d’outils, puis sur « Numériser cette page ».',
  welTryType: 'Tapez ici le code que Seconde montre pour « {issuer} ».',
  welTryQr: 'Code QR d’exercice',
  welTryField: 'Code à 6 chiffres',
  welTryCheck: 'Vérifier',
  welTryAdded: 'Ajouté à Seconde. Tapez maintenant son code ci-dessous.',
  welTryRight: 'C’est bien cela. Sur un vrai site, c’est exactement pareil.',
  welTryWrong: 'Ce n’est pas le code du moment. Regardez celui que Seconde montre maintenant.',
  welTryNotAdded: 'Ajoutez d’abord le code QR à Seconde : c’est elle qui donne le code.',
  welTryRemove: 'Retirer le compte d’exercice',
  welTryRemoved: 'Le compte d’exercice est parti. Il n’en reste rien.',
  welTryForMe: 'Rien ne se passe? L’ajouter pour moi',
  welTryLocked: 'Ouvrez d’abord le coffre avec le bouton de Seconde.',
  welTryIssuer: 'Seconde (exercice)',
  welTryName: 'essai',
  // le bouton de la barre d’outils
  welPinTitle: 'Gardez le bouton à portée de main',
  welPinChromium:
    'Appuyez sur la pièce de casse-tête en haut à droite, puis sur l’épingle à côté de Seconde.',
  welPinFirefox:
    'Appuyez sur la pièce de casse-tête en haut à droite, puis sur la roue à côté de Seconde, puis sur « Épingler à la barre d’outils ».',
  welPinned: 'Le bouton de Seconde est dans la barre d’outils.',
};
