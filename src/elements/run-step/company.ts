/** The elements beside the work of a step: made once and set by property, where the page has registered them. */
import type { Id, Step } from '../../domain/run.js';
import type { RunSession } from '../../session.js';

const names = ['batch-runs', 'redline-list', 'labor-list', 'issue-list', 'comment-list'] as const;
export type CompanyName = (typeof names)[number];

/** What they take, and what the menu of the step asks of them: not every one has every method. */
interface Placed extends HTMLElement {
  session?: RunSession;
  stepId?: Id;
  /** Of batch-runs: one line. */
  brief?: boolean;
  /** Of redline-list: asks what is to change. */
  propose?(): void;
  /** Of issue-list: asks what is wrong with the step, or with a target in it. */
  open?(targetId?: Id): void;
  /** Of comment-list: puts the focus where a comment is written. */
  write?(): void;
}

export class Company {
  readonly #tag: (name: string) => string;
  readonly #made = new Map<CompanyName, Placed>();

  /** `tag` gives an element's name in this page. */
  constructor(tag: (name: string) => string) {
    this.#tag = tag;
  }

  /** One of them, if the page has it. An element that has nothing to show takes no room. */
  at(name: CompanyName): Placed | undefined {
    return this.#made.get(name);
  }

  show(session: RunSession, { id: stepId }: Step): void {
    for (const name of names) {
      const tag = this.#tag(name);
      const made = this.#made.get(name) ?? (customElements.get(tag) && document.createElement(tag));
      if (!made) continue;
      this.#made.set(name, Object.assign(made, { session, stepId, brief: true }));
    }
  }
}
