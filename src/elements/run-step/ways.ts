/** Where a step leads: to what is outstanding in it, to another step, to what stands elsewhere on the page. */
import type { ReactiveElement } from 'lit';
import type { Blocker } from '../../domain/command.js';
import { findStep, type Id, type Step } from '../../domain/run.js';
import { step as stepWords } from '../../messages/en/step.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { LocateRequestedEvent } from '../events.js';
import type { ShownStep } from './shown-step.js';
import { blockersOf } from './tally.js';
import type { Voice } from './voice.js';

/** Where they begin. */
interface Start {
  element: ReactiveElement & { stepId: Id | undefined };
  session(): RunSession | undefined;
  shown: ShownStep;
  voice: Voice;
  /** Says which step is shown now. */
  announce(session: RunSession, step: Step): void;
}

export class Ways {
  readonly #start: Start;
  /** The outstanding thing that a key has led to last. */
  #reached = { at: -1, targetId: '' };

  constructor(start: Start) {
    this.#start = start;
  }

  /** To be called when another step is shown. */
  begin(): void {
    this.#reached = { at: -1, targetId: '' };
  }

  /** The things that are listed as outstanding. */
  get outstanding(): readonly Blocker[] {
    const session = this.#start.session();
    const step = this.#start.shown.in(session);
    return step ? blockersOf(session!, step) : [];
  }

  /** Complete, where something is outstanding: leads to what it is. */
  toOutstanding(count: number): void {
    const { element, voice } = this.#start;
    voice.say(words(element, 'step', stepWords).outstanding(count));
    element.shadowRoot!.getElementById('outstanding')?.focus();
  }

  /** What was done meanwhile has left the list, and the one after it has come to its place. */
  toNext(): void {
    const list = this.outstanding;
    const { at, targetId } = this.#reached;
    const next = list[at]?.targetId === targetId ? at + 1 : Math.max(at, 0);
    const index = next < list.length ? next : 0;
    const blocker = list[index];
    if (!blocker) return;
    this.#reached = { at: index, targetId: blocker.targetId };
    this.to(blocker);
  }

  to({ kind, stepId, targetId }: Blocker): void {
    if (kind === 'not-checked-in')
      this.#start.element.shadowRoot!.querySelector<HTMLElement>('.bar button')?.focus();
    else if (kind === 'incomplete-step') this.toStep(targetId);
    else this.toTarget(stepId, targetId);
  }

  toTarget(stepId: Id, id: Id): void {
    if (!this.#start.session()!.reveal(id)) this.#askPage(stepId, id);
  }

  /** To another step: where none is named it is shown here, else the page is asked. */
  toStep(id: Id): void {
    const { element, shown, announce } = this.#start;
    const session = this.#start.session()!;
    const step = findStep(session.run!, id);
    if (session.reveal(id) || !step) return;
    if (element.stepId !== undefined) return this.#askPage(id, id);
    shown.visit(session, step);
    announce(session, step);
    element.requestUpdate();
  }

  #askPage(stepId: Id, id: Id): void {
    this.#start.element.dispatchEvent(new LocateRequestedEvent(stepId, id));
  }
}
