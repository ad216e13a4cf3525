/**
 * Who has a page open and labor running is asked whether they are still there: once for a document, however many
 * elements and runs are on it. Keys, touches, the wheel, scans and one's own events are signs of life; moving a mouse is
 * none, since a bench shakes. A step with a longer limit of its own, or with none, stays as it is when others are left.
 */
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { nothing } from 'lit';
import { laborOf } from '../../domain/labor.js';
import { personName, policyOf, type Id, type Step } from '../../domain/run.js';
import type { Submission } from '../../machines/command-flow.js';
import { runKey, type EntryActor, type RunSession } from '../../session.js';
import { IdleWatch, type IdleQuestion, type Timing } from '../../session/idle.js';
import { closingsOf } from '../labor-list/told.js';
import { showModal } from '../modal.js';
import { namer } from '../names.js';
import { idleDialog, type IdleShown } from './idle-dialog.js';

/** An element that can show the question. */
export interface IdleHost {
  readonly element: ReactiveControllerHost & HTMLElement;
  submit(actor: EntryActor, submission: Submission): void;
  retry(actor: EntryActor): void;
}

interface Stake {
  session: RunSession;
  step: Step;
  laborId: Id;
  /** Milliseconds. */
  limit: number;
}

const minute = 60_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'scan-received'] as const;
const idleKey = (stepId: Id): Id => `idle:${stepId}`;

/** What a person is checked in to where a limit is set. */
export function stakesOf(session: RunSession): readonly Stake[] {
  const { run, person } = session;
  if (!run) return [];
  return laborOf(run, person).flatMap(({ step, labor }) => {
    const { idleMinutes } = policyOf(run, step);
    return idleMinutes > 0 ? [{ session, step, laborId: labor.id, limit: idleMinutes * minute }] : [];
  });
}

export class IdleDesk {
  readonly #document: Document;
  /** The first of them shows the question. */
  readonly #hosts = new Map<IdleHost, readonly RunSession[]>();
  readonly #followed = new Map<RunSession, () => void>();
  #watch: IdleWatch | undefined;
  readonly #timing: Timing | undefined;
  /** What was left, until it has been read. */
  #left: readonly Stake[] = [];
  /** The person has asked for it, and needs not be told that it was done. */
  #asked = false;
  #unfollow: (() => void)[] = [];
  /** What the dialog showed last. */
  #state: IdleShown['state'] | undefined;

  constructor(document: Document, timing?: Timing) {
    this.#document = document;
    this.#timing = timing;
  }

  attend(host: IdleHost, sessions: readonly RunSession[]): void {
    const before = this.#hosts.get(host);
    if (before?.length === sessions.length && sessions.every((one, at) => one === before[at])) return;
    this.#hosts.set(host, sessions);
    this.#sync();
  }

  leave(host: IdleHost): void {
    if (!this.#hosts.delete(host)) return;
    this.#sync();
    this.#update();
  }

  get #stakes(): readonly Stake[] {
    return [...this.#followed.keys()].flatMap(stakesOf);
  }

  /** What is left when nobody answers. */
  #stakesIn({ since, until }: IdleQuestion): readonly Stake[] {
    return this.#stakes.filter(({ limit }) => limit <= until - since);
  }

