/**
 * The run as one person sees it: what the backend has confirmed with their pending values laid over it, and what
 * follows from that. Whoever follows a target is told when it looks different.
 */
import type { Blocker, Command, RunEvent } from '../domain/command.js';
import { notCheckedIn, runBlockers } from '../domain/completion.js';
import { activeStep } from '../domain/lifecycle.js';
import { findStep, type Id, type Run, type Step } from '../domain/run.js';
import { BlockerIndex } from './blocker-index.js';
import type * as Engine from './engine.js';
import type { Followers } from './followers.js';
import { besideKey, runKey } from './keys.js';
import { Places, type Target } from './places.js';

export class ShownRun {
  readonly #person: Id;
  readonly #followers: Followers;
  readonly #blockers = new BlockerIndex();
  readonly #held = new Set<Blocker>();
  #run: Run | undefined;
  #places: Places | undefined;
  #active: Step | undefined;
  #newsOf: typeof Engine.newsOf | undefined;
  /** What is pending. */
  overlay: Engine.Overlay | undefined;

  constructor(person: Id, followers: Followers) {
    this.#person = person;
    this.#followers = followers;
  }

  /** What comes with the rules, beside the run. */
  begin({ Overlay, newsOf }: typeof Engine): void {
    this.overlay = new Overlay();
    this.#newsOf = newsOf;
  }

  get run(): Run | undefined {
    return this.#run;
  }

  /** The same object until steps, fields or requirements come, go or change their kind. */
  get structure(): object | undefined {
    return this.#places;
  }

  get activeStep(): Step | undefined {
    return this.#active && this.#run && findStep(this.#run, this.#active.id);
  }

  /** A step, field or requirement by its id, in the run as it is shown or in another state of it. */
  target(targetId: Id, run = this.#run): Target | undefined {
    return run && this.#places?.find(run, targetId);
  }

  blockers(stepId?: Id): readonly Blocker[] {
    const run = this.#run;
    if (!run) return [];
    if (stepId === undefined) return runBlockers(run, (step) => this.#blockers.of(run, step));
    const step = findStep(run, stepId);
    if (!step) return [];
    const held = [...this.#held].filter((one) => one.stepId === stepId);
    return [...notCheckedIn(step, this.#person), ...this.#blockers.of(run, step), ...held];
  }

  progress(stepId: Id): { done: number; total: number } {
    const step = this.#run && findStep(this.#run, stepId);
    return step ? this.#blockers.progress(this.#run!, step) : { done: 0, total: 0 };
  }

  hold(stepId: Id, targetId: Id): () => void {
    const blocker: Blocker = { kind: 'upload-pending', stepId, targetId };
    this.#held.add(blocker);
    this.#followers.tell(stepId);
    return () => {
      if (this.#held.delete(blocker)) this.#followers.tell(stepId);
    };
  }

  // What makes it look different ----------------------------------------------------------------------------

  /** Takes up a run that was read whole. */
  adopt(confirmed: Run): void {
    this.#places = new Places(confirmed);
    this.#blockers.forget();
    this.#lay(confirmed);
    this.#active = activeStep(this.#run!, this.#person);
  }

  /** Takes up what these events have made of it. */
  take(confirmed: Run, events: readonly RunEvent[]): void {
    for (const event of events) this.overlay?.remove(event.commandId);
    this.#lay(confirmed);
    const { targets, steps, everything, structure } = this.#newsOf!(events, this.#run!, this.#places!);
    if (structure) {
      this.#places = new Places(this.#run!);
      this.#blockers.forget();
    }
    if (everything) {
      this.#blockers.forget();
      this.#active = activeStep(this.#run!, this.#person);
      return this.tellAll();
    }
    for (const id of steps) {
      this.#followers.tell(id);
      this.#followers.tell(besideKey(id));
    }
    for (const id of targets) this.#tellTarget(id);
    if (steps.size > 0) this.#chooseActive();
  }

  /** Shows a command that has been laid over the run, or taken off again. */
  show(confirmed: Run | undefined, { type, ...command }: Command): void {
    if (!confirmed || !('targetId' in command) || command.targetId === undefined) return;
    const before = this.#run;
    this.#lay(confirmed);
    if (this.#run !== before) this.#tellTarget(command.targetId);
  }

  /** The run as a whole looks different, and nothing in it. */
  tellRun(): void {
    this.#followers.tell(runKey);
  }

  tellAll(): void {
    for (const key of this.#followers.keys()) this.#followers.tell(key);
  }

  #lay(confirmed: Run): void {
    this.#run = this.overlay!.over(confirmed, this.#person);
  }

  /** Checking in to a step makes it the one to work on. */
  #chooseActive(): void {
    const before = this.#active?.id;
    this.#active = activeStep(this.#run!, this.#person);
    if (this.#active?.id !== before) this.tellRun();
  }

  /** A target looks different; its step too, where that changes what is outstanding. */
  #tellTarget(targetId: Id): void {
    const target = this.target(targetId);
    if (target && this.#blockers.update(this.#run!, target)) {
      this.#followers.tell(target.step?.id ?? runKey);
    }
    this.#followers.tell(targetId);
  }
}
