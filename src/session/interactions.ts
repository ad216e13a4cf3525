/** The machines that are running, one per interaction and target, each made when somebody begins and dropped when it rests. */
import {
  createActor,
  type Actor,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type SnapshotFrom,
} from 'xstate';
import { AdapterFault, toFault, type Actor as Person, type Adapter } from '../adapters/adapter.js';
import { isQueued, isRefusal, type Answer, type CommandRequest } from '../domain/command.js';
import type { Id, Unit } from '../domain/run.js';
import type { AnswerEvent, FlowContext, Submission } from '../machines/command-flow.js';
import { entryMachine } from '../machines/entry.js';
import { installMachine, type InstallContext, type InstallEvent } from '../machines/install.js';
import { reviewMachine } from '../machines/review.js';
import { signoffMachine } from '../machines/signoff.js';
import type { ScanPattern } from '../scan/patterns.js';
import type { Target } from './places.js';

const machines = {
  entry: entryMachine,
  signoff: signoffMachine,
  install: installMachine,
  review: reviewMachine,
} satisfies Record<string, AnyStateMachine>;
type Machines = typeof machines;
export type InteractionKind = keyof Machines;

export type EntryActor = Actor<Machines['entry']>;
export type SignoffActor = Actor<Machines['signoff']>;
export type InstallActor = Actor<Machines['install']>;
export type ReviewActor = Actor<Machines['review']>;

// What a control already shows as it is typed; drawing it again would be work on every key.
const typed = new Set(['draft', 'comment', 'note', 'quantity', 'name', 'reason', 'how', 'resolution']);

const looksDifferent = (before: AnyMachineSnapshot, now: AnyMachineSnapshot): boolean =>
  before.value !== now.value ||
  Object.entries(now.context as object).some(
    ([key, value]) => !typed.has(key) && value !== (before.context as Record<string, unknown>)[key],
  );

const isValueOnItsWay = ({ value, context }: AnyMachineSnapshot): boolean =>
  value === 'saving' && (context as FlowContext).submission?.request.type === 'set-value';

/** Milliseconds that feel like none. */
const moment = 100;

/** What an interaction needs of its session. */
interface Host {
  adapter: Adapter;
  scanPatterns: readonly ScanPattern[];
  execute(request: CommandRequest, commandId: Id, as?: Person): Promise<Answer>;
  target(targetId: Id): Target | undefined;
}

/** Settles with a promise, or as a fault when it takes too long. */
type InTime = <T>(promise: Promise<T>) => Promise<T>;

export class Interactions {
  readonly #actors = new Map<string, Actor<AnyStateMachine>>();
  /** Where a draft was sent a moment ago. */
  readonly #fresh = new Set<Id>();
  readonly #host: Host;
  readonly #changed: (targetId: Id) => void;
  readonly #inTime: InTime;
  /** Hears of every event of an interaction, and is to do nothing that takes time. */
  touched: ((kind: InteractionKind, targetId: Id) => void) | undefined;

  constructor(host: Host, changed: (targetId: Id) => void, inTime: InTime) {
    this.#host = host;
    this.#changed = changed;
    this.#inTime = inTime;
  }

  get<K extends InteractionKind>(kind: K, targetId: Id): Actor<Machines[K]> {
    const key = `${kind}:${targetId}`;
    const actor = this.#actors.get(key) ?? this.#begin(kind, key, targetId);
    return actor as unknown as Actor<Machines[K]>;
  }

  /** The state of an interaction; undefined at rest. */
  peek<K extends InteractionKind>(kind: K, targetId: Id): SnapshotFrom<Machines[K]> | undefined {
    return this.#actors.get(`${kind}:${targetId}`)?.getSnapshot() as SnapshotFrom<Machines[K]> | undefined;
  }

  /** Where interactions of a kind are going on. */
  ids(kind: InteractionKind): readonly Id[] {
    const begins = `${kind}:`;
    return [...this.#actors.keys()].flatMap((key) =>
      key.startsWith(begins) ? key.slice(begins.length) : [],
    );
  }

