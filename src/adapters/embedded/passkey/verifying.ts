/** Whether a passkey's answer is one to exactly this question (WebAuthn, "Verifying an Authentication Assertion"). */
import { fromBase64url, isSame, joined, sha256, utf8, type Bytes } from './bytes.js';
import { isSigned } from './keys.js';

/** What the browser gives back. */
export interface Assertion {
  clientDataJSON: Bytes;
  authenticatorData: Bytes;
  signature: Bytes;
}

export interface Expected {
  challenge: Bytes;
  origin: string;
  rpId: string;
  publicKey: string;
  algorithm: number | undefined;
  /** How often the passkey said it had been used when it was used last. */
  counter: number | undefined;
}

/** The head of what the authenticator says: whom it was for, what it saw, how often it was used. */
const headLength = 37;
const present = 0x01;
const verified = 0x04;
const mayBackUp = 0x08;
const isBackedUp = 0x10;

/** How often the passkey says it has been used by now; nothing where anything about the answer is wrong. */
export async function verify(assertion: Assertion, expected: Expected): Promise<number | undefined> {
  try {
    return await check(assertion, expected);
  } catch {
    // A text that is no JSON, a key that is none: no answer.
    return undefined;
  }
}

async function check(
  { clientDataJSON, authenticatorData, signature }: Assertion,
  { challenge, origin, rpId, publicKey, algorithm, counter: before }: Expected,
): Promise<number | undefined> {
  const said = JSON.parse(new TextDecoder().decode(clientDataJSON)) as Readonly<Record<string, unknown>>;
  if (said['type'] !== 'webauthn.get' || said['origin'] !== origin || said['crossOrigin'] === true)
    return undefined;
  if (typeof said['challenge'] !== 'string' || !isSame(fromBase64url(said['challenge']), challenge))
    return undefined;

  if (authenticatorData.length < headLength) return undefined;
  const view = new DataView(authenticatorData.buffer, authenticatorData.byteOffset);
  if (!isSame(authenticatorData.subarray(0, 32), await sha256(utf8(rpId)))) return undefined;
  const flags = view.getUint8(32);
  const isSeen = (flags & present) !== 0 && (flags & verified) !== 0;
  if (!isSeen || (flags & (mayBackUp | isBackedUp)) === isBackedUp) return undefined;

  const data = joined(authenticatorData, await sha256(clientDataJSON));
  if (!(await isSigned({ publicKey: fromBase64url(publicKey), algorithm }, data, signature)))
    return undefined;

  const counter = view.getUint32(33);
  // One that does not count says zero each time; one that counts never says the same twice, unless it is a copy.
  const countsOn = before === undefined || counter > before || (counter === 0 && before === 0);
  return countsOn ? counter : undefined;
}
