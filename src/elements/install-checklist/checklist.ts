/** What install-checklist draws and does, once there is a run: loaded beside it. */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
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
import { routerOf } from '../../scan/router.js';
import { buttons } from '../../styles/buttons.js';
import { glyph, lock, ok, pending, scan as scanGlyph } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { explainLater } from '../explain-later.js';
import { KeepFocus } from '../keep-focus.js';
import { Desk, type Host } from './desk.js';
import { styles as own } from './install-checklist.styles.js';
import type { Shown } from './installing.js';
import { unitName } from './names.js';
import { requirementRow } from './requirement.js';

export const styles = [tokens, tones, buttons, inputs, own];

export class Checklist {
  /** What has been done, for the ear. */
  #told = '';
  readonly #element: ReactiveElement;
  readonly #host: Host;
  readonly #desk: Desk;
  #leave: (() => void)[] = [];
  #heeded: readonly unknown[] = [];

  constructor(element: ReactiveElement, host: Host) {
    this.#element = element;
    this.#host = host;
    this.#desk = new Desk(host);
    new KeepFocus(element, (key) => {
      const place = this.#place(key ?? '');
      const find = (selector: string): HTMLElement | null | undefined => place?.querySelector(selector);
      return find('.keep') ?? find('input, button') ?? place;
    });
  }

  get #words() {
    return words(this.#element, 'install', installWords);
  }

  #place(key: string): HTMLElement | null {
    return this.#element.renderRoot.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  get #scanOnly(): boolean {
    return policyOf(this.#host.session!.run!, this.#host.step).requireScan;
  }

  // Following -------------------------------------------------------------------------------------------------

  /** Takes scans, and leads to a requirement, as long as it shows this step of this session. */
  #heed(): void {
    const { session, step } = this.#host;
    const ids = step?.requirements.map(({ id }) => id) ?? [];
    const heeded = [session, step?.id, ...ids];
    if (heeded.length === this.#heeded.length && heeded.every((one, at) => one === this.#heeded[at])) return;
    this.unheed();
    this.#heeded = heeded;
    if (!session || !step) return;
    this.#leave = [
      // Beside a run-step, or inside it, both speak of the same step.
      routerOf(this.#element.ownerDocument).join({
        element: this.#element,
        takes: () => this.#host.step?.status === 'in-progress' && this.#host.step,
        take: (text) => session.scan(text, { stepId: step.id }),
      }),
      session.onScan(step.id, (text) => {
        this.#told = '';
        this.#desk.scanned(text, 'scanned');
      }),
      session.observe((news) => news.kind === 'events' && news.events.forEach((event) => this.#hear(event))),
      ...ids.map((id) => session.onReveal(id, () => this.#reveal(id))),
    ];
  }

  /** To be called when the element leaves the page. */
  unheed(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
    this.#heeded = [];
  }

  /** Tells what this person has done here, and closes what has served its purpose. */
  #hear(event: RunEvent): void {
    if (event.type !== 'part-installed' && event.type !== 'part-uninstalled') return;
    const requirement = this.#host.step && findRequirement(this.#host.step, event.targetId);
    if (!requirement || event.by !== this.#host.session?.person) return;
    const name = unitName(this.#words, event.install);
    this.#element.requestUpdate();
    if (event.type === 'part-uninstalled') {
      this.#told = this.#words.announceUninstalled(name);
      return;
    }
    this.#told = this.#words.announceInstalled(
      name,
      formatDecimal(remaining(requirement), localeOf(this.#element)),
    );
    this.#desk.close(requirement.id);
    const input = this.#element.renderRoot.querySelector<HTMLInputElement>('#scan');
    if (input) input.value = '';
  }

  #reveal(id: Id): void {
    const place = this.#place(id);
    place?.scrollIntoView({ block: 'center' });
    (place?.querySelector<HTMLElement>('.pick') ?? place)?.focus();
  }

  /** To be called after each drawing. */
  drawn(): void {
    this.#heed();
    if (!this.#host.step) return;
    this.#desk.goOn();
    const quantity =
      this.#desk.measuring && this.#element.renderRoot.querySelector<HTMLInputElement>('#quantity');
    if (!quantity) return;
    this.#desk.measuring = false;
    // Whoever is typing elsewhere on the page is not disturbed.
    if (document.activeElement !== document.body && !this.#element.matches(':focus-within')) return;
    quantity.focus();
    quantity.select();
  }

  // Drawing ---------------------------------------------------------------------------------------------------

  draw(): TemplateResult | typeof nothing {
    const { session, step } = this.#host;
    const run = session?.run;
    if (!run || !step || step.requirements.length === 0) return nothing;
    const whyNot = session.whyNot('install-part', { stepId: step.id });
    const open = step.requirements.some((one) => !isSatisfied(one));
    return html`${whyNot ? (open ? this.#reason(run, whyNot) : nothing) : this.#scanBox(run, step)}
      <ul aria-label=${this.#words.title}>
        ${step.requirements.map((one, at) => this.#row(run, step, one, at, !whyNot))}
      </ul>`;
  }

  #reason(run: Run, refusal: Refusal): TemplateResult {
    const said = explainLater(() => this.#element.requestUpdate(), this.#element, run, '', { refusal });
    return html`<p class="hint" part="reason" id="reason">${glyph(lock)} ${said?.why}</p>`;
  }

  /** What goes on at one place: what is said of it, and what can be done. */
  #ongoing(run: Run, step: Step, key: string): Shown {
    const ongoing = this.#desk.peek(key);
    // Begun by another element of this session, it is shown here as well.
    const installing = ongoing && this.#desk.installing(() => this.#element.requestUpdate());
    if (!installing) return { message: nothing, panel: nothing };
    return installing.installing({
      element: this.#element,
      run,
      step,
      key,
      desk: this.#desk,
      state: ongoing.value,
      context: ongoing.context,
      say: (name, flow) => explainLater(() => this.#element.requestUpdate(), this.#element, run, name, flow),
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
          @keydown=${(event: KeyboardEvent) => this.#keyDown(event)}
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
      element: this.#element,
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
