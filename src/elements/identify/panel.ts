/**
 * "Who are you?", in place: a PIN, a badge, a passkey or the page's own way, whatever the session's backend takes.
 * Shared by what asks it; loaded when it is asked. What a person shows goes to the backend and stays nowhere.
 *
 * ```ts
 * #panel = new IdentifyPanel(this);         // in an element; adds itself as a controller
 * html`${this.#panel.draw({ … })}`          // in render, as long as it is asked; it closes when it is drawn no more
 * ```
 */
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { createActor, type Actor as Running } from 'xstate';
import { toFault, type Actor, type Identification } from '../../adapters/adapter.js';
import { isRefusal, type Refusal } from '../../domain/command.js';
import type { Id, Person } from '../../domain/run.js';
import type { Submission } from '../../machines/command-flow.js';
import { identifyMachine } from '../../machines/identify.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { identify as identifyWords } from '../../messages/en/identify.js';
import { words } from '../../messages/registry.js';
import { routerOf } from '../../scan/router.js';
import type { RunSession } from '../../session.js';
import { glyph, pending, person as personGlyph, scan, warning } from '../../styles/glyphs.js';
import { explain } from '../explain.js';
import { styles } from './identify.styles.js';

/** What is asked, and what becomes of the answer. */
export interface Question {
  session: RunSession;
  /** The question, such as "Who signs?". */
  title: string;
  /** A line below it, such as the role that is asked for. */
  text?: string;
  /** What the button says once a PIN is entered. */
  submit: string;
  /** Who may choose themselves, for a PIN; a badge and a passkey tell by themselves who it is. */
  people: readonly Person[];
  /** Who is chosen at first. */
  person?: Id | undefined;
  /** The command that the answer is good for; none to take over the device. */
  submission?: Submission;
  /** Who it is. A refusal, such as of a role that is missing, is told here and the question stays. */
  recognized(actor: Actor): Refusal | undefined;
  /** Back, without an answer. */
  cancel(): void;
}

type Host = ReactiveControllerHost & HTMLElement;

