/** What became of a person's labor without their doing, until they have read it (R98). */
import type { EventType, RunEvent } from '../../domain/command.js';
import { laborOf } from '../../domain/labor.js';
import { findStep, type Id } from '../../domain/run.js';
import type { labor } from '../../messages/en/labor.js';
import { runKey, type RunSession } from '../../session.js';

export interface Told {
  stepId: Id;
  why: keyof typeof labor.told;
  /** Who did it, where somebody did. */
  by: Id | undefined;
}

/** Why labor was closed with its step, by the event that comes with it. */
const reasons: Readonly<Partial<Record<EventType, Told['why']>>> = {
  'step-held': 'hold',
  'redline-approved': 'redline',
  'redline-proposed': 'redline',
  'step-failed': 'failed',
  'step-canceled': 'canceled',
  'step-completed': 'complete',
};

/** Those of one session, for all elements that show them. */
export class Closings {
  readonly #session: RunSession;
  readonly #followers = new Set<() => void>();
  #all: readonly Told[] = [];
  /** Where the person was in when the run began to be read again. */
  #before: ReadonlyMap<Id, Id> | undefined;
  /** Who says it aloud: it is said once. */
  #voice: object | undefined;

  constructor(session: RunSession) {
    this.#session = session;
    session.observe((news) => news.kind === 'events' && this.#hear(news.events));
    // A run that was read again does not tell what has happened.
    session.follow(runKey, () => this.#compare());
  }

  get all(): readonly Told[] {
    return this.#all;
  }

  follow(callback: () => void): () => void {
    this.#followers.add(callback);
    return () => {
      this.#followers.delete(callback);
      if (this.#voice === callback) this.#voice = undefined;
    };
  }

  /** Whether this follower is the one to say it aloud. */
  speaks(callback: () => void): boolean {
    return (this.#voice ??= callback) === callback;
  }

  dismiss(stepId?: Id): void {
    this.#tell(stepId === undefined ? [] : this.#all.filter((one) => one.stepId !== stepId));
  }

  #ownOpen(): ReadonlyMap<Id, Id> {
    const { run, person } = this.#session;
    return new Map(run ? laborOf(run, person).map(({ step, labor: { id } }) => [id, step.id]) : []);
  }

  #hear(events: readonly RunEvent[]): void {
    const { person } = this.#session;
    let all = this.#all;
    for (const event of events) {
      if (event.type === 'checked-in' && event.labor.personId === person) {
        all = all.filter(({ stepId }) => stepId !== event.stepId);
      }
      if (event.type !== 'checked-out' || event.personId !== person) continue;
      if (event.because !== 'idle' && this.#session.gave(event.commandId)) continue;
      all = [...all.filter(({ stepId }) => stepId !== event.stepId), this.#toldOf(event, events)];
    }
    if (all !== this.#all) this.#tell(all);
  }

  #toldOf({ because, stepId, by, commandId }: RunEvent<'checked-out'>, events: readonly RunEvent[]): Told {
    if (because !== 'step-left') return { stepId, why: because, by: undefined };
    const cause = events.find((one) => one.commandId === commandId && Object.hasOwn(reasons, one.type));
    return { stepId, why: (cause && reasons[cause.type]) ?? 'other', by };
  }

  #compare(): void {
    const { run, status } = this.#session;
    if (status === 'reloading') this.#before ??= this.#ownOpen();
    const before = this.#before;
    if (!run || status !== 'ready' || !before) return;
    this.#before = undefined;
    const open = this.#ownOpen();
    const gone = [...before].filter(
      ([id, stepId]) =>
        !open.has(id) &&
        !this.#all.some((one) => one.stepId === stepId) &&
        findStep(run, stepId)?.labor.some((one) => one.id === id && one.out !== undefined),
    );
    if (gone.length === 0) return;
    this.#tell([
      ...this.#all,
      ...gone.map(([, stepId]) => ({ stepId, why: 'other', by: undefined }) as const),
    ]);
  }

  #tell(all: readonly Told[]): void {
    this.#all = all;
    for (const follower of this.#followers) follower();
  }
}

const known = new WeakMap<RunSession, Closings>();

export function closingsOf(session: RunSession): Closings {
  let closings = known.get(session);
  if (!closings) known.set(session, (closings = new Closings(session)));
  return closings;
}
