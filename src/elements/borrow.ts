/** A session for an element that stands alone: shared with its like, its news told to the page there. */
import type { RunSession } from '../session.js';
import { borrowSession, type Wanted } from '../session/shared.js';
import { CommandFailedEvent, RunChangedEvent } from './events.js';

export const borrow = (element: Element, wanted: Wanted): { session: RunSession; release: () => void } =>
  borrowSession(wanted, (news) => {
    if (news.kind === 'events') {
      for (const event of news.events) element.dispatchEvent(new RunChangedEvent(event));
    } else if (news.kind === 'failed' && !news.request) {
      element.dispatchEvent(new CommandFailedEvent(undefined, news.fault));
    }
  });
