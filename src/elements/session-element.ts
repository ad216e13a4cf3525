/** The base of every element: it finds its session, follows what it shows, and asks for commands. */
import { ContextEvent } from '@lit/context';
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { AnyActor, AnyMachineSnapshot } from 'xstate';
import type { Adapter } from '../adapters/adapter.js';
import type { Id } from '../domain/run.js';
import type { FlowContext, Submission } from '../machines/command-flow.js';
import type { RunSession } from '../session.js';
import { sessionContext } from './context.js';
import { CommandFailedEvent, CommandRefusedEvent, CommandRequestedEvent } from './events.js';
import { later } from './later.js';

/** Sessions bring the machines with them, so a page whose elements are given theirs never loads that code here. */
const lending = later(() => import('./borrow.js'));

/** One or several; a list of its own for the one id of a field would weigh more, in thousands of them. */
type Followed = Id | readonly Id[];
const none: Followed = [];
const nothingLeft = (): void => undefined;

export abstract class SessionElement extends LitElement {
  // Without decorators: a field that is alone on its page does without their code.
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    adapter: { attribute: false },
    runId: { attribute: 'run-id' },
    person: {},
    current: { state: true },
  };

  /** Goes before the names of nested elements; `define({prefix})` sets it in a subclass. */
  static prefix = '';

  /** The session in use. One that is set comes before `adapter` and before a surrounding `run-session`. */
  get session(): RunSession | undefined {
    return this.#given ?? this.current;
  }
  set session(session: RunSession | undefined) {
    const before = this.#given;
    this.#given = session;
    this.requestUpdate('session', before);
  }
  /** With `run-id` and `person`: an element that stands alone makes its own session, shared with its like. */
  adapter: Adapter | undefined;
  /** Which run of the adapter, by id. */
  runId: Id | undefined;
  /** Who acts, by id. */
  person: Id | undefined;

  /** The session in use, wherever it came from. */
  protected current: RunSession | undefined;

  #given: RunSession | undefined;
  #release: (() => void) | undefined;
  /** The keys under which this element has joined its session. */
  #followed: Followed = none;
  #source: unknown;
  #connectedBy: readonly unknown[] | undefined;

  /** What this element shows, by id: it is drawn again when one of them changes. */
  protected abstract get followed(): Followed;

  /** The tag of an element that this one nests. */
  protected tag(name: string): string {
    return (this.constructor as typeof SessionElement).prefix + name;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Lit keeps a function of its own in every element for this, which does nothing from the second time on.
    this.enableUpdating = nothingLeft;
    this.#connect();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollowAll();
    this.#leave();
    this.#source = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was set after it came into the page and before it is drawn first counts as well.
    if (
      (changed.has('session') || changed.has('adapter') || changed.has('runId') || changed.has('person')) &&
      (this.#given
        ? this.#given !== this.#source
        : !this.#connectedBy || this.#wants.some((one, at) => one !== this.#connectedBy![at]))
    ) {
      this.#connect();
    }
    this.#follow();
  }

  /** Uses this session from now on, in place of the one before. */
  protected use(session: RunSession | undefined): void {
    this.#unfollowAll();
    this.current = session;
    this.#follow();
  }

  /** Offers a command to the host page, then sends the event that carries it to its machine. */
  protected submit<A extends AnyActor>(
    actor: A,
    event: Extract<Parameters<A['send']>[0], { submission: Submission }>,
  ): void {
    const { request, commandId } = event.submission;
    const requested = new CommandRequestedEvent(request, commandId);
    this.dispatchEvent(requested);
    requested.proceed(() => {
      actor.send(event);
      this.#reportAnswer(actor);
    });
  }

  /** Sends the same command again. */
  protected retry(actor: AnyActor): void {
    actor.send({ type: 'RETRY' });
    this.#reportAnswer(actor);
  }

  #reportAnswer(actor: AnyActor): void {
    const submitting = (): boolean => (actor.getSnapshot() as AnyMachineSnapshot).hasTag('submitting');
    if (!submitting()) return;
    const subscription = actor.subscribe(() => {
      if (submitting()) return;
      subscription.unsubscribe();
      const { submission, refusal, fault } = (actor.getSnapshot() as AnyMachineSnapshot)
        .context as FlowContext;
      if (!submission) return;
      if (refusal) this.dispatchEvent(new CommandRefusedEvent(submission.request, refusal));
      else if (fault) this.dispatchEvent(new CommandFailedEvent(submission.request, fault));
    });
  }

  get #wants(): readonly unknown[] {
    return [this.adapter, this.runId, this.person];
  }

  #connect(): void {
    // An element that is given its session, as most are, remembers nothing else.
    this.#connectedBy = this.#given ? undefined : this.#wants;
    // Nobody in particular may read, and do nothing else.
    const { adapter, runId, person = '' } = this;
    const given = this.#given;
    if (given) {
      this.#leave();
      this.#source = given;
      if (this.current !== given) this.use(given);
      return;
    }
    if (adapter && runId !== undefined) {
      this.#leave();
      this.#borrow(adapter, runId, person);
      return;
    }
    if (this.#source === sessionContext) return;
    this.#leave();
    this.#source = sessionContext;
    this.dispatchEvent(
      new ContextEvent(
        sessionContext,
        this,
        (value, unsubscribe) => {
          // A provider that this element has left, or that a closer one has replaced, has nothing more to say.
          if (this.#source !== sessionContext) return unsubscribe?.();
          if (this.#release !== unsubscribe) {
            this.#release?.();
            this.#release = unsubscribe;
          }
          if (this.current !== value) this.use(value);
        },
        true,
      ),
    );
  }

  /** At once where the code is there: an element that is moved keeps its session, and nobody acts for who has left. */
  #borrow(adapter: Adapter, runId: Id, person: Id): void {
    const source = (this.#source = {});
    const lend = (): void => {
      if (this.#source !== source || !this.isConnected) return;
      const lent = lending(lend)?.borrow(this, { adapter, runId, person, after: this.current });
      if (!lent) return;
      this.#release = lent.release;
      this.use(lent.session);
    };
    lend();
  }

  #leave(): void {
    this.#release?.();
    this.#release = undefined;
  }

  #follow(): void {
    const { current } = this;
    if (!current || !this.isConnected) return;
    const { followed } = this;
    if (JSON.stringify(followed) === JSON.stringify(this.#followed)) return;
    this.#unfollowAll();
    this.#followed = followed;
    for (const key of [followed].flat()) current.join(key, this);
  }

  #unfollowAll(): void {
    for (const key of [this.#followed].flat()) this.current?.leave(key, this);
    this.#followed = none;
  }
}
