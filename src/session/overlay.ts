/** Values on their way to the backend, laid over the confirmed run. Nothing but values is shown before it is confirmed. */
import type { Command, CommandType } from '../domain/command.js';
import { decide } from '../domain/decide.js';
import { evolveAll } from '../domain/evolve.js';
import type { Id, Run } from '../domain/run.js';

const values: ReadonlySet<CommandType> = new Set(['set-value', 'clear-value', 'mark-not-applicable']);

export class Overlay {
  readonly #pending = new Map<Id, Command & { targetId: Id }>();

  add(command: Command): void {
    if (values.has(command.type)) this.#pending.set(command.id, command as Command & { targetId: Id });
  }

  remove(commandId: Id): void {
    this.#pending.delete(commandId);
  }

  isPending(targetId: Id): boolean {
    return [...this.#pending.values()].some((command) => command.targetId === targetId);
  }

  /** The run as it will be once the backend has taken everything. */
  over(run: Run, by: Id): Run {
    let shown = run;
    for (const { base: _, ...command } of this.#pending.values()) {
      const decided = decide(shown, command, { by, at: command.madeAt, facts: {} });
      if (!('refused' in decided)) shown = evolveAll(shown, decided);
    }
    return shown;
  }
}
