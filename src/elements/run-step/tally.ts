/**
 * What the values of a step change in its sheet: how far it is, and what is outstanding. The sheet has a place for each,
 * and they are drawn there by themselves: for a value nothing else of it is drawn.
 */
import { render, type ReactiveElement } from 'lit';
import type { Blocker } from '../../domain/command.js';
import type { Step } from '../../domain/run.js';
import { step as stepWords } from '../../messages/en/step.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import type { View } from '../../session/followers.js';
import { listedAtFirst, listedMore, outstanding } from './outstanding.js';

/** What is outstanding while the step is worked on. Who cannot complete it need not check in for that. */
export function blockersOf(session: RunSession, { id, status }: Step): readonly Blocker[] {
  if (status !== 'in-progress') return [];
  const blockers = session.blockers(id);
  return session.may('complete-step', { stepId: id })
    ? blockers
    : blockers.filter(({ kind }) => kind !== 'not-checked-in');
}

interface Shown {
  session: RunSession;
  step: Step;
}

/** What there is to show, and where. */
interface Standing extends Shown {
  text: HTMLElement | null;
  done: number;
  total: number;
  list: HTMLElement | null;
  blockers: readonly Blocker[];
}

/** The sheet around it. */
export interface TallyHost {
  element: ReactiveElement;
  shown(): Shown | undefined;
  go(blocker: Blocker): void;
  /** Draws, and sees to the focus: the line that had it may go. */
  keepFocus(draw: () => void): void;
}

export class Tally implements View {
  readonly #host: TallyHost;
  #listed = listedAtFirst;
  /** Where it has joined, and how the buttons of the step stood when the sheet was drawn. */
  #joined: { session: RunSession; stepId: string; pressed: unknown } | undefined;
  #isDue = false;

  constructor(host: TallyHost) {
    this.#host = host;
  }

  /** To be called when another step is shown. */
  begin(): void {
    this.#listed = listedAtFirst;
  }

  /** To be called after each drawing of the sheet. */
  drawn(): void {
    const { session, step } = this.#host.shown() ?? {};
    const before = this.#joined;
    if (before?.session !== session || before?.stepId !== step?.id) this.left();
    if (!session || !step) return;
    if (!this.#joined) session.join(step.id, this);
    this.#joined = { session, stepId: step.id, pressed: session.ongoing.peek('entry', step.id) };
    this.#fill(this.#standing({ session, step }));
  }

  /** To be called when the element leaves the page. */
  left(): void {
    this.#joined?.session.leave(this.#joined.stepId, this);
    this.#joined = undefined;
  }

  /** Told by the session, once or for each of three hundred values. */
  requestUpdate(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      const { element } = this.#host;
      const shown = this.#host.shown();
      const standing = shown && this.#standing(shown);
      // Another step, a button that was pressed, the first or the last thing outstanding: that is for the sheet.
      if (standing && this.#fits(standing)) this.#host.keepFocus(() => this.#fill(standing));
      else element.requestUpdate();
    });
  }

  #standing({ session, step }: Shown): Standing {
    const root = this.#host.element.shadowRoot!;
    const text = root.getElementById('progress');
    const list = root.getElementById('outstanding-list');
    return { session, step, text, list, ...session.progress(step.id), blockers: blockersOf(session, step) };
  }

  #fits({ session, step, text, total, list, blockers }: Standing): boolean {
    const { stepId, pressed } = this.#joined ?? {};
    return (
      stepId === step.id &&
      pressed === session.ongoing.peek('entry', step.id) &&
      Boolean(text) === total > 0 &&
      Boolean(list) === blockers.length > 0
    );
  }

  #fill({ session, text, done, total, list, blockers }: Standing): void {
    const { element, go } = this.#host;
    if (text) {
      text.textContent = words(element, 'step', stepWords).progress(done, total);
      const bar = element.shadowRoot!.querySelector('progress')!;
      if (bar.max !== total) bar.max = total;
      bar.value = done;
    }
    if (!list) return;
    const more = (): void => this.#more(list);
    render(outstanding({ element, session, blockers, listed: this.#listed, go, more }), list);
  }

  #more(list: HTMLElement): void {
    const at = this.#listed;
    this.#listed += listedMore;
    this.#fill(this.#standing(this.#host.shown()!));
    list.querySelectorAll<HTMLElement>('li button')[at]?.focus();
  }
}
