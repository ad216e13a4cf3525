/** Public keys as passkeys have them: SPKI, or COSE (RFC 9052), which is a small CBOR map. */
import { toBase64url, type Bytes } from './bytes.js';

const es256 = -7;
const edDsa = -8;
const rs256 = -257;

interface Algorithm {
  /** How the key is read, and how a signature is checked with it. */
  key: AlgorithmIdentifier | RsaHashedImportParams | EcKeyImportParams;
  check: AlgorithmIdentifier | EcdsaParams;
  /** The object identifier in an SPKI, as text. */
  oid: string;
}

const algorithms: Readonly<Record<number, Algorithm>> = {
  [es256]: {
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    check: { name: 'ECDSA', hash: 'SHA-256' },
    oid: '42,134,72,206,61,3,1,7',
  },
  [rs256]: {
    key: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    check: { name: 'RSASSA-PKCS1-v1_5' },
    oid: '42,134,72,134,247,13,1,1,1',
  },
  [edDsa]: { key: { name: 'Ed25519' }, check: { name: 'Ed25519' }, oid: '43,101,112' },
};

/** Whether the owner of a key has signed this. Throws where the key is none, or of a kind that the browser lacks. */
export async function isSigned(
  { publicKey, algorithm }: { publicKey: Bytes; algorithm: number | undefined },
  data: Bytes,
  signature: Bytes,
): Promise<boolean> {
  const isSpki = publicKey[0] === 0x30;
  const cose = isSpki ? undefined : readCose(publicKey);
  const told = cose ? cose.get(3) : algorithmOf(publicKey);
  const known = typeof told === 'number' ? algorithms[told] : undefined;
  if (!known || (algorithm ?? told) !== told) return false;
  const key = await (cose
    ? crypto.subtle.importKey('jwk', jwkOf(cose), known.key, false, ['verify'])
    : crypto.subtle.importKey('spki', publicKey, known.key, false, ['verify']));
  const raw = told === es256 ? rawOf(signature) : signature;
  return raw !== undefined && crypto.subtle.verify(known.check, key, raw, data);
}

/** By the identifier in its head; whether the key is really such a one is found when it is read. */
function algorithmOf(spki: Bytes): number | undefined {
  const head = `,${spki.subarray(0, 32).join()},`;
  return [es256, rs256, edDsa].find((one) => head.includes(`,${algorithms[one]!.oid},`));
}

type Cose = ReadonlyMap<number, number | Bytes>;

/** A map of numbers to numbers and bytes, with nothing after it. */
function readCose(bytes: Bytes): Cose {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const head = (): [major: number, count: number] => {
    const first = view.getUint8(at++);
    const more = first & 0x1f;
    if (more < 24) return [first >> 5, more];
    if (more === 24) return [first >> 5, view.getUint8(at++)];
    if (more !== 25) throw new RangeError('cbor');
    at += 2;
    return [first >> 5, view.getUint16(at - 2)];
  };
  const item = (): number | Bytes => {
    const [major, count] = head();
    if (major === 0) return count;
    if (major === 1) return -1 - count;
    at += count;
    if (major !== 2 || at > bytes.length) throw new RangeError('cbor');
    return bytes.slice(at - count, at);
  };
  const [major, count] = head();
  const map = new Map<number, number | Bytes>();
  for (let left = count; left > 0; left--) {
    const key = item();
    if (typeof key !== 'number' || map.has(key)) throw new RangeError('cbor');
    map.set(key, item());
  }
  if (major !== 5 || at !== bytes.length) throw new RangeError('cbor');
  return map;
}

/** The curve or the modulus is -1, what comes after it -2 and -3. */
function jwkOf(cose: Cose): JsonWebKey {
  const text = (key: number): string => {
    const bytes = cose.get(key);
    return typeof bytes === 'object' ? toBase64url(bytes) : '';
  };
  switch (cose.get(3)) {
    case es256:
      return { kty: 'EC', crv: 'P-256', x: text(-2), y: text(-3) };
    case edDsa:
      return { kty: 'OKP', crv: 'Ed25519', x: text(-2) };
    default:
      return { kty: 'RSA', n: text(-1), e: text(-2) };
  }
}

/** An ECDSA signature comes as two numbers in DER and is checked as twice 32 bytes. */
function rawOf(der: Bytes): Bytes | undefined {
  const raw = new Uint8Array(64);
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0;
    const digits = der.subarray(at + 2, at + 2 + length);
    if (der[at] !== 0x02 || length === 0 || digits.length !== length) return undefined;
    const significant = digits.subarray(digits.findIndex((byte) => byte !== 0));
    if (significant.length > 32) return undefined;
    raw.set(significant, end - significant.length);
    at += 2 + length;
  }
  return at === der.length ? raw : undefined;
}
