import type { LaterWords } from './catalogue';
import type { enrolWords as english } from './en-enrol';

/** Ce qui se dit d’un ajout qui se poursuit : étapes suivantes, nouvel essai, ce qui n’est pas confirmé. */
export const enrolWords: Pick<LaterWords, keyof typeof english> = {
  armedNext: 'Continuez dans la page : le code sera entré quand la page le demandera.',
  armedHow: 'Une seule fois, dans {host}, d’ici dix minutes.',
  armedStop: 'Arrêter',
  waitingSignIn: 'Le dernier code a déjà servi. Un nouveau sera entré de lui-même dans {time}.',
  deviceUnchosen: 'Dans la page, choisissez l’appareil « {device} » avant de continuer.',
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
