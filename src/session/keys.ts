/** What can be followed beside targets and steps, whose key is their id. */
import type { Id } from '../domain/run.js';

/** Whatever concerns the run as a whole. */
export const runKey = '';

/**
 * What stands beside the work of a step: people, comments, statuses. Unlike the step itself it is not told each time that a
 * value changes what is outstanding.
 */
export const besideKey = (stepId: Id): string => `beside:${stepId}`;
