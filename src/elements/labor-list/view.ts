/** What labor-list draws: what one is told, who has worked, what is finished. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { laborByPerson, workedTime, type PersonLabor } from '../../domain/labor.js';
import { personName, type Id, type Instant, type Labor, type Run, type Step } from '../../domain/run.js';
import { labor as laborWords } from '../../messages/en/labor.js';
import { formatDuration, formatMoment } from '../../messages/format-time.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { buttons } from '../../styles/buttons.js';
import { chevron, close, glyph, redline as pencil, warning } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { notice } from '../../styles/notice.js';
import { surface } from '../../styles/surface.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { beside } from '../beside.styles.js';
import { CommandDialog, type CommandFormHost } from '../command-form.js';
import { styles as formStyles } from '../command-form.styles.js';
import { namer } from '../names.js';
import { mark, markStyles } from '../person-mark.js';
import { runningText, RunningTimes } from './clock.js';
import { editForm } from './editing.js';
import { editsOf } from './edits.js';
import { styles as own } from './labor-list.styles.js';
import { closingsOf } from './told.js';

export const styles = [tokens, tones, notice, surface, buttons, inputs, formStyles, markStyles, beside, own];

/** How many people, and how many finished entries, are listed at first. */
const peopleAtFirst = 8;
const closedAtFirst = 20;

export interface Host extends CommandFormHost {
  step(): Step | undefined;
}

const nameIn = (run: Run, id: Id): string => clip(personName(run, id));

