/** Which step is on screen: the one that is named, one that a person went to beside the work, or the one to work on. */
import { findStep, type Id, type Step } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { nextShown } from './next-shown.js';

export class ShownStep {
  readonly #named: () => Id | undefined;
  #namedId: Id | undefined;
  #session: RunSession | undefined;
  /** The step on screen where none is named. */
  #ownId: Id | undefined;
  /** A person went there, beside the work; it stays until the work goes on. */
  #visited: { id: Id; status: string; active: Id | undefined } | undefined;

  /** `named` gives the id that the page asks for, if any. */
  constructor(named: () => Id | undefined) {
    this.#named = named;
    this.#namedId = named();
  }

  get id(): Id | undefined {
    return this.#named() ?? this.#ownId;
  }

  in(session: RunSession | undefined): Step | undefined {
    const { id } = this;
    return session?.run && id !== undefined ? findStep(session.run, id) : undefined;
  }

  /** Follows the work; tells whether it is another step now, and whether the work has moved on to it. */
  follow(session: RunSession | undefined): 'same' | 'another' | 'moved on' {
    const before = this.#session === session ? this.#ownId : undefined;
    this.#session = session;
    const next = session && (this.#visitedIn(session, before) ?? nextShown(session, before));
    const named = this.#named();
    const isRenamed = named !== this.#namedId;
    const isNext = named === undefined && next !== this.#ownId;
    this.#namedId = named;
    this.#ownId = next;
    if (isNext && before !== undefined) return 'moved on';
    return isNext || isRenamed ? 'another' : 'same';
  }

  /** To a step beside the work. */
  visit({ activeStep }: RunSession, { id, status }: Step): void {
    this.#visited = { id, status, active: activeStep?.id };
  }

  #visitedIn({ run, activeStep }: RunSession, before: Id | undefined): Id | undefined {
    const { id, status, active } = this.#visited ?? {};
    const step = run && before !== undefined && id !== undefined ? findStep(run, id) : undefined;
    if (step?.status !== status || activeStep?.id !== active) this.#visited = undefined;
    return this.#visited?.id;
  }
}
