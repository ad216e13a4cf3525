/** Asks for a passkey, for one command, and tells whose it was. */
import type { Command } from '../../../domain/command.js';
import type { Id } from '../../../domain/run.js';
import { AdapterFault } from '../../adapter.js';
import { aboutOf } from '../about.js';
import type { Passkey, PasskeyOptions } from '../passkeys.js';
import { fromBase64url, joined, sha256, toBase64url, utf8, type Bytes } from './bytes.js';
import { verify } from './verifying.js';

/** The most that browsers take in one question; beyond it the authenticator looks by itself. */
const mostNamed = 64;
/** Milliseconds that a person has. */
const patience = 60_000;

export class Passkeys {
  readonly #known: readonly Passkey[];
  readonly #rpId: string;
  readonly #counters = new Map<string, number>();
  #asking: AbortController | undefined;

  constructor(known: readonly Passkey[], { rpId = location.hostname }: PasskeyOptions) {
    this.#known = known;
    this.#rpId = rpId;
  }

  async identify(person: Id | undefined, command: Command | undefined): Promise<Id | undefined> {
    const meant = this.#known.filter((one) => person === undefined || one.person === person);
    if (meant.length === 0) return undefined;
    const nonce = crypto.getRandomValues(new Uint8Array(32));
    const challenge = await sha256(joined(nonce, utf8(command ? aboutOf(command) : '')));
    const answer = await this.#ask(challenge, meant);
    if (!answer) return undefined;
    const credentialId = toBase64url(new Uint8Array(answer.rawId));
    const [passkey, ...more] = meant.filter((one) => plain(one.credentialId) === credentialId);
    // What two people have is nobody's.
    if (!passkey || more.length > 0) return undefined;
    const { clientDataJSON, authenticatorData, signature } =
      answer.response as AuthenticatorAssertionResponse;
    const counter = await verify(
      {
        clientDataJSON: new Uint8Array(clientDataJSON),
        authenticatorData: new Uint8Array(authenticatorData),
        signature: new Uint8Array(signature),
      },
      {
        challenge,
        origin: location.origin,
        rpId: this.#rpId,
        publicKey: passkey.publicKey,
        algorithm: passkey.algorithm,
        counter: this.#counters.get(credentialId),
      },
    );
    if (counter === undefined) return undefined;
    this.#counters.set(credentialId, counter);
    return passkey.person;
  }

  /** Nothing where the person has none, went back, or let it be. */
  async #ask(challenge: Bytes, meant: readonly Passkey[]): Promise<PublicKeyCredential | undefined> {
    // A browser asks for one at a time, and refuses the second: whoever asks last is who waits.
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    try {
      const answer = await navigator.credentials.get({
        publicKey: {
          challenge,
          rpId: this.#rpId,
          userVerification: 'required',
          timeout: patience,
          allowCredentials:
            meant.length > mostNamed
              ? []
              : meant.map(({ credentialId }) => ({ type: 'public-key', id: fromBase64url(credentialId) })),
        },
        signal,
      });
      return (answer as PublicKeyCredential | null) ?? undefined;
    } catch (cause) {
      const { name } = cause as Partial<Error>;
      if (name === 'NotAllowedError' || name === 'AbortError') return undefined;
      // Such as a page that is not of the domain that the passkeys were made for.
      throw new AdapterFault('unsupported', { cause });
    }
  }
}

/** Whether it was written with padding or without. */
const plain = (base64url: string): string => base64url.replaceAll('=', '');
