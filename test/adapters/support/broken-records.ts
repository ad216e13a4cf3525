/** Faults in what is kept of values, links, evidence and parts. */
import type { Adapter } from '../../../src/adapters/adapter.js';
import { isLink, type Command, type Requirement, type Run, type Step } from '../../../src/domain/index.js';
import { but, hearing, loading, recording, refusing, type Broken } from './broken-kit.js';

const inSteps =
  (change: (step: Step) => Step) =>
  (run: Run): Run => ({ ...run, steps: run.steps.map(change) });
const inRequirements = (change: (one: Requirement) => Requirement) =>
  loading(inSteps((step) => ({ ...step, requirements: step.requirements.map(change) })));
const ascii = (text: string | undefined): string | undefined => text?.replace(/[^\x20-\x7e]/g, '?');

export const brokenRecords: readonly Broken[] = [
  {
    fault: 'forgets how fine a gauge reads',
    found:
      'values: a number is kept as it was typed, in the unit that it was typed in, and as fine as its gauge',
    create: recording(({ resolution: _, ...record }) => record),
  },
  {
    fault: 'forgets the unit that a number was typed in',
    found:
      'values: a number is kept as it was typed, in the unit that it was typed in, and as fine as its gauge',
    create: recording(({ unit: _, ...record }) => record),
  },
  {
    fault: 'makes up the reason for a change',
    found:
      'values: where the policy asks why, a change without a reason is refused, and the first entry is not',
    create: hearing((command) =>
      command.type === 'set-value' || command.type === 'clear-value'
        ? { ...command, reason: command.reason ?? 'Changed' }
        : command,
    ),
  },
  {
    fault: 'does not remember that a value was cleared',
    found: 'values: among the earlier ones is what was cleared and what was accepted, each with its reason',
    create: (seed) =>
      but(seed, (inner) => ({
        values: async (...asked) => {
          const { items, ...more } = await inner.values(...asked);
          return { items: items.filter(({ cleared }) => !cleared), ...more };
        },
      })),
  },
  {
    fault: 'does not remember why a value was changed',
    found: 'values: among the earlier ones is what was cleared and what was accepted, each with its reason',
    create: (seed) =>
      but(seed, (inner) => ({
        values: async (...asked) => {
          const { items, ...more } = await inner.values(...asked);
          return { items: items.map(({ reason: _, ...record }) => record), ...more };
        },
      })),
  },
  {
    fault: 'gives the oldest values whatever was asked',
    found: 'values: the newest first, page by page, also while more are recorded',
    create: (seed) =>
      but(seed, (inner) => ({
        values: (runId, targetId, { newestFirst: _, ...page } = {}) => inner.values(runId, targetId, page),
      })),
  },
  {
    fault: 'counts the newest values from the newest',
    found: 'values: the newest first, page by page, also while more are recorded',
    create: (seed) =>
      but(seed, (inner) => ({
        async values(runId, targetId, page = {}) {
          if (!page.newestFirst) return inner.values(runId, targetId, page);
          const { items } = await inner.values(runId, targetId, { limit: 1000 });
          const from = Number(page.cursor ?? 0);
          const to = from + page.limit!;
          return {
            items: items.toReversed().slice(from, to),
            ...(to < items.length && { cursor: String(to) }),
          };
        },
      })),
  },
  {
    fault: 'cuts the rationale of a deviation',
    found: 'values: an accepted deviation keeps its rationale whole, and a new value takes it away',
    create: recording((record) =>
      record.deviation
        ? {
            ...record,
            deviation: { ...record.deviation, rationale: record.deviation.rationale.slice(0, 255) },
          }
        : record,
    ),
  },
  {
    fault: 'does not know the rows of a grid',
    found: 'values: a row that is not applicable leaves what was recorded in it, and marks the rest',
    create: (seed) =>
      but(seed, (inner) => ({
        execute: async (command, options) =>
          command.type === 'mark-not-applicable' && ['left', 'right'].includes(command.targetId)
            ? { refused: 'not-found' }
            : inner.execute(command, options),
      })),
  },
  {
    fault: 'believes the name that a client gives',
    found: 'links: a tool, a person and a part are recorded under the names that the backend knows',
    create: believing,
  },
  {
    fault: 'keeps to itself which tool it was',
    found: 'links: what may not be used is refused with its reason, a tool as it is',
    create: refusing('tool-overdue', ({ tool: _, ...detail }) => detail),
  },
  {
    fault: 'offers every tool for every field',
    found: 'findTools: by serial, name or part number; without a text, those that the field may take',
    create: (seed) =>
      but(seed, (inner) => ({ findTools: (_field, text) => inner.findTools(undefined, text) })),
  },
  {
    fault: 'finds parts by the beginning alone',
    found: 'findParts: by any piece of the number, the trade item number or the description',
    create: (seed) =>
      but(seed, (inner) => ({
        findParts: async (text) =>
          (await inner.findParts(text)).filter(({ partNumber, description, gtin }) =>
            [partNumber, description, gtin].some((one) =>
              one?.toUpperCase().startsWith(text.trim().toUpperCase()),
            ),
          ),
      })),
  },
  {
    fault: 'writes captions in the letters of a telegraph',
    found:
      'evidence: what was attached stays in the record as it was, also when it was removed with a reason',
    create: loading(
      inSteps((step) => ({
        ...step,
        ...(step.evidence && {
          evidence: step.evidence.map(({ caption, ...one }) => ({
            ...one,
            ...(caption !== undefined && { caption: ascii(caption)! }),
          })),
        }),
      })),
    ),
  },
  {
    fault: 'chooses the first free place',
    found: 'parts: one goes to each place on the assembly, and to none that nobody chose',
    create: hearing((command) =>
      command.type === 'install-part' && command.targetId === 'lamp'
        ? { ...command, designator: command.designator ?? 'D1' }
        : command,
    ),
  },
  {
    fault: 'writes serials in capitals',
    found:
      'parts: a unit that is made here needs its parts, and holds them under the serial that it was given',
    create: hearing((command) => {
      if (command.type !== 'install-part' || command.made?.serial === undefined) return command;
      return { ...command, made: { serial: command.made.serial.toUpperCase() } } as Command;
    }),
  },
  {
    fault: 'does not know what is in a unit that was made',
    found: 'parts: what was made takes along what is in it when it comes out, and the stock knows',
    create: (seed) =>
      but(seed, (inner) => ({
        findUnits: async (...asked) =>
          (await inner.findUnits(...asked)).map(({ children: _, ...unit }) => unit),
      })),
  },
  {
    fault: 'excuses what is counted and not what is poured',
    found: 'parts: a requirement is excused by the issue that says why, and by nothing else',
    create: inRequirements(({ exception, ...one }) =>
      exception && one.tracking !== 'bulk' ? { ...one, exception } : one,
    ),
  },
  {
    fault: 'keeps to itself when a lot expired',
    found: 'parts: what has expired is refused as it is',
    create: refusing('expired', ({ reason }) => ({ reason: reason! })),
  },
];

function believing(seed: Parameters<Broken['create']>[0]): Adapter {
  const names = new Map<string, string>();
  const inner = recording((record) => {
    const { value } = record;
    return isLink(value)
      ? { ...record, value: { ...value, name: names.get(value.id) ?? value.name } }
      : record;
  })(seed);
  return {
    ...inner,
    execute: (command, options) => {
      if (command.type === 'set-value' && isLink(command.value))
        names.set(command.value.id, command.value.name);
      return inner.execute(command, options);
    },
  };
}
