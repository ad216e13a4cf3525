/** What a person does at a checklist: looks up, chooses, installs, takes out. Every step of it is an event of an install machine. */
import type { Refusal, RefusalDetail } from '../../domain/command.js';
import { dayAt } from '../../domain/day.js';
import { remaining } from '../../domain/install.js';
import { findRequirement, type Id, type Requirement, type Unit } from '../../domain/run.js';
import type { LookUp } from '../../machines/install.js';
import type { RunSession } from '../../session.js';
import { loadExplanations } from '../explain-later.js';
import { later } from '../later.js';
import {
  doubtOf,
  installRequest,
  isNamed,
  isSure,
  openPlace,
  placesFor,
  proposal,
  refusalOf,
  withoutSpent,
} from './fitting.js';
import type { Host } from './host.js';

export class Desk {
  /** The installed part whose removal is asked about. */
  asking: Id | undefined;
  /** A quantity that could not be read, and where. */
  unread: { key: string; refusal: Refusal } | undefined;
  /** Where something has just been asked for, so that the focus belongs there. */
  attends: string | undefined;
  /** A scanned unit that was not installed because another scan came before it was said how much of it, or where. */
  left: Unit | undefined;
  /** What the long list is narrowed by. */
  filter = '';
  readonly #host: Host;
  /** Scans that came while another one was on its way. */
  readonly #waiting: { text: string; how: LookUp }[] = [];
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

