/** What run-step draws and does, once there is a run: loaded beside it. What is shown is `shown-step`, where it leads `ways`. */
import type { ReactiveElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Adapter } from '../../adapters/adapter.js';
import type { CommandRequest, Warning } from '../../domain/command.js';
import type { Id, Step } from '../../domain/run.js';
import type { Submission } from '../../machines/command-flow.js';
import { session as sessionWords } from '../../messages/en/session.js';
import { status as statusWords } from '../../messages/en/status.js';
import { step as stepWords } from '../../messages/en/step.js';
import { formatDuration } from '../../messages/format-time.js';
import { localeOf, words } from '../../messages/registry.js';
import type { EntryActor, RunSession } from '../../session.js';
import { besideKey, runKey } from '../../session/keys.js';
import { buttons } from '../../styles/buttons.js';
import { inputs } from '../../styles/inputs.js';
import { status } from '../../styles/status.js';
import { surface } from '../../styles/surface.js';
import { notice } from '../../styles/notice.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { RunningTimes } from '../labor-list/clock.js';
import { namer } from '../names.js';
import { IdleCare } from '../operator-bar/idle.js';
import { later } from '../later.js';
import { LaterDialog, type LaterDialogHost } from '../later-dialog.js';
import { GaugeKeys } from './gauge-keys.js';
import { isPress, type FormCommand, type MenuAction, type PressCommand } from './actions.js';
import { Company } from './company.js';
import type { StepPlace } from './life-forms.js';
import { styles as own } from './run-step.styles.js';
import { instead, notLoaded, sheet } from './sheet.js';
import { StepFields } from './step-fields.js';
import { StepScans } from './step-scans.js';
import { neighborStyles } from './neighbors.js';
import { Shortcuts } from './shortcuts.js';
import { ShownStep } from './shown-step.js';
import { Tally } from './tally.js';
import { Voice } from './voice.js';
import { Ways } from './ways.js';

const forms = later(() => import('./life-forms.js'));
type StepDialog = LaterDialog<FormCommand, StepPlace>;

export const styles = [tokens, tones, notice, status, surface, buttons, inputs, own, neighborStyles];

/** The element around it. */
export interface Host {
  readonly element: ReactiveElement & {
    stepId: Id | undefined;
    adapter: Adapter | undefined;
    shortcuts: string | undefined;
  };
  readonly session: RunSession | undefined;
  tag(name: string): string;
  submit(actor: EntryActor, event: { type: 'SUBMIT'; submission: Submission }): void;
  retry(actor: EntryActor): void;
}

export class StepView {
  readonly #host: Host;
  readonly #which: ShownStep;
  readonly #fields: StepFields;
  readonly #company: Company;
  readonly #voice: Voice;
  readonly #dialog: StepDialog;
  readonly #scans: StepScans;
  readonly #shortcuts: Shortcuts;
  readonly #tally: Tally;
  readonly #ways: Ways;
  /** Who enters nothing for too long is asked whether they are there. */
  readonly #idle: IdleCare;
  #unreveal: (() => void) | undefined;
  #moved = false;
  #focused: Element | null = null;
  #warnings: readonly Warning[] = [];

