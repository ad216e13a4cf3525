/** A session for an element that stands alone: shared with its like, its news told to the page there. */
import { indexedDbDrafts } from '../drafts/indexeddb.js';
import type { DraftStore } from '../drafts/drafts.js';
import type { RunSession, RunSessionOptions } from '../session.js';
import { borrowSession, type Wanted } from '../session/shared.js';
import { CommandFailedEvent, RunChangedEvent } from './events.js';

let browserDrafts: DraftStore | undefined;

/** Those of the browser, unless the page says otherwise. A backend without a name might be any, so nothing is kept of it. */
function draftsFor(element: Element, { adapter }: Wanted): RunSessionOptions['drafts'] {
  const { drafts } = element as { drafts?: RunSessionOptions['drafts'] };
  if (drafts !== undefined || adapter.tenant === undefined || !('indexedDB' in globalThis)) return drafts;
  return (browserDrafts ??= indexedDbDrafts());
}

export const borrow = (element: Element, wanted: Wanted): { session: RunSession; release: () => void } =>
  borrowSession({ ...wanted, drafts: draftsFor(element, wanted) }, (news) => {
    if (news.kind === 'events') {
      for (const event of news.events) element.dispatchEvent(new RunChangedEvent(event));
    } else if (news.kind === 'failed' && !news.request) {
      element.dispatchEvent(new CommandFailedEvent(undefined, news.fault));
    }
  });
