/** The dialog of the menu's commands: its forms come after the step is shown, so that they are there without a connection. */
import { nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Id, Step } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { adopt } from '../adopt.js';
import type { CommandDialog, CommandFormHost } from '../command-form.js';
import { later } from '../later.js';
import type { FormCommand } from './actions.js';

const forms = later(() => import('./life-forms.js'));

export interface StepDialogHost extends CommandFormHost {
  element: ReactiveElement;
  step(): Step | undefined;
}

export class StepDialog {
  readonly #host: StepDialogHost;
  #dialog: CommandDialog | undefined;
  /** What is to be opened when the forms have come. */
  #wanted: FormCommand | undefined;

  constructor(host: StepDialogHost) {
    this.#host = host;
  }

  /** To be followed while it is open. */
  get key(): Id | undefined {
    return this.#dialog?.key;
  }

  open(command: FormCommand): void {
    this.#wanted = command;
    this.#host.element.requestUpdate();
  }

  close(): void {
    this.#wanted = undefined;
    this.#dialog?.close();
  }

  /** To be called before each drawing: what is wanted opens. */
  prepare(session: RunSession, step: Step): void {
    if (this.#wanted === undefined) return;
    const part = forms(() => this.#host.element.requestUpdate());
    if (!part) return;
    const { element } = this.#host;
    this.#dialog ??= new part.CommandDialog(this.#host);
    this.#dialog.open(part.formOf(this.#wanted, { host: element, session, step }));
    this.#wanted = undefined;
  }

  /** To be called after each drawing. */
  shown(): void {
    forms();
    this.#dialog?.shown();
  }

  draw(): TemplateResult | typeof nothing {
    const part = forms();
    if (!part || this.key === undefined) return nothing;
    adopt({ element: this.#host.element }, part.styles);
    return this.#dialog!.draw();
  }
}
