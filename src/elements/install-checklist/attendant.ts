/** What a checklist hears: scans, what became of its commands, who is led to it. It answers, tells, and puts the focus where it belongs. */
import type { ReactiveElement } from 'lit';
import type { RunEvent } from '../../domain/command.js';
import { allowedParts, remaining } from '../../domain/install.js';
import { findRequirement, type Id, type Step } from '../../domain/run.js';
import { install as installWords } from '../../messages/en/install.js';
import { formatDecimal } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { routerOf } from '../../scan/router.js';
import type { CameraScanner } from '../camera-scanner/camera-scanner.js';
import { later } from '../later.js';
import { answer, Answers } from './answers.js';
import type { Desk } from './desk.js';
import type { Host } from './host.js';
import { exceptKey, nameOf, unitName } from './names.js';

/** What excuses a requirement comes when it is needed. */
export const excepting = later(() => import('./excepting.js'));

export class Attendant {
  /** What has been done, for the ear. */
  told = '';
  /** The camera beside the input, if there is one. */
  camera: CameraScanner | undefined;
  readonly #element: ReactiveElement;
  readonly #host: Host;
  readonly #desk: Desk;
  readonly #answers = new Answers();
  #leave: (() => void)[] = [];
  #heeded: readonly unknown[] = [];

  constructor(element: ReactiveElement, host: Host, desk: Desk) {
    this.#element = element;
    this.#host = host;
    this.#desk = desk;
  }

  get #words() {
    return words(this.#element, 'install', installWords);
  }

  /** The row of a requirement, or what stands around the input for scans. */
  place(key: string): HTMLElement | null {
    return this.#element.renderRoot.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

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
      session.onScan(step.id, (text) => this.#scanned(text)),
      session.observe((news) => news.kind === 'events' && news.events.forEach((event) => this.#hear(event))),
      ...ids.map((id) => session.onReveal(id, () => this.reveal(id))),
    ];
  }

  /** To be called when the element leaves the page. */
  unheed(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
    this.#heeded = [];
  }

  #scanned(text: string): void {
    this.told = '';
    const focused = (this.#element.renderRoot as ShadowRoot).activeElement;
    if (focused?.matches('.made:not([readonly])')) void this.#name(focused as HTMLInputElement, text);
    else this.#desk.scanned(text, 'scanned');
  }

  /** A scan into the name of what is being made is that name (R60). */
  async #name(input: HTMLInputElement, text: string): Promise<void> {
    const key = input.closest<HTMLElement>('[data-key]')!.dataset.key!;
    const { session } = this.#host;
    const label = await import('../../scan/label.js').then(
      ({ readLabel }) => readLabel(text, session?.scanPatterns),
      () => undefined,
    );
    input.value = label?.serial ?? label?.lot ?? label?.body ?? text.trim();
    this.#desk.named(key, input.value);
    answer('taken', input.value, this.camera);
  }

  /** Tells what this person has done here, goes on with it, and closes what has served its purpose. */
  #hear(event: RunEvent): void {
    const { session, step } = this.#host;
    if (!step || event.by !== session?.person) return;
    if (event.type === 'issue-opened') return this.#goOnExcepting(event.commandId, event.issue.id);
    const requirement = 'targetId' in event && findRequirement(step, event.targetId ?? '');
    if (!requirement) return;
    this.#element.requestUpdate();
    if (event.type === 'requirement-excepted') {
      const { issueId } = event.exception;
      const number = session.run?.issues.find(({ id }) => id === issueId)?.number ?? issueId;
      this.told = this.#words.announceExcepted(nameOf(requirement), number);
    } else if (event.type === 'part-uninstalled') {
      // What was inside came out with it, and was told before.
      if (!event.withParent)
        this.told = this.#words.announceUninstalled(unitName(this.#words, event.install));
    } else if (event.type === 'part-installed') {
      const left = formatDecimal(remaining(requirement), localeOf(this.#element));
      this.told = this.#words.announceInstalled(unitName(this.#words, event.install), left);
      if (event.install.how === 'scanned') {
        answer('taken', this.told, this.camera);
        this.#showAnswer();
      }
      this.#desk.close(requirement.id);
      const input = this.#element.renderRoot.querySelector<HTMLInputElement>('#scan');
      if (input) input.value = '';
    }
  }

  /** An issue that was opened for an exception is followed by the exception. */
  #goOnExcepting(commandId: Id, issueId: Id): void {
    const { session, step } = this.#host;
    const requirement = step!.requirements.find(
      ({ id }) => session!.ongoing.peek('entry', exceptKey(id))?.context.submission?.commandId === commandId,
    );
    if (requirement) excepting()?.followIssue({ host: this.#host, requirement }, issueId);
  }

  /** Leads to a requirement. */
  reveal(id: Id): void {
    const place = this.place(id);
    place?.scrollIntoView({ block: 'center' });
    (place?.querySelector<HTMLElement>('.pick') ?? place)?.focus();
  }

  /** To be called after each drawing. */
  drawn(): void {
    this.#heed();
    const { session, step } = this.#host;
    if (!session || !step) return;
    const desk = this.#desk;
    desk.goOn();
    // Not before it has had the chance to go on by itself.
    const asked = desk.installing() && this.#answers.look(desk.peek(desk.scanKey), () => this.#fits(step));
    const what = asked && desk.unread?.key === desk.scanKey ? 'refused' : asked;
    if (what) {
      const told = this.#element.renderRoot.querySelector('.told')?.textContent ?? '';
      answer(what, told.replace(/\s+/g, ' ').trim(), this.camera);
      this.#showAnswer();
    }
    const place = desk.attends === undefined ? undefined : this.place(desk.attends);
    const control = place?.querySelector<HTMLInputElement>('.attend');
    if (!control) return;
    desk.attends = undefined;
    // Whoever is typing elsewhere on the page is not disturbed.
    if (document.activeElement !== document.body && !this.#element.matches(':focus-within')) return;
    control.focus();
    if (control.matches('.numeric')) control.select();
  }

  /** Whoever scans from anywhere on the page sees what became of it. */
  #showAnswer(): void {
    this.place(this.#desk.scanKey)?.scrollIntoView({ block: 'nearest' });
  }

  #fits(step: Step): boolean {
    const { found = [] } = this.#desk.peek(this.#desk.scanKey)?.context ?? {};
    return found.some((unit) =>
      step.requirements.some((one) => !one.madeOnAssembly && allowedParts(one).includes(unit.partNumber)),
    );
  }
}
