import { expect } from 'chai';
import { AdapterFault, type Actor } from '../../src/adapters/adapter.js';
import { fromBase64url, toBase64url } from '../../src/adapters/embedded/passkey/bytes.js';
import {
  identifyBy,
  passkeys,
  pinsAndBadges,
  registerPasskey,
  type Passkey,
} from '../../src/adapters/identify.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { isReceipt, isRefusal, type Command } from '../../src/domain/command.js';
import { roverRun } from '../../src/testing/rover.js';
import {
  asCredential,
  Authenticator,
  derOf,
  rpId,
  type Kind,
  type Spoiled,
} from './support/authenticator.js';

const command: Command = {
  v: 1,
  id: 'c-1',
  runId: 'rover-007',
  madeAt: '2026-11-20T15:00:00.000Z',
  type: 'sign',
  stepId: 'board-test',
  targetId: 'board-review',
  decision: 'approve',
};

type Asked = CredentialRequestOptions & { publicKey: PublicKeyCredentialRequestOptions };

/** What the browser answers from now on. */
function browserAnswers(get: (options: Asked) => Promise<Credential | null>): void {
  Object.assign(navigator.credentials, { get });
}
afterEach(() => {
  for (const name of ['get', 'create']) Reflect.deleteProperty(navigator.credentials, name);
  Reflect.deleteProperty(crypto, 'subtle');
  Reflect.deleteProperty(crypto, 'getRandomValues');
});

/** Who is recognized by an answer that is spoiled so, or not at all. */
async function recognized(
  device: Authenticator,
  known: readonly Passkey[],
  spoiled?: Spoiled,
  person?: string,
): Promise<unknown> {
  browserAnswers(({ publicKey }) => device.answer(publicKey, spoiled));
  return passkeys(known, { rpId }).identify(
    { method: 'passkey', ...(person !== undefined && { person }) },
    command,
  );
}

