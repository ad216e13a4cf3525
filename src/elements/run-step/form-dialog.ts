/** The dialog in which a form of the menu is filled in. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Blocker, CommandRequest } from '../../domain/command.js';
import type { Id, Step } from '../../domain/run.js';
import type { EntryActor, RunSession } from '../../session.js';
import { formKey, type FormAction } from './actions.js';
import { namer } from '../names.js';
import { stepForm } from './step-form.js';
import { sayings } from './voice.js';

export class FormDialog {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #send: (key: Id, request: CommandRequest) => void;
  readonly #retry: (actor: EntryActor) => void;
  #action: FormAction | undefined;
  #sent = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    send: (key: Id, request: CommandRequest) => void,
    retry: (actor: EntryActor) => void,
  ) {
    this.#host = host;
    this.#send = send;
    this.#retry = retry;
  }

  open(action: FormAction): void {
    this.#action = action;
    this.#sent = false;
    this.#host.requestUpdate();
  }

  /** What was typed stays with the session. */
  close = (): void => {
    this.#action = undefined;
    this.#host.requestUpdate();
  };

  /** To be called after drawing: a dialog opens when it is in the page, and closing it gives the focus back. */
  shown(session: RunSession | undefined, step: Step | undefined): void {
    const dialog = this.#host.shadowRoot!.querySelector('dialog');
    if (!dialog || !this.#action || !session || !step) return;
    if (this.#sent && !session.ongoing.peek('entry', formKey(this.#action, step.id))) dialog.close();
    else if (!dialog.open) dialog.showModal();
  }

  draw(session: RunSession, step: Step, blockers: readonly Blocker[]): TemplateResult | typeof nothing {
    const action = this.#action;
    if (!action) return nothing;
    const key = formKey(action, step.id);
    const entry = session.ongoing.peek('entry', key);
    const { draft, refusal, fault } = entry?.context ?? {};
    const state = entry?.value;
    return html`<dialog aria-labelledby="form-title" @close=${this.close}>
      ${stepForm({
        host: this.#host,
        action,
        stepId: step.id,
        draft: typeof draft === 'string' ? draft : '',
        state: state === 'saving' || state === 'refused' || state === 'failed' ? state : 'rest',
        explanation:
          entry && (refusal || fault)
            ? sayings(() => this.#host.requestUpdate())?.explainCommand(
                { host: this.#host, session, step },
                entry.context,
              )
            : undefined,
        targets: blockers
          .filter(({ kind }) => kind === 'out-of-range' || kind === 'failed-check')
          .map(({ targetId }) => ({ id: targetId, name: namer(session)(targetId) })),
        edit: (text) => session.entry(key).send({ type: 'EDIT', draft: text }),
        send: (request) => {
          this.#sent = true;
          this.#send(key, request);
        },
        retry: () => this.#retry(session.entry(key)),
        cancel: () => {
          session.entry(key).send({ type: 'DISCARD' });
          this.#host.shadowRoot!.querySelector('dialog')!.close();
        },
      })}
    </dialog>`;
  }
}
