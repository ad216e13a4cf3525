/** What became of the commands of a session in the other runs, and which runs these are; shared by all who show it. */
import type { RunSummary } from '../../adapters/adapter.js';
import type { CommandRequest, Refusal } from '../../domain/command.js';
import type { Id } from '../../domain/run.js';
import type { RunSession } from '../../session.js';

/** Something that was not done in another run. It stays until somebody has read it. */
export interface NotDone {
  key: string;
  runId: Id;
  request: CommandRequest;
  refusal: Refusal;
}

/** Milliseconds between two readings of the list, which tells how far the others are. */
const pause = 300;

export class Outcomes {
  /** Of the last command: in how many of the others it was done. */
  last: { done: number; all: number } | undefined;
  notDone: readonly NotDone[] = [];
  /** Every run that the backend lists; none while that is being read, or cannot be. */
  runs: readonly RunSummary[] | undefined;
  failed = false;
  /** Who announces it: one of those who show it. */
  speaker: Element | undefined;

  readonly #session: RunSession;
  readonly #views = new Set<() => void>();
  #reading = false;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: RunSession) {
    this.#session = session;
    session.observe((news) => {
      if (news.kind === 'siblings') this.#take(news.request, news.siblings);
      // Who joined or left is in the list, and how far the others are.
      if (news.kind === 'events' && this.#views.size > 0) this.read();
    });
  }

  /** Calls back whenever something has changed. */
  follow(view: () => void): () => void {
    this.#views.add(view);
    this.read();
    return () => {
      this.#views.delete(view);
      if (this.#views.size > 0 || this.#timer === undefined) return;
      // Nothing of a page that has been left is held on to.
      clearTimeout(this.#timer);
      this.#rested();
    };
  }

  dismiss(key: string): void {
    this.notDone = this.notDone.filter((one) => one.key !== key);
    this.#tell();
  }

  /** Of a run that is worked on its own nothing is asked, but for the batches that it could join: `anyway`. */
  read(anyway = false): void {
    const { adapter, run } = this.#session;
    if (!adapter.listRuns || !(anyway || run?.batch)) return;
    this.#again = this.#reading;
    if (this.#reading) return;
    this.#reading = true;
    void adapter
      .listRuns()
      .then(
        (runs) => {
          this.runs = runs;
          this.failed = false;
        },
        () => {
          this.failed = true;
        },
      )
      .then(() => {
        this.#tell();
        if (this.#views.size > 0) this.#timer = setTimeout(() => this.#rested(), pause);
        else this.#rested();
      });
  }

  #rested(): void {
    this.#timer = undefined;
    this.#reading = false;
    if (this.#again && this.#views.size > 0) this.read();
  }

  #take(request: CommandRequest, siblings: readonly { runId: Id; refused?: Refusal }[]): void {
    const refusals = siblings.flatMap(({ runId, refused }) =>
      refused ? [{ key: keyOf(runId, request, refused), runId, request, refusal: refused }] : [],
    );
    const keys = new Set(refusals.map(({ key }) => key));
    this.last = { done: siblings.length - refusals.length, all: siblings.length };
    // The same once more takes the place of the one before.
    this.notDone = [...this.notDone.filter(({ key }) => !keys.has(key)), ...refusals];
    this.#tell();
  }

  #tell(): void {
    for (const view of this.#views) view();
  }
}

const keyOf = (runId: Id, { type, stepId = '' }: CommandRequest, { refused, detail }: Refusal): string =>
  JSON.stringify([runId, stepId, detail?.reason === 'not-alike' ? '' : type, refused, detail?.reason]);

const all = new WeakMap<RunSession, Outcomes>();

export function outcomesOf(session: RunSession): Outcomes {
  const known = all.get(session) ?? new Outcomes(session);
  all.set(session, known);
  return known;
}
