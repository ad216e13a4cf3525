/** A passkey in software: answers as an authenticator does, or spoiled in one way. */
import type { Passkey } from '../../../src/adapters/identify.js';
import {
  fromBase64url,
  joined,
  sha256,
  toBase64url,
  utf8,
  type Bytes,
} from '../../../src/adapters/embedded/passkey/bytes.js';

export type Kind = 'ES256' | 'RS256' | 'EdDSA';

const kinds = {
  ES256: { alg: -7, make: { name: 'ECDSA', namedCurve: 'P-256' }, use: { name: 'ECDSA', hash: 'SHA-256' } },
  RS256: {
    alg: -257,
    make: {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    use: { name: 'RSASSA-PKCS1-v1_5' },
  },
  EdDSA: { alg: -8, make: { name: 'Ed25519' }, use: { name: 'Ed25519' } },
} as const;

export interface Answer {
  id: Bytes;
  clientDataJSON: Bytes;
  authenticatorData: Bytes;
  signature: Bytes;
}

/** What differs from a right answer: before it is signed, and after. */
export interface Spoiled {
  client?: (said: Record<string, unknown>) => unknown;
  text?: string;
  rpId?: string;
  flags?: number;
  counter?: number;
  /** What comes behind the head of the authenticator's data. */
  more?: readonly number[];
  by?: Authenticator;
  isRaw?: true;
  after?: (answer: Answer) => Answer;
}

export const rpId = 'plant.example';

export class Authenticator {
  readonly id: Bytes = crypto.getRandomValues(new Uint8Array(20));
  counter = 0;
  /** What was asked of it. */
  readonly asked: PublicKeyCredentialRequestOptions[] = [];
  /** What it has answered. */
  readonly given: Answer[] = [];
  readonly #kind: Kind;
  readonly #keys: CryptoKeyPair;

  private constructor(kind: Kind, keys: CryptoKeyPair) {
    this.#kind = kind;
    this.#keys = keys;
  }

  static async make(kind: Kind = 'ES256'): Promise<Authenticator> {
    const keys = await crypto.subtle.generateKey(kinds[kind].make, true, ['sign', 'verify']);
    return new Authenticator(kind, keys as CryptoKeyPair);
  }

  /** What the portal keeps of it. */
  async passkey(person: string, form: 'spki' | 'cose' = 'spki'): Promise<Required<Passkey>> {
    const { alg } = kinds[this.#kind];
    const spki = (): Promise<ArrayBuffer> => crypto.subtle.exportKey('spki', this.#keys.publicKey);
    return {
      person,
      credentialId: toBase64url(this.id),
      publicKey: toBase64url(form === 'cose' ? await this.cose() : new Uint8Array(await spki())),
      algorithm: alg,
    };
  }

  /** The public key as an authenticator writes it. */
  async cose(): Promise<Bytes> {
    const jwk = await crypto.subtle.exportKey('jwk', this.#keys.publicKey);
    const bytes = (text = ''): readonly number[] => {
      const all = fromBase64url(text);
      const head = all.length > 255 ? [0x59, all.length >> 8, all.length & 0xff] : [0x58, all.length];
      return [...head, ...all];
    };
    const maps: Record<Kind, readonly number[]> = {
      ES256: [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, ...bytes(jwk.x), 0x22, ...bytes(jwk.y)],
      EdDSA: [0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21, ...bytes(jwk.x)],
      RS256: [0xa4, 1, 3, 3, 0x39, 1, 0, 0x20, ...bytes(jwk.n), 0x21, ...bytes(jwk.e)],
    };
    return Uint8Array.from(maps[this.#kind]);
  }

  /** As `navigator.credentials.get` gives it. */
  async answer(
    options: PublicKeyCredentialRequestOptions,
    { client = (said) => said, text, by = this, isRaw, after = (answer) => answer, ...head }: Spoiled = {},
  ): Promise<Credential> {
    this.asked.push(options);
    const { rpId: to = rpId, flags = 0x05, counter = ++this.counter, more = [] } = head;
    const challenge = toBase64url(new Uint8Array(options.challenge as ArrayBuffer));
    const said = client({
      type: 'webauthn.get',
      challenge,
      origin: location.origin,
      crossOrigin: false,
    });
    const clientDataJSON = utf8(text ?? JSON.stringify(said));
    const count = [counter >>> 24, counter >>> 16, counter >>> 8, counter].map((byte) => byte & 0xff);
    const authenticatorData = joined(await sha256(utf8(to)), Uint8Array.from([flags, ...count, ...more]));
    const data = joined(authenticatorData, await sha256(clientDataJSON));
    const answer = after({
      id: this.id,
      clientDataJSON,
      authenticatorData,
      signature: await by.sign(data, isRaw),
    });
    this.given.push(answer);
    return asCredential(answer);
  }

  async sign(data: Bytes, isRaw = false): Promise<Bytes> {
    const { use } = kinds[this.#kind];
    const signature = new Uint8Array(await crypto.subtle.sign(use, this.#keys.privateKey, data));
    return this.#kind === 'ES256' && !isRaw ? derOf(signature) : signature;
  }
}

export const asCredential = ({ id, ...response }: Answer): Credential =>
  ({
    type: 'public-key',
    id: toBase64url(id),
    rawId: id.buffer,
    response: Object.fromEntries(Object.entries(response).map(([key, bytes]) => [key, bytes.slice().buffer])),
  }) as unknown as Credential;

/** Two numbers, each without what leads it and never negative. */
export function derOf(raw: Bytes): Bytes {
  const numbers = [raw.subarray(0, 32), raw.subarray(32)].flatMap((digits) => {
    const first = digits.findIndex((byte) => byte !== 0);
    const significant = [...digits.subarray(first < 0 ? 31 : first)];
    if (significant[0]! > 0x7f) significant.unshift(0);
    return [0x02, significant.length, ...significant];
  });
  return Uint8Array.from([0x30, numbers.length, ...numbers]);
}
