import type { LaterWords } from './catalogue';
import type { enrolWords as english } from './en-enrol';

/** Ce qui se dit d’un ajout qui se poursuit : étapes suivantes, nouvel essai, ce qui n’est pas confirmé. */
export const enrolWords: Pick<LaterWords, keyof typeof english> = {
  armedNext: 'Continuez dans la page : si elle demande le code, il s’y entrera de lui-même.',
  armedHow: 'Une seule fois, dans {host}, d’ici dix minutes. Si une autre page le demande, tapez-le là.',
  armedStop: 'Arrêter',
  waitingSignIn: 'Le dernier code a déjà servi. Un nouveau sera entré de lui-même dans {time}.',
  deviceUnchosen: 'Dans la page, choisissez l’appareil « {device} » avant de continuer.',
  codesTitle: 'Codes de récupération',
  codesNone:
    'Aucun n’est gardé pour l’instant. Quand le site vous montre des codes de récupération, ils peuvent être gardés ici.',
  codesLeft: { one: 'Il en reste {count} sur {total}.', other: 'Il en reste {count} sur {total}.' },
  codesShow: 'Afficher les codes',
  codesHide: 'Masquer les codes',
  codesPassword: 'Votre mot de passe de Seconde, pour les voir',
  codesVaultCode: 'Le code de récupération de votre coffre, pour les voir',
  codesKeepThese: 'Garder les codes de récupération de cette page',
  codesCheck: {
    one: '{count} code a été trouvé. Comparez-le avec la page.',
    other: '{count} codes ont été trouvés. Comparez-les avec la page.',
  },
  codesReplace: {
    one: 'Ils remplacent le code gardé auparavant.',
    other: 'Ils remplacent les {count} codes gardés auparavant.',
  },
  codesKeep: 'Garder ces codes',
  codesKept: { one: '{count} code de récupération gardé.', other: '{count} codes de récupération gardés.' },
  codesCopy: 'Copier le code de récupération {number}',
  codesUsed: 'utilisé',
  codesUsedOf: 'Le code de récupération {number} a été utilisé',
  codesAsked: 'Cette page demande le code de récupération numéro {number}.',
  codesShowOne: 'Afficher le code {number}',
  codesNotThat: 'Le code numéro {number} n’est pas parmi ceux qui ont été gardés.',
  fromNowOn:
    'Dès que vous aurez confirmé, le site demandera un code pour vous connecter. Si vos codes étaient perdus, seule une personne qui administre le site pourrait vous redonner accès. Gardez-en une copie.',
  skip: 'Passer',
  leftTitle: 'Vous avez quitté la page sans confirmer.',
  leftBody:
    'Ce compte n’est pas vérifié : le site ne compte peut-être pas dessus. Si vous recommencez sur le site, Seconde met le nouveau compte à sa place.',
  leftAccepted: 'Le site a bien accepté le code',
  replacedEarlier: 'Il remplace un essai précédent, jamais vérifié, qui est maintenant dans la corbeille.',
  putBackEarlier: 'Remettre l’essai précédent',
  olderTitle: 'Vous avez maintenant deux comptes vérifiés pour {issuer}',
  olderBody:
    'Le site demande-t-il encore les codes du compte précédent? Sinon, il peut aller à la corbeille.',
  olderKeepBoth: 'Garder les deux',
  olderKeepNewest: 'Garder seulement le nouveau',
};
