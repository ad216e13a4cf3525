/** The dialog in which a command is given what it still needs: a reason, a comment, a choice. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { CommandRequest } from '../domain/command.js';
import type { Id } from '../domain/run.js';
import type { Submission } from '../machines/command-flow.js';
import { field as fieldWords } from '../messages/en/field.js';
import { form as formWords } from '../messages/en/form.js';
import { words } from '../messages/registry.js';
import type { EntryActor, RunSession } from '../session.js';
import { glyph, warning } from '../styles/glyphs.js';
import { formInput, inputId, type FormInput } from './command-form-inputs.js';
import { explainLater, loadExplanations } from './explain-later.js';
import { showModal } from './modal.js';
import { namer } from './names.js';

export type { FormInput, FormOption } from './command-form-inputs.js';

/** What was entered, by the input's name; empty where nothing was. */
export type FormValues = Readonly<Record<string, string>>;

/** What is asked for a command. */
export interface CommandForm {
  /** Where the entry is kept: beside the step's own, such as `hold-step:STEP`. The host follows this key. */
  key: Id;
  title: string;
  /** What happens then, in a sentence. */
  text?: string;
  submit: string;
  /** Instead of `submit` while it is on its way. */
  busy?: string;
  danger?: boolean;
  inputs: readonly FormInput[];
  /** The command, from what was entered, without the space around it. */
  request(values: FormValues): CommandRequest;
}

/** The element around it. */
export interface CommandFormHost {
  element: ReactiveControllerHost & HTMLElement;
  session(): RunSession | undefined;
  submit(actor: EntryActor, submission: Submission): void;
  retry(actor: EntryActor): void;
}

/** An earlier version kept the one text of a form as it was typed. */
function readValues(draft: unknown, inputs: readonly FormInput[]): FormValues {
  const initial = Object.fromEntries(inputs.map(({ name, value = '' }) => [name, value]));
  if (typeof draft !== 'string' || draft === '') return initial;
  try {
    const kept = JSON.parse(draft) as Record<string, unknown>;
    const known = inputs.filter(({ name }) => Object.hasOwn(kept, name) && typeof kept[name] === 'string');
    if (known.length > 0) {
      return { ...initial, ...Object.fromEntries(known.map(({ name }) => [name, kept[name] as string])) };
    }
  } catch {
    // It is a text.
  }
  const text = inputs.find(({ kind }) => kind === 'text');
  return text ? { ...initial, [text.name]: draft } : initial;
}

/**
 * A modal dialog. What is entered stays with the session until the command is carried out, or the person takes it back
 * by Cancel; Escape only closes. Needs the sheets tokens, tones, notice, surface, buttons, inputs and those of
 * `command-form.styles.ts`.
 */
export class CommandDialog {
  readonly #host: CommandFormHost;
  readonly #done: (() => void) | undefined;
  #form: CommandForm | undefined;
  #session: RunSession | undefined;
  #sent = false;
  #missing: ReadonlySet<string> = new Set();

  /** `done` is called when a command has been carried out. */
  constructor(host: CommandFormHost, done?: () => void) {
    this.#host = host;
    this.#done = done;
  }

  /** To be followed by the host while it is open. */
  get key(): Id | undefined {
    return this.#form?.key;
  }

  open(form: CommandForm): void {
    loadExplanations();
    this.#form = form;
    this.#session = this.#host.session();
    this.#sent = false;
    this.#missing = new Set();
    this.#host.element.requestUpdate();
  }

