import type { nothing, PropertyDeclarations, TemplateResult } from 'lit';
import type { Id, Step } from '../../domain/run.js';
import { besideKey } from '../../session/keys.js';
import { KeepFocus } from '../keep-focus.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as Drawing from './view.js';

const drawing = later(() => import('./view.js'));

/**
 * The photos, drawings and documents of a step. A person adds more where they may: chosen, taken with the camera of a
 * tablet, dropped, or pasted while the focus is here. What was chosen goes to the backend at once, and becomes
 * evidence when it is attached, with a caption or without.
 *
 * Evidence is removed with a reason only, and what was removed stays listed, with who did it and why.
 *
 * @tagname evidence-list
 * @summary The photos, drawings and documents of a step.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a file is attached or removed. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused it.
 * @fires {CommandFailedEvent} command-failed - It could not be sent.
 *
 * @csspart title - The heading.
 * @csspart files - The list.
 * @csspart removed - What was removed.
 * @csspart reason - The form that asks why a file is removed.
 */
export class EvidenceList extends ShellElement<typeof Drawing> {
  static override properties: PropertyDeclarations = { stepId: { attribute: 'step-id' } };

  /** Which step of the run, by id. */
  stepId: Id | undefined;

  protected override readonly drawing = drawing;

  constructor() {
    super();
    // What was attached or removed takes its controls along: the next one to fill in, else the button for more.
    new KeepFocus(this, () => this.renderRoot.querySelector<HTMLElement>('li input, .primary, #choose'));
  }

  get #step(): Step | undefined {
    const target = this.stepId === undefined ? undefined : this.current?.target(this.stepId);
    return target?.kind === 'step' ? target.step : undefined;
  }

  protected override get followed(): readonly Id[] {
    const { stepId } = this;
    if (stepId === undefined) return [];
    const step = this.#step;
    return (step && drawing()?.keysOf(this.current!, step)) ?? [besideKey(stepId)];
  }

  protected override draw({ view }: typeof Drawing): TemplateResult | typeof nothing {
    return view({
      element: this,
      session: this.current,
      step: this.#step,
      submit: (actor, submission) => this.submit(actor, { type: 'SUBMIT', submission }),
      retry: (actor) => this.retry(actor),
    });
  }

  /** Brings an upload into view, by its name, with the focus in it. The step itself is shown by what is around it. */
  reveal(name: string): boolean {
    if (name === this.stepId) return false;
    this.scrollIntoView({ block: 'center' });
    this.renderRoot.querySelector<HTMLElement>('input:not([hidden]), button')?.focus();
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'evidence-list': EvidenceList;
  }
}
