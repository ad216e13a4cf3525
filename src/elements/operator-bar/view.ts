/** What operator-bar draws: who works here, where they are checked in, who else still is. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Actor } from '../../adapters/adapter.js';
import { laborOf, workedTime } from '../../domain/labor.js';
import { findPerson, personName, type Id, type Labor, type Step } from '../../domain/run.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { labor as laborWords } from '../../messages/en/labor.js';
import { operator as operatorWords } from '../../messages/en/operator.js';
import { formatDuration } from '../../messages/format-time.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { buttons } from '../../styles/buttons.js';
import { close, glyph, person as personGlyph, warning } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { notice } from '../../styles/notice.js';
import { surface } from '../../styles/surface.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import type { CommandFormHost } from '../command-form.js';
import { explainLater, loadExplanations } from '../explain-later.js';
import { runningText, RunningTimes } from '../labor-list/clock.js';
import { closingsOf } from '../labor-list/told.js';
import { namer } from '../names.js';
import { mark, markStyles } from '../person-mark.js';
import { Following } from './following.js';
import { IdleCare } from './idle.js';
import { styles as own } from './operator-bar.styles.js';
import { Switching } from './switching.js';

export const styles = [tokens, tones, notice, surface, buttons, inputs, markStyles, own];

export interface Host extends CommandFormHost {
  /** Of the other runs. */
  sessions(): readonly RunSession[];
  goTo(session: RunSession, stepId: Id): void;
  take(actor: Actor): void;
}

/** One step that somebody is checked in to. */
interface At {
  session: RunSession;
  step: Step;
  labor: Labor;
  name: string;
}

/** Who has worked at a device with this backend, as long as the page lives. */
const users = new WeakMap<object, Set<Id>>();

const keyOf = ({ step }: At): Id => `check-out:${step.id}`;

export class OperatorView {
  readonly #host: Host;
  readonly #following: Following;
  readonly #switching: Switching;
  readonly #idle: IdleCare;
  #person: Id | undefined;
  /** Said when another person has taken over. */
  #switched = '';

  constructor(host: Host) {
    this.#host = host;
    this.#following = new Following(this.#update);
    this.#switching = new Switching(host.element, host.take);
    this.#idle = new IdleCare(host);
    new RunningTimes(host.element, (time) => formatDuration(time, localeOf(host.element)));
  }

  readonly #update = (): void => this.#host.element.requestUpdate();

  get #say() {
    return words(this.#host.element, 'operator', operatorWords);
  }

