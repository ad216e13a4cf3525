/**
 * What a session runs on: the machines, and the reader of foreign data. It is loaded beside the run rather than before
 * the page, so that nobody waits for it twice.
 */
import { createActor, type Actor } from 'xstate';
import type { Run } from '../domain/run.js';
import { sessionMachine } from '../machines/session.js';

export { readRun, readStep } from '../domain/read-run.js';
export { keepDrafts, type Drafts } from './drafts.js';
export { evolveAll } from '../domain/evolve.js';
export { asking, draftRequest } from './draft-request.js';
export { Interactions } from './interactions.js';
export { newsOf } from './news.js';
export { Overlay } from './overlay.js';

export type SessionActor = Actor<typeof sessionMachine>;

/** A session's own machine, at a run that is at hand or before it is read. */
export const startMachine = (run: Run | undefined): SessionActor =>
  createActor(sessionMachine, { input: run ? { run } : {} }).start();
