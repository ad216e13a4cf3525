/** What run-step draws and does, once there is a run: loaded beside it. */
import type { ReactiveElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Adapter } from '../../adapters/adapter.js';
import type { Blocker, CommandRequest, Warning } from '../../domain/command.js';
import { findStep, type Id, type Step } from '../../domain/run.js';
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
import { LocateRequestedEvent } from '../events.js';
import { RunningTimes } from '../labor-list/clock.js';
import { namer } from '../names.js';
import { IdleCare } from '../operator-bar/idle.js';
import { later } from '../later.js';
import { LaterDialog, type LaterDialogHost } from '../later-dialog.js';
import { GaugeKeys } from './gauge-keys.js';
import { isPress, type FormCommand, type MenuAction, type PressCommand } from './actions.js';
import { Company } from './company.js';
import { nextShown } from './next-shown.js';
import type { StepPlace } from './life-forms.js';
import { styles as own } from './run-step.styles.js';
import { instead, notLoaded, sheet } from './sheet.js';
import { StepFields } from './step-fields.js';
import { StepScans } from './step-scans.js';
import { neighborStyles } from './neighbors.js';
import { Shortcuts } from './shortcuts.js';
import { Tally } from './tally.js';
import { Voice } from './voice.js';

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
  readonly #fields: StepFields;
  readonly #company: Company;
  readonly #voice: Voice;
  readonly #dialog: StepDialog;
  readonly #scans: StepScans;
  readonly #shortcuts: Shortcuts;
  readonly #tally: Tally;
  /** Who enters nothing for too long is asked whether they are there. */
  readonly #idle: IdleCare;
  /** The outstanding thing that a key has led to last. */
  #reached = { at: -1, targetId: '' };
  /** The step on screen where none is named. */
  #shownId: Id | undefined;
  /** A person went there, beside the work; it stays until the work goes on. */
  #visited: { id: Id; status: string; active: Id | undefined } | undefined;
  #namedId: Id | undefined;
  #session: RunSession | undefined;
  #unreveal: (() => void) | undefined;
  #moved = false;
  #focused: Element | null = null;
  #warnings: readonly Warning[] = [];

  constructor(host: Host) {
    this.#host = host;
    const { element } = host;
    this.#namedId = element.stepId;
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
    this.#tally = new Tally({
      element,
      shown: () => this.#shown,
      go: (blocker) => this.#go(blocker),
      keepFocus: (draw) => {
        this.#focused = this.#root.activeElement;
        draw();
        this.#keepFocus();
      },
    });
    new RunningTimes(element, (time) => formatDuration(time, localeOf(element)));
    this.#idle = new IdleCare(asking);
    const stepId = (): Id | undefined => this.#id;
    // A gauge types as well: its readings go to the measurements.
    const gauge = new GaugeKeys(
      {
        element,
        get session() {
          return host.session;
        },
        get stepId() {
          return stepId();
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
      outstanding: () => this.#outstanding.length,
      nextOutstanding: () => this.#nextOutstanding(),
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

  get #id(): Id | undefined {
    return this.#element.stepId ?? this.#shownId;
  }

  /** The step that is shown. */
  get step(): Step | undefined {
    const run = this.#host.session?.run;
    const id = this.#id;
    return run && id !== undefined ? findStep(run, id) : undefined;
  }

  get #shown(): { session: RunSession; step: Step } | undefined {
    const { session } = this.#host;
    const { step } = this;
    return session && step && { session, step };
  }

  /** The keys that it is drawn again for. */
  get followed(): readonly Id[] {
    const id = this.#id;
    const { key } = this.#dialog;
    return [runKey, ...(id === undefined ? [] : [besideKey(id)]), ...(key === undefined ? [] : [key])];
  }

  /** To be called before each drawing: follows the work where no step is named. */
  prepare(): void {
    this.#focused = this.#root.activeElement;
    const { session } = this.#host;
    const before = this.#session === session ? this.#shownId : undefined;
    this.#session = session;
    const next = session && (this.#visit(session, before) ?? nextShown(session, before));
    const { stepId } = this.#element;
    if (next !== this.#shownId) {
      this.#shownId = next;
      if (stepId === undefined) {
        this.#moved = before !== undefined;
        this.#begin();
      }
    }
    if (stepId !== this.#namedId) {
      this.#namedId = stepId;
      this.#begin();
    }
    const { step } = this;
    if (!session || !step) return;
    this.#fields.show(session, step);
    this.#company.show(session, step);
    this.#dialog.prepare({ host: this.#element, session, step });
  }

  #visit({ run, activeStep }: RunSession, before: Id | undefined): Id | undefined {
    const { id, status, active } = this.#visited ?? {};
    const step = run && before !== undefined && id !== undefined ? findStep(run, id) : undefined;
    if (step?.status !== status || activeStep?.id !== active) this.#visited = undefined;
    return this.#visited?.id;
  }

  /** Another step: nothing of the one before stays open. */
  #begin(): void {
    this.#tally.begin();
    this.#reached = { at: -1, targetId: '' };
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
      this.#voice.say(
        this.#words.announce(
          namer(session)(step.id),
          words(this.#element, 'status', statusWords).work(step.status, step.reported),
        ),
      );
      if (!focused && document.activeElement !== document.body) return;
      this.#toTitle();
    } else if (focused && !focused.isConnected && !this.#root.activeElement) {
      title?.focus({ preventScroll: true });
    }
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

  /** Complete, where something is outstanding: leads to what it is. */
  #showOutstanding(count: number): void {
    this.#voice.say(this.#words.outstanding(count));
    this.#root.getElementById('outstanding')?.focus();
  }

  #go({ kind, stepId, targetId }: Blocker): void {
    if (kind === 'not-checked-in') this.#root.querySelector<HTMLElement>('.bar button')?.focus();
    else if (kind === 'incomplete-step') this.goTo(targetId);
    else this.#locate(stepId, targetId);
  }

  #locate(stepId: Id, id: Id): void {
    if (!this.#host.session!.reveal(id)) this.#element.dispatchEvent(new LocateRequestedEvent(stepId, id));
  }

  /** To another step: where none is named it is shown here, else the page is asked. */
  goTo(id: Id): void {
    const session = this.#host.session!;
    const step = findStep(session.run!, id);
    if (session.reveal(id) || !step) return;
    if (this.#element.stepId !== undefined) {
      this.#element.dispatchEvent(new LocateRequestedEvent(id, id));
      return;
    }
    this.#visited = { id, status: step.status, active: session.activeStep?.id };
    const statuses = words(this.#element, 'status', statusWords);
    this.#voice.say(this.#words.announce(namer(session)(step.id), statuses.work(step.status, step.reported)));
    this.#element.requestUpdate();
  }

  get #outstanding(): readonly Blocker[] {
    const { step } = this;
    return step?.status === 'in-progress' ? (this.#host.session?.blockers(step.id) ?? []) : [];
  }

  /** What was done meanwhile has left the list, and the one after it has come to its place. */
  #nextOutstanding(): void {
    const list = this.#outstanding;
    const { at, targetId } = this.#reached;
    const next = list[at]?.targetId === targetId ? at + 1 : Math.max(at, 0);
    const index = next < list.length ? next : 0;
    const blocker = list[index];
    if (!blocker) return;
    this.#reached = { at: index, targetId: blocker.targetId };
    this.#go(blocker);
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
      explain: (count) => this.#showOutstanding(count),
      goTo: (id) => this.goTo(id),
      help: element.shortcuts === 'off' ? undefined : () => void this.#help(),
      locate: (id) => this.#locate(step.id, id),
    });
  }
}
