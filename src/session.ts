/**
 * The connection between one person and one run: the headless way in, and what every element shows and asks.
 * The record is behind it in `confirmed-run` and, with what is on its way, in `shown-run`; commands are sent by `commands`.
 */
import type {
  Actor,
  Adapter,
  AdapterFault,
  Identification,
  IdentificationMethod,
} from './adapters/adapter.js';
import type { Answer, Blocker, CommandRequest, CommandType, Refusal } from './domain/command.js';
import { mayGive } from './domain/may-give.js';
import { inUnitOf, judgeIn, verdictOf, type Judged } from './domain/fields.js';
import { bounds, type Range, type Verdict } from './domain/measurement.js';
import type { Problem } from './domain/read-run.js';
import type { Id, Run, Step } from './domain/run.js';
import type { DraftStore } from './drafts/drafts.js';
import type { Submission } from './machines/command-flow.js';
import type { Asked } from './machines/entry.js';
import { newId } from './new-id.js';
import type { ScanPattern } from './scan/patterns.js';
import { Backend } from './session/backend.js';
import { Commands } from './session/commands.js';
import { ConfirmedRun, type SessionStatus } from './session/confirmed-run.js';
import type { DraftRequest } from './session/draft-request.js';
import type * as Engine from './session/engine.js';
import { Followers, type View, type Views } from './session/followers.js';
import type {
  EntryActor,
  InstallActor,
  Interactions,
  ReviewActor,
  SignoffActor,
} from './session/interactions.js';
import { runKey } from './session/keys.js';
import type { Target } from './session/places.js';
import type { SessionNews, Tell } from './session/session-news.js';
import { ShownRun } from './session/shown-run.js';
import { signingOf, type Signing } from './session/signing.js';

export { runKey } from './session/keys.js';
export type { SessionStatus } from './session/confirmed-run.js';
export type { Target } from './session/places.js';
export type { SessionNews } from './session/session-news.js';
export type { Signing } from './session/signing.js';
export type { EntryActor, InstallActor, ReviewActor, SignoffActor } from './session/interactions.js';

export interface RunSessionOptions {
  adapter: Adapter;
  runId: Id;
  /** Who acts. */
  person: Id;
  /** A run that is at hand already, for example from the session of the person before. */
  run?: Run;
  /** Milliseconds after which a backend that does not answer counts as a fault. */
  deadline?: number;
  /** Where what was typed and not saved outlives the page, such as `indexedDbDrafts()`; nowhere if there is none. */
  drafts?: DraftStore | false | undefined;
  /** What labels look like that are neither GS1 nor our own. */
  scanPatterns?: readonly ScanPattern[];
}

export const createRunSession = (options: RunSessionOptions): RunSession => new RunSession(options);

export class RunSession {
  readonly adapter: Adapter;
  readonly runId: Id;
  readonly person: Id;
  /** What labels look like that are neither GS1 nor our own; the next scan is read with them. */
  scanPatterns: readonly ScanPattern[];

  readonly #draftStore: DraftStore | false | undefined;
  readonly #followers = new Followers();
  readonly #revealers = new Followers();
  readonly #scanners = new Followers<[text: string]>();
  readonly #observers = new Followers<[news: SessionNews]>();
  readonly #backend: Backend;
  readonly #shown: ShownRun;
  readonly #confirmed: ConfirmedRun;
  readonly #commands: Commands;
  #engine: typeof Engine | undefined;
  #interactions: Interactions | undefined;
  #drafts: Engine.Drafts | undefined;

