import { type MadeFile, address, addressRow, bytesOf, seed } from './made-file';

const csv = (...lines: readonly string[]) => bytesOf(lines.join('\r\n'));
const keyRow = `${seed.base32}|SHA1|6|30`;

/** CSV of password managers. */
export const madeTables: readonly MadeFile[] = [
  {
    name: 'lastpass.csv',
    format: 'lastpass-csv',
    bytes: csv(
      'url,username,password,totp,extra,name,grouping,fav',
      `https://acme.example/login,alice,hunter2,${seed.base32},"note, with ""marks""",Acme,Work\\Mail,1`,
      'http://sn,,,,a note,Note,,0',
      `https://acme.example,bob,x,not a key!,,Acme,,0`,
    ),
    rows: [
      `totp|Acme|alice|${keyRow}|note note, with "marks"|tags Work/Mail|pinned|sites https://acme.example`,
    ],
    problems: ['secret-character'],
    notes: ['items-without-code'],
  },
  {
    name: 'nordpass.csv',
    format: 'nordpass',
    bytes: csv(
      'name,url,additional_urls,username,password,note,cardholdername,cardnumber,cvc,pin,expirydate,zipcode,folder,full_name,phone_number,email,address1,address2,city,country,state,type,custom_fields,totp',
      `Acme,https://acme.example,,alice,x,,,,,,,,Home,,,,,,,,,password,,${address}`,
      'Card,,,,,,Alice,4111,1,,12/30,,,,,,,,,,,credit_card,,',
    ),
    rows: [`${addressRow}|tags Home|sites https://acme.example`],
    notes: ['items-without-code'],
  },
  {
    name: 'dashlane, with addresses.csv',
    format: 'dashlane',
    bytes: csv(
      'username,username2,username3,title,password,note,url,category,otpUrl',
      `,alice2,,Acme,x,,https://acme.example,Mail,${address}`,
      'bob,,,Other,x,,,,',
    ),
    rows: [`${addressRow}|tags Mail|sites https://acme.example`],
    notes: ['items-without-code'],
  },
  {
    name: 'dashlane, with keys.csv',
    format: 'dashlane',
    bytes: csv(
      'username,username2,username3,title,password,note,url,category,otpSecret',
      `alice,,,Acme,x,,,,gezd gnbv-gy3t qojq GEZD GNBV GY3T QOJQ====`,
    ),
    rows: [`totp|Acme|alice|${keyRow}`],
  },
  {
    name: 'apple.csv',
    format: 'apple-passwords',
    bytes: csv(
      'Title,URL,Username,Password,Notes,OTPAuth',
      `acme.example (alice),https://acme.example/,alice,x,,otpauth://totp/acme.example:alice?secret=${seed.base32}&issuer=acme.example&algorithm=SHA1&digits=6&period=30`,
      'other.example (bob),https://other.example/,bob,x,,',
    ),
    rows: [`totp|acme.example|alice|${keyRow}|sites https://acme.example`],
    notes: ['items-without-code'],
  },
  {
    name: 'keepassxc, with codes.csv',
    format: 'keepassxc-csv',
    bytes: csv(
      '"Group","Title","Username","Password","URL","Notes","TOTP","Icon","Last Modified","Created"',
      `"Root/Web/Mail","Acme","alice","x","https://acme.example","","${address}","0","",""`,
      `"Root","Steam","gabe","x","","","otpauth://totp/Steam:gabe?secret=${seed.base32}&period=30&digits=5&issuer=Steam&encoder=steam","0","",""`,
    ),
    rows: [`${addressRow}|tags Web/Mail|sites https://acme.example`, `steam|Steam|gabe|${seed.base32}`],
  },
  {
    name: 'keepass.csv',
    format: 'keepass-csv',
    bytes: csv(
      'Title,User Name,Group,TimeOtp-Secret-Base32,TimeOtp-Period,TimeOtp-Length,TimeOtp-Algorithm,HmacOtp-Secret-Hex,HmacOtp-Counter',
      `Acme,alice,Web,${seed.base32},60,8,HMAC-SHA-512,,`,
      `Vpn,alice,Web,,,,,${seed.hex},42`,
      'Other,bob,Web,,,,,,',
    ),
    rows: [
      `totp|Acme|alice|${seed.base32}|SHA512|8|60|tags Web`,
      `hotp|Vpn|alice|${seed.base32}|SHA1|6|42|tags Web`,
    ],
    notes: ['items-without-code'],
  },
  {
    name: 'of a spreadsheet, in UTF-16 with semicolons.csv',
    format: 'lastpass-csv',
    bytes: new Uint8Array(
      Buffer.from(
        `\ufeffurl;username;password;totp;extra;name;grouping;fav\r\n;élise;x;${seed.base32};;Acmé;;0\r\n`,
        'utf16le',
      ),
    ),
    rows: [`totp|Acmé|élise|${keyRow}`],
  },
  {
    name: 'with a quotation mark that stays open.csv',
    format: 'lastpass-csv',
    bytes: csv(
      'url,username,password,totp,extra,name,grouping,fav',
      `,alice,x,${seed.base32},,Acme,,0`,
      `,bob,x,${seed.base32},"open,Other,,0`,
      `,carol,x,${seed.base32},,Third,,0`,
    ),
    rows: [`totp|Acme|alice|${keyRow}`],
    problems: ['entry-malformed'],
  },
];
