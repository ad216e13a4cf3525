/** The commands of a session: each goes to the backend in its turn, and what it is answered is shown and told. */
import { toFault, type Actor } from '../adapters/adapter.js';
import { isQueued, isReceipt, isRefusal } from '../domain/command.js';
import type { Answer, Command, CommandRequest } from '../domain/command.js';
import type { Id, Version } from '../domain/run.js';
import type { Backend } from './backend.js';
import { CommandQueue } from './command-queue.js';
import type { ConfirmedRun } from './confirmed-run.js';
import type { Tell } from './session-news.js';
import type { ShownRun } from './shown-run.js';

export class Commands {
  readonly #backend: Backend;
  readonly #confirmed: ConfirmedRun;
  readonly #shown: ShownRun;
  readonly #tell: Tell;
  readonly #queue = new CommandQueue();
  readonly #given = new Set<Id>();

  constructor(backend: Backend, confirmed: ConfirmedRun, shown: ShownRun, tell: Tell) {
    this.#backend = backend;
    this.#confirmed = confirmed;
    this.#shown = shown;
    this.#tell = tell;
  }

  /** A request as it is sent. */
  command(request: CommandRequest, id: Id): Command {
    return { v: 1, id, runId: this.#backend.runId, madeAt: new Date().toISOString(), ...request };
  }

  gave(commandId: Id): boolean {
    return this.#given.has(commandId);
  }

  async execute(request: CommandRequest, commandId: Id, as?: Actor): Promise<Answer> {
    const command = this.command(request, commandId);
    this.#given.add(commandId);
    const { overlay } = this.#shown;
    // A value laid over an own one that is still pending knows its base only when that one has been answered.
    const onOwn =
      'targetId' in command && command.targetId !== undefined && overlay?.isPending(command.targetId);
    overlay?.add(command);
    this.#show(command);
    try {
      const answer = await this.#queue.run(command.stepId ?? '', () => {
        const base = onOwn ? this.#confirmedVersion(command.targetId as Id) : command.base;
        return this.#backend.execute(base === undefined ? command : { ...command, base }, as);
      });
      if (!isQueued(answer)) overlay?.remove(commandId);
      this.#take(answer, request);
      this.#show(command);
      return answer;
    } catch (error) {
      const fault = toFault(error);
      overlay?.remove(commandId);
      this.#show(command);
      this.#tell({ kind: 'failed', request, fault });
      throw fault;
    }
  }

  #take(answer: Answer, request: CommandRequest): void {
    if (isReceipt(answer)) {
      this.#confirmed.receive(answer.events);
      const { warnings = [], siblings = [] } = answer;
      if (siblings.length > 0) this.#tell({ kind: 'siblings', request, siblings });
      if (warnings.length > 0) this.#tell({ kind: 'warned', request, warnings });
    } else if (isRefusal(answer)) {
      this.#tell({ kind: 'refused', request, refusal: answer });
      // Where nobody tells what has changed, it must be read (R112, R113).
      if (/^(stale|blocked)$/.test(answer.refused) && !this.#backend.adapter.watch) this.#confirmed.reload();
    }
  }

  #show(command: Command): void {
    this.#shown.show(this.#confirmed.run, command);
  }

  #confirmedVersion(targetId: Id): Version | undefined {
    const { run } = this.#confirmed;
    const target = run && this.#shown.target(targetId, run);
    if (target?.kind === 'field') return target.field.version;
    return target?.kind === 'requirement' ? target.requirement.version : target?.step.version;
  }
}
