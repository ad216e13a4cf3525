/** What install-checklist draws and does, once there is a run: loaded beside it. */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Refusal } from '../../domain/command.js';
import { isInstalled, isSatisfied } from '../../domain/install.js';
import { findRequirement, policyOf, type Id, type Run, type Step } from '../../domain/run.js';
import type { FlowContext } from '../../machines/command-flow.js';
import { install as installWords } from '../../messages/en/install.js';
import type { Explanation } from '../../messages/explain.js';
import { words } from '../../messages/registry.js';
import { buttons } from '../../styles/buttons.js';
import { choices } from '../../styles/choices.js';
import { glyph, lock, ok } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { notice } from '../../styles/notice.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { explainLater, loadExplanations } from '../explain-later.js';
import { issueBadge } from '../issue-badge-later.js';
import { KeepFocus } from '../keep-focus.js';
import { Attendant, excepting } from './attendant.js';
import { Desk } from './desk.js';
import type { Host } from './host.js';
import { styles as own } from './install-checklist.styles.js';
import { linesOf, type Line } from './lines.js';
import { exceptKey } from './names.js';
import type { Shown } from './panel.js';
import { requirementRow } from './requirement.js';
import { scanBox } from './scan-box.js';

export const styles = [tokens, tones, notice, buttons, inputs, choices, own];

export class Checklist {
  readonly #element: ReactiveElement;
  readonly #host: Host;
  readonly #desk: Desk;
  readonly #attendant: Attendant;

  constructor(element: ReactiveElement, host: Host) {
    this.#element = element;
    this.#host = host;
    this.#desk = new Desk(host);
    this.#attendant = new Attendant(element, host, this.#desk);
    new KeepFocus(element, (key) => {
      const place = this.#attendant.place(key ?? '');
      const find = (selector: string): HTMLElement | null | undefined => place?.querySelector(selector);
      return find('.keep') ?? find('input, button') ?? place;
    });
  }

  get #words() {
    return words(this.#element, 'install', installWords);
  }

  #say(run: Run, name: string, flow: Partial<FlowContext>): Explanation | undefined {
    return explainLater(() => this.#element.requestUpdate(), this.#element, run, name, flow);
  }

  /** To be called after each drawing. */
  drawn(): void {
    this.#attendant.drawn();
  }

  /** To be called when the element leaves the page. */
  unheed(): void {
    this.#attendant.unheed();
  }

  // Drawing ---------------------------------------------------------------------------------------------------

  draw(): TemplateResult | typeof nothing {
    const { session, step } = this.#host;
    const run = session?.run;
    if (!run || !step || step.requirements.length === 0) return nothing;
    const whyNot = session.whyNot('install-part', { stepId: step.id });
    const open = step.requirements.some((one) => !isSatisfied(one));
    const policy = policyOf(run, step);
    const may = {
      install: !whyNot,
      except: session.may('except-requirement', { stepId: step.id }),
      scanOnly: policy.requireScan,
      more: policy.overInstall === 'allow',
    };
    const { told } = this.#attendant;
    const why = html`${open && whyNot ? this.#reason(run, whyNot) : nothing}${
      told ? html`<p class="message toned ok" part="message" role="status">${glyph(ok)} ${told}</p>` : nothing
    }`;
    return html`${whyNot ? why : this.#scanBox(run, step, may)}
      <ul class=${step.requirements.length > 50 ? 'many' : nothing} aria-label=${this.#words.title}>
        ${linesOf(step.requirements).map((line) => this.#row(run, step, line, may))}
      </ul>`;
  }

  #reason(run: Run, refusal: Refusal): TemplateResult {
    const said = this.#say(run, '', { refusal });
    return html`<p class="hint" part="reason" id="reason">${glyph(lock)} ${said?.why}</p>`;
  }

  /** What goes on at one place: what is said of it, and what can be done. */
  #ongoing(run: Run, step: Step, key: string): Shown {
    const ongoing = this.#desk.peek(key);
    // Begun by another element of this session, it is shown here as well.
    const part = ongoing && this.#desk.installing(() => this.#element.requestUpdate());
    if (!part) return { message: nothing, panel: nothing };
    return part.installing({
      element: this.#element,
      run,
      step,
      key,
      desk: this.#desk,
      state: ongoing.value,
      context: ongoing.context,
      say: (name, flow) => this.#say(run, name, flow),
      redraw: () => this.#element.requestUpdate(),
      lead: (id) => this.#attendant.reveal(id),
    });
  }

  #scanBox(run: Run, step: Step, { scanOnly }: May): TemplateResult {
    return scanBox({
      element: this.#element,
      desk: this.#desk,
      shown: this.#ongoing(run, step, this.#desk.scanKey),
      told: this.#attendant.told,
      scanOnly: scanOnly ? this.#reason(run, { refused: 'scan-required' }) : undefined,
      camera: this.#cameraFor(step),
      type: (text) => {
        this.#attendant.told = '';
        this.#desk.scanned(text, 'typed');
      },
    });
  }

  /** The button of the camera, where the page has one. */
  #cameraFor(step: Step): HTMLElement | undefined {
    const tag = this.#host.tag('camera-scanner');
    const known = this.#attendant.camera;
    if (!known && (!('mediaDevices' in navigator) || !customElements.get(tag))) return undefined;
    const camera = (this.#attendant.camera = known ?? document.createElement(tag as 'camera-scanner'));
    camera.session = this.#host.session;
    camera.stepId = step.id;
    return camera;
  }

  #row(run: Run, step: Step, { requirement, at, parts }: Line, may: May): TemplateResult {
    const { id } = requirement;
    const ongoing = this.#desk.peek(id);
    const { message, panel } = this.#ongoing(run, step, id);
    const isExcepting = this.#host.session!.ongoing.peek('entry', exceptKey(id)) !== undefined;
    const form = isExcepting && excepting(() => this.#element.requestUpdate());
    return requirementRow({
      element: this.#element,
      run,
      step,
      requirement,
      at,
      editable: may.install,
      pickable: !isInstalled(requirement) || may.more || !!ongoing,
      scanOnly: may.scanOnly,
      open: !!ongoing && ongoing.context.submission?.request.type !== 'uninstall-part',
      except: may.except && !isExcepting && !isSatisfied(requirement) ? () => this.#except(id) : undefined,
      below: html`${message}${panel}${
        form
          ? form.excepting({
              element: this.#element,
              run,
              requirement,
              at,
              host: this.#host,
              say: (name, flow) => this.#say(run, name, flow),
            })
          : nothing
      }`,
      parts: parts.map((line) => this.#row(run, step, line, may)),
      desk: this.#desk,
      badge: issueBadge(this.#element, this.#host.session!, id, step.id),
    });
  }

  #except(id: Id): void {
    loadExplanations();
    const begin = (): void => {
      const { session, step } = this.#host;
      const requirement = step && findRequirement(step, id);
      const part = excepting();
      if (!session || !requirement || !part) return;
      part.begin(session, requirement);
      this.#desk.attends = id;
      this.#element.requestUpdate();
    };
    if (excepting(begin)) begin();
  }
}

/** What this person may do at this step, asked once for all rows. */
interface May {
  install: boolean;
  except: boolean;
  scanOnly: boolean;
  /** More than is required. */
  more: boolean;
}
