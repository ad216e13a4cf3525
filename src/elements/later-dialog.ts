/** A dialog of commands whose forms come after the element is shown, so that they are there without a connection. */
import { nothing, type CSSResult, type ReactiveElement, type TemplateResult } from 'lit';
import type { Id } from '../domain/run.js';
import { adopt } from './adopt.js';
import type { CommandDialog, CommandForm, CommandFormHost } from './command-form.js';
import type { Later } from './later.js';

/** What is loaded. */
export interface Forms<Command, Place> {
  CommandDialog: typeof CommandDialog;
  styles: CSSResult;
  formOf(command: Command, place: Place): CommandForm;
}

export interface LaterDialogHost extends CommandFormHost {
  element: ReactiveElement;
  /** A command has been carried out. */
  done?(): void;
}

export class LaterDialog<Command, Place> {
  readonly #host: LaterDialogHost;
  readonly #forms: Later<Forms<Command, Place>>;
  #dialog: CommandDialog | undefined;
  /** What is to be opened when the forms have come. */
  #wanted: Command | undefined;

  constructor(host: LaterDialogHost, forms: Later<Forms<Command, Place>>) {
    this.#host = host;
    this.#forms = forms;
  }

  /** To be followed while it is open. */
  get key(): Id | undefined {
    return this.#dialog?.key;
  }

  open(command: Command): void {
    this.#wanted = command;
    this.#host.element.requestUpdate();
  }

  close(): void {
    this.#wanted = undefined;
    this.#dialog?.close();
  }

  /** To be called before each drawing: what is wanted opens. */
  prepare(place: Place): void {
    if (this.#wanted === undefined) return;
    const forms = this.#forms(() => this.#host.element.requestUpdate());
    if (!forms) return;
    this.#dialog ??= new forms.CommandDialog(this.#host, () => this.#host.done?.());
    this.#dialog.open(forms.formOf(this.#wanted, place));
    this.#wanted = undefined;
  }

  /** To be called after each drawing. */
  shown(): void {
    this.#forms();
    this.#dialog?.shown();
  }

  draw(): TemplateResult | typeof nothing {
    const forms = this.#forms();
    if (!forms || this.key === undefined) return nothing;
    adopt({ element: this.#host.element }, forms.styles);
    return this.#dialog!.draw();
  }
}
