/** What is said of codes of other kinds, of exports in several parts, and of QR codes meant for other apps. */
export const kindWords = {
  pinTitle: 'Your PIN for this account',
  pinLead:
    'The codes of this account are made with a PIN that you chose on the site, or were given. Seconde keeps it encrypted with the account.',
  pinField: 'PIN',
  pinHint: '4 to 16 digits.',
  pinShow: 'Show the PIN',
  pinHide: 'Hide the PIN',
  pinSave: 'Add the account',
  pinWrong:
    'A wrong PIN gives wrong codes: only the site can tell. If it refuses the code, scan the QR code again.',
  collectedTitle: 'Part {have} of {size} added',
  collectedSeveral: '{have} of {size} parts added',
  collectedWhole: 'The whole export is here',
  collectedParts: 'Parts of the export',
  collectedHere: 'Part {number}: here',
  collectedMissing: 'Part {number}: missing',
  collectedNext: 'In the other app, show part {number} of {size}, then scan it. Any order will do.',
  collectedAdded: { one: '{count} account added.', other: '{count} accounts added.' },
  collectedKnown: {
    one: '{count} was here already, and was not added twice.',
    other: '{count} were here already, and were not added twice.',
  },
  collectedUnread: {
    one: '{count} could not be read and was left out. Keep the other app until you have it.',
    other: '{count} could not be read and were left out. Keep the other app until you have them.',
  },
  collectedKept: 'What is added stays, even if you stop here.',
  collectedScan: 'Scan the next part',
  collectedOther:
    'This QR code belongs to another export, so nothing of it was added. Show a part of the first one, or start over with this one.',
  collectedStartOver: 'Start over with this one',
  partTitle: 'Type this part in the page',
  partLead:
    'The site asks for a second part of the key. Type it where the page asks for it, then go on. Spaces do not matter.',
  partCopy: 'Copy this part',
  partCopied: 'Copied.',
  partThen: 'Then, if the page asks for a code:',
  otherMicrosoft: 'This QR code is for Microsoft’s own app',
  otherMicrosoftPage: 'This page is about Microsoft’s own app',
  otherAppTitle: 'This QR code is for {app}',
  otherPasskey: 'This QR code is for a passkey on a phone',
  otherNotApp: 'This QR code is not for an authenticator app',
  otherWhy: 'No other app can read it. The site can also give one that Seconde reads.',
  otherFound: 'On the page, press “{words}”. It is in view now.',
  otherThenMicrosoft: 'Press Next, then scan the new QR code.',
  otherThen: 'Then scan the QR code that the page shows.',
  otherThenOkta: 'Choose Google Authenticator in the list, then scan the QR code that the page shows.',
  otherAgain: 'Show me again',
  otherSearch: 'Look again',
  otherLookMicrosoft:
    'On the page, look for “I want to use a different authenticator app”. It may be on an earlier step: press Back once or twice, then “Look again” here.',
  otherLook:
    'On the page, look for a choice such as “another app” or “other authenticator”, then scan again.',
  otherLookOkta:
    'On the page, go back to the list of authenticators and choose Google Authenticator, then scan again.',
  tokenLookDuo:
    'Duo does not always let people use another app. On the page, look for other options, or ask your institution for a hardware token.',
  otherLookPasskey: 'On the page, press Cancel, then look for an authenticator app among the other ways.',
  otherHidden: 'If the link is nowhere',
  otherAtOnce: 'What works at once, where it is offered:',
  otherMethodStep: '“I want to set up a different method”',
  otherMethodShown: '“{words}”, in view on the page now',
  otherPhoneStep: '“Phone”',
  otherCallStep: '“Call me”: a landline will do',
  tokenAskMicrosoft:
    'Your institution has turned this choice off. It can turn it on for you: in its settings, the method is called “Third-party software OATH tokens”.',
  otherCopy: 'Copy the request',
  otherCopied: 'Request copied.',
  tokenRequestMicrosoft:
    'Hello,\n\nI do not have a phone that I can use for Microsoft Authenticator. I would like to sign in with six-digit codes made on my computer by an authenticator that follows the OATH standard.\n\nCould you please turn on the authentication method “Third-party software OATH tokens” for my account, so that the link “I want to use a different authenticator app” is shown on aka.ms/mfasetup? If that is not possible, a hardware OATH token or calls to a landline would also suit me.\n\nThank you.',
  tokenShort:
    'Your institution hands out a token that only its own app can activate. You do not have to have a phone for it.',
  bareKeyType: 'Say whose key it is',
} as const;
