/** How an element inside `run-session` finds its session. The key belongs to this copy of the package. */
import { ContextRoot, createContext } from '@lit/context';
import type { RunSession } from '../session.js';

export const sessionContext = createContext<RunSession | undefined>(Symbol('stepwright session'));

let attached = false;

/** A consumer may be upgraded before its provider: the document keeps its question until then. */
export function rememberRequests(): void {
  if (attached) return;
  attached = true;
  new ContextRoot().attach(document.documentElement);
}
