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
} as const;
