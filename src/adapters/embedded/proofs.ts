/**
 * Proofs of who acts: given for one command after somebody has shown who they are, and asked for with a signature. One is
 * random text that says nothing, is good for that person and exactly that command, and only in the adapter that gave it.
 */
import type { Answer, Command, Refusal } from '../../domain/command.js';
import type { Id, Instant } from '../../domain/run.js';
import { said } from '../../domain/said.js';
import { newId } from '../../new-id.js';
import type { Actor, Identification } from '../adapter.js';
import { aboutOf } from './about.js';
import type { IdentifyOptions, Who } from './identifying.js';
import { Tries } from './tries.js';

/** Milliseconds that a proof is good for. */
export const proofLife = 120_000;

interface Proof {
  person: Id;
  /** How they have shown who they are. */
  identifiedBy: string;
  /** The command as text; none for whoever took over the device, which fits no command. */
  about: string | undefined;
  givenAt: number;
  /** Its command has been carried out: it is good for the same receipt again, and was never good for another command. */
  used: boolean;
}

const refuse = (reason?: 'not-recognized' | 'too-many-tries' | 'proof-refused'): Refusal => ({
  refused: 'reauthenticate',
  ...(reason && { detail: { reason } }),
});

export class Proofs {
  readonly #identify: NonNullable<IdentifyOptions['identify']>;
  readonly #ways: ReadonlySet<unknown>;
  readonly #now: () => number;
  readonly #given = new Map<unknown, Proof>();
  readonly #tries = new Tries();

  constructor(
    { identify, identifies }: Required<Pick<IdentifyOptions, 'identify' | 'identifies'>>,
    now: () => Instant,
  ) {
    this.#identify = identify;
    this.#ways = new Set(identifies);
    this.#now = () => Date.parse(now());
  }

  async reauthenticate(shown: Identification, command?: Command): Promise<Actor | Refusal> {
    const identification = read(shown);
    if (!identification || !this.#ways.has(identification.method)) return refuse('not-recognized');
    const { method } = identification;
    // Before it is asked: the page may do with its command what it likes.
    const about = command && aboutOf(command);
    const claimed = 'person' in identification ? identification.person : undefined;
    const isGuessed = method === 'pin' || method === 'badge';
    const at = this.#now();
    // Counted before it is known to be wrong: a hundred at once are a hundred tries.
    if (isGuessed && !this.#tries.take(claimed, at)) return refuse('too-many-tries');
    const found = await this.#identify(identification, command);
    const { person, by } = typeof found === 'string' ? { person: found, by: '' } : { ...found };
    if (typeof person !== 'string' || (claimed !== undefined && claimed !== person)) {
      return refuse('not-recognized');
    }
    if (isGuessed) this.#tries.giveBack(claimed, at);
    return { person, proof: this.#give(person, said(by) || method, about) };
  }

  /** Records a command if whoever gives it has proved who they are, as far as that is asked. */
  async guard(command: Command, as: Actor, record: (who: Who) => Promise<Answer>): Promise<Answer> {
    const isGiven = as.proof !== undefined;
    if (command.type !== 'sign' && !isGiven) return record({ by: as.person });
    const proof = isGiven ? this.#given.get(as.proof) : undefined;
    if (!proof || !this.#fits(proof, command, as)) return refuse(isGiven ? 'proof-refused' : undefined);
    const answer = await record({ by: proof.person, identifiedBy: proof.identifiedBy });
    if (!('refused' in answer)) proof.used = true;
    return answer;
  }

  #fits({ person, about, givenAt, used }: Proof, command: Command, as: Actor): boolean {
    const age = this.#now() - givenAt;
    return person === as.person && about === aboutOf(command) && (used || (age >= 0 && age <= proofLife));
  }

  #give(person: Id, identifiedBy: string, about: string | undefined): string {
    const givenAt = this.#now();
    for (const [text, proof] of this.#given) {
      if (!proof.used && givenAt - proof.givenAt > proofLife) this.#given.delete(text);
    }
    const text = newId() + newId();
    this.#given.set(text, { person, identifiedBy, about, givenAt, used: false });
    return text;
  }
}

/** What was shown, if it has the shape of it: it may come from anywhere. */
function read(shown: unknown): Identification | undefined {
  if (typeof shown !== 'object' || shown === null) return undefined;
  const { method, person, pin, badge } = shown as Record<string, unknown>;
  const isText = (one: unknown): one is string => typeof one === 'string' && one !== '';
  if (method === 'pin') return isText(person) && isText(pin) ? { method, person, pin } : undefined;
  if (method === 'badge') return isText(badge) ? { method, badge } : undefined;
  if (method !== 'passkey' && method !== 'host') return undefined;
  if (person === undefined) return { method };
  return isText(person) ? { method, person } : undefined;
}
