/** The dialog in which another person takes over: by what the backend asks for, else by choosing a name. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Actor } from '../../adapters/adapter.js';
import { laborOf } from '../../domain/labor.js';
import { findPerson, type Person, type Run } from '../../domain/run.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { operator as operatorWords } from '../../messages/en/operator.js';
import { clip } from '../../messages/phrases.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { IdentifyPanel } from '../identify/panel.js';
import { showModal } from '../modal.js';
import { mark } from '../person-mark.js';

/** From so many people on they are found by name. */
const many = 8;

export class Switching {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #take: (actor: Actor) => void;
  readonly #panel: IdentifyPanel;
  #open = false;
  #sought = '';

  constructor(element: ReactiveControllerHost & HTMLElement, take: (actor: Actor) => void) {
    this.#element = element;
    this.#take = take;
    this.#panel = new IdentifyPanel(element);
  }

  open(): void {
    this.#open = true;
    this.#sought = '';
    this.#element.requestUpdate();
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    // The browser gives the focus back to what had it before.
    this.#dialog?.close();
    this.#element.requestUpdate();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#element.shadowRoot!.querySelector<HTMLDialogElement>('dialog.switch');
  }

  /** To be called after each drawing. */
  shown(): void {
    const dialog = this.#dialog;
    if (!this.#open || !dialog || dialog.open) return;
    showModal(dialog);
    // Where a person begins, which is not what comes first.
    dialog
      .querySelector<HTMLElement>(
        '#whom, #pin, #sought, .identify button:not(.quiet), .choose button:not([aria-current])',
      )
      ?.focus();
  }

  draw(session: RunSession): TemplateResult | typeof nothing {
    const { run } = session;
    if (!this.#open || !run) return nothing;
    const say = words(this.#element, 'operator', operatorWords);
    const before = findPerson(run, session.person);
    const about =
      before && laborOf(run, before.id).length > 0 ? say.staysIn(before.name) : before ? say.switchAbout : '';
    return html`<dialog
      class="switch"
      part="switch"
      aria-label=${say.switchTitle}
      @close=${() => this.close()}
    >
      ${
        session.identifies.length > 0
          ? this.#panel.draw({
              session,
              title: say.switchTitle,
              ...(about && { text: about }),
              submit: before ? say.switchPerson : say.signIn,
              people: run.people.filter(({ id }) => id !== session.person),
              recognized: (actor) => {
                this.#recognized(actor);
                return undefined;
              },
              cancel: () => this.close(),
            })
          : this.#list(session, run, about)
      }
    </dialog>`;
  }

  #recognized(actor: Actor): void {
    this.close();
    this.#take(actor);
  }

  #list(session: RunSession, { people }: Run, about: string): TemplateResult {
    const say = words(this.#element, 'operator', operatorWords);
    const sought = this.#sought.toLocaleLowerCase();
    const found = people.filter(({ name, roles }) =>
      [name, ...roles].some((text) => text.toLocaleLowerCase().includes(sought)),
    );
    return html`<div class="stack">
      <div class="stack about">
        <h2 class="heading">${say.switchTitle}</h2>
        ${about ? html`<p class="hint">${about}</p>` : nothing}
      </div>
      ${
        people.length > many
          ? html`<div class="field">
              <label class="label" for="sought">${say.find}</label>
              <input
                id="sought"
                type="search"
                autocomplete="off"
                .value=${this.#sought}
                @input=${(event: Event) => {
                  this.#sought = (event.target as HTMLInputElement).value;
                  this.#element.requestUpdate();
                }}
              />
            </div>`
          : nothing
      }
      <ul class="choose" part="people" aria-label=${say.switchTitle}>
        ${found.map((person) => html`<li>${this.#choice(person, person.id === session.person)}</li>`)}
      </ul>
      ${found.length === 0 ? html`<p class="hint" role="status">${say.noMatch}</p>` : nothing}
      <div class="actions">
        <button type="button" class="quiet" @click=${() => this.close()}>
          ${words(this.#element, 'field', fieldWords).cancel}
        </button>
      </div>
    </div>`;
  }

  #choice({ id, name, roles }: Person, isCurrent: boolean): TemplateResult {
    const say = words(this.#element, 'operator', operatorWords);
    return html`<button
      type="button"
      aria-current=${isCurrent ? 'true' : nothing}
      @click=${() => (isCurrent ? this.close() : this.#recognized({ person: id }))}
    >
      ${mark(name, isCurrent ? '' : 'away')}
      <span class="who">
        <span class="name">${clip(name)}</span>
        <span class="hint">${[...(isCurrent ? [say.current] : []), ...roles].map(clip).join(' · ')}</span>
      </span>
    </button>`;
  }
}
