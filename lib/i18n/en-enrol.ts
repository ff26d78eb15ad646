/** What is said of an enrolment that goes on: later steps, second attempts, what is not confirmed, in English. */
export const enrolWords = {
  armedNext: 'Go on with the page: the code will go in when the page asks for it.',
  armedHow: 'Once only, on {host}, within ten minutes.',
  armedStop: 'Stop',
  waitingSignIn: 'The last code was used already. A fresh one goes in by itself in {time}.',
  deviceUnchosen: 'On the page, choose the device “{device}” before you go on.',
  leftTitle: 'You left the page before confirming.',
  leftBody:
    'This account is not verified: the site may not be counting on it. If you start over on the site, Seconde puts the new one in its place.',
  leftAccepted: 'The site did accept the code',
  replacedEarlier: 'It takes the place of an earlier attempt that was never verified, now in the trash.',
  putBackEarlier: 'Put the earlier one back',
  olderTitle: 'You now have two verified accounts for {issuer}',
  olderBody: 'Does the site still ask for codes of the earlier one? If not, it can go to the trash.',
  olderKeepBoth: 'Keep both',
  olderKeepNewest: 'Keep only the new one',
} as const;
