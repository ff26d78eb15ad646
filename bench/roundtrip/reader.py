"""
Reads what Seconde writes, with nothing of Seconde: Python's own library, and `cryptography` for what is closed.
`reader.py FORMAT FILE [PASSWORD]`; for google-migration the file holds one address a line, as zbarimg read them. Prints a JSON list
of {issuer, name, kind, key (hex), algorithm, digits, period, counter, pin}. `reader.py codes` reads such a list with a list of
moments from standard input and prints their codes, for kinds that oathtool does not know.
"""
import base64
import hashlib
import hmac
import json
import struct
import sys
from urllib.parse import parse_qs, unquote, urlsplit


def base32(text):
    return base64.b32decode(text + "=" * (-len(text) % 8)).hex()


def entry(issuer, name, kind, key, algorithm="SHA1", digits=6, period=30, counter=None, pin=None):
    return dict(issuer=issuer, name=name, kind=kind, key=key, algorithm=algorithm, digits=digits,
                period=period, counter=counter, pin=pin)


def from_address(address, title="", user=""):
    parts = urlsplit(address)
    query = {k: v[0] for k, v in parse_qs(parts.query, keep_blank_values=True).items()}
    scheme = parts.scheme
    if scheme == "steam":
        return entry(title, user, "steam", base32(parts.netloc), digits=5)
    kind = "motp" if scheme == "motp" else {"yaotp": "yandex"}.get(parts.netloc, parts.netloc)
    raw = (parts.netloc + parts.path) if scheme == "motp" else parts.path[1:]
    prefix, colon, rest = raw.partition(":")
    label = unquote(rest if colon else prefix)
    issuer = query.get("issuer", unquote(prefix) if colon else "")
    pin = query.get("pin")
    pin = bytes.fromhex(base32(pin)).decode() if pin else None
    if kind == "motp":
        return entry(issuer, label, kind, query["secret"], "MD5", 6, 10, None, pin)
    counter = int(query["counter"]) if "counter" in query else None
    digits = {"steam": 5, "yandex": 8}.get(kind, int(query.get("digits", 6)))
    return entry(issuer, label, kind, base32(query["secret"]), query.get("algorithm", "SHA1"), digits,
                 int(query.get("period", 30)), counter, pin)


def gcm(key, nonce, sealed):
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    return AESGCM(key).decrypt(nonce, sealed, None)


def aegis(file, password):
    db, header = file["db"], file["header"]
    if header["slots"] is not None:
        slot = header["slots"][0]
        key = hashlib.scrypt(password.encode(), salt=bytes.fromhex(slot["salt"]), n=slot["n"], r=slot["r"],
                             p=slot["p"], dklen=32, maxmem=2 ** 26)
        at = slot["key_params"]
        master = gcm(key, bytes.fromhex(at["nonce"]), bytes.fromhex(slot["key"]) + bytes.fromhex(at["tag"]))
        at = header["params"]
        db = json.loads(gcm(master, bytes.fromhex(at["nonce"]), base64.b64decode(db) + bytes.fromhex(at["tag"])))
    for one in db["entries"]:
        info = one["info"]
        yield entry(one["issuer"], one["name"], one["type"], base32(info["secret"]), info["algo"], info["digits"],
                    info.get("period", 30), info.get("counter"), info.get("pin"))


def two_fas(file, password):
    services = file["services"]
    if "servicesEncrypted" in file:
        sealed, salt, nonce = map(base64.b64decode, file["servicesEncrypted"].split(":"))
        services = json.loads(gcm(hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 10000, 32), nonce, sealed))
    for one in services:
        otp = one["otp"]
        yield entry(otp["issuer"], otp["account"], otp["tokenType"].lower(), base32(one["secret"]), otp["algorithm"],
                    otp["digits"], otp.get("period", 30), otp.get("counter"))


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def fields(data):
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        value, at = varint(data, at)
        if key & 7 == 2:
            value, at = data[at:at + value], at + value
        yield key >> 3, value


def google(addresses):
    for address in addresses:
        data = base64.b64decode(parse_qs(urlsplit(address).query)["data"][0])
        for number, value in fields(data):
            if number != 1:
                continue
            one = dict(fields(value))
            name = one.get(2, b"").decode()
            issuer = one.get(3, b"").decode()
            if name.startswith(issuer + ":"):
                name = name[len(issuer) + 1:]
            yield entry(issuer, name, "hotp" if one[6] == 1 else "totp", one[1].hex(),
                        {1: "SHA1", 2: "SHA256", 3: "SHA512"}[one[4]], {1: 6, 2: 8}[one[5]], 30,
                        one.get(7, 0) if one[6] == 1 else None)


def read(kind, text, password):
    if kind in ("otpauth-list", "paper"):
        return [from_address(line) for line in text.splitlines()]
    if kind.startswith("aegis"):
        return list(aegis(json.loads(text), password))
    if kind.startswith("2fas"):
        return list(two_fas(json.loads(text), password))
    if kind == "bitwarden":
        items = json.loads(text)["items"]
        return [from_address(i["login"]["totp"], i["name"], i["login"]["username"] or "") for i in items]
    return list(google(text.splitlines()))


def truncated(mac):
    at = mac[-1] & 15
    return struct.unpack(">I", mac[at:at + 4])[0] & 0x7FFFFFFF


def code(one, moment):
    key = bytes.fromhex(one["key"])
    kind = one["kind"]
    if kind == "motp":
        text = "%d%s%s" % (moment // 10, one["key"], one["pin"])
        return hashlib.md5(text.encode()).hexdigest()[:6]
    step = one["counter"] + moment if kind == "hotp" else moment // one["period"]
    if kind == "yandex":
        key = hashlib.sha256(one["pin"].encode() + key).digest()
        key = key[1:] if key[0] == 0 else key
        mac = hmac.new(key, struct.pack(">Q", step), "sha256").digest()
        at = mac[-1] & 15
        value = struct.unpack(">Q", mac[at:at + 8])[0] & 0x7FFFFFFFFFFFFFFF
        value %= 26 ** 8
        out = ""
        for _ in range(8):
            out = chr(97 + value % 26) + out
            value //= 26
        return out
    mac = hmac.new(key, struct.pack(">Q", step), one["algorithm"].lower()).digest()
    value = truncated(mac)
    if kind == "steam":
        out = ""
        for _ in range(5):
            out += "23456789BCDFGHJKMNPQRTVWXY"[value % 26]
            value //= 26
        return out
    return str(value % 10 ** one["digits"]).zfill(one["digits"])


if sys.argv[1] == "codes":
    asked = json.load(sys.stdin)
    print(json.dumps([[code(one, moment) for moment in asked["moments"]] for one in asked["entries"]]))
elif sys.argv[1] == "pyotp":
    import pyotp
    with open(sys.argv[2], encoding="utf-8") as file:
        lines = file.read().splitlines()
    moments = json.load(sys.stdin)
    out = []
    for line in lines:
        otp = pyotp.parse_uri(line)
        hotp = isinstance(otp, pyotp.HOTP)
        out.append([otp.at(i) if hotp else otp.at(m) for i, m in enumerate(moments)])
    print(json.dumps(out))
else:
    with open(sys.argv[2], encoding="utf-8") as file:
        print(json.dumps(read(sys.argv[1], file.read(), sys.argv[3] if len(sys.argv) > 3 else "")))