  constructor({
    adapter,
    runId,
    person,
    run,
    deadline = 30_000,
    drafts,
    scanPatterns = [],
  }: RunSessionOptions) {
    this.adapter = adapter;
    this.runId = runId;
    this.person = person;
    this.scanPatterns = scanPatterns;
    this.#draftStore = drafts;
    const tell: Tell = (news) => this.#observers.tell('', news);
    this.#backend = new Backend(adapter, runId, person, deadline);
    this.#shown = new ShownRun(person, this.#followers);
    this.#confirmed = new ConfirmedRun(this.#backend, this.#shown, {
      begin: (engine) => this.#begin(engine),
      adopt: () => void this.#drafts?.restore(),
      tell,
    });
    this.#commands = new Commands(this.#backend, this.#confirmed, this.#shown, tell);
    this.#confirmed.start(run);
  }

  // The record ----------------------------------------------------------------------------------------------

  get status(): SessionStatus {
    return this.#confirmed.status;
  }

  /** Why the run could not be read. */
  get fault(): AdapterFault | undefined {
    return this.#confirmed.fault;
  }

  /** What in the backend's data had to be read otherwise than it was written. */
  get problems(): readonly Problem[] {
    return this.#confirmed.problems;
  }

  /** The confirmed run with this person's pending values laid over it. */
  get run(): Run | undefined {
    return this.#shown.run;
  }

  /** The run as the backend has confirmed it, without anything of this person that is on its way. */
  get confirmed(): Run | undefined {
    return this.#confirmed.run;
  }

  get activeStep(): Step | undefined {
    return this.#shown.activeStep;
  }

  /** The same object until steps, fields or requirements come, go or change their kind. */
  get structure(): object | undefined {
    return this.#shown.structure;
  }

  /** A step, field or requirement by its id, at once. */
  target(targetId: Id): Target | undefined {
    return this.#shown.target(targetId);
  }

  /** How what is recorded at a field stands to its limits. */
  verdict(fieldId: Id): Verdict | undefined {
    const target = this.target(fieldId);
    return target?.kind === 'field' ? verdictOf(target.field) : undefined;
  }

  /** What a measured value must lie between, as absolute numbers. */
  range(fieldId: Id): Range | undefined {
    const target = this.target(fieldId);
    if (target?.kind !== 'field' || target.field.type !== 'number') return undefined;
    return target.field.limits && bounds(target.field.limits);
  }

  /** The number at a field as its own unit counts, and how it stands to the limits: the one that a person is asked about, else what is recorded. */
  measured(fieldId: Id): Judged | undefined {
    const target = this.target(fieldId);
    if (target?.kind !== 'field' || target.field.type !== 'number') return undefined;
    const entry = this.ongoing.peek('entry', fieldId);
    const asked = entry?.value === 'asking' ? entry.context.asked!.request : undefined;
    const said = asked?.type === 'set-value' ? asked : target.field.record;
    const measured = inUnitOf(target.field, said);
    return measured && { ...measured, verdict: judgeIn(target.field, said!.value as string, said!.unit) };
  }

  /** Whether a value is on its way. */
  isPending(targetId: Id): boolean {
    return this.#shown.overlay?.isPending(targetId) ?? false;
  }

  /** What stands in the way of completing a step, or the run where no step is named. */
  blockers(stepId?: Id): readonly Blocker[] {
    return this.#shown.blockers(stepId);
  }

  /** How many of a step's fields and requirements are in order. */
  progress(stepId: Id): { done: number; total: number } {
    return this.#shown.progress(stepId);
  }

  // Acting --------------------------------------------------------------------------------------------------

  /** Whether this person may give this command here and now. */
  may(type: CommandType, place: { stepId?: Id; targetId?: Id } = {}): boolean {
    return this.whyNot(type, place) === undefined;
  }

  /** What would be answered to this command whatever it says, if it would be refused to this person, or to another. */
  whyNot(
    type: CommandType,
    place: { stepId?: Id; targetId?: Id } = {},
    person: Id = this.person,
  ): Refusal | undefined {
    const { run } = this;
    if (!run) return { refused: 'not-found' };
    if (this.adapter.commands?.has(type) === false) return { refused: 'not-supported' };
    return mayGive(run, { type, ...place }, person);
  }

  /** What saving this person's draft at a field would ask, read as `locale` writes numbers. */
  draftRequest(fieldId: Id, locale: string): DraftRequest {
    const target = this.target(fieldId);
    const entry = this.ongoing.peek('entry', fieldId)?.context;
    if (entry?.draft === undefined || target?.kind !== 'field' || !target.step) return { unchanged: true };
    const { field, step } = target;
    const { draft, base = field.version, how, resolution } = entry;
    return this.#engine!.draftRequest(
      { run: this.run!, stepId: step.id, field, base, locale, how, resolution },
      draft,
    );
  }

  /** What a person is asked before such a request is sent: a change may need its reason. */
  asks(request: CommandRequest): Asked | undefined {
    const target = 'targetId' in request && this.target(request.targetId!);
    if (!target || target.kind !== 'field' || !target.step) return undefined;
    return this.#engine!.asking({ run: this.run!, stepId: target.step.id, field: target.field }, request)
      .asks;
  }

  /** How a sign-off stands, and whether this person, or another, may decide it now. */
  signing(fieldId: Id, person: Id = this.person): Signing | undefined {
    const target = this.target(fieldId);
    if (target?.kind !== 'field' || target.field.type !== 'signoff') return undefined;
    const { step, field } = target;
    const notNow = this.whyNot('sign', step ? { stepId: step.id } : {}, person);
    return signingOf(this.run!, step, field, person, notNow);
  }

  /** A request with the id that it keeps for every try. */
  submission(request: CommandRequest): Submission {
    return { request, commandId: newId() };
  }

  /** How a person can show here who they are, the handiest first; empty where the backend believes the session. */
  get identifies(): readonly IdentificationMethod[] {
    const { identifies = ['host'], reauthenticate } = this.adapter;
    return reauthenticate ? identifies : [];
  }

  /**
   * Asks the backend who this is: for a command, which the answer is then sent with, or to take over the device. It never
   * changes who works in this session. Rejects with an `AdapterFault`.
   */
  async identify(identification: Identification, submission?: Submission): Promise<Actor | Refusal> {
    const { adapter } = this;
    if (!adapter.reauthenticate) return { refused: 'not-supported' };
    const command = submission && this.#commands.command(submission.request, submission.commandId);
    // It waits for a person, who is given more time than a machine.
    return adapter.reauthenticate(identification, command);
  }

  /**
   * Something of a step is on its way to the backend that no command tells of yet, a file: until what is returned is
   * called the step is not ready to be completed. What has no id yet goes by its name.
   */
  hold(stepId: Id, targetId: Id): () => void {
    return this.#shown.hold(stepId, targetId);
  }

  /** Asks the backend. Rejects with an `AdapterFault`. The same id may be sent again and is carried out once. */
  execute(request: CommandRequest, commandId: Id = newId(), as?: Actor): Promise<Answer> {
    return this.#commands.execute(request, commandId, as);
  }

  /** Whether a command was given here, and not on another device or by somebody else. */
  gave(commandId: Id): boolean {
    return this.#commands.gave(commandId);
  }

  /** This person's entry at a target; made when first asked for, gone when it rests. There is none before the run. */
  entry(targetId: Id): EntryActor {
    return this.#interactions!.get('entry', targetId);
  }
  signoff(targetId: Id): SignoffActor {
    return this.#interactions!.get('signoff', targetId);
  }
  install(requirementId: Id): InstallActor {
    return this.#interactions!.get('install', requirementId);
  }
  review(): ReviewActor {
    return this.#interactions!.get('review', runKey);
  }
  /** The interaction that is going on at a target, without beginning one. */
  get ongoing(): Pick<Interactions, 'peek' | 'isFresh' | 'ids'> {
    return this.#interactions ?? { peek: () => undefined, isFresh: () => false, ids: () => [] };
  }

  // Following -----------------------------------------------------------------------------------------------

  /** Calls back whenever a target looks different: a field, a requirement, a step, or the run (`runKey`). */
  follow(key: Id, callback: () => void): () => void {
    return this.#followers.follow(key, callback);
  }

  /** The same for an element, which is drawn again and may be revealed; `leave` ends it. */
  join(key: Id, view: View): void {
    this.#followers.add(key, view);
  }
  leave(key: Id, view: View): void {
    this.#followers.remove(key, view);
  }
  /** The same for whoever shows thousands of them. */
  joinAll(views: Views): void {
    this.#followers.addAll(views);
  }
  leaveAll(views: Views): void {
    this.#followers.removeAll(views);
  }

  /** Hears of every event, refusal and fault. */
  observe(callback: (news: SessionNews) => void): () => void {
    return this.#observers.follow('', callback);
  }

  /** Brings a target's control into view and focus. False where nobody shows it. */
  reveal(targetId: Id): boolean {
    let shown = this.#revealers.tell(targetId);
    for (const follower of this.#followers.of(targetId)) {
      if (typeof follower === 'function' || !follower.reveal) continue;
      if (follower.reveal(targetId) !== false) shown = true;
    }
    return shown;
  }
  onReveal(targetId: Id, callback: () => void): () => void {
    return this.#revealers.follow(targetId, callback);
  }

  /**
   * Offers a scan to a step, by itself to the one that is worked on: to one who takes it, however often the step is
   * shown. False where nothing there takes scans.
   */
  scan(text: string, { stepId = this.activeStep?.id }: { stepId?: Id | undefined } = {}): boolean {
    const [taker] = stepId === undefined ? [] : this.#scanners.of(stepId);
    if (typeof taker !== 'function') return false;
    taker(text);
    return true;
  }
  onScan(stepId: Id, callback: (text: string) => void): () => void {
    return this.#scanners.follow(stepId, callback);
  }

  /** Reads the run again after a failure. */
  retry(): void {
    this.#confirmed.retry();
  }

  /** Ends the session. What is on its way settles as a fault. */
  stop(): void {
    if (this.status === 'stopped') return;
    this.#confirmed.stop();
    this.#drafts?.stop();
    this.#interactions?.stop();
  }

  // Behind it -----------------------------------------------------------------------------------------------

  #begin(engine: typeof Engine): void {
    this.#engine = engine;
    this.#shown.begin(engine);
    this.#interactions = new engine.Interactions(
      this,
      (key) => this.#followers.tell(key),
      (promise) => this.#backend.inTime(promise),
    );
    if (!this.#draftStore) return;
    this.#drafts = engine.keepDrafts(this, this.#draftStore, this.#interactions, (error) =>
      this.#observers.tell('', { kind: 'drafts-unavailable', error }),
    );
  }
}
