import type { nothing, PropertyDeclarations, TemplateResult } from 'lit';
import type { Id, Instant } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as Drawing from './view.js';

/** Safari has no idle callback. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 300 });
    else setTimeout(resolve);
  });

const drawing = later(() => import('./view.js'));

/**
 * What the next person has to know, from the record alone: what was done, what is half done, what waits for whom, what
 * has to be checked; who is still checked in, and the newest comments. Counts come first, and every line leads to its
 * place.
 *
 * Without `step-id` it speaks of the whole run. What was done counts from when work began again after everybody had
 * gone, or from `since`. It prints as a sheet of paper, and can be copied as text.
 *
 * @tagname handover-card
 * @summary What the next person has to know of a run or a step.
 *
 * @fires {LocateRequestedEvent} locate-requested - A person wants to go to something that is not shown here.
 *
 * @csspart card - All of it.
 * @csspart title - The heading.
 * @csspart counts - How many there are of each kind.
 * @csspart list - One of the lists.
 * @csspart line - A line that leads to its place.
 * @csspart comments - The newest comments.
 */
export class HandoverCard extends ShellElement<typeof Drawing> {
  static override properties: PropertyDeclarations = { stepId: { attribute: 'step-id' }, since: {} };

  /** Which step of the run, by id, with those inside it; the whole run if not set. */
  stepId: Id | undefined;
  /** Since when what was done counts. */
  since: Instant | undefined;

  protected override readonly drawing = drawing;
  #view: Drawing.HandoverView | undefined;

  protected override get followed(): readonly Id[] {
    return (this.current && drawing()?.keysOf(this.current, this.stepId)) ?? [''];
  }

  /** A large run takes a while to be told, and the work beside it goes first. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await idle();
    await super.scheduleUpdate();
  }

  protected override draw({ HandoverView }: typeof Drawing): TemplateResult | typeof nothing {
    const session = (): RunSession | undefined => this.current;
    this.#view ??= new HandoverView({ element: this, session });
    return this.#view.draw(this.stepId, this.since);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'handover-card': HandoverCard;
  }
}
