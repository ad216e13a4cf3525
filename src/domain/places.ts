/** Where in a run a command or an event has its place. */
import type { Id } from './run.js';

export interface AtStep {
  stepId: Id;
}

export interface AtTarget extends AtStep {
  targetId: Id;
}

export interface AtRedline extends AtStep {
  redlineId: Id;
}
