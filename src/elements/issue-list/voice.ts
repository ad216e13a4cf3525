/** Says how issues stand once that has changed, whoever changed it. */
import type { RunEvent } from '../../domain/command.js';
import { issue as issueWords } from '../../messages/en/issue.js';
import { status as statusWords } from '../../messages/en/status.js';
import { clip } from '../../messages/phrases.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { LiveRegion } from '../live-region.js';
import { dispositionName } from './row.js';

/** An issue may be listed at its step and in the list of the run: one of them says it. */
const said = new WeakSet<RunEvent>();

export class IssueVoice extends LiveRegion {
  readonly #element: Element;
  readonly #lists: (issueId: string) => boolean;
  #session: RunSession | undefined;
  #stop: (() => void) | undefined;

  /** `lists` tells whether an issue is among those of the element. */
  constructor(element: Element, lists: (issueId: string) => boolean) {
    super(element);
    this.#element = element;
    this.#lists = lists;
  }

  /** Hears this session from now on; nothing without one. */
  hear(session: RunSession | undefined): void {
    if (session === this.#session) return;
    this.#stop?.();
    this.#session = session;
    this.#stop = session?.observe((news) => {
      if (news.kind !== 'events') return;
      for (const event of news.events) {
        const text = said.has(event) ? undefined : this.#textOf(session, event);
        // What is not shown is not heard either; whether it is costs a layout, so it is asked last.
        if (text === undefined || !this.#element.checkVisibility()) continue;
        said.add(event);
        this.say(text);
      }
    });
  }

  #textOf(session: RunSession, event: RunEvent): string | undefined {
    const say = words(this.#element, 'issue', issueWords);
    const statuses = words(this.#element, 'status', statusWords);
    // One that concerns a step is told there.
    if (event.type === 'issue-opened' && event.stepId === undefined && event.by === session.person)
      return say.announce(clip(event.issue.number), statuses.issue(event.issue.status), '', '');
    if (event.type !== 'issue-changed' || !this.#lists(event.issueId)) return undefined;
    const { issueId, status, disposition, reason } = event;
    const { number } = session.run!.issues.find(({ id }) => id === issueId)!;
    return say.announce(
      clip(number),
      statuses.issue(status),
      disposition === undefined ? '' : dispositionName(this.#element, session, disposition),
      reason === undefined ? '' : clip(reason),
    );
  }
}