  get #sessions(): readonly RunSession[] {
    const session = this.#host.session();
    return session ? [...new Set([session, ...this.#host.sessions()])] : [];
  }

  /** Where a person is checked in, in all runs that are open here (R96). */
  #of(personId: Id): readonly At[] {
    const current = this.#host.session();
    return this.#sessions.flatMap((session) => {
      const { run } = session;
      if (!run) return [];
      const nameOf = namer(session);
      return laborOf(run, personId).map(({ step, labor }) => ({
        session,
        step,
        labor,
        name: session === current ? nameOf(step.id) : this.#say.inRun(nameOf(step.id), run.number),
      }));
    });
  }

  /** To be called after each drawing. */
  drawn(): void {
    const session = this.#host.session();
    const mine = session ? this.#of(session.person) : [];
    this.#following.sync(
      new Map(
        this.#sessions.map((one) => [one, mine.filter((at) => at.session === one).map(keyOf)] as const),
      ),
    );
    this.#switching.shown();
    this.#idle.shown(this.#sessions);
  }

  left(): void {
    this.#following.sync(new Map());
    this.#idle.left();
    this.#switching.close();
  }

  draw(): TemplateResult | typeof nothing {
    const session = this.#host.session();
    const run = session?.run;
    if (!run) return nothing;
    const say = this.#say;
    const { person } = session;
    const known = findPerson(run, person);
    this.#note(session, known?.name ?? person);
    const mine = this.#of(person);
    return html`<section class="bar" part="bar" aria-label=${say.title}>
        <div class="person" part="person">
          ${known ? mark(known.name) : html`<span class="mark away">${glyph(personGlyph)}</span>`}
          <span class="who">
            <span class="name">${known ? clip(known.name) : person === '' ? say.nobody : clip(person)}</span>
            ${known?.roles.length ? html`<span class="hint">${known.roles.map(clip).join(' · ')}</span>` : nothing}
          </span>
        </div>
        <button
          type="button"
          class="switch-person ${person === '' ? 'primary' : ''}"
          @click=${() => this.#switching.open()}
        >
          ${person === '' ? say.signIn : say.switchPerson}
        </button>
        ${person === '' ? nothing : this.#at(mine)} ${this.#others(session)}
        <div class="said" role="status">${this.#told(session)}</div>
        <div class="visually-hidden" role="status">${this.#switched}</div>
      </section>
      ${this.#switching.draw(session)} ${this.#idle.draw()}`;
  }

  /** Remembers who has worked here, and says when that is another person than before. */
  #note({ adapter, person }: RunSession, name: string): void {
    if (person === this.#person) return;
    if (this.#person !== undefined && person !== '') this.#switched = this.#say.switched(name);
    this.#person = person;
    const all = users.get(adapter) ?? new Set<Id>();
    if (person !== '') users.set(adapter, all.add(person));
  }

  #at(mine: readonly At[]): TemplateResult {
    const say = this.#say;
    if (mine.length === 0) return html`<p class="at hint">${say.notCheckedIn}</p>`;
    return html`<div class="at">
      <div class="head" ?hidden=${mine.length < 2}>
        <span class="label">${say.checkedInTo} · ${say.steps(mine.length)}</span>
        ${
          mine.length > 1
            ? html`<button
                type="button"
                class="quiet all"
                @click=${() => mine.forEach((one) => this.#checkOut(one))}
              >
                ${say.checkOutOfAll}
              </button>`
            : nothing
        }
      </div>
      <ul class="steps" part="steps" aria-label=${say.checkedInTo}>
        ${repeat(
          mine,
          ({ labor }) => labor.id,
          (one) => this.#step(one),
        )}
      </ul>
    </div>`;
  }

  #step(at: At): TemplateResult {
    const { session, step, labor, name } = at;
    const say = this.#say;
    const entry = session.ongoing.peek('entry', keyOf(at));
    const busy = entry?.hasTag('submitting');
    return html`<li>
      <button
        type="button"
        class="quiet go"
        aria-label=${say.goTo(name)}
        @click=${() => this.#host.goTo(session, step.id)}
      >
        <span class="name">${clip(name)}</span>
      </button>
      <span class="time numbers" role="timer" data-time=${runningText(workedTime([labor]))}></span>
      ${
        session.person === labor.personId && session.may('check-out', { stepId: step.id })
          ? html`<button
              type="button"
              class="out"
              aria-label=${busy ? say.checkingOutOf(name) : say.checkOutOf(name)}
              aria-busy=${busy ? 'true' : nothing}
              @click=${() => this.#checkOut(at)}
            >
              ${busy ? say.checkingOut : say.checkOut}
            </button>`
          : nothing
      }
      ${this.#problem(at)}
    </li>`;
  }

  #checkOut(at: At): void {
    const { session, step } = at;
    const entry = session.ongoing.peek('entry', keyOf(at));
    if (entry?.hasTag('submitting')) return;
    loadExplanations();
    const actor = session.entry(keyOf(at));
    // It was pressed here, perhaps before it was drawn that this is followed.
    if (entry?.value === 'failed') return this.#host.retry(actor);
    this.#host.submit(actor, session.submission({ type: 'check-out', stepId: step.id }));
  }

  /** Why the person was not checked out. */
  #problem(at: At): unknown {
    const { element } = this.#host;
    const { session, name } = at;
    const entry = session.ongoing.peek('entry', keyOf(at));
    if (!entry || !(entry.matches('refused') || entry.matches('failed'))) return nothing;
    const told = explainLater(this.#update, element, session.run!, name, entry.context);
    return html`<div class="notice bad" role="alert">
      ${glyph(warning)} <span class="text">${told ? `${told.what} ${told.why} ${told.next}` : nothing}</span>
      ${
        entry.matches('failed')
          ? html`<button type="button" @click=${() => this.#checkOut(at)}>
              ${words(element, 'field', fieldWords).retry}
            </button>`
          : nothing
      }
      ${this.#dismiss(() => session.entry(keyOf(at)).send({ type: 'DISCARD' }))}
    </div>`;
  }

  /** Whoever worked here before and is checked in still. */
  #others(session: RunSession): unknown {
    const others = [...(users.get(session.adapter) ?? [])]
      .filter((id) => id !== session.person)
      .map((id) => ({ id, at: this.#of(id) }))
      .filter(({ at }) => at.length > 0);
    if (others.length === 0) return nothing;
    return html`<p class="others" part="others">
      ${glyph(personGlyph)} <span>${this.#say.alsoIn}</span>
      ${others.map(
        ({ id, at }) =>
          html`<span class="other">
            ${this.#say.at(
              clip(personName(session.run!, id)),
              at.map(({ name }) => clip(name)),
            )},
            <span class="numbers" role="timer" data-time=${runningText(workedTime(longest(at)))}></span>
          </span>`,
      )}
    </p>`;
  }

  /** Own labor was closed by somebody or something else (R98). */
  #told(session: RunSession): unknown {
    const texts = words(this.#host.element, 'labor', laborWords);
    return this.#sessions
      .filter((one) => one.person === session.person && one.run)
      .flatMap((one) => {
        const closings = closingsOf(one);
        return closings.all.map(
          ({ stepId, why, by }) =>
            html`<div class="notice warn" part="told">
              ${glyph(warning)}
              <span class="text"
                >${texts.told[why](namer(one)(stepId), clip(findPerson(one.run!, by ?? '')?.name ?? by ?? ''))}</span
              >
              ${this.#dismiss(() => closings.dismiss(stepId))}
            </div>`,
        );
      });
  }

  #dismiss(press: () => void): TemplateResult {
    const { dismiss } = words(this.#host.element, 'labor', laborWords);
    return html`<button type="button" class="quiet icon" aria-label=${dismiss} @click=${press}>
      ${glyph(close)}
    </button>`;
  }
}

const longest = (at: readonly At[]): readonly Labor[] =>
  at
    .map(({ labor }) => labor)
    .sort((a, b) => (a.in < b.in ? -1 : 1))
    .slice(0, 1);
