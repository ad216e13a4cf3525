/** What broken adapters are made with: the reference, and ways to spoil one thing about it. */
import type { Adapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import {
  isReceipt,
  isRefusal,
  recordOf,
  type Answer,
  type Command,
  type Field,
  type RefusalDetail,
  type RefusalReason,
  type Run,
  type RunEvent,
  type ValueRecord,
} from '../../../src/domain/index.js';
import type { AdapterSuite, SuiteSeed } from '../../../src/testing/index.js';

export type Whole = ReturnType<typeof memoryAdapter>;
export type Execute = Adapter['execute'];

export interface Broken extends Pick<AdapterSuite<Adapter>, 'reopen' | 'peek' | 'identification'> {
  fault: string;
  /** The test that must fail, and no other. */
  found: string;
  create: (seed: SuiteSeed) => Adapter;
}

/** The reference with some of its methods replaced. */
export const but = (seed: SuiteSeed, change: (inner: Whole) => Partial<Adapter>): Adapter => {
  const inner = memoryAdapter({ ...seed, fileLimit: 100_000 });
  return { ...inner, ...change(inner) };
};

/** The reference with every answer to a command changed on its way out. */
export const answering =
  (
    change: (
      answer: Answer,
      command: Command,
      inner: Whole,
      as: { person: string },
    ) => Answer | Promise<Answer>,
  ) =>
  (seed: SuiteSeed): Adapter =>
    but(seed, (inner) => ({
      execute: async (command, { as }) => change(await inner.execute(command, { as }), command, inner, as),
    }));

export const withEvents = (answer: Answer, change: (event: RunEvent, index: number) => RunEvent): Answer =>
  isReceipt(answer) ? { ...answer, events: answer.events.map(change) } : answer;

/** The reference with what is loaded changed. */
export const loading =
  (change: (run: Run) => Run) =>
  (seed: SuiteSeed): Adapter =>
    but(seed, (inner) => ({ load: async (runId) => change(await inner.load(runId)) }));

/** The reference with the fields of what is loaded changed. */
export const recording = (change: (record: ValueRecord) => ValueRecord) =>
  loading((run) => ({
    ...run,
    steps: run.steps.map((step) => ({
      ...step,
      fields: step.fields.map((field) => {
        const record = recordOf(field);
        return record ? ({ ...field, record: change(record) } as Field) : field;
      }),
    })),
  }));

/** The reference with every command changed on its way in. */
export const hearing =
  (change: (command: Command) => Command) =>
  (seed: SuiteSeed): Adapter =>
    but(seed, (inner) => ({
      execute: (command, options) => inner.execute(change(command), options),
    }));

/** The reference with every refusal for a reason changed on its way out. */
export const refusing = (reason: RefusalReason, change: (detail: RefusalDetail) => RefusalDetail) =>
  answering((answer) =>
    isRefusal(answer) && answer.detail?.reason === reason
      ? { ...answer, detail: change(answer.detail) }
      : answer,
  );

/** The reference with the value of every `set-value` changed on its way in. */
export const storing = (change: (value: unknown) => unknown) =>
  hearing(
    (command) =>
      (command.type === 'set-value' ? { ...command, value: change(command.value) } : command) as Command,
  );

/** An adapter on a storage that a later one can open; `keep` says what the storage holds of what was executed. */
const stored = new WeakMap<Adapter, { seed: SuiteSeed; given: Parameters<Execute>[] }>();
const now = (): string => '2026-01-01T00:00:00.000Z';
export function keeping(seed: SuiteSeed): Adapter {
  const inner = memoryAdapter({ ...seed, now });
  const given: Parameters<Execute>[] = [];
  const adapter: Adapter = {
    ...inner,
    execute: async (...call) => {
      const answer = await inner.execute(...call);
      if (isReceipt(answer)) given.push(call);
      return answer;
    },
  };
  stored.set(adapter, { seed, given });
  return adapter;
}
export async function reopening(
  adapter: Adapter,
  keep: (call: Parameters<Execute>, index: number, all: number) => boolean,
): Promise<Whole> {
  const { seed, given } = stored.get(adapter)!;
  const again = memoryAdapter({ ...seed, now });
  for (const [index, call] of given.entries())
    if (keep(call, index, given.length)) await again.execute(...call);
  return again;
}
