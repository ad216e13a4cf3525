/** A gauge at work in a session: what it reads becomes an entry. Loaded when a gauge is connected. */
import type { CommandRequest } from '../../domain/command.js';
import type { Id } from '../../domain/run.js';
import { gaugeEntry, type GaugeEntry } from '../../gauges/gauge-target.js';
import type { GaugeAnswer, Reading } from '../../gauges/reading.js';
import type { Submission } from '../../machines/command-flow.js';
import { gauge as gaugeWords } from '../../messages/en/gauge.js';
import { formatDecimal } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import type { EntryActor, RunSession } from '../../session.js';
import { explain } from '../explain.js';
import { focusedField } from '../focused-field.js';

export { openGauge } from '../../gauges/serial.js';

/** What is said of a reading: taken, waiting for the person, or not taken. */
export interface Note {
  text: string;
  tone: 'ok' | 'warn' | 'bad';
}

/** Whose gauge it is. */
export interface Host {
  readonly element: HTMLElement;
  readonly session: RunSession | undefined;
  readonly stepId: Id | undefined;
  submit(actor: EntryActor, submission: Submission): void;
}

export class GaugeLink {
  readonly #host: Host;
  #last: Id | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Takes what the gauge has told. */
  take(answer: GaugeAnswer): Note {
    const say = words(this.#host.element, 'gauge', gaugeWords);
    if ('problem' in answer) return { text: say.problem[answer.problem](answer.text ?? ''), tone: 'bad' };
    const { session } = this.#host;
    const shown = this.#shown(answer);
    const focused = session && focusedField(session);
    const target = focused === undefined ? undefined : session?.target(focused);
    const step = target?.kind === 'field' && target.field.type === 'number' ? target.step : this.#step;
    if (!session || !step) return { text: say.noField(shown), tone: 'bad' };
    const drafted = (id: Id): boolean => session.ongoing.peek('entry', id)?.context.draft !== undefined;
    const entry = gaugeEntry(answer, step.fields, { focused, last: this.#last, drafted });
    if ('field' in entry && !('refused' in entry)) return this.#put(session, step.id, entry, shown);
    if (entry.refused === 'no-field') return { text: say.noField(shown), tone: 'bad' };
    return { text: say.unit(entry.field.label, shown, entry.field.unit), tone: 'bad' };
  }

  get #step() {
    const { session, stepId } = this.#host;
    return stepId === undefined ? session?.activeStep : session?.run?.steps.find(({ id }) => id === stepId);
  }

  #shown({ value, unit }: Pick<Reading, 'value' | 'unit'>): string {
    return [formatDecimal(value, localeOf(this.#host.element)), unit].filter(Boolean).join(' ');
  }

  #put(session: RunSession, stepId: Id, entry: GaugeEntry, shown: string): Note {
    const { element } = this.#host;
    const { field, resolution, replaces } = entry;
    const say = words(element, 'gauge', gaugeWords);
    const refusal = session.whyNot('set-value', { stepId });
    if (refusal) {
      const request = { type: 'set-value', stepId, targetId: field.id, value: entry.value } as CommandRequest;
      const submission = { request, commandId: '' };
      const { what, why, next } = explain(element, session.run!, field.label, { refusal, submission })!;
      return { text: `${what} ${why} ${next}`, tone: 'bad' };
    }
    const actor = session.entry(field.id);
    // As the person would type it: a unit only where it is another one.
    actor.send({ type: 'EDIT', draft: this.#shown(entry), base: field.version, how: 'gauge', resolution });
    this.#last = field.id;
    if (replaces) {
      session.reveal(field.id);
      return { text: say.replaces(field.label, shown), tone: 'warn' };
    }
    const asked = session.draftRequest(field.id, localeOf(element));
    if ('request' in asked && !asked.asks) {
      this.#host.submit(actor, session.submission(asked.request));
      this.#advance(session, stepId, entry);
      return { text: say.took(field.label, shown), tone: 'ok' };
    }
    if ('problem' in asked) actor.send({ type: 'INVALID', problem: asked.problem });
    else if ('unchanged' in asked) actor.send({ type: 'DISCARD' });
    else actor.send({ type: 'ASK', asked: asked.asks! });
    session.reveal(field.id);
    return { text: say.asks(field.label, shown), tone: 'warn' };
  }

  /** The next reading is expected in the next measurement, as after Enter in a sheet. */
  #advance(session: RunSession, stepId: Id, { field, value, resolution }: GaugeEntry): void {
    const fields = session.run?.steps.find(({ id }) => id === stepId)?.fields ?? [];
    const next = gaugeEntry(
      { value, resolution, ...(field.unit !== undefined && { unit: field.unit }) },
      fields,
      { last: field.id },
    );
    if (!('refused' in next)) session.reveal(next.field.id);
  }
}
