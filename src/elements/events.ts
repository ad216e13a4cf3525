/** The DOM events that a host page hears. They bubble and cross shadow roots. */
import type { Actor, AdapterFault } from '../adapters/adapter.js';
import type { CommandRequest, Refusal } from '../domain/command.js';
import type { Id } from '../domain/run.js';
import { ScanReceivedEvent } from '../scan/scan-received.js';
import { LocateRequestedEvent } from './locate-requested.js';
import { RunChangedEvent } from './run-changed.js';

// Those in files of their own are loaded by who sends them.
export { LocateRequestedEvent, RunChangedEvent, ScanReceivedEvent };

const everywhere = { bubbles: true, composed: true };

/** A person asks for something. Canceling it keeps it from the backend; `waitUntil` holds it back for a badge or a question. */
export class CommandRequestedEvent extends Event {
  readonly request: CommandRequest;
  readonly commandId: Id;
  readonly #waits: Promise<unknown>[] = [];

  constructor(request: CommandRequest, commandId: Id) {
    super('command-requested', { ...everywhere, cancelable: true });
    this.request = request;
    this.commandId = commandId;
  }

  /** The command waits for this promise, and is dropped if it rejects. */
  waitUntil(promise: Promise<unknown>): void {
    this.#waits.push(promise);
  }

  /** Goes on at once where nobody asked to wait. */
  proceed(then: () => void): void {
    if (this.defaultPrevented) return;
    if (this.#waits.length === 0) then();
    else Promise.all(this.#waits).then(then, () => undefined);
  }
}

/** The backend refused, with its reason. */
export class CommandRefusedEvent extends Event {
  readonly request: CommandRequest;
  readonly refusal: Refusal;

  constructor(request: CommandRequest, refusal: Refusal) {
    super('command-refused', everywhere);
    this.request = request;
    this.refusal = refusal;
  }
}

/** Something did not work for technical reasons. Without a request it was the reading of the run. */
export class CommandFailedEvent extends Event {
  readonly request: CommandRequest | undefined;
  readonly fault: AdapterFault;

  constructor(request: CommandRequest | undefined, fault: AdapterFault) {
    super('command-failed', everywhere);
    this.request = request;
    this.fault = fault;
  }
}

/** Another person works here from now on. A surrounding `run-session` takes them, unless it is canceled. */
export class PersonSwitchedEvent extends Event {
  readonly person: Id;
  /** With a proof, where the backend has asked for one. */
  readonly actor: Actor;

  constructor(actor: Actor) {
    super('person-switched', { ...everywhere, cancelable: true });
    this.person = actor.person;
    this.actor = actor;
  }
}

declare global {
  /** At an element, the document and the window alike: they bubble. */
  interface GlobalEventHandlersEventMap {
    'command-requested': CommandRequestedEvent;
    'command-refused': CommandRefusedEvent;
    'command-failed': CommandFailedEvent;
    'run-changed': RunChangedEvent;
    'scan-received': ScanReceivedEvent;
    'locate-requested': LocateRequestedEvent;
    'person-switched': PersonSwitchedEvent;
    'session-changed': Event;
  }
}
