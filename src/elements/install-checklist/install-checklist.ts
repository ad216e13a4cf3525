import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Refusal, RunEvent } from '../../domain/command.js';
import { isInstalled, isSatisfied, remaining } from '../../domain/install.js';
import {
  findRequirement,
  policyOf,
  type Id,
  type Requirement,
  type Run,
  type Step,
} from '../../domain/run.js';
import { install as installWords } from '../../messages/en/install.js';
import { formatDecimal } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { buttons } from '../../styles/buttons.js';
import { glyph, lock, ok, pending, scan as scanGlyph } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { explainLater } from '../explain-later.js';
import { KeepFocus } from '../keep-focus.js';
import { SessionElement } from '../session-element.js';
import { Desk } from './desk.js';
import { styles } from './install-checklist.styles.js';
import type { Shown } from './installing.js';
import { unitName } from './names.js';
import { requirementRow } from './requirement.js';

/**
 * The parts that a step asks for: what is required, what may replace it, what is still missing, and what has gone in.
 *
 * A part is installed by scanning or typing its serial, lot or part number at the top, or by picking it from the stock
 * that would fit. One serial that is named exactly goes in at once; of a lot the quantity is asked. What cannot go in
 * is listed with its reason, and nothing is chosen for the person. Where parts must be scanned, typing and picking are
 * shown and do nothing; a page hands scans over with `session.scan(text)`.
 *
 * @tagname install-checklist
 * @summary The parts to install at a step, as a checklist.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a part is installed or taken out. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused it.
 * @fires {CommandFailedEvent} command-failed - It could not be sent.
 *
 * @csspart scan - The label, the input for scans and what became of the last one.
 * @csspart message - What goes on, was refused or failed.
 * @csspart reason - Why nothing can be installed here now.
 * @csspart requirement - One required part.
 * @csspart state - How it stands: glyph and word.
 * @csspart install - A part that has gone in.
 * @csspart units - The units to choose from.
 * @csspart quantity - The chosen unit and how much of it.
 */
export class InstallChecklist extends SessionElement {
  static override styles = [tokens, tones, buttons, inputs, styles];

  static override properties: PropertyDeclarations = { stepId: { attribute: 'step-id' } };

  /** Which step of the run, by id. */
  stepId: Id | undefined;

  /** What has been done, for the ear. */
  #told = '';
  readonly #desk: Desk;
  #leave: (() => void)[] = [];
  #heeded: readonly unknown[] = [];

