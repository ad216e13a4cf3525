/** What every embedded store does with a command: decide it on the run and the stock as they are, and say what changes. */
import { needs, decide } from '../domain/decide.js';
import { evolveAll } from '../domain/evolve.js';
import { stockAfter } from '../domain/inventory.js';
import type { Command, Facts, Receipt, Refusal, RunEvent } from '../domain/command.js';
import { allowedParts } from '../domain/install.js';
import type {
  Comment,
  Id,
  Instant,
  Part,
  Requirement,
  Run,
  Tool,
  ToolField,
  Unit,
  ValueRecord,
} from '../domain/run.js';
import { runStatus } from '../domain/lifecycle.js';
import { AdapterFault, type Page, type Paged, type RunSummary } from './adapter.js';

export interface Recording {
  receipt: Receipt;
  run: Run;
  /** Units that changed or came to be. */
  units: readonly Unit[];
}

/** A command as it came, out of the caller's reach. What cannot be stored is told before anything is decided. */
export function storable(command: Command): Command {
  try {
    return structuredClone(command);
  } catch (cause) {
    throw new AdapterFault('malformed', { cause });
  }
}

/** What a command speaks of must have been read into `facts` (`needs`, `unitsOf`), in the same transaction. */
export function recordCommand(
  run: Run,
  command: Command,
  { by, at, facts }: { by: Id; at: Instant; facts: Facts },
): Recording | Refusal {
  const { units = {} } = facts;
  const decided = decideSafely(run, command, { by, at, facts });
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

export const summaryOf = (run: Run): RunSummary => ({
  id: run.id,
  number: run.number,
  title: run.title,
  status: runStatus(run),
  ...(run.unit && { unit: run.unit.serial ?? run.unit.lot ?? run.unit.partNumber }),
  stepsComplete: run.steps.filter((step) => step.status === 'complete').length,
  stepsTotal: run.steps.length,
  ...(run.startedAt !== undefined && { startedAt: run.startedAt }),
});

/** Whether a text names this unit: its serial, lot or part number, in whatever case it was typed. */
export function isMeant(unit: Unit, requirement: Requirement | undefined, text: string): boolean {
  const wanted = text.trim().toUpperCase();
  if (wanted === '') return requirement !== undefined && allowedParts(requirement).includes(unit.partNumber);
  return [unit.id, unit.serial, unit.lot, unit.partNumber, unit.gtin].some(
    (name) => name?.toUpperCase() === wanted,
  );
}

/** Whether a text names this tool; without a text, whether the field may take it. */
export function isMeantTool(tool: Tool, field: ToolField | undefined, text: string): boolean {
  const wanted = text.trim().toUpperCase();
  if (wanted === '') {
    return (
      (field?.partNumber === undefined || field.partNumber === tool.partNumber) &&
      (field?.subtype === undefined || field.subtype === tool.subtype)
    );
  }
  return [tool.id, tool.serial, tool.name, tool.partNumber].some((name) => name.toUpperCase() === wanted);
}

export function isMeantPart({ partNumber, description, gtin }: Part, text: string): boolean {
  const wanted = text.trim().toUpperCase();
  return [partNumber, description, gtin].some((name) => name?.toUpperCase().includes(wanted));
}

/** A page of a list that is at hand whole. The cursor is the position of the first item to come. */
export function pageOf<T>(all: readonly T[], { cursor = '0', limit = 50 }: Page = {}): Paged<T> {
  const from = Number(cursor);
  const to = from + limit;
  return { items: all.slice(from, to), ...(to < all.length && { cursor: String(to) }) };
}

/**
 * What an event says of a field's value: one was recorded, taken away, or accepted as a deviation (then the record has
 * nothing but that). Nothing for any other event.
 */
export function valueIn(event: RunEvent): ValueRecord | undefined {
  const { by, at } = event;
  switch (event.type) {
    case 'value-set':
    case 'marked-not-applicable':
      return event.record;
    case 'value-cleared': {
      const { reason } = event;
      return { value: null, cleared: true, how: 'typed', by, at, ...(reason !== undefined && { reason }) };
    }
    case 'deviation-accepted':
      return { value: null, how: 'typed', by, at, deviation: event.deviation };
    default:
      return undefined;
  }
}

export const valuesIn = (events: readonly RunEvent[], targetId: Id): readonly ValueRecord[] =>
  events.flatMap((event) =>
    'targetId' in event && event.targetId === targetId ? (valueIn(event) ?? []) : [],
  );

export const commentsIn = (events: readonly RunEvent[], stepId: Id): readonly Comment[] =>
  events.flatMap((event) => (event.type === 'commented' && event.stepId === stepId ? [event.comment] : []));
