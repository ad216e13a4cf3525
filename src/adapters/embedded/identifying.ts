/** What an embedded adapter needs to ask who acts; the proofs themselves come with the first one who is asked. */
import type { Answer, Command, Recorder } from '../../domain/command.js';
import type { Id, Instant } from '../../domain/run.js';
import type { Actor, Adapter, Identification, IdentificationMethod } from '../adapter.js';
import type { Proofs } from './proofs.js';
import { storable } from './reading.js';

/** Who it is, with one's own word for how they have shown it: `face`. It is recorded, so it is never the secret. */
export interface Identified {
  person: Id;
  by: string;
}

export interface IdentifyOptions {
  /**
   * Who it is that has shown this, for a command or to take over the device; nobody if not known. With it every signature
   * asks for a proof, and records how it was shown. `pinsAndBadges([…])` makes one.
   */
  identify?: (identification: Identification, command?: Command) => Promise<Id | Identified | undefined>;
  /** What it takes, the handiest first; only the page's own way, if not said. */
  identifies?: readonly IdentificationMethod[];
}

/** By whom a command is recorded, and how they have shown who they are. */
export type Who = Pick<Recorder, 'by' | 'identifiedBy'>;

export interface Identifying {
  /** What the adapter can do then. */
  abilities: Pick<Adapter, 'identifies' | 'reauthenticate'>;
  /** Goes round whatever records a command. */
  guard(command: Command, as: Actor, record: (who: Who) => Promise<Answer>): Promise<Answer>;
}

const copy = (shown: Identification): Identification => ({ ...shown });

export function identifying(
  { identify, identifies = ['host'] }: IdentifyOptions,
  now: () => Instant,
): Identifying {
  if (!identify) return { abilities: {}, guard: (_command, { person }, record) => record({ by: person }) };
  let proofs: Proofs | undefined;
  const bring = async (): Promise<Proofs> => {
    const loaded = await import('./proofs.js');
    return (proofs ??= new loaded.Proofs({ identify, identifies }, now));
  };
  return {
    abilities: {
      identifies,
      async reauthenticate(identification, command) {
        // Out of the caller's reach: what is agreed to is what it was when somebody showed who they are.
        const [shown, about] = [copy(identification), command && storable(command)];
        return (await bring()).reauthenticate(shown, about);
      },
    },
    guard: async (...given) => (await bring()).guard(...given),
  };
}