  constructor() {
    super();
    const session = (): RunSession | undefined => this.current;
    const step = (): Step | undefined => this.#step;
    this.#desk = new Desk({
      get session() {
        return session();
      },
      get step() {
        return step();
      },
      submit: (actor, event) => this.submit(actor, event),
      retry: (actor) => this.retry(actor),
      requestUpdate: () => this.requestUpdate(),
    });
    new KeepFocus(this, (key) => {
      const place = this.#place(key ?? '');
      const find = (selector: string): HTMLElement | null | undefined => place?.querySelector(selector);
      return find('.keep') ?? find('input, button') ?? place;
    });
  }

  get #words() {
    return words(this, 'install', installWords);
  }

  get #step(): Step | undefined {
    const target = this.stepId === undefined ? undefined : this.current?.target(this.stepId);
    return target?.kind === 'step' ? target.step : undefined;
  }

  protected override get followed(): readonly Id[] {
    if (this.stepId === undefined) return [];
    return [`scan:${this.stepId}`, ...(this.#step?.requirements.map(({ id }) => id) ?? [])];
  }

  #place(key: string): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  get #scanOnly(): boolean {
    return policyOf(this.current!.run!, this.#step).requireScan;
  }

  // Following -------------------------------------------------------------------------------------------------

  /** Takes scans, and leads to a requirement, as long as it shows this step of this session. */
  #heed(): void {
    const { current, stepId } = this;
    const ids = this.#step?.requirements.map(({ id }) => id) ?? [];
    const heeded = [current, stepId, ...ids];
    if (heeded.length === this.#heeded.length && heeded.every((one, at) => one === this.#heeded[at])) return;
    this.#unheed();
    this.#heeded = heeded;
    if (!current || stepId === undefined) return;
    this.#leave = [
      current.onScan(stepId, (text) => {
        this.#told = '';
        this.#desk.scanned(text, 'scanned');
      }),
      current.observe((news) => news.kind === 'events' && news.events.forEach((event) => this.#hear(event))),
      ...ids.map((id) => current.onReveal(id, () => this.#reveal(id))),
    ];
  }

  #unheed(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
    this.#heeded = [];
  }

  /** Tells what this person has done here, and closes what has served its purpose. */
  #hear(event: RunEvent): void {
    if (event.type !== 'part-installed' && event.type !== 'part-uninstalled') return;
    const requirement = this.#step && findRequirement(this.#step, event.targetId);
    if (!requirement || event.by !== this.current?.person) return;
    const name = unitName(this.#words, event.install);
    this.requestUpdate();
    if (event.type === 'part-uninstalled') {
      this.#told = this.#words.announceUninstalled(name);
      return;
    }
    this.#told = this.#words.announceInstalled(name, formatDecimal(remaining(requirement), localeOf(this)));
    this.#desk.close(requirement.id);
    const input = this.renderRoot.querySelector<HTMLInputElement>('#scan');
    if (input) input.value = '';
  }

  #reveal(id: Id): void {
    const place = this.#place(id);
    place?.scrollIntoView({ block: 'center' });
    (place?.querySelector<HTMLElement>('.pick') ?? place)?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unheed();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#heed();
    if (!this.#step) return;
    this.#desk.goOn();
    const quantity = this.#desk.measuring && this.renderRoot.querySelector<HTMLInputElement>('#quantity');
    if (!quantity) return;
    this.#desk.measuring = false;
    // Whoever is typing elsewhere on the page is not disturbed.
    if (document.activeElement !== document.body && !this.matches(':focus-within')) return;
    quantity.focus();
    quantity.select();
  }

  // Drawing ---------------------------------------------------------------------------------------------------

  protected override render(): TemplateResult | typeof nothing {
    const step = this.#step;
    const run = this.current?.run;
    if (!run || !step || step.requirements.length === 0) return nothing;
    const whyNot = this.current!.whyNot('install-part', { stepId: step.id });
    const open = step.requirements.some((one) => !isSatisfied(one));
    return html`${whyNot ? (open ? this.#reason(run, whyNot) : nothing) : this.#scanBox(run, step)}
      <ul aria-label=${this.#words.title}>
        ${step.requirements.map((one, at) => this.#row(run, step, one, at, !whyNot))}
      </ul>`;
  }

  #reason(run: Run, refusal: Refusal): TemplateResult {
    const said = explainLater(() => this.requestUpdate(), this, run, '', { refusal });
    return html`<p class="hint" part="reason" id="reason">${glyph(lock)} ${said?.why}</p>`;
  }

  /** What goes on at one place: what is said of it, and what can be done. */
  #ongoing(run: Run, step: Step, key: string): Shown {
    const ongoing = this.#desk.peek(key);
    // Begun by another element of this session, it is shown here as well.
    const installing = ongoing && this.#desk.installing(() => this.requestUpdate());
    if (!installing) return { message: nothing, panel: nothing };
    return installing.installing({
      element: this,
      run,
      step,
      key,
      desk: this.#desk,
      state: ongoing.value,
      context: ongoing.context,
      say: (name, flow) => explainLater(() => this.requestUpdate(), this, run, name, flow),
    });
  }

  #scanBox(run: Run, step: Step): TemplateResult {
    const { scanKey, waiting } = this.#desk;
    const { message, panel } = this.#ongoing(run, step, scanKey);
    const done = this.#told
      ? html`<p class="message toned ok" part="message">${glyph(ok)} ${this.#told}</p>`
      : nothing;
    return html`<div class="field scan" part="scan" data-key=${scanKey}>
      <label class="label" for="scan">${this.#words.scan}</label>
      <div class="entry">
        ${glyph(scanGlyph)}
        <input
          id="scan"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          enterkeyhint="search"
          aria-describedby=${this.#scanOnly ? 'reason' : nothing}
          ?readonly=${this.#scanOnly}
          @keydown=${this.#keyDown}
        />
      </div>
      ${this.#scanOnly ? this.#reason(run, { refused: 'scan-required' }) : nothing}
      <div class="told" role="status">
        ${message === nothing ? done : message}
        ${waiting > 0 ? html`<p class="message">${glyph(pending)} ${this.#words.waiting(waiting)}</p>` : nothing}
      </div>
      ${panel}
    </div>`;
  }

  #keyDown(event: KeyboardEvent): void {
    const input = event.target as HTMLInputElement;
    const { scanKey } = this.#desk;
    if (event.key === 'Escape' && this.#desk.peek(scanKey)) {
      event.stopPropagation();
      this.#desk.close(scanKey);
    }
    if (event.key !== 'Enter') return;
    // A scanner ends with Enter, which must not send a form around it.
    event.preventDefault();
    if (this.#scanOnly) return;
    this.#told = '';
    this.#desk.scanned(input.value, 'picked');
    input.select();
  }

  #row(run: Run, step: Step, requirement: Requirement, at: number, editable: boolean): TemplateResult {
    const { id } = requirement;
    const ongoing = this.#desk.peek(id);
    const { message, panel } = this.#ongoing(run, step, id);
    return requirementRow({
      element: this,
      run,
      requirement,
      at,
      editable,
      pickable: !isInstalled(requirement) || policyOf(run, step).overInstall === 'allow' || !!ongoing,
      scanOnly: this.#scanOnly,
      open: !!ongoing && ongoing.context.submission?.request.type !== 'uninstall-part',
      below: html`${message}${panel}`,
      desk: this.#desk,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'install-checklist': InstallChecklist;
  }
}
