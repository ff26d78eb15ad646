/** The welcome page and its rehearsal, in English. Names of buttons of other makers are theirs, word for word. */
export const welcomeWords = {
  welTitle: 'Welcome to Seconde',
  welAgain: 'See the welcome and the practice again',
  welSkip: 'Skip',
  welNext: 'Next',
  welFinish: 'Done',
  welStep: 'Step {number} of {total}',
  // 1: without a phone
  welFirstTitle: 'Your sign-in codes, without a phone',
  welFirstLead:
    'A site asks you to set up an authenticator app, and shows a QR code. Right-click it, then choose “Add to Seconde”. From then on, your codes are here.',
  welFirstNothing: 'Nothing leaves this computer. It works without the internet too.',
  welNoPhone: 'I have no phone',
  welNoPhoneBody:
    'You do not need one. Seconde makes the same codes as the app on a phone would, from the same QR code. If the site names Google Authenticator or Microsoft Authenticator, follow its steps and use Seconde wherever it says to scan.',
  welMicrosoft: 'Which button on Microsoft’s page?',
  welMicrosoftWhere:
    'Go to mysignins.microsoft.com/security-info and choose “Add sign-in method”, then “Authenticator app” or “Microsoft Authenticator”.',
  welMicrosoftLink:
    'Then the link “I want to use a different authenticator app” (or “Set up a different authentication app”). Not “I want to set up a different method”: that one is for a phone.',
  welMicrosoftCode:
    'The QR code that comes next is the right one. If you see a code and a web address rather than a key, go back: those are for Microsoft’s own app.',
  welMicrosoftNone:
    'No such link? Your organization has hidden it. Ask its help desk to allow “third-party software OATH tokens”.',
  // 2: nothing lost
  welSecondTitle: 'Nothing lost, nothing seen by others',
  welSecondLead: 'Two habits are enough: a password for the vault, and a backup copy kept somewhere else.',
  welTwo: 'I have two computers',
  welTwoBody:
    'Install Seconde on both. In Settings, on the first, save a backup copy. In those of the second, choose “Bring back from a copy”. Both then make the same codes, each by itself.',
  welShared: 'The computer is shared',
  welSharedBody:
    'Set a password, and lock the vault when you leave: nobody else sees your codes then. In a library or a classroom, or where everything is wiped each night, use a computer of your own instead.',
  welLost: 'What if I lose this computer?',
  welLostBody:
    'Your backup copy and your password bring everything back on another one. Forgot the password? The recovery code that you kept on paper opens the copy too. Also keep the recovery codes that sites give you.',
  welLostNone:
    'With no copy at all, each site has to set you up again. Make one right after your first account.',
  welSetUp: 'Open the settings',
  welKit: 'Prepare a recovery kit',
  // 3: the rehearsal
  welThirdTitle: 'Try it once, with nothing at stake',
  welThirdLead: 'Here is a QR code like those that sites show. It opens nothing.',
  welTryScan: 'Right-click the QR code, then choose “Add to Seconde”.',
  welTryPopup: 'Or press the Seconde button in the toolbar, then “Scan this page”.',
  welTryType: 'Type here the code that Seconde shows for “{issuer}”.',
  welTryQr: 'Practice QR code',
  welTryField: '6-digit code',
  welTryCheck: 'Check',
  welTryAdded: 'Added to Seconde. Now type its code below.',
  welTryRight: 'That is it. On a real site, it is exactly the same.',
  welTryWrong: 'That is not the code of this moment. Look at the one that Seconde shows now.',
  welTryNotAdded: 'First add the QR code to Seconde: the code comes from there.',
  welTryRemove: 'Remove the practice account',
  welTryRemoved: 'The practice account is gone. Nothing of it is left.',
  welTryForMe: 'Nothing happens? Add it for me',
  welTryLocked: 'Open the vault from the Seconde button first.',
  welTryIssuer: 'Seconde (practice)',
  welTryName: 'try',
  // the button in the toolbar
  welPinTitle: 'Keep the button in sight',
  welPinChromium: 'Press the puzzle piece at the top right, then the pin beside Seconde.',
  welPinFirefox:
    'Press the puzzle piece at the top right, then the wheel beside Seconde, then “Pin to Toolbar”.',
  welPinned: 'The Seconde button is in the toolbar.',
} as const;
