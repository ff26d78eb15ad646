/** The least a popup must do: one read, the codes of the rows that are seen, eleven rows. */
const rows = 11;

function secretBytes(base32) {
  const bytes = [];
  let bits = 0;
  let value = 0;
  for (const letter of base32) {
    value = ((value << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits >= 8) bytes.push((value >> (bits -= 8)) & 255);
  }
  return bytes;
}

/** FIPS 180-4; `bytes` shorter than 2^29. */
function sha1(bytes) {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  bytes.forEach((byte, at) => (words[at >> 2] |= byte << (24 - (at & 3) * 8)));
  words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length & 3) * 8);
  words[words.length - 1] = bytes.length * 8;
  let [h0, h1, h2, h3, h4] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  const w = new Int32Array(80);
  for (let block = 0; block < words.length; block += 16) {
    let [a, b, c, d, e] = [h0, h1, h2, h3, h4];
    for (let i = 0; i < 80; i++) {
      if (i < 16) w[i] = words[block + i];
      else {
        const x = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16];
        w[i] = (x << 1) | (x >>> 31);
      }
      const [f, k] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const t = (((a << 5) | (a >>> 27)) + f + e + k + w[i]) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = t;
    }
    h0 = (h0 + a) | 0;
    h1 = (h1 + b) | 0;
    h2 = (h2 + c) | 0;
    h3 = (h3 + d) | 0;
    h4 = (h4 + e) | 0;
  }
  return [h0, h1, h2, h3, h4].flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255));
}

/** RFC 6238 with the defaults of all accounts here: SHA-1, 6 digits, 30 s; keys of at most 64 bytes. */
function codeOf(secret, step) {
  const key = secretBytes(secret);
  const pad = (value) => Array.from({ length: 64 }, (_, at) => (key[at] ?? 0) ^ value);
  const counter = [0, 0, 0, 0, 24, 16, 8, 0].map((shift, at) => (at < 4 ? 0 : (step >>> shift) & 255));
  const mac = sha1([...pad(0x5c), ...sha1([...pad(0x36), ...counter])]);
  const at = mac[19] & 15;
  const number = ((mac[at] & 127) << 24) | (mac[at + 1] << 16) | (mac[at + 2] << 8) | mac[at + 3];
  return String(number % 1e6).padStart(6, '0');
}

chrome.storage.local.get('accounts').then((stored) => {
  const step = Math.floor(Date.now() / 30_000);
  for (const { issuer, otp } of JSON.parse(stored.accounts).slice(0, rows)) {
    const row = document.createElement('div');
    const code = document.createElement('span');
    code.className = 'code';
    code.textContent = codeOf(otp.secret, step);
    row.append(issuer, code);
    document.body.append(row);
  }
});
