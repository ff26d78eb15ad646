import type { Sentences } from './catalogue';

/** What happened, then what to do next; nobody is to blame and no machine is named. */
export const sentences: Sentences = {
  failures: {
    'qr-none': 'No QR code was found on this page. Bring the whole QR code into view, then scan again.',
    'qr-unreadable':
      'There is a QR code here, but it could not be read. Make it larger on the page, then scan again.',
    'qr-empty': 'This QR code is empty. Reload the page to get a new one, then scan again.',
    'qr-web-address':
      'This QR code is only a link to a web page. Look for the one the site shows for an authenticator app.',
    'qr-wifi':
      'This QR code is for joining a Wi-Fi network. Look for the one the site shows for an authenticator app.',
    'qr-microsoft':
      'This QR code is only for Microsoft’s own app. On the page, choose “I want to use a different authenticator app”, then scan the new QR code.',
    'qr-other-app':
      'This QR code is only for another company’s app. On the page, look for a choice such as “another app” or “other authenticator”, then scan again.',
    'qr-passkey':
      'This QR code asks a phone for its passkey. On the page, cancel, then look for an authenticator app among the other ways.',
    'qr-not-an-account':
      'This QR code does not hold an account. Look for the one the site shows for an authenticator app.',
    'qr-series':
      'This QR code is part of a series that brings accounts from another computer. The whole series is read in “Receive from another computer”.',
    'qr-bare-key': 'This QR code holds only a secret key. Say whose it is, and the account can be added.',
    'picture-too-large':
      'The picture is too large to be read. Crop it around the QR code or make it smaller, then try again.',
    'picture-unreadable':
      'This file is not a picture that can be read. Choose a PNG, JPEG or WebP picture of the QR code.',
    'text-without-key':
      'No secret key and no QR code address was found in this text. Copy the whole key from the page, then try again.',
    'uri-too-long':
      'This QR code holds more than an account should. Reload the page to get a new one, then scan again.',
    'uri-malformed': 'This QR code is damaged. Reload the page to get a new one, then scan again.',
    'uri-kind-unsupported':
      'The site uses a kind of code that Seconde does not make. Look on the page for another way to sign in.',
    'uri-two-step':
      'This QR code asks for a second step that could not be done here. Look on the page for “another app”.',
    'pin-needed': 'The codes of this account need your PIN as well. Scan its QR code by itself.',
    'pin-malformed': 'The PIN has 4 to 16 digits.',
    'secret-missing':
      'The secret key is missing from this QR code. Reload the page to get a new one, then scan again.',
    'secret-character': 'The secret key holds a character that cannot be in it. Copy it again from the page.',
    'secret-too-long': 'The secret key is too long. Copy it again from the page.',
    'secret-incomplete': 'The secret key is not whole, or was mistyped. Copy it again from the page.',
    'algorithm-unknown':
      'The site makes its codes in a way that Seconde does not know. Look on the page for another way to sign in.',
    'migration-malformed':
      'This export could not be read whole, so nothing was added. Make the export again, then scan it.',
    'page-protected':
      'The browser does not let any extension work on this page. Open the site’s own page, then try again.',
    'page-insecure':
      'The connection to this page is not secure, so no code was entered. Check the site’s address.',
    'page-changed': 'The page changed in the meantime, so nothing was entered. Try again.',
    'page-grant-lost':
      'The browser no longer lets Seconde see this page. Click the Seconde button in the toolbar while you are on it, then try again.',
    'frame-opaque':
      'The field is in a part of the page that hides which site it comes from, so nothing was entered. Open that site in a tab of its own, then try again.',
    'frame-foreign':
      'The browser did not let Seconde into that part of the page, so nothing was entered. Copy the code, then paste it there.',
    'field-none':
      'No field for a code was found on this page. Copy the code, then paste it where the site asks for it.',
    'field-unsure':
      'It is not clear where the code goes. Right-click the right field, then choose “Enter code”.',
    'field-hidden':
      'The field for the code is hidden or covered, so nothing was entered. Close what covers it, then try again.',
    'field-occupied': 'There is already something in the field. Empty it, then try again.',
    'field-refused': 'The page did not accept what was typed. Copy the code, then paste it in the field.',
    'vault-locked': 'The vault is locked. Open it with your password, then try again.',
    'vault-damaged':
      'The vault is damaged and was left as it is. Bring your accounts back from a backup copy.',
    'vault-newer': 'The vault was written by a newer version of Seconde. Update Seconde, then try again.',
    'vault-unreadable':
      'The browser could not read the vault. Close the browser completely, open it again, then try again.',
    'vault-write-failed':
      'The change could not be saved, and the vault is as it was. Free some space on the disk, then try again.',
    'vault-unprotected': 'The vault has no password yet. Protect it first.',
    'password-wrong':
      'This is not the right password. Check capital letters and the keyboard’s language, then try again.',
    'password-too-short': 'The password is too short. It needs at least 8 characters.',
    'vault-rolled-back':
      'The browser gave back an older vault than the last one saved. Open the recovery page to choose the newest one.',
    'vault-smaller':
      'This change would have removed several accounts without saying so, so nothing was changed. Try again.',
    'way-last': 'This is the last way to open the vault. Set a password or make a recovery code first.',
    'recovery-code-wrong':
      'This recovery code does not open this vault. Check that it comes from the newest recovery kit.',
    'recovery-code-malformed':
      'Something is not right in group {position} of the recovery code. Compare it with the recovery kit.',
    'passkey-unknown': 'This passkey does not open this vault. Open it with your password.',
    'passkey-without-prf':
      'This passkey can sign you in to sites, but it cannot open a vault, so nothing was changed. Try with another device or another security key.',
    'passkey-unsupported':
      'This browser does not let an extension use passkeys yet. Your password and your recovery code open the vault.',
    'passkey-cancelled': 'The passkey was not given, so nothing was changed. Try again when you are ready.',
    'backup-not-ours': 'This file is not a backup copy from Seconde. Choose another file.',
    'backup-truncated': 'The end of this file is missing. Choose another copy of it, or download it again.',
    'backup-newer':
      'This file was written by a newer version of Seconde. Update Seconde, then choose the file again.',
    'backup-damaged': 'This file is damaged and does not open whole. Choose another copy of it.',
    'backup-cost':
      'The protection of this file is set in a way that Seconde never does, so it was not opened. Choose another copy of it.',
    'backup-no-way':
      'This file opens only in the browser that wrote it. Choose one that opens with a password or a recovery code.',
    'backup-not-tested': 'No copy was tested in the last day. Test a copy first, or say that you want none.',
    'file-malformed': 'This file is cut off or damaged. Ask for it again, or choose another copy.',
    'file-doctype':
      'This file holds instructions that a list of tokens does not need, so it was not read. Ask for it again.',
    'file-too-large': 'This file is larger than Seconde reads. Ask for it in smaller parts.',
    'file-cost':
      'Opening this file would take the computer far too long, so it was not tried. Ask for it again, encrypted in the usual way.',
    'file-key-wrong':
      'This is not the key or password of the file, or the file was changed. Nothing was added.',
    'file-key-malformed':
      'This does not look like the key of a file. Type the 32 or 64 characters (0 to 9, A to F) that you were given.',
    'file-unknown':
      'Seconde does not know this file. Choose the one that the other app exports, not a copy of its screen or a document.',
    'file-newer':
      'This file was written by a version that Seconde does not know yet. Update Seconde, or export again in an older format.',
    'file-no-password':
      'This file opens only on the device that wrote it. Export again in the other app, and choose a password there.',
    'file-too-many': 'The file holds more entries than Seconde takes at once: {count} were left out.',
    'file-empty': 'There is no account in this file. Choose another one.',
    'import-gone': 'There is no import left to undo.',
    'file-elsewhere':
      'This file opens only in the account that wrote it. Export again there, and choose a file with a password or without encryption.',
    'file-pgp':
      'This file is encrypted with PGP, which Seconde does not open. Export again without encryption, or as CSV, and delete that file afterwards.',
    'file-cipher':
      'This file is encrypted with {cipher}, which Seconde does not open. In the other app, choose AES or ChaCha20, then export again.',
    'file-app-locked':
      'This app locks its keys to the phone, so its file is of no use elsewhere. In the app, choose to transfer accounts, and let Seconde read the QR codes it shows.',
    'file-folder':
      'This file opens only together with the others of its folder. Pack the whole folder into a zip, then choose the zip.',
    'zip-unknown':
      'This zip is packed in a way that Seconde does not open. Unpack it first, then choose the file inside.',
    'entry-malformed': 'What the file says of it is cut off or damaged.',
    'pskc-not-one': 'This is not a token file (PSKC). Choose the one that your issuer sent.',
    'pskc-empty': 'There is no token in this file. Ask the issuer for it again.',
    'pskc-protection':
      'This file is protected in a way that Seconde does not open. Ask for one with a password or a shared key.',
    'pskc-kind': 'Its codes are of a kind that Seconde cannot make, so it was left out.',
    'pskc-format': 'What it says of its codes is not something that Seconde can follow, so it was left out.',
    'export-differs':
      'What was written for {account} was read back and is not the same, so nothing was handed over. Try without this account, or choose another format.',
    'export-forbidden': 'Your organization lets accounts leave only in a file that a password protects.',
    'series-code-wrong': 'This code does not open these accounts. Check it on the other computer.',
    'series-code-malformed':
      'The code is not complete, or a letter of group {position} is wrong. Check it on the other computer.',
    'series-damaged':
      'The QR codes were read, but they do not make a whole. On the other computer, begin again.',
    'series-too-long':
      'That is too much for QR codes: it would take {count} of them. Save a copy as a file instead.',
    'account-unknown': 'This account is no longer in Seconde. Close this window and open it again.',
    'account-none-here': 'No account of yours is used on this site. Choose one in the list, or add one.',
    'kind-unknown':
      'This version of Seconde cannot make the codes of this account. Update Seconde; the account is kept as it is.',
    'account-without-code': 'This entry is a reminder: it has no code to enter. Choose another account.',
    'clock-too-far':
      'This computer’s clock is more than a day away from the site’s. Set it, then enter a fresh code.',
    'codes-none':
      'No list of recovery codes was found on this page. Open the page that shows them, then try again.',
    'counter-back':
      'This number is lower than the present one. Say that you want to go back, or choose a higher one.',
    'proof-needed': 'Show again that it is you: too much time has passed.',
    'edit-gone': 'This earlier value is no longer kept.',
    'site-malformed': 'This is not the address of a site. It looks like “portal.example.ca”.',
    'organisation-disabled':
      'Your organization has turned Seconde off on this computer. Your accounts are still here, and you can take them out.',
    'organisation-unreadable':
      'Your organization’s rules for Seconde cannot be read ({rules}), so it stays turned off. Your accounts are still here, and you can take them out.',
    'organisation-password': 'Your organization asks for a password on the vault. Choose one, then go on.',
    'organisation-unattended': 'Your organization does not let codes be entered by themselves.',
    'gesture-expired': 'Too much time went by. Start again on the page.',
    'message-refused': 'Seconde did not recognize the request. Close this window and open it again.',
    internal: 'Something went wrong in Seconde, and nothing was changed. Close this window, then try again.',
  },
  warnings: {
    'digits-assumed':
      'The QR code did not say how many digits the codes have. If the site refuses the code, get a new QR code there.',
    'period-assumed':
      'The QR code did not say how often the codes change. If the site refuses the code, get a new QR code there.',
    'counter-assumed':
      'The QR code did not say at which number the codes start. If the site refuses the code, ask for the next one.',
    'algorithm-assumed':
      'The QR code did not say how the codes are made. If the site refuses the code, get a new QR code there.',
    'secret-short':
      'The site’s secret key is shorter than it should be. The codes work, but are easier to guess.',
    'issuers-differ':
      'The QR code names the site in two ways. Check that the account carries the right name.',
    'entries-unread':
      'Some accounts of this export could not be read and were left out. Keep the other app until you have them all.',
    'secret-hex':
      'The secret key was not written in the usual way. If the site refuses the code, type the key again from the page.',
    'name-missing': 'The QR code did not say whose account it is.',
  },
};
