/** What a person does at a checklist: looks up, chooses, installs, takes out. Every step of it is an event of an install machine. */
import type { Refusal, RefusalDetail } from '../../domain/command.js';
import { isNamedBy, proposedQuantity, requirementFor } from '../../domain/install.js';
import { findRequirement, type Id, type Requirement, type Step, type Unit } from '../../domain/run.js';
import type { Submission } from '../../machines/command-flow.js';
import type { InstallActor, RunSession } from '../../session.js';
import { loadExplanations } from '../explain-later.js';
import { later } from '../later.js';

/** The element around it. */
export interface Host {
  readonly session: RunSession | undefined;
  readonly step: Step | undefined;
  submit(actor: InstallActor, event: { type: 'INSTALL' | 'UNINSTALL'; submission: Submission }): void;
  retry(actor: InstallActor): void;
  requestUpdate(): void;
}

type How = 'scanned' | 'picked';

export class Desk {
  /** The installed part whose removal is asked about. */
  asking: Id | undefined;
  /** A quantity that could not be read, and where. */
  unread: { key: string; refusal: Refusal } | undefined;
  /** A quantity has just been asked for, so the focus belongs there. */
  measuring = false;
  readonly #host: Host;
  /** Scans that came while another one was on its way. */
  readonly #waiting: { text: string; how: How }[] = [];
  /** What was found last, so that it is acted on once. */
  #taken: readonly Unit[] | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** How many scans wait until the one before is through. */
  get waiting(): number {
    return this.#waiting.length;
  }

  get #session(): RunSession {
    return this.#host.session!;
  }

  /** Where the interaction of a scan is kept; the others are kept at their requirements. */
  get scanKey(): string {
    return `scan:${this.#host.step?.id}`;
  }

  peek(key: string) {
    return this.#host.session?.ongoing.peek('install', key);
  }

  /** What shows an interaction; it comes when somebody begins one. */
  readonly installing = later(() => import('./installing.js'));

  // Looking up ------------------------------------------------------------------------------------------------

  #load(): void {
    loadExplanations();
    this.installing(() => this.#host.requestUpdate());
  }

  #look(key: string, text: string, how: How): void {
    this.#load();
    this.unread = undefined;
    this.#session.install(key).send({ type: 'FIND', text, how });
  }

  /** Scans are taken one after the other, so that none is lost and none comes between. */
  scanned(text: string, how: How): void {
    const { session, step } = this.#host;
    if (text.trim() === '' || !step || !session?.may('install-part', { stepId: step.id })) return;
    this.#waiting.push({ text: text.trim(), how });
    this.#nextScan();
    if (this.waiting > 0) this.#host.requestUpdate();
  }

  #nextScan(): void {
    const busy = ['finding', 'submitting', 'failed'].includes(this.peek(this.scanKey)?.value ?? '');
    const scan = busy ? undefined : this.#waiting.shift();
    if (scan) this.#look(this.scanKey, scan.text, scan.how);
  }

  /** Opens the list of what would fit, one at a time; or closes it. */
  pick({ id }: Requirement): void {
    const open = this.peek(id);
    for (const one of this.#host.step!.requirements) this.close(one.id);
    if (!open) this.#look(id, '', 'picked');
  }

  /** Gives up what has not been sent. */
  close(key: string): void {
    const ongoing = this.peek(key);
    if (ongoing && !ongoing.hasTag('submitting') && !ongoing.matches('failed')) this.cancel(key);
  }

  cancel(key: string): void {
    this.unread = undefined;
    this.#session.install(key).send({ type: 'CANCEL' });
  }

  /** The requirement that a unit would go into: of a scan the one that it fits, before others the one that is open. */
  placeOf(key: string, unit: Unit): Requirement | undefined {
    const step = this.#host.step!;
    if (key !== this.scanKey) return findRequirement(step, key);
    const request = this.peek(key)?.context.submission?.request;
    if (request?.type === 'install-part' && request.unitId === unit.id) {
      return findRequirement(step, request.targetId);
    }
    return requirementFor(
      step,
      unit,
      step.requirements.find(({ id }) => this.peek(id)),
    );
  }

  /** To be called when something looks different: goes on by itself where there is nothing to ask. */
  goOn(): void {
    if (!this.installing()) return;
    const { value, context } = this.peek(this.scanKey) ?? {};
    if (value === 'choosing' && context && context.found !== this.#taken) {
      this.#taken = context.found;
      const [unit] = context.found;
      const named = context.found.length === 1 && unit && isNamedBy(unit, context.text);
      const requirement = named && this.placeOf(this.scanKey, unit);
      if (requirement) this.choose(this.scanKey, unit, requirement);
    }
    this.#nextScan();
  }

  // Installing ------------------------------------------------------------------------------------------------

  /** A unit that is one piece goes in; of any other the quantity is asked, with a proposal. */
  choose(key: string, unit: Unit, requirement: Requirement): void {
    const quantity = proposedQuantity(requirement, unit);
    this.#session.install(key).send({ type: 'CHOOSE', unit, quantity });
    if (this.installing()?.needsNoQuantity(requirement, unit)) this.install(key, quantity);
    else this.measuring = true;
  }

  typed(key: string, quantity: string): void {
    if (this.unread) this.#host.requestUpdate();
    this.unread = undefined;
    this.#session.install(key).send({ type: 'QUANTITY', quantity });
  }

  unreadable(key: string, detail: RefusalDetail): void {
    this.unread = { key, refusal: { refused: 'invalid', detail } };
    this.#host.requestUpdate();
  }

  install(key: string, quantity: string): void {
    const actor = this.#session.install(key);
    const { unit, how } = actor.getSnapshot().context;
    const requirement = unit && this.placeOf(key, unit);
    if (!requirement) return;
    // After a refusal the machine waits for another quantity; the same one may be right by now.
    this.typed(key, quantity);
    const submission = this.#session.submission({
      type: 'install-part',
      stepId: this.#host.step!.id,
      targetId: requirement.id,
      base: requirement.version,
      unitId: unit.id,
      quantity,
      how: how as "picked",
    });
    this.#host.submit(actor, { type: 'INSTALL', submission });
  }

  retry(key: string): void {
    this.#host.retry(this.#session.install(key));
  }

  ask(installId: Id | undefined): void {
    this.asking = installId;
    this.#host.requestUpdate();
  }

  uninstall({ id, version }: Requirement, installId: Id): void {
    this.ask(undefined);
    this.close(id);
    if (this.peek(id)) return;
    this.#load();
    const place = { stepId: this.#host.step!.id, targetId: id, base: version };
    const submission = this.#session.submission({ type: 'uninstall-part', ...place, installId });
    this.#host.submit(this.#session.install(id), { type: 'UNINSTALL', submission });
  }
}