  get #speaker(): IdleHost | undefined {
    return this.#hosts.keys().next().value;
  }

  #update(): void {
    this.#speaker?.element.requestUpdate();
  }

  // Watching ------------------------------------------------------------------------------------------------

  #sync(): void {
    const wanted = new Set([...this.#hosts.values()].flat());
    for (const [session, stop] of this.#followed) {
      if (wanted.has(session)) continue;
      stop();
      this.#followed.delete(session);
      // Who is gone, with their session, is asked nothing.
      this.#left = this.#left.filter((one) => one.session !== session);
    }
    for (const session of wanted) {
      if (!this.#followed.has(session)) this.#followed.set(session, this.#follow(session));
    }
    if (wanted.size === 0) return this.#end();
    if (this.#watch) return this.#watch.look();
    const listen = { capture: true, passive: true };
    for (const type of signs) this.#document.addEventListener(type, this.#heard, listen);
    this.#document.addEventListener('visibilitychange', this.#look);
    this.#watch = new IdleWatch({
      ...(this.#timing && { timing: this.#timing }),
      limit: () => {
        const least = Math.min(...this.#stakes.map(({ limit }) => limit));
        return least < Infinity ? least : undefined;
      },
      changed: () => this.#update(),
      leave: (idle) => this.#leaveAll(idle),
    });
  }

  #end(): void {
    this.#watch?.stop();
    this.#watch = undefined;
    for (const type of signs) this.#document.removeEventListener(type, this.#heard, true);
    this.#document.removeEventListener('visibilitychange', this.#look);
  }

  #follow(session: RunSession): () => void {
    const stops = [
      session.follow(runKey, this.#look),
      session.observe((news) => {
        if (news.kind !== 'events') return;
        // Whoever works on another device is there as well.
        const lives = news.events.some(
          (event) =>
            event.by === session.person && !(event.type === 'checked-out' && event.because === 'idle'),
        );
        if (lives) this.#watch?.touched();
        this.#look();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  readonly #look = (): void => {
    this.#watch?.look();
    if (this.#left.length > 0) this.#update();
  };

  readonly #heard = (event: Event): void => {
    if (!this.#watch) return;
    const dialog = this.#dialog;
    // The question hears for itself what is pressed in it.
    if (dialog?.open && event.composedPath().includes(dialog)) return;
    this.#signOfLife();
  };

  #signOfLife(): void {
    this.#watch?.touched();
    // What could not be carried out is not tried again for somebody who is there.
    if (this.#left.length > 0 && !this.#watch?.question) this.#giveUp();
  }

  // Leaving -------------------------------------------------------------------------------------------------

  #leaveAll(idle: number): void {
    const host = this.#speaker;
    const stakes = this.#stakes.filter(({ limit }) => limit <= idle);
    this.#asked = false;
    this.#left = [
      ...this.#left.filter((one) => !stakes.some(({ laborId }) => laborId === one.laborId)),
      ...stakes,
    ];
    for (const { session, step } of host ? stakes : []) this.#checkOut(host!, session, step, true);
    this.#update();
  }

  #checkOut(host: IdleHost, session: RunSession, { id: stepId }: Step, isIdle: boolean): void {
    const key = idleKey(stepId);
    const entry = session.ongoing.peek('entry', key);
    if (entry?.hasTag('submitting')) return;
    const actor = session.entry(key);
    this.#unfollow.push(session.follow(key, () => this.#update()));
    if (entry?.value === 'failed') return host.retry(actor);
    host.submit(
      actor,
      session.submission({ type: 'check-out', stepId, ...(isIdle && { because: 'idle' as const }) }),
    );
  }

  /** The person is there and stays in where they could not be checked out. */
  #giveUp(): void {
    for (const { session, step } of this.#left) {
      const entry = session.ongoing.peek('entry', idleKey(step.id));
      if (entry && !entry.hasTag('submitting')) session.entry(idleKey(step.id)).send({ type: 'DISCARD' });
    }
    this.#left = this.#left.filter((one) => !this.#isOpen(one));
    this.#update();
  }

  #isOpen({ session, laborId }: Stake): boolean {
    return stakesOf(session).some((one) => one.laborId === laborId);
  }

  // Showing -------------------------------------------------------------------------------------------------

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#speaker?.element.shadowRoot?.querySelector<HTMLDialogElement>('dialog.idle');
  }

  get #shown(): IdleShown | undefined {
    const question = this.#watch?.question;
    const nameOf = ({ session, step }: Stake): string => namer(session)(step.id);
    const person = ({ session }: Stake): string => personName(session.run!, session.person);
    if (question) {
      const stakes = this.#stakesIn(question);
      if (stakes.length === 0) return undefined;
      return { state: 'asking', question, person: person(stakes[0]!), steps: stakes.map(nameOf) };
    }
    if (this.#left.length === 0) return undefined;
    const entries = this.#left.map((one) => ({
      one,
      entry: one.session.ongoing.peek('entry', idleKey(one.step.id)),
    }));
    const about = { person: person(this.#left[0]!), steps: this.#left.map(nameOf) };
    const wrong = entries.find(({ entry }) => entry?.value === 'failed' || entry?.value === 'refused');
    if (wrong) {
      const { one, entry } = wrong;
      return { state: 'failed', ...about, run: one.session.run!, name: nameOf(one), flow: entry!.context };
    }
    const isOpen = this.#left.some((one) => this.#isOpen(one));
    return isOpen || !this.#asked ? { state: isOpen ? 'leaving' : 'out', ...about } : undefined;
  }

  /** The question, where this host is the one to show it. */
  draw(host: IdleHost): TemplateResult | typeof nothing {
    const shown = host === this.#speaker ? this.#shown : undefined;
    if (!shown) {
      // Whoever is back goes on where they were.
      if (host === this.#speaker) this.#dialog?.close();
      return nothing;
    }
    return idleDialog(host.element, shown, {
      stay: () => {
        this.#watch?.answer();
        this.#giveUp();
      },
      touched: () => this.#signOfLife(),
      leave: () => {
        const question = this.#watch?.question;
        if (question) {
          this.#left = this.#stakesIn(question);
          this.#asked = true;
          this.#watch!.answer();
        }
        for (const { session, step } of this.#left) this.#checkOut(host, session, step, !this.#asked);
      },
      read: () => {
        for (const { session, step } of this.#left) closingsOf(session).dismiss(step.id);
        this.#left = [];
        for (const stop of this.#unfollow.splice(0)) stop();
        this.#update();
      },
    });
  }

  /** To be called after each drawing of the host: a dialog opens when it is in the page. */
  shown(host: IdleHost): void {
    if (host !== this.#speaker) return;
    const dialog = this.#dialog;
    const state = dialog ? this.#shown?.state : undefined;
    const isNews = state !== this.#state;
    this.#state = state;
    if (!dialog?.open) showModal(dialog);
    // The button that had the focus has gone with its question: what became of it is heard, and closed by a key.
    else if (isNews)
      (dialog.querySelector<HTMLElement>('[autofocus]') ?? dialog.querySelector('h2'))?.focus();
  }
}

const desks = new WeakMap<Document, IdleDesk>();

/** `timing` is for the first who asks: a test has its own. */
export function idleDeskOf(document: Document, timing?: Timing): IdleDesk {
  let desk = desks.get(document);
  if (!desk) desks.set(document, (desk = new IdleDesk(document, timing)));
  return desk;
}
