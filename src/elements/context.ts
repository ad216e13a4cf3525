/** How an element inside `run-session` finds its session. The key belongs to this copy of the package. */
import { createContext } from '@lit/context';
import type { RunSession } from '../session.js';

export const sessionContext = createContext<RunSession | undefined>(Symbol('stepwright session'));
