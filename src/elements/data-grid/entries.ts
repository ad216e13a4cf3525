/** What is done at a cell: the same entries as at a field that stands alone. */
import type { CommandRequest } from '../../domain/command.js';
import { isFilled } from '../../domain/record.js';
import type { EntryMethod, Field, Id } from '../../domain/run.js';
import type { Submission } from '../../machines/command-flow.js';
import type { Draft } from '../../machines/entry.js';
import { localeOf } from '../../messages/registry.js';
import type { EntryActor, RunSession } from '../../session.js';
import { readPasted } from './cell-text.js';

/** Whose cells they are. */
export interface GridHost {
  readonly element: HTMLElement & { requestUpdate(): void; updateComplete: Promise<boolean> };
  readonly session: RunSession | undefined;
  tag(name: string): string;
  submit(actor: EntryActor, submission: Submission): void;
  retry(actor: EntryActor): void;
}

/** What became of an entry when it was given. */
export type Became = 'sent' | 'asks' | 'invalid' | 'unchanged';

export class Entries {
  readonly #host: GridHost;

  constructor(host: GridHost) {
    this.#host = host;
  }

  get #session(): RunSession {
    return this.#host.session!;
  }

  field(id: Id): Field | undefined {
    const target = this.#host.session?.target(id);
    return target?.kind === 'field' ? target.field : undefined;
  }

  peek(id: Id) {
    return this.#host.session?.ongoing.peek('entry', id);
  }

  /** Takes down what was typed or pasted. */
  edit(id: Id, draft: Draft, how?: EntryMethod): void {
    const base = this.field(id)!.version;
    this.#session.entry(id).send({ type: 'EDIT', draft, base, ...(how && { how }) });
  }

  discard(id: Id): void {
    const entry = this.peek(id);
    if (entry && !entry.hasTag('submitting')) this.#session.entry(id).send({ type: 'DISCARD' });
  }

  /** Saves a draft, asks before it does, or says why it cannot be read. */
  commit(id: Id): Became {
    const actor = this.#session.entry(id);
    const asked = this.#session.draftRequest(id, localeOf(this.#host.element));
    if ('problem' in asked) {
      actor.send({ type: 'INVALID', problem: asked.problem });
      return 'invalid';
    }
    if ('unchanged' in asked) {
      actor.send({ type: 'DISCARD' });
      return 'unchanged';
    }
    if (asked.asks) {
      actor.send({ type: 'ASK', asked: asked.asks });
      return 'asks';
    }
    this.#host.submit(actor, this.#session.submission(asked.request));
    return 'sent';
  }

  /** Asks for something that is not typed, such as clearing. */
  request(id: Id, request: CommandRequest): Became {
    const actor = this.#session.entry(id);
    const asked = this.#session.asks(request);
    if (asked) {
      actor.send({ type: 'ASK', asked });
      return 'asks';
    }
    this.#host.submit(actor, this.#session.submission(request));
    return 'sent';
  }

  /** Empties a cell: what was typed, and what is recorded. */
  clear(stepId: Id, id: Id): Became {
    this.discard(id);
    const field = this.field(id);
    if (!field || !isFilled(field) || this.peek(id)) return 'unchanged';
    return this.request(id, { type: 'clear-value', stepId, targetId: id, base: field.version });
  }

  /** Puts a pasted text down as a draft, or at once what says that nothing applies. */
  paste(stepId: Id, id: Id, text: string): Became | 'drafted' {
    const field = this.field(id)!;
    const read = readPasted(this.#host.element, field, text);
    if ('draft' in read) {
      this.edit(id, read.draft, 'pasted');
      return 'drafted';
    }
    this.discard(id);
    if (this.peek(id)) return 'unchanged';
    return this.request(id, { type: 'mark-not-applicable', stepId, targetId: id, base: field.version });
  }

  /** Sends what a person has confirmed, with the reason where one is asked. */
  confirm(id: Id, reason: string): Became {
    const entry = this.peek(id);
    if (entry?.value !== 'asking') return 'unchanged';
    const { request, reason: isNeeded } = entry.context.asked!;
    const whole = { ...request, ...(isNeeded && { reason }) } as CommandRequest;
    this.#host.submit(this.#session.entry(id), this.#session.submission(whole));
    return 'sent';
  }

  /** Sends once more what could not be sent, or what has been waiting behind it. */
  again(id: Id): Became {
    const state = this.peek(id)?.value;
    if (state === 'drafting') return this.commit(id);
    if (state !== 'failed') return 'unchanged';
    this.#host.retry(this.#session.entry(id));
    return 'sent';
  }
}
