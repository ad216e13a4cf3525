/** What every embedded store does with a command: decide it on the run and the stock as they are, and say what changes. */
import type { Command, Receipt, Recorder, Refusal, RunEvent } from '../../domain/command.js';
import { decide, needs } from '../../domain/decide.js';
import { evolveAll } from '../../domain/evolve.js';
import { stockAfter } from '../../domain/inventory.js';
import type { Id, Run, Unit } from '../../domain/run.js';
import { AdapterFault } from '../adapter.js';

export { needs };

export interface Recording {
  receipt: Receipt;
  run: Run;
  /** Units that changed or came to be. */
  units: readonly Unit[];
}

/** What a command speaks of must have been read into `facts` (`needs`, `unitsOf`), in the same transaction. */
export function recordCommand(run: Run, command: Command, recorder: Recorder): Recording | Refusal {
  const { units = {} } = recorder.facts;
  const decided = decideSafely(run, command, recorder);
  if ('refused' in decided) return decided;
  const changed = new Map<Id, Unit>();
  for (const event of decided) {
    for (const unit of stockAfter(event, (id) => changed.get(id) ?? units[id])) changed.set(unit.id, unit);
  }
  return {
    receipt: { commandId: command.id, events: decided },
    run: evolveAll(run, decided),
    units: [...changed.values()],
  };
}

/** A command of the wrong shape can make a rule throw. Nothing has been recorded then. */
function decideSafely(...given: Parameters<typeof decide>): ReturnType<typeof decide> {
  try {
    return decide(...given);
  } catch (cause) {
    throw new AdapterFault('internal', { cause });
  }
}

/** Every unit that recording this command may read or change. */
export function unitsOf(run: Run, command: Command): readonly Id[] {
  if (command.type !== 'uninstall-part') return needs(command).units;
  const requirement = run.steps
    .find(({ id }) => id === command.stepId)
    ?.requirements.find(({ id }) => id === command.targetId);
  const install = requirement?.installs.find(({ id }) => id === command.installId);
  return install ? [install.unitId] : [];
}

/** A run brought from one sequence to another by exactly the events between. */
export function replay(run: Run, events: readonly RunEvent[], to: number): Run {
  const next = evolveAll(run, events);
  // Sequences are keys, so that as many different ones as there should be, up to the last, are all of them.
  if (events.length === to - run.sequence && next.sequence === to) return next;
  throw new AdapterFault('malformed', { message: `events of ${run.id} are missing` });
}
