/** `explain` that comes when somebody begins to work: a page at rest does without the bytes of its sentences. */
import type { explain as Explain } from './explain.js';
import { later } from './later.js';

/** To be called when an entry begins, so that the sentences are there when the connection is not. */
export const loadExplanations = later(() => import('./explain.js'));

/** As `explain`; nothing until the sentences are there, and `then` is called when they are. */
export const explainLater = (
  then: () => void,
  ...about: Parameters<typeof Explain>
): ReturnType<typeof Explain> => loadExplanations(then)?.explain(...about);