export class IdentifyPanel implements ReactiveController {
  readonly #host: Host;
  #actor: Running<typeof identifyMachine> | undefined;
  #question: Question | undefined;
  #isDrawn = false;
  #leaveRouter: (() => void) | undefined;
  #person: Id | undefined;
  #missing: 'person' | 'pin' | undefined;
  /** A key is held at the choice of persons. */
  #isKeyed = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The question as it stands; open for as long as it is drawn. */
  draw(question: Question): TemplateResult {
    this.#isDrawn = true;
    this.#question = question;
    const { people, person, session } = question;
    const ways = session.identifies;
    if (!this.#actor) {
      this.#person = person ?? (people.length === 1 ? people[0]!.id : undefined);
      this.#actor = createActor(identifyMachine).start();
      this.#actor.subscribe(() => this.#host.requestUpdate());
    }
    const say = words(this.#host, 'identify', identifyWords);
    const { value } = this.#actor.getSnapshot();
    const isBusy = value !== 'asking';
    const press = (method: 'passkey' | 'host', text: string): TemplateResult =>
      html`<button
        type="button"
        class=${method === ways.find((way) => way !== 'badge') ? 'primary' : ''}
        aria-disabled=${isBusy}
        @click=${() => void this.#try({ method })}
      >
        ${text}
      </button>`;
    return html`<div
      class="identify"
      part="identify"
      role="group"
      aria-labelledby="who"
      @keydown=${this.#keyDown}
      @input=${this.#typed}
    >
      <p class="who" id="who" tabindex="-1">${question.title}</p>
      ${question.text ? html`<p class="hint">${question.text}</p>` : nothing}
      ${ways.includes('pin') ? this.#pin(question, isBusy) : nothing}
      ${
        ways.includes('badge')
          ? html`<p class="badge-line">${glyph(scan)} ${say.badge(ways.includes('pin'))}</p>`
          : nothing
      }
      ${this.#said(isBusy)}
      <div class="actions" part="actions">
        ${
          ways.includes('pin')
            ? html`<button
                type="button"
                class="primary"
                aria-disabled=${isBusy}
                @click=${() => this.#enter()}
              >
                ${question.submit}
              </button>`
            : nothing
        }
        ${ways.includes('passkey') ? press('passkey', say.passkey) : nothing}
        ${ways.includes('host') ? press('host', say.host) : nothing}
        <button type="button" class="quiet" @click=${() => this.#back()}>
          ${words(this.#host, 'field', fieldWords).cancel}
        </button>
      </div>
    </div>`;
  }

  #pin({ people }: Question, isBusy: boolean): TemplateResult {
    const say = words(this.#host, 'identify', identifyWords);
    const only = people.length === 1 ? people[0] : undefined;
    return html`${
        only
          ? html`<p>${glyph(personGlyph)} ${only.name}</p>`
          : html`<div class="way">
              <label class="label" for="whom">${say.person}</label>
              <select
                id="whom"
                aria-invalid=${this.#missing === 'person'}
                aria-describedby="missing"
                ?disabled=${isBusy}
                @change=${(event: Event) => {
                  event.stopPropagation();
                  this.#person = (event.target as HTMLSelectElement).value || undefined;
                  this.#missing = undefined;
                  this.#host.requestUpdate();
                  // By keys one is passed on the way to another.
                  if (!this.#isKeyed) this.#find('#pin')?.focus();
                }}
                @keydown=${() => (this.#isKeyed = true)}
                @keyup=${() => (this.#isKeyed = false)}
                @blur=${() => (this.#isKeyed = false)}
              >
                <option value="" ?selected=${this.#person === undefined}>${say.choosePerson}</option>
                ${people.map(
                  ({ id, name }) =>
                    html`<option value=${id} ?selected=${id === this.#person}>${name}</option>`,
                )}
              </select>
            </div>`
      }
      <div class="way">
        <label class="label" for="pin">${say.pin}</label>
        <input
          id="pin"
          type="password"
          inputmode="numeric"
          autocomplete="off"
          maxlength="64"
          data-1p-ignore
          data-lpignore="true"
          aria-invalid=${this.#missing === 'pin'}
          aria-describedby="missing"
          ?readonly=${isBusy}
        />
      </div>`;
  }

  /** What is missing, what became of the last try, or that one is on its way. */
  #said(isBusy: boolean): TemplateResult {
    const say = words(this.#host, 'identify', identifyWords);
    if (isBusy) {
      return html`<p class="message" id="missing" role="status">${glyph(pending)} ${say.checking}</p>`;
    }
    const { refusal, fault } = this.#actor!.getSnapshot().context;
    const { session, submission } = this.#question!;
    const { why, next } =
      explain(this.#host, session.run!, '', { refusal, fault, ...(submission && { submission }) }) ?? {};
    const text = this.#missing ? say[`${this.#missing}Needed`] : why ? `${why} ${next}` : '';
    return html`<div class="notice bad" id="missing" part="refusal" role="alert" ?hidden=${!text}>
      ${glyph(warning)} <span>${text}</span>
    </div>`;
  }

  readonly #keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      this.#back();
    } else if (event.key === 'Enter' && (event.target as Element).id === 'pin') {
      // A form around it is not sent by this.
      event.preventDefault();
      this.#enter();
    }
  };

  /** What is typed here is nobody's entry, and nobody outside is to hear of it. */
  readonly #typed = (event: Event): void => {
    event.stopPropagation();
    if (!this.#missing) return;
    this.#missing = undefined;
    this.#host.requestUpdate();
  };

  #enter(): void {
    if (this.#isBusy) return;
    const input = this.#find('#pin') as HTMLInputElement;
    const person = this.#person;
    this.#missing = person === undefined ? 'person' : input.value === '' ? 'pin' : undefined;
    if (person === undefined || this.#missing) {
      this.#host.requestUpdate();
      this.#find(this.#missing === 'pin' ? '#pin' : '#whom')?.focus();
      return;
    }
    const pin = input.value;
    // Whatever comes of it, it is entered anew the next time.
    input.value = '';
    void this.#try({ method: 'pin', person, pin });
  }

  async #try(identification: Identification): Promise<void> {
    const actor = this.#actor;
    const question = this.#question;
    if (!actor || !question || this.#isBusy) return;
    this.#missing = undefined;
    actor.send({ type: 'TRY' });
    // Somebody may have gone back meanwhile, and asked again.
    const waits = (): boolean => this.#actor === actor && actor.getSnapshot().matches('checking');
    try {
      const answer = await question.session.identify(identification, question.submission);
      if (!waits()) return;
      if (isRefusal(answer)) actor.send({ type: 'REFUSED', refusal: answer });
      else {
        actor.send({ type: 'RECOGNIZED' });
        const refusal = this.#question!.recognized(answer);
        if (refusal) actor.send({ type: 'REFUSED', refusal });
      }
    } catch (error) {
      if (waits()) actor.send({ type: 'FAULTED', fault: toFault(error) });
    }
    if (this.#actor === actor && !this.#isBusy) {
      await this.#host.updateComplete;
      this.#focus();
    }
  }

  get #isBusy(): boolean {
    return this.#actor?.getSnapshot().matches('asking') === false;
  }

  /** From what is being checked to the question, from the question to where it came from. */
  #back(): void {
    if (this.#actor?.getSnapshot().matches('checking')) {
      this.#actor.send({ type: 'CANCEL' });
      this.#focus();
    } else this.#question?.cancel();
  }

  #find(selector: string): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(`.identify ${selector}`);
  }

  /** Where a person goes on: to the PIN, or first to who they are. */
  #focus(): void {
    const order = this.#person === undefined ? ['#whom', '#pin'] : ['#pin'];
    const [control] = [...order, 'button:not(.quiet)', '#who'].flatMap((one) => this.#find(one) ?? []);
    control?.focus();
  }

  // The life of it ------------------------------------------------------------------------------------------

  hostUpdate(): void {
    this.#isDrawn = false;
  }

  hostUpdated(): void {
    if (!this.#isDrawn) return this.#close();
    this.#adoptStyles();
    if (this.#leaveRouter) return;
    this.#attend();
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    if (root.activeElement === this.#host || document.activeElement === document.body) this.#focus();
  }

  hostDisconnected(): void {
    this.#close();
  }

  /** While it is open every scan is a badge, wherever the focus is. */
  #attend(): void {
    const isMeant = (): boolean => this.#question!.session.identifies.includes('badge');
    if (!isMeant()) {
      this.#leaveRouter = () => undefined;
      return;
    }
    this.#leaveRouter = routerOf(this.#host.ownerDocument).join({
      element: this.#find('#who')!.closest('.identify')!,
      only: true,
      takes: () => this.#actor,
      take: (badge) => {
        void this.#try({ method: 'badge', badge });
        return true;
      },
    });
  }

  #adoptStyles(): void {
    const root = this.#host.shadowRoot!;
    const sheet = styles.styleSheet!;
    if (!root.adoptedStyleSheets.includes(sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  #close(): void {
    this.#leaveRouter?.();
    this.#leaveRouter = undefined;
    this.#actor?.stop();
    this.#actor = undefined;
    this.#question = undefined;
    this.#missing = undefined;
  }
}
