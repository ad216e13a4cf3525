/** What an embedded adapter needs to ask who acts; the proofs themselves come with the first one who is asked. */
import type { Answer, Command } from '../../domain/command.js';
import type { Id, Instant } from '../../domain/run.js';
import type { Actor, Adapter, Identification, IdentificationMethod } from '../adapter.js';
import type { Proofs } from './proofs.js';
import { storable } from './reading.js';

export interface IdentifyOptions {
  /**
   * Who it is that has shown this, for a command or to take over the device; nobody if not known. With it every signature
   * asks for a proof. `pinsAndBadges([…])` makes one.
   */
  identify?: (identification: Identification, command?: Command) => Promise<Id | undefined>;
  /** What it takes, the handiest first; only the page's own way, if not said. */
  identifies?: readonly IdentificationMethod[];
}

export interface Identifying {
  /** What the adapter can do then. */
  abilities: Pick<Adapter, 'identifies' | 'reauthenticate'>;
  /** Goes round whatever records a command. */
  guard(command: Command, as: Actor, record: () => Promise<Answer>): Promise<Answer>;
}

const copy = (shown: Identification): Identification => ({ ...shown });

export function identifying(
  { identify, identifies = ['host'] }: IdentifyOptions,
  now: () => Instant,
): Identifying {
  if (!identify) return { abilities: {}, guard: (_command, _as, record) => record() };
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
