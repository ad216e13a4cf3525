/**
 * The run as the backend has confirmed it: read whole, brought on by each event in its turn, and read again where they
 * do not fit.
 */
import { toFault, type AdapterFault } from '../adapters/adapter.js';
import type { RunEvent } from '../domain/command.js';
import type { Problem } from '../domain/read-run.js';
import type { Run } from '../domain/run.js';
import type { SessionEvent } from '../machines/session.js';
import type { Backend } from './backend.js';
import type * as Engine from './engine.js';
import { Incoming } from './incoming.js';
import type { Tell } from './session-news.js';
import type { ShownRun } from './shown-run.js';

export type SessionStatus = 'loading' | 'ready' | 'reloading' | 'failed' | 'stopped';

/** What else a session does when its run has come. */
interface Host {
  /** The machines are there. */
  begin(engine: typeof Engine): void;
  /** The run was read whole. */
  adopt(): void;
  tell: Tell;
}

/** The machines, once they are there. */
let engine: typeof Engine | undefined;

/** A step that comes with an event is foreign data like any other. */
const readEvent = (event: RunEvent, run: Run): RunEvent =>
  event.type === 'step-read' ? { ...event, step: engine!.readStep(event.step, run).step } : event;

export class ConfirmedRun {
  readonly #backend: Backend;
  readonly #shown: ShownRun;
  readonly #host: Host;
  readonly #incoming = new Incoming();
  #machine: Engine.SessionActor | undefined;
  /** Why the session could not begin at all: the run or the machines did not come. */
  #notBegun: AdapterFault | undefined;
  #stopWatching: (() => void) | undefined;
  #gapTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend, shown: ShownRun, host: Host) {
    this.#backend = backend;
    this.#shown = shown;
    this.#host = host;
  }

  get status(): SessionStatus {
    if (this.#backend.stopped) return 'stopped';
    return (this.#machine?.getSnapshot().value as SessionStatus) ?? (this.#notBegun ? 'failed' : 'loading');
  }

  get fault(): AdapterFault | undefined {
    return this.#notBegun ?? this.#machine?.getSnapshot().context.fault;
  }

  get problems(): readonly Problem[] {
    return this.#machine?.getSnapshot().context.problems ?? [];
  }

  get run(): Run | undefined {
    return this.#machine?.getSnapshot().context.run;
  }

  /** With a run that is at hand, if there is one. */
  start(run: Run | undefined): void {
    if (engine) this.#begin(engine, run);
    if (run && this.#machine) this.#adopt();
    else void this.#load();
  }

  /** Takes events in whichever way and however often they come. */
  receive(events: readonly RunEvent[]): void {
    const before = this.run;
    if (!before || this.status !== 'ready') return;
    let ready: readonly RunEvent[];
    try {
      ready = this.#incoming.take(before.sequence, events);
      this.#waitForGap();
      if (ready.length === 0) return;
      this.#tellMachine({
        type: 'RECEIVED',
        run: engine!.evolveAll(
          before,
          ready.map((event) => readEvent(event, before)),
        ),
      });
    } catch {
      return this.reload();
    }
    this.#shown.take(this.run, ready);
    this.#host.tell({ kind: 'events', events: ready });
  }

  /** Reads it again; the one before is shown meanwhile. */
  reload(): void {
    if (this.status !== 'ready') return;
    this.#tellMachine({ type: 'RELOAD' });
    this.#shown.tellRun();
    void this.#load();
  }

  /** Reads it again after a failure. */
  retry(): void {
    if (this.status !== 'failed') return;
    this.#notBegun = undefined;
    this.#tellMachine({ type: 'RETRY' });
    this.#shown.tellAll();
    void this.#load();
  }

  stop(): void {
    this.#stopWatching?.();
    clearTimeout(this.#gapTimer);
    this.#backend.stop();
    this.#tellMachine({ type: 'STOP' });
  }

  #begin(loaded: typeof Engine, run?: Run): void {
    this.#machine = loaded.startMachine(run);
    this.#host.begin(loaded);
  }

  #tellMachine(event: SessionEvent): void {
    this.#machine?.send(event);
  }

  async #load(): Promise<void> {
    try {
      const read = this.#backend.load();
      // Whichever comes last is waited for, and whichever fails is told.
      const [loaded, answer] = await Promise.all([engine ?? import('./engine.js'), read]);
      engine = loaded;
      if (this.#backend.stopped) return;
      if (!this.#machine) this.#begin(loaded);
      this.#tellMachine({ type: 'LOADED', ...loaded.readRun(answer) });
      this.#adopt();
    } catch (error) {
      if (this.#backend.stopped) return;
      const fault = toFault(error);
      if (this.#machine) this.#tellMachine({ type: 'FAULTED', fault });
      else this.#notBegun = fault;
      this.#host.tell({ kind: 'failed', request: undefined, fault });
      this.#shown.tellAll();
    }
  }

  /** Takes up a run that was read whole, and follows it from there. */
  #adopt(): void {
    const { run } = this;
    const { adapter, runId, stopped } = this.#backend;
    if (!run || stopped) return;
    this.#incoming.clear();
    this.#shown.adopt(run);
    this.#host.adopt();
    this.#shown.tellAll();
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    try {
      this.#stopWatching = adapter.watch?.(runId, { after: run.sequence }, (events) => this.receive(events));
    } catch (error) {
      this.#host.tell({ kind: 'failed', request: undefined, fault: toFault(error) });
    }
  }

  /** Events that wait for one that does not come: read the run again. */
  #waitForGap(): void {
    clearTimeout(this.#gapTimer);
    this.#gapTimer = this.#incoming.hasGap ? setTimeout(() => this.reload(), 2000) : undefined;
  }
}
