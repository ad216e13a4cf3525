/** Tells the page that a run has changed; it comes with the first session that an element owns. */
import type { RunEvent } from '../domain/command.js';

/** An event has reached the session, whoever caused it. Sent by the session's owner. */
export class RunChangedEvent extends Event {
  readonly event: RunEvent;

  constructor(event: RunEvent) {
    super('run-changed', { bubbles: true, composed: true });
    this.event = event;
  }
}
