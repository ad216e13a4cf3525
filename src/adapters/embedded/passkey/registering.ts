/** Makes a passkey that `passkeys` recognizes. */
import type { Person } from '../../../domain/run.js';
import { AdapterFault } from '../../adapter.js';
import type { Passkey, PasskeyOptions } from '../passkeys.js';
import { fromBase64url, sha256, toBase64url, utf8 } from './bytes.js';

export async function register(
  { id, name }: Pick<Person, 'id' | 'name'>,
  {
    rpId = location.hostname,
    site = rpId,
    known = [],
  }: PasskeyOptions & { site?: string; known?: readonly Passkey[] },
): Promise<Required<Passkey>> {
  const made = await navigator.credentials.create({
    publicKey: {
      rp: { id: rpId, name: site },
      // The authenticator is told who it is for without being told their id.
      user: { id: await sha256(utf8(`stepwright ${id}`)), name, displayName: name },
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      // On a shared device it is found without being told whose it is.
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      excludeCredentials: known
        .filter(({ person }) => person === id)
        .map(({ credentialId }) => ({ type: 'public-key', id: fromBase64url(credentialId) })),
    },
  });
  const { rawId, response } = made as PublicKeyCredential;
  const attestation = response as AuthenticatorAttestationResponse;
  const publicKey = attestation.getPublicKey();
  // Of a kind that the browser itself cannot read.
  if (!publicKey) throw new AdapterFault('unsupported');
  return {
    person: id,
    credentialId: toBase64url(new Uint8Array(rawId)),
    publicKey: toBase64url(new Uint8Array(publicKey)),
    algorithm: attestation.getPublicKeyAlgorithm(),
  };
}
