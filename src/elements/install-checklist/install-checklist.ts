import type { nothing, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Id, Step } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as Drawing from './checklist.js';

const drawing = later(() => import('./checklist.js'));

/**
 * The parts that a step asks for: what is required, what may replace it, what is still missing, and what has gone in.
 *
 * A part is installed by scanning or typing its serial, lot or part number at the top, or by picking it from the stock
 * that would fit. One serial that is named exactly goes in at once; of a lot the quantity is asked, of a part with
 * places on the assembly the place. What cannot go in is listed with its reason, and nothing is chosen for the person.
 * Where parts must be scanned, typing and picking are shown and do nothing. What is made on the assembly is built in
 * its row, under which stands what goes into it. Who may, excuses a part by an issue.
 *
 * A scan is read as a GS1 code, a JSON label or one of the session's `scanPatterns`, else as the name that it is; it is
 * answered by sight and by sound. Where `camera-scanner` is registered, its button stands beside the input. While the
 * step is in progress, what a scanner reads that types like a keyboard is taken wherever on the page the focus is; a
 * page hands over what it has read otherwise with `session.scan(text)`.
 *
 * @tagname install-checklist
 * @summary The parts to install at a step, as a checklist.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a part is installed, taken out or excused. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused it.
 * @fires {CommandFailedEvent} command-failed - It could not be sent.
 * @fires {LocateRequestedEvent} locate-requested - A person wants to see an issue, and nothing shows it.
 * @fires {ScanReceivedEvent} scan-received - A scan that no step has taken.
 *
 * @csspart scan - The label, the input for scans and what became of the last one.
 * @csspart message - What goes on, was refused or failed.
 * @csspart reason - Why nothing can be installed here now.
 * @csspart requirement - One required part.
 * @csspart issue-badge - How many issues a requirement has; leads to them.
 * @csspart state - How it stands: glyph and word.
 * @csspart install - A part that has gone in.
 * @csspart place - A place on the assembly that is empty.
 * @csspart children - What is inside a part that has gone in.
 * @csspart exception - The issue that excuses a part: title, status, by whom.
 * @csspart exception-form - Where an issue is chosen or opened for that.
 * @csspart units - The units to choose from.
 * @csspart quantity - The chosen unit, how much of it and where; or what is made.
 */
export class InstallChecklist extends ShellElement<typeof Drawing> {
  static override properties: PropertyDeclarations = { stepId: { attribute: 'step-id' } };

  /** Which step of the run, by id. */
  stepId: Id | undefined;

  protected override readonly drawing = drawing;
  #list: Drawing.Checklist | undefined;

  get #step(): Step | undefined {
    const target = this.stepId === undefined ? undefined : this.current?.target(this.stepId);
    return target?.kind === 'step' ? target.step : undefined;
  }

  protected override get followed(): readonly Id[] {
    if (this.stepId === undefined) return [];
    const ids = this.#step?.requirements.flatMap(({ id }) => [id, `except:${id}`]) ?? [];
    return [`scan:${this.stepId}`, ...ids];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list?.unheed();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const part = drawing();
    if (part) this.#list ??= this.#begin(part);
    super.willUpdate(changed);
  }

  #begin({ Checklist }: typeof Drawing): Drawing.Checklist {
    const session = (): RunSession | undefined => this.current;
    const step = (): Step | undefined => this.#step;
    return new Checklist(this, {
      get session() {
        return session();
      },
      get step() {
        return step();
      },
      submit: (actor, event) => this.submit(actor, event),
      record: (actor, submission) => this.submit(actor, { type: 'SUBMIT', submission }),
      retry: (actor) => this.retry(actor),
      tag: (name) => this.tag(name),
      requestUpdate: () => this.requestUpdate(),
    });
  }

  protected override draw(): TemplateResult | typeof nothing {
    return this.#list!.draw();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // One that has left the page hears of nothing.
    if (this.isConnected) this.#list?.drawn();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'install-checklist': InstallChecklist;
  }
}