  #look(key: string, text: string, how: LookUp): void {
    this.#load();
    const refused = this.unread?.key === key && this.unread.refusal.refused !== 'invalid';
    this.unread = undefined;
    this.filter = '';
    if (key === this.scanKey) {
      const before = this.peek(key);
      // What could not go in was said to, and is not waited for.
      this.left = before?.matches('measuring') && !refused ? before.context.unit : undefined;
    }
    this.#session.install(key).send({ type: 'FIND', text, how });
  }

  /** Scans are taken one after the other, so that none is lost and none comes between. */
  scanned(text: string, how: LookUp): void {
    const { session, step } = this.#host;
    if (text.trim() === '' || !step || !session?.may('install-part', { stepId: step.id })) return;
    this.#waiting.push({ text: text.trim(), how });
    this.#nextScan();
    if (this.waiting > 0) this.#host.requestUpdate();
  }

  /** Whether it was the place that a unit is waiting for: then it goes in there. */
  #isPlace(text: string): boolean {
    for (const key of [this.scanKey, ...this.#host.step!.requirements.map(({ id }) => id)]) {
      const { value, context } = this.peek(key) ?? {};
      if (!context?.unit || (value !== 'measuring' && value !== 'refused')) continue;
      const requirement = this.placeOf(key, context.unit);
      const place = requirement && openPlace(requirement, text);
      if (place === undefined) continue;
      this.place(key, place);
      this.install(key, '1');
      return true;
    }
    return false;
  }

  #nextScan(): void {
    const { value, context } = this.peek(this.scanKey) ?? {};
    const busy = value === 'finding' || value === 'submitting' || value === 'failed';
    // What was found is looked at first.
    if (busy || (value === 'choosing' && context && context.found !== this.#taken)) return;
    const scan = this.#waiting.shift();
    if (scan && !this.#isPlace(scan.text)) this.#look(this.scanKey, scan.text, scan.how);
  }

  /** Opens the list of what would fit, or what is to be built, one at a time; or closes it. */
  pick(requirement: Requirement): void {
    const { id } = requirement;
    const open = this.peek(id);
    for (const one of this.#host.step!.requirements) this.close(one.id);
    if (open) return;
    if (!requirement.madeOnAssembly) return this.#look(id, '', 'picked');
    this.#load();
    this.unread = undefined;
    const quantity = requirement.tracking === 'serial' ? '1' : remaining(requirement);
    this.#session.install(id).send({ type: 'BUILD', quantity });
    this.attends = id;
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

  /** The requirements that a unit may go into: of a scan those that it fits, before others the one that is open. */
  placesOf(key: string, unit: Unit): readonly Requirement[] {
    const step = this.#host.step!;
    const own = key === this.scanKey ? undefined : findRequirement(step, key);
    if (own) return [own];
    return placesFor(
      step,
      unit,
      step.requirements.find(({ id }) => this.peek(id)),
    );
  }

  /** The one that a chosen unit is to go into. */
  placeOf(key: string, unit: Unit): Requirement | undefined {
    const { targetId } = this.peek(key)?.context ?? {};
    const step = this.#host.step!;
    return targetId === undefined ? this.placesOf(key, unit)[0] : findRequirement(step, targetId);
  }

  /** To be called when something looks different: goes on by itself where there is nothing to ask. */
  goOn(): void {
    if (!this.installing()) return;
    const { value, context } = this.peek(this.scanKey) ?? {};
    if (value === 'choosing' && context && context.found !== this.#taken) {
      this.#taken = context.found;
      const [unit, ...more] = withoutSpent(context.found);
      const named = unit && more.length === 0 && isNamed(unit, context.text, context.label);
      const [place, ...others] = named ? this.placesOf(this.scanKey, unit) : [];
      if (named && place && others.length === 0) this.choose(this.scanKey, unit, place);
    }
    this.#nextScan();
  }

  // Installing ------------------------------------------------------------------------------------------------

  /** What a unit's label says otherwise than its record. */
  doubt(key: string, unit: Unit): ReturnType<typeof doubtOf> {
    const today = dayAt(new Date().toISOString(), this.#session.run!.zone);
    return doubtOf(unit, this.peek(key)?.context.label, today);
  }

  /** A unit that is one piece goes in; of any other the quantity is asked, with a proposal, and the place, without one. */
  choose(key: string, unit: Unit, requirement: Requirement): void {
    const { id: targetId } = requirement;
    const quantity = proposal(this.#host.step!, requirement, unit, this.peek(key)?.context.label);
    this.#session.install(key).send({ type: 'CHOOSE', unit, quantity, targetId });
    if (isSure(requirement, unit) && !this.doubt(key, unit)) return this.install(key, quantity);
    this.attends = key;
    // What cannot go in anyway is said before anybody thinks about how much of it, or where.
    const { how } = this.peek(key)!.context;
    const refusal = refusalOf(this.#session.run!, this.#host.step!, requirement, unit, how);
    if (refusal) this.unread = { key, refusal };
  }

  place(key: string, designator: string): void {
    this.unread = undefined;
    this.#session.install(key).send({ type: 'DESIGNATOR', designator });
  }

  typed(key: string, quantity: string): void {
    if (this.unread) this.#host.requestUpdate();
    this.unread = undefined;
    this.#session.install(key).send({ type: 'QUANTITY', quantity });
  }

  /** What is made is called so. */
  named(key: string, name: string): void {
    this.#session.install(key).send({ type: 'NAME', name });
  }

  unreadable(key: string, detail: RefusalDetail): void {
    this.unread = { key, refusal: { refused: 'invalid', detail } };
    this.#host.requestUpdate();
  }

  install(key: string, quantity: string): void {
    const actor = this.#session.install(key);
    // After a refusal the machine waits for another quantity; the same one may be right by now.
    this.typed(key, quantity);
    const { context } = actor.getSnapshot();
    const step = this.#host.step!;
    const requirement = context.unit ? this.placeOf(key, context.unit) : findRequirement(step, key);
    const request = requirement && installRequest(step.id, requirement, context);
    if (request) {
      this.#host.submit(actor, { type: 'INSTALL', submission: this.#session.submission(request) });
    }
  }

  retry(key: string): void {
    this.#host.retry(this.#session.install(key));
  }

  // Taking out ------------------------------------------------------------------------------------------------

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