export class LaborView {
  readonly #host: Host;
  readonly #form: CommandDialog;
  /** All people are listed; and so many of the finished entries. */
  #allPeople = false;
  #closed = closedAtFirst;
  #shown: Id | undefined;
  #session: RunSession | undefined;
  #stop: (() => void) | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#form = new CommandDialog(host);
    new RunningTimes(host.element, (time) => formatDuration(time, localeOf(host.element)));
  }

  get keys(): readonly Id[] {
    return this.#form.key === undefined ? [] : [this.#form.key];
  }

  readonly #update = (): void => this.#host.element.requestUpdate();

  get #words() {
    return words(this.#host.element, 'labor', laborWords);
  }

  /** To be called after each drawing. */
  drawn(): void {
    const session = this.#host.session();
    this.#form.shown();
    if (session === this.#session) return;
    this.left();
    this.#session = session;
    this.#stop = session && closingsOf(session).follow(this.#update);
    if (session && closingsOf(session).all.length > 0) this.#update();
  }

  left(): void {
    this.#stop?.();
    this.#stop = this.#session = undefined;
  }

  draw(): TemplateResult | typeof nothing {
    const session = this.#host.session();
    const step = this.#host.step();
    if (!session?.run || !step || step.labor.length === 0) return nothing;
    if (this.#shown !== step.id) {
      this.#shown = step.id;
      this.#allPeople = false;
      this.#closed = closedAtFirst;
      this.#form.close();
    }
    const texts = this.#words;
    const people = laborByPerson(step, session.person);
    const many = people.length > peopleAtFirst + 1 && !this.#allPeople;
    const inNow = people.filter(({ open }) => open).length;
    return html`<section aria-labelledby="title">
        <div class="head">
          <h3 class="label" id="title" part="title" tabindex="-1">${texts.title}</h3>
          <span class="hint">${inNow > 0 ? texts.inNow(inNow) : texts.nobody}</span>
        </div>
        ${this.#told(session, step)}
        <ul class="people" part="people" aria-labelledby="title">
          ${repeat(
            many ? people.slice(0, peopleAtFirst) : people,
            ({ personId }) => personId,
            (one) => this.#person(session, step, one),
          )}
        </ul>
        ${
          many
            ? html`<button type="button" class="quiet wide" @click=${() => this.#showAll()}>
                ${texts.all(people.length)}
              </button>`
            : nothing
        }
        ${
          people.length > 1
            ? html`<p class="total" part="total">
                <span>${texts.total}</span>
                <span class="numbers" role="timer" data-time=${runningText(workedTime(step.labor))}></span>
              </p>`
            : nothing
        }
        ${this.#finished(session, step)}
      </section>
      ${this.#form.draw()}`;
  }

  /** Own labor was closed by somebody or something else (R98). */
  #told(session: RunSession, step: Step): unknown {
    const closings = closingsOf(session);
    const told = closings.all.find(({ stepId }) => stepId === step.id);
    const texts = this.#words;
    // The region is there before what is said in it.
    return html`<div role=${closings.speaks(this.#update) ? 'status' : nothing}>
      ${
        told
          ? html`<div class="notice warn" part="told">
              ${glyph(warning)}
              <p>${texts.told[told.why](namer(session)(step.id), nameIn(session.run!, told.by ?? ''))}</p>
              <button
                type="button"
                class="quiet icon"
                aria-label=${texts.dismiss}
                @click=${() => closings.dismiss(step.id)}
              >
                ${glyph(close)}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #person(session: RunSession, step: Step, { personId, open, all }: PersonLabor): TemplateResult {
    const texts = this.#words;
    const name = nameIn(session.run!, personId);
    return html`<li data-key=${personId} class=${personId === session.person ? 'own' : ''}>
      ${mark(name, open ? '' : 'away')}
      <span class="who">
        <span class="name">${personId === session.person ? texts.you : name}</span>
        <span class="hint">
          ${open ? texts.since(this.#when(session.run!, open.in)) : texts.out}${
            open && all.length > 1
              ? html` ·
                  <span class="numbers" role="timer" data-time=${runningText(workedTime([open]))}></span>
                  ${texts.now}`
              : nothing
          }
        </span>
      </span>
      <span
        class="time numbers"
        role=${open ? 'timer' : nothing}
        data-time=${runningText(workedTime(all))}
      ></span>
      ${open ? this.#edit(session, step, open) : nothing}
    </li>`;
  }

  #finished(session: RunSession, step: Step): unknown {
    const closed = step.labor.filter(({ out }) => out !== undefined);
    if (closed.length === 0) return nothing;
    const texts = this.#words;
    const run = session.run!;
    const newestFirst = [...closed].sort((a, b) => (a.in < b.in ? 1 : -1));
    return html`<details part="closed" @toggle=${(event: ToggleEvent) => this.#toggled(event, session)}>
      <summary>${glyph(chevron)} <span>${texts.closed(closed.length)}</span></summary>
      <ul class="entries">
        ${repeat(
          newestFirst.slice(0, this.#closed),
          ({ id }) => id,
          (one) => {
            const edit = editsOf(session).of(one.id);
            return html`<li data-key=${one.id}>
              <span class="who">
                <span class="name">${nameIn(run, one.personId)}</span>
                <span class="hint numbers"
                  >${texts.span(this.#when(run, one.in), this.#when(run, one.out!))}</span
                >
                ${
                  edit
                    ? html`<span class="hint edited"
                        >${glyph(pencil)} ${texts.edited(nameIn(run, edit.by), clip(edit.reason))}</span
                      >`
                    : nothing
                }
              </span>
              <span class="time numbers" data-time=${runningText(workedTime([one]))}></span>
              ${this.#edit(session, step, one)}
            </li>`;
          },
        )}
      </ul>
      ${
        closed.length > this.#closed
          ? html`<button
              type="button"
              class="quiet wide"
              @click=${() => {
                this.#closed += closedAtFirst * 5;
                this.#update();
              }}
            >
              ${texts.more(closed.length - this.#closed)}
            </button>`
          : nothing
      }
    </details>`;
  }

  #edit(session: RunSession, step: Step, labor: Labor): unknown {
    const run = session.run!;
    const name = nameIn(run, labor.personId);
    if (!session.may('edit-labor', { stepId: step.id })) return nothing;
    const open = (): void =>
      this.#form.open(editForm(this.#words, { stepId: step.id, labor, name, zone: run.zone }));
    return html`<button type="button" class="quiet icon" aria-label=${this.#words.edit(name)} @click=${open}>
      ${glyph(pencil)}
    </button>`;
  }

  #when(run: Run, instant: Instant): string {
    return formatMoment(instant, localeOf(this.#host.element), run.zone, new Date(Date.now()).toISOString());
  }

  /** Who set what right is read when somebody looks. */
  #toggled({ newState }: ToggleEvent, session: RunSession): void {
    if (newState === 'open' && session.adapter.history) void editsOf(session).read().then(this.#update);
  }

  #showAll(): void {
    this.#allPeople = true;
    this.#update();
    const { element } = this.#host;
    void element.updateComplete.then(() =>
      element
        .shadowRoot!.querySelector<HTMLElement>('.people > li:nth-child(9)')
        ?.scrollIntoView({ block: 'nearest' }),
    );
  }
}