  /** Whether a draft was sent just now: it may be answered before it is worth saying that an answer is awaited. */
  isFresh(targetId: Id): boolean {
    return this.#fresh.has(targetId);
  }

  stop(): void {
    this.#fresh.clear();
    this.#actors.clear();
  }

  #begin(kind: InteractionKind, key: string, targetId: Id): Actor<AnyStateMachine> {
    const actor = createActor(machines[kind] as AnyStateMachine);
    const resting = actor.getSnapshot().value as string;
    let doing: string | undefined;
    this.#actors.set(key, actor);
    // Before anybody listens: what it tells at its start is that it rests, and that would drop it.
    actor.start();
    let before: AnyMachineSnapshot = actor.getSnapshot();
    actor.subscribe((snapshot: AnyMachineSnapshot) => {
      if (snapshot.value === resting && this.#actors.get(key) === actor) this.#actors.delete(key);
      if (looksDifferent(before, snapshot)) {
        // What was pressed, or said of an entry that was not taken, goes at once.
        if (before.value === 'drafting' && isValueOnItsWay(snapshot)) this.#isSent(targetId);
        else this.#fresh.delete(targetId);
        this.#changed(targetId);
      }
      before = snapshot;
      this.touched?.(kind, targetId);
      const task =
        snapshot.hasTag('submitting') || snapshot.hasTag('finding') ? (snapshot.value as string) : undefined;
      if (task === doing) return;
      doing = task;
      if (snapshot.hasTag('submitting'))
        void this.#submit(actor, (snapshot.context as FlowContext).submission!);
      else if (snapshot.hasTag('finding'))
        void this.#find(actor, targetId, snapshot.context as InstallContext);
    });
    return actor;
  }

  #isSent(targetId: Id): void {
    this.#fresh.add(targetId);
    setTimeout(() => this.#fresh.delete(targetId) && this.#changed(targetId), moment);
  }

  async #submit(actor: Actor<AnyStateMachine>, { request, commandId, as }: Submission): Promise<void> {
    // A person may have gone on meanwhile: the answer to what they sent before is not one to what they send now.
    const tell = (answer: AnswerEvent): void => {
      const { submission } = actor.getSnapshot().context as FlowContext;
      if (submission?.commandId === commandId) actor.send(answer);
    };
    try {
      const answer = await this.#host.execute(request, commandId, as);
      if (isRefusal(answer)) tell({ type: 'REFUSED', refusal: answer });
      else tell({ type: isQueued(answer) ? 'QUEUED' : 'SAVED' });
    } catch (error) {
      tell({ type: 'FAULTED', fault: toFault(error) });
    }
  }

  async #find(actor: Actor<AnyStateMachine>, targetId: Id, context: InstallContext): Promise<void> {
    const { text } = context;
    // Another question may have been asked meanwhile, or the same one again.
    const tell = (event: InstallEvent): void => {
      if (actor.getSnapshot().context === context) actor.send(event);
    };
    try {
      const place = this.#host.target(targetId);
      const requirement = place?.kind === 'requirement' ? place.requirement : undefined;
      const find = async (asked: string): Promise<readonly Unit[]> => {
        const looking = this.#host.adapter.findUnits?.(requirement, asked);
        const units = looking ? await this.#inTime(looking) : [];
        if (!Array.isArray(units)) throw new AdapterFault('malformed');
        return units as readonly Unit[];
      };
      // A list needs nothing read.
      const found =
        text === ''
          ? { units: await find(text) }
          : await (await import('../scan/look-up.js')).lookUp(text, this.#host.scanPatterns, find);
      tell({ type: 'FOUND', ...found });
    } catch (error) {
      // Whatever became of it, a look-up records nothing.
      const { code, message, retryAfter } = toFault(error);
      const fault = new AdapterFault(code, { message, cause: error, ...(retryAfter && { retryAfter }) });
      tell({ type: 'FAULTED', fault });
    }
  }
}