const shortened = (text: string): string => toBase64url(fromBase64url(text).slice(0, -1));
const bitIn = (bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

const spoiled: readonly (readonly [what: string, Spoiled])[] = [
  ['another challenge', { client: (said) => ({ ...said, challenge: toBase64url(new Uint8Array(32)) }) }],
  [
    'the beginning of its challenge',
    { client: (said) => ({ ...said, challenge: shortened(said['challenge'] as string) }) },
  ],
  ['no challenge', { client: ({ challenge: _, ...said }) => said }],
  ['a challenge that is no text', { client: (said) => ({ ...said, challenge: [said['challenge']] }) }],
  ['a challenge that is no base64', { client: (said) => ({ ...said, challenge: '§' }) }],
  ['another origin', { client: (said) => ({ ...said, origin: 'https://plant.example.evil.test' }) }],
  ['another port', { client: (said) => ({ ...said, origin: `${location.origin}0` }) }],
  ['no origin', { client: ({ origin: _, ...said }) => said }],
  ['a frame of another page', { client: (said) => ({ ...said, crossOrigin: true }) }],
  ['the making of a passkey', { client: (said) => ({ ...said, type: 'webauthn.create' }) }],
  ['what is no JSON', { text: '{' }],
  ['nothing as JSON', { text: 'null' }],
  ['another domain', { rpId: 'evil.test' }],
  ['a domain above', { rpId: 'example' }],
  ['nobody touching it', { flags: 0x04 }],
  ['nobody verified', { flags: 0x01 }],
  ['neither', { flags: 0 }],
  ['a copy of what cannot be copied', { flags: 0x15 }],
  ['a signature as two plain numbers', { isRaw: true }],
  ['a signature with a bit changed', { after: (one) => ({ ...one, signature: bitIn(one.signature, 20) }) }],
  ['a truncated signature', { after: (one) => ({ ...one, signature: one.signature.slice(0, -1) }) }],
  [
    'a signature with something behind it',
    { after: (one) => ({ ...one, signature: Uint8Array.from([...one.signature, 0]) }) },
  ],
  ['an empty signature', { after: (one) => ({ ...one, signature: new Uint8Array() }) }],
  ['a signature of zeros', { after: (one) => ({ ...one, signature: derOf(new Uint8Array(64)) }) }],
  [
    'a signature with a number too long',
    {
      after: (one) => ({
        ...one,
        signature: Uint8Array.from([0x30, 38, 2, 33, ...Array<number>(33).fill(1), 2, 1, 1]),
      }),
    },
  ],
  [
    'a number that ends after the signature',
    { after: (one) => ({ ...one, signature: Uint8Array.from([0x30, 4, 2, 60, 1, 1]) }) },
  ],
  ['truncated data', { after: (one) => ({ ...one, authenticatorData: one.authenticatorData.slice(0, 36) }) }],
  ['no data', { after: (one) => ({ ...one, authenticatorData: new Uint8Array() }) }],
  [
    'a counter that was not signed',
    { after: (one) => ({ ...one, authenticatorData: bitIn(one.authenticatorData, 36) }) },
  ],
  [
    'verification that was not signed',
    { flags: 0x01, after: (one) => ({ ...one, authenticatorData: bitIn(one.authenticatorData, 32) }) },
  ],
  [
    'client data changed afterwards',
    {
      after: (one) => ({ ...one, clientDataJSON: Uint8Array.from([...one.clientDataJSON, 0x20]) }),
    },
  ],
  ['another credential', { after: (one) => ({ ...one, id: bitIn(one.id, 0) }) }],
];

describe('a passkey', () => {
  for (const kind of ['ES256', 'RS256', 'EdDSA'] as const satisfies readonly Kind[]) {
    for (const form of ['spki', 'cose'] as const) {
      it(`R73: tells whose it is: ${kind}, its key as ${form}`, async () => {
        const device = await Authenticator.make(kind);
        const { algorithm, ...passkey } = await device.passkey('ines', form);
        expect(await recognized(device, [passkey]), 'by the key alone').to.equal('ines');
        expect(await recognized(device, [{ ...passkey, algorithm }])).to.equal('ines');
        expect(await recognized(device, [{ ...passkey, algorithm: -8 + Number(kind === 'EdDSA') }])).to.equal(
          undefined,
        );
        const stranger = await Authenticator.make(kind);
        expect(await recognized(device, [passkey], { by: stranger }), 'forged').to.equal(undefined);
      });
    }
  }

  for (const [what, how] of spoiled) {
    it(`R73: is refused with ${what}`, async () => {
      const device = await Authenticator.make();
      const known = [await device.passkey('ines')];
      expect(await recognized(device, known, how)).to.equal(undefined);
      expect(device.given, 'it was asked').to.have.lengthOf(1);
      expect(await recognized(device, known), 'and is none the worse for it').to.equal('ines');
    });
  }

  it('R73: is read with whatever comes behind its head, and in numbers with few digits', async () => {
    const device = await Authenticator.make();
    const known = [await device.passkey('ines')];
    expect(await recognized(device, known, { flags: 0x85, more: [0xa0] })).to.equal('ines');
    expect(await recognized(device, known, { flags: 0x1d }), 'kept in a cloud').to.equal('ines');
    let isShort = false;
    const sign = device.sign.bind(device);
    device.sign = async (data) => {
      for (;;) {
        const signature = await sign(data);
        if (signature.length < 70) {
          isShort = true;
          return signature;
        }
      }
    };
    expect(await recognized(device, known)).to.equal('ines');
    expect(isShort).to.equal(true);
  });

  it('R73: does not count back, nor stand still; one that never counts says zero', async () => {
    const device = await Authenticator.make();
    const way = passkeys([await device.passkey('ines')], { rpId });
    const at = (counter: number) => {
      browserAnswers(({ publicKey }) => device.answer(publicKey, { counter }));
      return way.identify({ method: 'passkey' });
    };
    for (const counter of [0, 0, 7, 4_000_000_000]) expect(await at(counter)).to.equal('ines');
    for (const counter of [4_000_000_000, 3_999_999_999, 7, 0])
      expect(await at(counter), String(counter)).to.equal(undefined);
    expect(await at(4_000_000_001)).to.equal('ines');
  });

  it('R73: an answer is good once: the same again answers another question', async () => {
    const device = await Authenticator.make();
    const way = passkeys([await device.passkey('ines')], { rpId });
    browserAnswers(({ publicKey }) => device.answer(publicKey, { counter: 0 }));
    expect(await way.identify({ method: 'passkey' }, command)).to.equal('ines');
    browserAnswers(() => Promise.resolve(asCredential(device.given[0]!)));
    expect(await way.identify({ method: 'passkey' }, command)).to.equal(undefined);
  });

  it('R73: is asked for exactly this command, anew each time, with the person verified', async () => {
    const device = await Authenticator.make();
    const known = [await device.passkey('ines')];
    const challenge = async (about?: Command): Promise<string> => {
      browserAnswers(({ publicKey }) => device.answer(publicKey));
      await passkeys(known, { rpId }).identify({ method: 'passkey' }, about);
      return toBase64url(new Uint8Array(device.asked.at(-1)!.challenge as ArrayBuffer));
    };
    expect(await challenge(command)).not.to.equal(await challenge(command));
    expect(device.asked[0]).to.include({ rpId, userVerification: 'required' });
    Object.assign(crypto, { getRandomValues: (bytes: Uint8Array) => bytes.fill(7) });
    const usual = await challenge(command);
    expect(await challenge({ ...command, madeAt: '1999-01-01T00:00:00.000Z' })).to.equal(usual);
    expect(await challenge({ ...command, decision: 'reject' })).not.to.equal(usual);
    expect(await challenge()).not.to.equal(usual);
  });

  it('R73: of a person who is named only theirs are asked for, and nobody is asked who has none', async () => {
    const [device, other] = await Promise.all([Authenticator.make(), Authenticator.make()]);
    const known = await Promise.all([device.passkey('ines'), other.passkey('igor')]);
    expect(await recognized(device, known, undefined, 'ines')).to.equal('ines');
    const [allowed, ...more] = device.asked[0]!.allowCredentials!;
    expect(more).to.deep.equal([]);
    expect(toBase64url(new Uint8Array(allowed!.id as ArrayBuffer))).to.equal(known[0].credentialId);
    expect(await recognized(device, known, undefined, 'igor'), 'another answers').to.equal(undefined);
    expect(await recognized(device, known, undefined, 'nobody')).to.equal(undefined);
    expect(device.asked).to.have.lengthOf(2);
    expect(await recognized(device, known)).to.equal('ines');
    expect(device.asked[2]!.allowCredentials, 'of nobody in particular all').to.have.lengthOf(2);
    const crowd = Array.from({ length: 65 }, () => known[1]);
    expect(await recognized(device, [known[0], ...crowd])).to.equal('ines');
    expect(device.asked[3]!.allowCredentials, 'browsers take 64').to.deep.equal([]);
  });

  it('R73: what is listed for two people is nobody’s; a padded id is the same id', async () => {
    const device = await Authenticator.make();
    const passkey = await device.passkey('ines');
    expect(await recognized(device, [passkey, { ...passkey, person: 'igor' }])).to.equal(undefined);
    expect(await recognized(device, [{ ...passkey, credentialId: `${passkey.credentialId}=` }])).to.equal(
      'ines',
    );
  });

  const keys: readonly (readonly [what: string, (key: Uint8Array<ArrayBuffer>) => number[]])[] = [
    ['is empty', () => []],
    ['is cut off', (key) => [...key.slice(0, -1)]],
    ['has something behind it', (key) => [...key, 0]],
    ['is no map', (key) => [0x85, ...key.slice(1)]],
    ['says one thing twice', (key) => [0xa6, ...key.slice(1), 1, 2]],
    ['has a length of eight bytes', () => [0xbb, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2]],
    ['has a list in it', () => [0xa1, 1, 0x80]],
    ['is of another kind', (key) => [...key.slice(0, 4), 0x28, ...key.slice(5)]],
    ['has no point of its curve', (key) => [...key.map((byte, at) => (at > 12 && at < 40 ? 1 : byte))]],
  ];
  for (const [what, change] of keys) {
    it(`R73: a public key that ${what} opens nothing`, async () => {
      const device = await Authenticator.make();
      const { person, credentialId } = await device.passkey('ines');
      const publicKey = toBase64url(Uint8Array.from(change(await device.cose())));
      expect(await recognized(device, [{ person, credentialId, publicKey }])).to.equal(undefined);
    });
  }

  it('R73: whoever goes back is nobody; a browser that cannot is a fault, and the last who asks waits', async () => {
    const device = await Authenticator.make();
    const way = passkeys([await device.passkey('ines')], { rpId });
    const ask = () => way.identify({ method: 'passkey' }, command);
    browserAnswers(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    expect(await ask()).to.equal(undefined);
    browserAnswers(() => Promise.resolve(null));
    expect(await ask()).to.equal(undefined);
    browserAnswers(() => Promise.reject(new DOMException('', 'SecurityError')));
    const fault: unknown = await ask().catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(AdapterFault).with.property('code', 'unsupported');
    let begun: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (begun = resolve));
    browserAnswers(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal!.addEventListener('abort', () => reject(signal!.reason as Error));
          begun();
        }),
    );
    const first = ask();
    await asked;
    browserAnswers(({ publicKey }) => device.answer(publicKey));
    expect(await ask()).to.equal('ines');
    expect(await first).to.equal(undefined);
  });

  it('R71, R73: signs at an adapter, for whom it is and for nobody else', async () => {
    const device = await Authenticator.make();
    const run = roverRun();
    const steps = run.steps.map((step) =>
      step.id === command.stepId ? { ...step, status: 'in-progress' as const, upstream: [] } : step,
    );
    const adapter = memoryAdapter({
      ...passkeys([await device.passkey('quality-engineer')], { rpId }),
      runs: [{ ...run, status: 'in-progress', steps }],
    });
    expect(adapter.identifies).to.deep.equal(['passkey']);
    const about = { ...command, runId: run.id };
    browserAnswers(({ publicKey }) => device.answer(publicKey));
    const as = (await adapter.reauthenticate!({ method: 'passkey' }, about)) as Actor;
    expect(as.person).to.equal('quality-engineer');
    expect(isRefusal(await adapter.execute({ ...about, decision: 'reject', comment: 'x' }, { as }))).to.equal(
      true,
    );
    expect(isReceipt(await adapter.execute(about, { as }))).to.equal(true);
    browserAnswers(({ publicKey }) => device.answer(publicKey, { flags: 0x01 }));
    expect(await adapter.reauthenticate!({ method: 'passkey' }, about)).to.deep.equal({
      refused: 'reauthenticate',
      detail: { reason: 'not-recognized' },
    });
  });
});

