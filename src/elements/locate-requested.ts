/** Asks the page to open a place; a field comes without it until something in it leads elsewhere. */
import type { Id } from '../domain/run.js';

/** A person wants to see a target that no element shows at the moment: the host may open its step. */
export class LocateRequestedEvent extends Event {
  readonly stepId: Id;
  readonly targetId: Id;
  /** Where it is not the run of the element that sent it. */
  readonly runId: Id | undefined;

  constructor(stepId: Id, targetId: Id, runId?: Id) {
    super('locate-requested', { bubbles: true, composed: true });
    this.stepId = stepId;
    this.targetId = targetId;
    this.runId = runId;
  }
}