  /** What was entered stays with the session. */
  close(): void {
    if (!this.#form) return;
    this.#form = undefined;
    const dialog = this.#dialog;
    // The browser gives the focus back to what had it before.
    if (dialog?.open) dialog.close();
    this.#host.element.requestUpdate();
  }

  /** The browser tells it a little later, and the next form may be open by then. */
  #closed = (): void => {
    if (!this.#dialog?.open) this.close();
  };

  /** To be called after each drawing of the host: a dialog opens when it is in the page. */
  shown(): void {
    const form = this.#form;
    const session = this.#host.session();
    if (!form) return;
    if (!session?.run || session !== this.#session) return this.close();
    if (this.#sent && !session.ongoing.peek('entry', form.key)) {
      this.close();
      this.#done?.();
      return;
    }
    showModal(this.#dialog);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.element.shadowRoot!.querySelector<HTMLDialogElement>('dialog.command-form');
  }

  draw(): TemplateResult | typeof nothing {
    const form = this.#form;
    const session = this.#host.session();
    if (!form || !session?.run) return nothing;
    const say = words(this.#host.element, 'field', fieldWords);
    const entry = session.ongoing.peek('entry', form.key);
    const busy = entry?.value === 'saving';
    const failed = entry?.value === 'failed';
    const values = readValues(entry?.context.draft, form.inputs);
    const asked = form.inputs.filter((input) => input.when?.(values) ?? true);
    return html`<dialog
      class="command-form"
      part="form"
      aria-labelledby="form-title"
      aria-describedby=${form.text ? 'form-about' : nothing}
      @close=${this.#closed}
    >
      <form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, form)}>
        <div class="stack about">
          <h3 class="heading" id="form-title" tabindex=${asked.length === 0 ? '-1' : nothing}>
            ${form.title}
          </h3>
          ${form.text ? html`<p id="form-about">${form.text}</p>` : nothing}
        </div>
        ${asked.map((input, at) =>
          formInput(input, {
            words: words(this.#host.element, 'form', formWords),
            value: values[input.name] ?? '',
            locked: busy || failed,
            missing: this.#missing.has(input.name),
            first: at === 0,
            set: (value) => this.#set(form, input, value),
            redraw: () => this.#host.element.requestUpdate(),
          }),
        )}
        ${this.#problem(form, session)}
        <div class="actions">
          <button class=${form.danger ? 'primary danger' : 'primary'} aria-busy=${busy ? 'true' : nothing}>
            ${busy ? (form.busy ?? say.saving) : failed ? say.retry : form.submit}
          </button>
          <button
            type="button"
            class="quiet"
            aria-disabled=${busy ? 'true' : nothing}
            @click=${() => this.#cancel(form)}
          >
            ${say.cancel}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  /** Why it was not carried out, and what to do. */
  #problem({ key }: CommandForm, session: RunSession): unknown {
    const entry = session.ongoing.peek('entry', key);
    const { refusal, fault, submission } = entry?.context ?? {};
    if (!entry || !(refusal ?? fault)) return nothing;
    const request = submission?.request;
    const id =
      (request && 'targetId' in request && request.targetId) ||
      (request && 'issueId' in request && request.issueId) ||
      request?.stepId;
    const { element } = this.#host;
    const name = id ? namer(session)(id) : session.run!.title;
    const told = explainLater(() => element.requestUpdate(), element, session.run!, name, entry.context);
    return html`<p class="notice bad" role="alert">
      ${glyph(warning)} <span>${told ? `${told.what} ${told.why} ${told.next}` : nothing}</span>
    </p>`;
  }

  /** What is typed is shown already; what is chosen may ask for more. */
  #set(form: CommandForm, { name, kind }: FormInput, value: string): void {
    const session = this.#host.session();
    if (!session) return;
    const actor = session.entry(form.key);
    const values = { ...readValues(actor.getSnapshot().context.draft, form.inputs), [name]: value };
    actor.send({ type: 'EDIT', draft: JSON.stringify(values) });
    const wasMissing = this.#missing.has(name);
    if (wasMissing) this.#missing = new Set([...this.#missing].filter((one) => one !== name));
    if (wasMissing || kind === 'cards' || kind === 'choice') this.#host.element.requestUpdate();
  }

  #submit(event: Event, form: CommandForm): void {
    event.preventDefault();
    const session = this.#host.session();
    const state = session?.ongoing.peek('entry', form.key)?.value;
    if (!session || state === 'saving') return;
    const actor = session.entry(form.key);
    if (state === 'failed') {
      this.#sent = true;
      return this.#host.retry(actor);
    }
    const entered = readValues(actor.getSnapshot().context.draft, form.inputs);
    const asked = form.inputs.filter((input) => input.when?.(entered) ?? true);
    const values = Object.fromEntries(
      form.inputs.map((input) => [
        input.name,
        asked.includes(input) ? (entered[input.name] ?? '').trim() : '',
      ]),
    );
    const missing = asked.filter(({ name, required }) => required && !values[name]);
    if (missing.length > 0) {
      this.#missing = new Set(missing.map(({ name }) => name));
      this.#host.element.requestUpdate();
      void this.#host.element.updateComplete.then(() =>
        this.#host.element.shadowRoot!.getElementById(inputId(missing[0]!.name))?.focus(),
      );
      return;
    }
    // A page that keeps it back leaves the form as it is.
    if (state === undefined) actor.send({ type: 'EDIT', draft: JSON.stringify(entered) });
    this.#sent = true;
    this.#host.submit(actor, session.submission(form.request(values)));
  }

  #cancel({ key }: CommandForm): void {
    const session = this.#host.session();
    const state = session?.ongoing.peek('entry', key)?.value;
    if (state === 'saving') return;
    if (state !== undefined) session!.entry(key).send({ type: 'DISCARD' });
    this.close();
  }
}
