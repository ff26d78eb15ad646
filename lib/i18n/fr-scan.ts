import type { LaterWords } from './catalogue';
import type { scanWords as english } from './en-scan';

/** Ce que dit la page des façons d’ajouter, en français. */
export const scanWords: Pick<LaterWords, keyof typeof english> = {
  otherWays: 'Autres façons d’ajouter',
  seeOnPage: 'Les voir sur la page',
  scanTitle: 'Ajouter un compte',
  scanBack: 'Revenir à la page',
  scanAnother: 'Ajouter un autre compte',
  // l’image de la page
  scanPageTitle: 'Sur la page',
  scanPageOf: 'Sur {host}',
  scanReading: 'Lecture…',
  scanFound: {
    one: 'Un code QR a été trouvé. Choisissez-le pour ajouter le compte.',
    other: '{count} codes QR ont été trouvés. Choisissez celui à ajouter.',
  },
  scanNoneOnPage: 'Aucun code QR n’a pu être lu ici. Si vous en voyez un, tracez un cadre autour.',
  scanNotAnAccount: 'Pas un compte',
  scanNumbered: 'Code QR {number} : {name}',
  scanMoreAccounts: { one: 'et {count} autre', other: 'et {count} autres' },
  scanAddAll: 'Ajouter les {count} comptes',
  scanFrame: 'Lire seulement une partie de l’image',
  scanFrameHint:
    'À la souris, tracez un cadre sur l’image. Au clavier : les flèches déplacent le cadre, Maj et une flèche changent sa taille, Entrée lit ce qu’il contient.',
  scanFrameLabel: 'Cadre sur l’image de la page',
  scanFrameRead: 'Lire ce cadre',
  scanPictureAlt: 'Image de la page',
  scanNoneInFrame:
    'Aucun code QR n’a pu être lu dans ce cadre. Tracez-le un peu plus grand, autour du code entier. (S-101)',
  scanPictureGone: 'Par prudence, l’image de la page n’est plus gardée après deux minutes.',
  scanPictureHow:
    'Pour voir ici l’image d’une page : sur cette page, cliquez sur le bouton de Seconde, puis sur « Autres façons d’ajouter ».',
  // d’ailleurs
  scanElsewhere: 'Autres façons',
  scanAnywhere:
    'Déposez des images n’importe où sur cette page, ou collez une image, un lien ou une clé secrète.',
  scanPaste: 'Coller ici',
  scanPasteEmpty: 'Il n’y a rien à coller : copiez d’abord le code QR ou la clé secrète.',
  scanDropHere: 'Déposez les images ici',
  scanPictures: 'Choisir des images',
  scanCamera: 'Utiliser la caméra',
  scanScreen: 'Capturer une fenêtre',
  scanByHand: 'Entrer la clé secrète',
  scanNoneInPicture: {
    one: 'Aucun code QR dans cette image. (S-101)',
    other: 'Aucun code QR dans ces {count} images. (S-101)',
  },
  scanUnreadInPicture:
    'Il y a un code QR dans cette image, mais il n’a pas pu être lu. Essayez une image plus grande ou plus nette. (S-102)',
  scanSomeUnread: {
    one: '{count} fichier n’a pas pu être lu.',
    other: '{count} fichiers n’ont pas pu être lus.',
  },
  scanTooMany: 'C’est beaucoup de fichiers à la fois : les {count} premiers ont été lus.',
  scanSeveral: 'Plusieurs codes QR ont été trouvés. Choisissez celui à ajouter.',
  scanCameraTitle: 'Caméra',
  scanCameraHint: 'Montrez le code QR à la caméra. Aucune image n’est gardée.',
  scanCameraStop: 'Arrêter la caméra',
  scanCameraRefused:
    'Le navigateur n’a pas permis la caméra. Vous pouvez la permettre à côté de l’adresse, puis réessayer. (S-114)',
  scanCameraNone: 'Aucune caméra n’a été trouvée sur cet ordinateur. (S-115)',
  scanScreenNone: 'Rien n’a été capturé.',
  // le résultat
  scanNotFilled: 'Rien n’a été entré dans une page. Copiez le code, puis collez-le là où le site le demande.',
  scanNotFilledBeside:
    'Rien n’a été entré dans la page. Revenez-y et collez-y le code, ou choisissez « Entrer le code » avec le bouton de Seconde.',
  // à la main
  handTitle: 'Entrer la clé secrète',
  handKey: 'Clé secrète',
  handKeyHint:
    'Aussi appelée clé d’authentification. Les majuscules, les espaces et les tirets ne comptent pas.',
  handKeyWrong: 'Le caractère {position}, « {character} », ne peut pas faire partie d’une clé secrète.',
  handKeyWrongDigit:
    'Le caractère {position}, « {character} », ne peut pas faire partie d’une clé secrète. Est-ce plutôt la lettre « {letter} »?',
  handKeyMissing: 'Entrez ou collez la clé que le site affiche près du code QR.',
  handFilledFromAddress: 'Le reste du formulaire a été rempli à partir de cette adresse.',
  handIssuer: 'Site ou entreprise',
  handName: 'Nom du compte',
  handNameHint: 'Comme sur le site : une adresse courriel, un numéro.',
  handAdvanced: 'Autres réglages',
  handAdvancedHint: 'À laisser tels quels, sauf si le site dit autre chose.',
  handKind: 'Sorte de code',
  handKindTotp: 'Selon l’heure',
  handKindHotp: 'Selon un compteur',
  handKindSteam: 'Steam',
  handKindMotp: 'Mobile-OTP',
  handKindYandex: 'Yandex',
  handPin: 'NIP',
  handPinHint: 'Celui que vous avez choisi pour ce compte, de 4 à 16 chiffres.',
  handAlgorithm: 'Algorithme',
  handDigits: 'Chiffres',
  handPeriod: 'Un nouveau code toutes les (secondes)',
  handPeriodWrong: 'De 1 à 3600 secondes.',
  handCounter: 'Compteur',
  handCounterWrong: 'Un nombre entier, 0 ou plus.',
  handPreview: 'Le code sera',
  handPreviewNote:
    'Comparez-le avec une autre application, si vous en avez une. Rien n’est encore enregistré.',
  handAdd: 'Ajouter le compte',
  handCancel: 'Annuler',
};
