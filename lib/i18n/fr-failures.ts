import type { Sentences } from './catalogue';

/** Ce qui est arrivé, puis quoi faire : sans reproche et sans jargon. */
export const sentences: Sentences = {
  failures: {
    'qr-none': 'Aucun code QR sur cette page. Affichez le code QR en entier, puis numérisez de nouveau.',
    'qr-unreadable':
      'Il y a un code QR ici, mais il n’a pas pu être lu. Agrandissez-le sur la page, puis numérisez de nouveau.',
    'qr-empty':
      'Ce code QR est vide. Rechargez la page pour en obtenir un nouveau, puis numérisez de nouveau.',
    'qr-web-address':
      'Ce code QR n’est qu’un lien vers une page Web. Cherchez celui que le site affiche pour une application d’authentification.',
    'qr-wifi':
      'Ce code QR sert à se brancher à un réseau Wi-Fi. Cherchez celui que le site affiche pour une application d’authentification.',
    'qr-microsoft':
      'Ce code QR sert seulement à l’application de Microsoft. Sur la page, choisissez « Je souhaite utiliser une autre application d’authentification », puis numérisez le nouveau code QR.',
    'qr-other-app':
      'Ce code QR sert seulement à l’application d’une autre entreprise. Sur la page, cherchez un choix comme « autre application », puis numérisez de nouveau.',
    'qr-passkey':
      'Ce code QR demande à un téléphone sa clé d’identification. Sur la page, annulez, puis cherchez une application d’authentification parmi les autres façons.',
    'qr-not-an-account':
      'Ce code QR ne contient pas de compte. Cherchez celui que le site affiche pour une application d’authentification.',
    'qr-series':
      'Ce code QR fait partie d’une série qui apporte des comptes d’un autre ordinateur. La série se lit au complet dans « Recevoir d’un autre ordinateur ».',
    'qr-bare-key':
      'Ce code QR contient seulement une clé secrète. Dites à qui elle est, et le compte pourra être ajouté.',
    'picture-too-large':
      'L’image est trop grande pour être lue. Recadrez-la autour du code QR ou réduisez-la, puis recommencez.',
    'picture-unreadable':
      'Ce fichier n’est pas une image lisible. Choisissez une image PNG, JPEG ou WebP du code QR.',
    'text-without-key':
      'Aucune clé secrète dans ce texte. Copiez la clé en entier à partir de la page, puis réessayez.',
    'uri-too-long':
      'Ce code QR contient plus de choses qu’un compte. Rechargez la page pour en obtenir un nouveau, puis numérisez de nouveau.',
    'uri-malformed':
      'Ce code QR est endommagé. Rechargez la page pour en obtenir un nouveau, puis numérisez de nouveau.',
    'uri-kind-unsupported':
      'Le site utilise une sorte de code que Seconde ne sait pas produire. Cherchez sur la page une autre façon de vous connecter.',
    'uri-two-step':
      'Ce code QR demande une deuxième étape qui n’a pas pu se faire ici. Cherchez sur la page « autre application ».',
    'pin-needed': 'Les codes de ce compte demandent aussi votre NIP. Numérisez son code QR à part.',
    'pin-malformed': 'Le NIP compte de 4 à 16 chiffres.',
    'secret-missing':
      'La clé secrète manque dans ce code QR. Rechargez la page pour en obtenir un nouveau, puis numérisez de nouveau.',
    'secret-character':
      'La clé secrète contient un caractère qui ne peut pas en faire partie. Copiez-la de nouveau à partir de la page.',
    'secret-too-long': 'La clé secrète est trop longue. Copiez-la de nouveau à partir de la page.',
    'secret-incomplete':
      'La clé secrète n’est pas entière, ou contient une faute de frappe. Copiez-la de nouveau à partir de la page.',
    'algorithm-unknown':
      'Le site produit ses codes d’une façon que Seconde ne connaît pas. Cherchez sur la page une autre façon de vous connecter.',
    'migration-malformed':
      'Cette exportation n’a pas pu être lue en entier, donc rien n’a été ajouté. Refaites l’exportation, puis numérisez-la.',
    'page-protected':
      'Le navigateur ne laisse aucune extension agir sur cette page. Ouvrez la page du site, puis réessayez.',
    'page-insecure':
      'La connexion à cette page n’est pas sécurisée, donc aucun code n’a été entré. Vérifiez l’adresse du site.',
    'page-changed': 'La page a changé entre-temps, donc rien n’a été entré. Réessayez.',
    'page-grant-lost':
      'Le navigateur ne laisse plus Seconde voir cette page. Cliquez sur le bouton de Seconde dans la barre d’outils pendant que la page est affichée, puis réessayez.',
    'frame-opaque':
      'Le champ est dans une partie de la page qui cache de quel site elle vient. Rien n’a été entré. Ouvrez ce site dans son propre onglet, puis réessayez.',
    'frame-foreign':
      'Le navigateur n’a pas laissé Seconde entrer dans cette partie de la page. Rien n’a été entré. Copiez le code, puis collez-le à cet endroit.',
    'field-none':
      'Aucun champ pour un code sur cette page. Copiez le code, puis collez-le là où le site le demande.',
    'field-unsure':
      'L’endroit où va le code n’est pas certain. Faites un clic droit dans le bon champ, puis choisissez « Entrer le code ».',
    'field-hidden':
      'Le champ du code est caché ou recouvert, donc rien n’a été entré. Fermez ce qui le recouvre, puis réessayez.',
    'field-occupied': 'Il y a déjà quelque chose dans le champ. Videz-le, puis réessayez.',
    'field-refused': 'La page n’a pas pris ce qui a été entré. Copiez le code, puis collez-le dans le champ.',
    'vault-locked': 'Le coffre est verrouillé. Ouvrez-le avec votre mot de passe, puis réessayez.',
    'vault-damaged':
      'Le coffre est endommagé et a été laissé tel quel. Ramenez vos comptes à partir d’une copie de sauvegarde.',
    'vault-newer':
      'Le coffre vient d’une version plus récente de Seconde. Mettez Seconde à jour, puis réessayez.',
    'vault-unreadable':
      'Le navigateur n’a pas pu lire le coffre. Fermez complètement le navigateur, rouvrez-le, puis réessayez.',
    'vault-write-failed':
      'Le changement n’a pas pu être enregistré, et le coffre est resté comme avant. Libérez de l’espace sur le disque, puis réessayez.',
    'vault-unprotected': 'Le coffre n’a pas encore de mot de passe. Protégez-le d’abord.',
    'password-wrong':
      'Ce n’est pas le bon mot de passe. Vérifiez les majuscules et la langue du clavier, puis réessayez.',
    'password-too-short': 'Le mot de passe est trop court. Il faut au moins 8 caractères.',
    'vault-rolled-back':
      'Le navigateur a redonné un coffre plus ancien que le dernier enregistré. Ouvrez la page de récupération pour choisir le plus récent.',
    'vault-smaller':
      'Ce changement aurait retiré plusieurs comptes sans le dire, donc rien n’a été changé. Réessayez.',
    'way-last':
      'C’est la dernière façon d’ouvrir le coffre. Choisissez d’abord un mot de passe ou créez un code de récupération.',
    'recovery-code-wrong':
      'Ce code de récupération n’ouvre pas ce coffre. Vérifiez qu’il vient de la trousse de récupération la plus récente.',
    'recovery-code-malformed':
      'Quelque chose ne va pas dans le groupe {position} du code de récupération. Comparez-le avec la trousse de récupération.',
    'passkey-unknown': 'Cette clé d’identification n’ouvre pas ce coffre. Ouvrez-le avec votre mot de passe.',
    'passkey-without-prf':
      'Cette clé d’identification peut servir à se connecter à des sites, mais elle ne peut pas ouvrir un coffre. Rien n’a changé. Essayez avec un autre appareil ou une autre clé de sécurité.',
    'passkey-unsupported':
      'Ce navigateur ne permet pas encore aux extensions d’utiliser les clés d’identification. Votre mot de passe et votre code de récupération ouvrent le coffre.',
    'passkey-cancelled':
      'La clé d’identification n’a pas été donnée. Rien n’a changé. Réessayez quand vous voudrez.',
    'backup-not-ours': 'Ce fichier n’est pas une copie de sauvegarde de Seconde. Choisissez-en un autre.',
    'backup-truncated':
      'La fin de ce fichier manque. Choisissez-en une autre copie, ou téléchargez-le de nouveau.',
    'backup-newer':
      'Ce fichier vient d’une version plus récente de Seconde. Mettez Seconde à jour, puis choisissez le fichier de nouveau.',
    'backup-damaged': 'Ce fichier est endommagé et ne s’ouvre pas en entier. Choisissez-en une autre copie.',
    'backup-cost':
      'La protection de ce fichier est réglée comme Seconde ne le fait jamais, donc il n’a pas été ouvert. Choisissez-en une autre copie.',
    'backup-no-way':
      'Ce fichier s’ouvre seulement dans le navigateur qui l’a écrit. Choisissez-en un qui s’ouvre avec un mot de passe ou un code de récupération.',
    'backup-not-tested':
      'Aucune copie n’a été vérifiée depuis un jour. Vérifiez d’abord une copie, ou indiquez que vous n’en voulez pas.',
    'file-malformed': 'Ce fichier est coupé ou endommagé. Redemandez-le, ou choisissez-en une autre copie.',
    'file-doctype':
      'Ce fichier contient des instructions dont une liste de jetons n’a pas besoin, donc il n’a pas été lu. Redemandez-le.',
    'file-too-large':
      'Ce fichier est plus gros que ce que Seconde peut lire. Demandez-le en plus petites parties.',
    'file-cost':
      'Ouvrir ce fichier occuperait l’ordinateur beaucoup trop longtemps, donc rien n’a été tenté. Redemandez-le, chiffré de la façon habituelle.',
    'file-key-wrong':
      'Ce n’est pas la clé ou le mot de passe de ce fichier, ou le fichier a été modifié. Rien n’a été ajouté.',
    'file-key-malformed':
      'Cela ne ressemble pas à la clé d’un fichier. Tapez les 32 ou 64 caractères (0 à 9, A à F) que vous avez reçus.',
    'file-unknown':
      'Seconde ne connaît pas ce fichier. Choisissez celui que l’autre application exporte, pas une copie de son écran ni un document.',
    'file-newer':
      'Ce fichier vient d’une version que Seconde ne connaît pas encore. Mettez Seconde à jour, ou exportez de nouveau dans un format plus ancien.',
    'file-no-password':
      'Ce fichier ne s’ouvre que sur l’appareil qui l’a écrit. Exportez de nouveau dans l’autre application, en y choisissant un mot de passe.',
    'file-too-many':
      'Le fichier contient plus d’entrées que Seconde n’en prend à la fois : {count} sont restées de côté.',
    'file-empty': 'Il n’y a aucun compte dans ce fichier. Choisissez-en un autre.',
    'import-gone': 'Il n’y a plus d’importation à annuler.',
    'file-elsewhere':
      'Ce fichier ne s’ouvre que dans le compte qui l’a écrit. Exportez-y de nouveau, en choisissant un fichier avec mot de passe ou sans chiffrement.',
    'file-pgp':
      'Ce fichier est chiffré avec PGP, que Seconde n’ouvre pas. Exportez de nouveau sans chiffrement, ou en CSV, puis effacez ce fichier.',
    'file-cipher':
      'Ce fichier est chiffré avec {cipher}, que Seconde n’ouvre pas. Dans l’autre application, choisissez AES ou ChaCha20, puis exportez de nouveau.',
    'file-app-locked':
      'Cette application lie ses clés au téléphone : son fichier ne sert à rien ailleurs. Dans l’application, choisissez de transférer les comptes, et faites lire à Seconde les codes QR affichés.',
    'file-folder':
      'Ce fichier ne s’ouvre qu’avec les autres de son dossier. Compressez tout le dossier dans un fichier zip, puis choisissez ce fichier zip.',
    'zip-unknown':
      'Ce fichier zip est compressé d’une manière que Seconde n’ouvre pas. Décompressez-le d’abord, puis choisissez le fichier qu’il contient.',
    'entry-malformed': 'Ce que le fichier en dit est coupé ou abîmé.',
    'pskc-not-one':
      'Ce n’est pas un fichier de jetons (PSKC). Choisissez celui que l’émetteur vous a envoyé.',
    'pskc-empty': 'Il n’y a aucun jeton dans ce fichier. Redemandez-le à l’émetteur.',
    'pskc-protection':
      'Ce fichier est protégé d’une façon que Seconde n’ouvre pas. Demandez-en un avec un mot de passe ou une clé partagée.',
    'pskc-kind': 'Ses codes sont d’une sorte que Seconde ne peut pas produire, donc il a été laissé de côté.',
    'pskc-format':
      'Ce qu’il indique de ses codes n’est pas applicable par Seconde, donc il a été laissé de côté.',
    'export-differs':
      'Ce qui a été écrit pour {account} a été relu et n’est pas identique : rien n’a été remis. Essayez sans ce compte, ou choisissez un autre format.',
    'export-forbidden':
      'Votre organisation ne laisse sortir les comptes que dans un fichier protégé par un mot de passe.',
    'series-code-wrong': 'Ce code n’ouvre pas ces comptes. Vérifiez-le sur l’autre ordinateur.',
    'series-code-malformed':
      'Le code n’est pas complet, ou une lettre du groupe {position} est fausse. Vérifiez-le sur l’autre ordinateur.',
    'series-damaged':
      'Les codes QR ont été lus, mais ne forment pas un tout. Recommencez sur l’autre ordinateur.',
    'series-too-long':
      'C’est trop pour des codes QR : il en faudrait {count}. Enregistrez plutôt une copie dans un fichier.',
    'account-unknown': 'Ce compte n’est plus dans Seconde. Fermez cette fenêtre, puis rouvrez-la.',
    'account-none-here':
      'Aucun de vos comptes ne sert sur ce site. Choisissez-en un dans la liste, ou ajoutez-en un.',
    'kind-unknown':
      'Cette version de Seconde ne sait pas faire les codes de ce compte. Mettez Seconde à jour : le compte est gardé tel quel.',
    'account-without-code':
      'Cette entrée est un rappel : elle n’a pas de code à entrer. Choisissez un autre compte.',
    'clock-too-far':
      'L’horloge de cet ordinateur est à plus d’un jour de celle du site. Réglez-la, puis entrez un nouveau code.',
    'codes-none':
      'Aucune liste de codes de récupération n’a été trouvée dans cette page. Ouvrez la page qui les montre, puis réessayez.',
    'counter-back':
      'Ce numéro est plus bas que le numéro actuel. Confirmez que vous voulez revenir en arrière, ou choisissez-en un plus haut.',
    'proof-needed': 'Montrez de nouveau que c’est bien vous : trop de temps a passé.',
    'edit-gone': 'Cette valeur d’avant n’est plus conservée.',
    'site-malformed': 'Ce n’est pas l’adresse d’un site. Elle ressemble à « portail.exemple.ca ».',
    'organisation-disabled':
      'Votre organisation a désactivé Seconde sur cet ordinateur. Vos comptes sont encore là et vous pouvez les emporter.',
    'organisation-unreadable':
      'Les règles de votre organisation pour Seconde ne peuvent pas être lues ({rules}). Elle reste donc désactivée. Vos comptes sont encore là et vous pouvez les emporter.',
    'organisation-password':
      'Votre organisation demande un mot de passe pour le coffre. Choisissez-en un, puis continuez.',
    'organisation-unattended': 'Votre organisation ne permet pas que des codes soient entrés tout seuls.',
    'gesture-expired': 'Trop de temps a passé. Recommencez à partir de la page.',
    'message-refused': 'Seconde n’a pas reconnu la demande. Fermez cette fenêtre, puis rouvrez-la.',
    internal:
      'Un problème est survenu dans Seconde, et rien n’a été changé. Fermez cette fenêtre, puis réessayez.',
  },
  warnings: {
    'digits-assumed':
      'Le code QR ne dit pas combien de chiffres ont les codes. Si le site refuse le code, obtenez-y un nouveau code QR.',
    'period-assumed':
      'Le code QR ne dit pas à quel rythme les codes changent. Si le site refuse le code, obtenez-y un nouveau code QR.',
    'counter-assumed':
      'Le code QR ne dit pas à quel numéro commencent les codes. Si le site refuse le code, demandez le suivant.',
    'algorithm-assumed':
      'Le code QR ne dit pas comment les codes sont produits. Si le site refuse le code, obtenez-y un nouveau code QR.',
    'secret-short':
      'La clé secrète du site est plus courte qu’elle ne devrait. Les codes fonctionnent, mais sont plus faciles à deviner.',
    'issuers-differ': 'Le code QR nomme le site de deux façons. Vérifiez que le compte porte le bon nom.',
    'entries-unread':
      'Certains comptes de cette exportation n’ont pas pu être lus et ont été laissés de côté. Gardez l’autre application tant que vous ne les avez pas tous.',
    'secret-hex':
      'La clé secrète n’était pas écrite de la façon habituelle. Si le site refuse le code, entrez la clé de nouveau à partir de la page.',
    'name-missing': 'Le code QR ne dit pas à qui est le compte.',
  },
};
