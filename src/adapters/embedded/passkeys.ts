/** A ready-made way to tell who acts by the device's own lock or a security key; what asks comes when it is asked. */
import type { Id, Person } from '../../domain/run.js';
import type { Passkeys } from './passkey/asking.js';
import type { Way } from './ways.js';

/** What is kept of a passkey: nothing of it is secret. `registerPasskey` makes one. */
export interface Passkey {
  /** Whose it is, by id. */
  person: Id;
  /** As base64url. */
  credentialId: string;
  /** SPKI or COSE, as base64url. */
  publicKey: string;
  /** The number by COSE: -7 is ES256, -257 RS256, -8 EdDSA. Told by the key, if not said. */
  algorithm?: number;
}

export interface PasskeyOptions {
  /** The domain that the passkeys were made for; that of the page, if not said. */
  rpId?: string;
}

/** Browsers have passkeys for pages of a domain, on a safe connection; none for a page that is reached by a number. */
const isOffered = ({ rpId }: PasskeyOptions): boolean =>
  typeof PublicKeyCredential === 'function' &&
  'credentials' in navigator &&
  typeof (crypto as Partial<Crypto>).subtle === 'object' &&
  !/^[\d.]+$|:/.test(rpId ?? location.hostname);

/**
 * The options `identify` and `identifies` of an embedded adapter. Each time the person is asked anew, by PIN, finger or
 * face at their device, for exactly that command. Where the browser has no passkeys the way is not offered: join it with
 * another (`identifyBy`), or nobody can sign there.
 *
 * The page itself checks the answer. A server that is to believe it checks it by itself, in an `identify` of its own.
 */
export function passkeys(known: readonly Passkey[], options: PasskeyOptions = {}): Way {
  if (!isOffered(options)) return { identifies: [], identify: () => Promise.resolve(undefined) };
  const kept = known.map((one) => ({ ...one }));
  let made: Passkeys | undefined;
  return {
    identifies: kept.length > 0 ? ['passkey'] : [],
    async identify(identification, command) {
      if (identification.method !== 'passkey') return undefined;
      const { Passkeys } = await import('./passkey/asking.js');
      return (made ??= new Passkeys(kept, options)).identify(identification.person, command);
    },
  };
}

/**
 * Makes a passkey for a person on this device, or on one that they hold, and gives back what `passkeys` takes, to be kept
 * where the portal keeps people. To be called from a press of a button; rejects as `navigator.credentials.create` does.
 * With what the person has already no device is registered twice.
 */
export async function registerPasskey(
  person: Pick<Person, 'id' | 'name'>,
  options: PasskeyOptions & { site?: string; known?: readonly Passkey[] } = {},
): Promise<Required<Passkey>> {
  const { register } = await import('./passkey/registering.js');
  return register(person, options);
}