describe('passkeys', () => {
  it('R73: are one way among several, the first named first', async () => {
    const device = await Authenticator.make();
    browserAnswers(({ publicKey }) => device.answer(publicKey));
    const pins = pinsAndBadges([{ person: 'igor', pin: '1', badge: 'B' }]);
    const more = pinsAndBadges([
      { person: 'iris', pin: '2' },
      { person: 'ivo', badge: 'B' },
    ]);
    const way = identifyBy(passkeys([await device.passkey('ines')], { rpId }), pins, more);
    expect(way.identifies).to.deep.equal(['passkey', 'badge', 'pin']);
    expect(await way.identify({ method: 'passkey' })).to.equal('ines');
    expect(await way.identify({ method: 'pin', person: 'igor', pin: '1' })).to.equal('igor');
    expect(await way.identify({ method: 'pin', person: 'iris', pin: '2' })).to.equal('iris');
    expect(await way.identify({ method: 'badge', badge: 'B' })).to.equal('igor');
    expect(await way.identify({ method: 'pin', person: 'ines', pin: '1' })).to.equal(undefined);
    expect(await way.identify({ method: 'host' })).to.equal(undefined);
  });

  it('R73: are not offered where the browser has none, where nobody has one, and where the page has no name', async () => {
    const device = await Authenticator.make();
    const known = [await device.passkey('ines')];
    const offered = (...more: Parameters<typeof passkeys>) => passkeys(...more).identifies;
    expect(offered(known, { rpId })).to.deep.equal(['passkey']);
    expect(offered([], { rpId })).to.deep.equal([]);
    expect(offered(known), 'the tests are at 127.0.0.1').to.deep.equal([]);
    expect(offered(known, { rpId: '[::1]' })).to.deep.equal([]);
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    expect(offered(known, { rpId }), 'on a plain connection').to.deep.equal([]);
    Reflect.deleteProperty(crypto, 'subtle');
    const { PublicKeyCredential } = globalThis;
    try {
      Object.assign(globalThis, { PublicKeyCredential: undefined });
      expect(offered(known, { rpId })).to.deep.equal([]);
      expect(await passkeys(known, { rpId }).identify({ method: 'passkey' })).to.equal(undefined);
    } finally {
      Object.assign(globalThis, { PublicKeyCredential });
    }
  });

  it('R73: are made for a person, who is then known by them', async () => {
    const device = await Authenticator.make();
    const { publicKey, algorithm, credentialId } = await device.passkey('');
    const asked: PublicKeyCredentialCreationOptions[] = [];
    const response = {
      getPublicKey: (): ArrayBuffer | null => fromBase64url(publicKey).buffer,
      getPublicKeyAlgorithm: () => algorithm,
    };
    const create = (options: { publicKey: PublicKeyCredentialCreationOptions }): Promise<object> => {
      asked.push(options.publicKey);
      return Promise.resolve({ rawId: device.id.buffer, response });
    };
    Object.assign(navigator.credentials, { create });
    const ines = { id: 'ines', name: 'Ines' };
    const made = await registerPasskey(ines, { rpId, site: 'Plant' });
    expect(made).to.deep.equal({ person: 'ines', credentialId, publicKey, algorithm });
    expect(await recognized(device, [made])).to.equal('ines');
    expect(asked[0]).to.deep.include({
      rp: { id: rpId, name: 'Plant' },
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      excludeCredentials: [],
    });
    expect(new TextDecoder().decode(asked[0]!.user.id)).not.to.contain('ines');
    await registerPasskey(ines, { rpId, known: [made, { ...made, person: 'igor' }] });
    expect(asked[1]!.excludeCredentials).to.have.lengthOf(1);
    expect(asked[1]!.user.id).to.deep.equal(asked[0]!.user.id);
    response.getPublicKey = () => null;
    const fault: unknown = await registerPasskey(ines, { rpId }).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(AdapterFault);
  });
});