  constructor(host: Host) {
    this.#host = host;
    const { element } = host;
    this.#which = new ShownStep(() => element.stepId);
    this.#fields = new StepFields((name) => host.tag(name));
    this.#company = new Company((name) => host.tag(name));
    this.#voice = new Voice(
      element,
      () => this.step,
      (warnings) => this.#warn(warnings),
    );
    const asking: LaterDialogHost = {
      element,
      session: () => host.session,
      submit: (actor, submission) => host.submit(actor, { type: 'SUBMIT', submission }),
      retry: (actor) => host.retry(actor),
    };
    this.#dialog = new LaterDialog(asking, forms);
    this.#ways = new Ways({
      element,
      session: asking.session,
      shown: this.#which,
      voice: this.#voice,
      announce: (session, step) => this.#announce(session, step),
    });
    this.#tally = new Tally({
      element,
      shown: () => this.#shown,
      go: (blocker) => this.#ways.to(blocker),
      keepFocus: (draw) => {
        this.#focused = this.#root.activeElement;
        draw();
        this.#keepFocus();
      },
    });
    new RunningTimes(element, (time) => formatDuration(time, localeOf(element)));
    this.#idle = new IdleCare(asking);
    const which = this.#which;
    // A gauge types as well: its readings go to the measurements.
    const gauge = new GaugeKeys(
      {
        element,
        get session() {
          return host.session;
        },
        get stepId() {
          return which.id;
        },
        submit: asking.submit,
      },
      ({ text }) => this.#voice.say(text),
    );
    this.#scans = new StepScans(
      {
        element,
        session: () => host.session,
        step: () => this.step,
        at: (fieldId) => this.#fields.at(fieldId),
        say: (text) => this.#voice.say(text),
      },
      gauge,
    );
    const enabled = (): boolean => element.shortcuts !== 'off' && this.step !== undefined;
    this.#shortcuts = new Shortcuts({
      element,
      get enabled() {
        return enabled();
      },
      outstanding: () => this.#ways.outstanding.length,
      nextOutstanding: () => this.#ways.toNext(),
      list: () => this.#listElement(),
      help: () => void this.#help(),
    });
  }

  get #element() {
    return this.#host.element;
  }

  get #root(): ShadowRoot {
    return this.#element.shadowRoot!;
  }

  get #words() {
    return words(this.#element, 'step', stepWords);
  }

  /** The step that is shown. */
  get step(): Step | undefined {
    return this.#which.in(this.#host.session);
  }

  get #shown(): { session: RunSession; step: Step } | undefined {
    const { session } = this.#host;
    const { step } = this;
    return session && step && { session, step };
  }

  /** The keys that it is drawn again for. */
  get followed(): readonly Id[] {
    const { id } = this.#which;
    const { key } = this.#dialog;
    return [runKey, ...(id === undefined ? [] : [besideKey(id)]), ...(key === undefined ? [] : [key])];
  }

  /** To be called before each drawing: follows the work where no step is named. */
  prepare(): void {
    this.#focused = this.#root.activeElement;
    const { session } = this.#host;
    const became = this.#which.follow(session);
    if (became !== 'same') {
      this.#moved = became === 'moved on';
      this.#begin();
    }
    const { step } = this;
    if (!session || !step) return;
    this.#fields.show(session, step);
    this.#company.show(session, step);
    this.#dialog.prepare({ host: this.#element, session, step });
  }

  /** Another step: nothing of the one before stays open. */
  #begin(): void {
    this.#tally.begin();
    this.#ways.begin();
    this.#warnings = [];
    this.#dialog.close();
  }

  /** To be called after each drawing. */
  drawn(): void {
    const { session } = this.#host;
    const { step } = this;
    this.#voice.hear(session);
    this.#unreveal?.();
    this.#unreveal = step && session?.onReveal(step.id, () => this.#toTitle());
    this.#dialog.shown();
    this.#tally.drawn();
    this.#idle.shown(session ? [session] : []);
    if (this.#scans.join()) this.#shortcuts.join();
    this.#keepFocus();
  }

  /** To be called when the element leaves the page. */
  left(): void {
    this.#voice.hear(undefined);
    this.#unreveal?.();
    this.#tally.left();
    this.#scans.leave();
    this.#shortcuts.leave();
    this.#idle.left();
  }

  /** The focus is never lost with the button that had it, and goes along to the next step. */
  #keepFocus(): void {
    const focused = this.#focused;
    const title = this.#root.getElementById('title');
    if (this.#moved) {
      this.#moved = false;
      const { session } = this.#host;
      const { step } = this;
      if (!session || !step || !title) return;
      this.#announce(session, step);
      if (!focused && document.activeElement !== document.body) return;
      this.#toTitle();
    } else if (focused && !focused.isConnected && !this.#root.activeElement) {
      title?.focus({ preventScroll: true });
    }
  }

  #announce(session: RunSession, { id, status, reported }: Step): void {
    const statuses = words(this.#element, 'status', statusWords);
    this.#voice.say(this.#words.announce(namer(session)(id), statuses.work(status, reported)));
  }

  #toTitle(): void {
    this.#element.scrollIntoView();
    this.#root.getElementById('title')?.focus({ preventScroll: true });
  }

  #warn(warnings: readonly Warning[]): void {
    this.#warnings = warnings;
    this.#element.requestUpdate();
  }

  // Acting --------------------------------------------------------------------------------------------------

  #ask(session: RunSession, { id: stepId }: Step, command: PressCommand): void {
    const entry = session.ongoing.peek('entry', stepId);
    if (entry?.hasTag('submitting')) return;
    if (entry) session.entry(stepId).send({ type: 'DISCARD' });
    this.#send(stepId, { type: command, stepId });
  }

  /** What was picked in the menu. */
  #act(session: RunSession, step: Step, { command, at }: MenuAction): void {
    const beside = at && this.#company.at(at);
    if (command === 'propose-redline') beside?.propose?.();
    else if (isPress(command)) this.#ask(session, step, command);
    else if (command === 'comment' && beside?.write) beside.write();
    else if (command === 'open-issue' && beside?.open) beside.open();
    else this.#dialog.open(command);
  }

  #send(key: Id, request: CommandRequest): void {
    const session = this.#host.session!;
    this.#host.submit(session.entry(key), { type: 'SUBMIT', submission: session.submission(request) });
  }

  /** To another step: where none is named it is shown here, else the page is asked. */
  goTo(id: Id): void {
    this.#ways.toStep(id);
  }

  #listElement(): HTMLElement | null {
    const tag = this.#host.tag('step-list');
    const root = this.#element.getRootNode() as Document | ShadowRoot;
    return root.querySelector<HTMLElement>(tag) ?? document.querySelector<HTMLElement>(tag);
  }

  async #help(): Promise<void> {
    const { openHelp } = await import('./shortcut-help.js');
    openHelp(this.#element, this.#shortcuts.usable);
  }

  // Showing -------------------------------------------------------------------------------------------------

  draw(): TemplateResult {
    return html`${this.#content()} ${this.#voice.region} ${this.#idle.draw()}`;
  }

  #content(): unknown {
    const { session } = this.#host;
    const { step } = this;
    const element = this.#element;
    const say = words(element, 'session', sessionWords);
    if (!session) return instead(element.adapter ? say.loading : say.noRun);
    const failure = notLoaded(element, session);
    if (!session.run) return failure === nothing ? instead(say.loading) : failure;
    if (!step) return instead(element.stepId === undefined ? this.#words.none : say.stepNotFound);
    return sheet({
      host: element,
      session,
      step,
      fields: this.#fields,
      company: this.#company,
      dialog: this.#dialog,
      act: (action) => this.#act(session, step, action),
      warnings: this.#warnings,
      failure,
      ask: (command) => this.#ask(session, step, command),
      retry: () => this.#host.retry(session.entry(step.id)),
      dismiss: () => session.entry(step.id).send({ type: 'DISCARD' }),
      seen: () => this.#warn([]),
      explain: (count) => this.#ways.toOutstanding(count),
      goTo: (id) => this.#ways.toStep(id),
      help: element.shortcuts === 'off' ? undefined : () => void this.#help(),
      locate: (id) => this.#ways.toTarget(step.id, id),
    });
  }
}
