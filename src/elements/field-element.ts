/** The base of the elements that show one field: where it stands, its label, its part in a native form, its focus. */
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { isFilled, recordOf } from '../domain/record.js';
import type { Field, Id, Run, Step } from '../domain/run.js';
import { field as fieldWords } from '../messages/en/field.js';
import { localeOf, words } from '../messages/registry.js';
import { SessionElement } from './session-element.js';

/** A field with where it stands. */
export interface ShownField<F extends Field = Field> {
  run: Run;
  step: Step | undefined;
  field: F;
}

export abstract class FieldElement extends SessionElement {
  static formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

  static override properties: PropertyDeclarations = {
    fieldId: { attribute: 'field-id' },
    name: { reflect: true },
  };

  /** Which field of the run, by id. */
  fieldId: Id | undefined;
  /** The name under which the recorded value takes part in a native form. */
  name: string | undefined;

  protected readonly internals = this.attachInternals();

  protected override get followed(): Id | readonly Id[] {
    return this.fieldId ?? [];
  }

  /** The field as it is now, with this person's pending value. */
  protected get shown(): ShownField | undefined {
    const target = this.fieldId === undefined ? undefined : this.current?.target(this.fieldId);
    return target?.kind === 'field'
      ? { run: this.current!.run!, step: target.step, field: target.field }
      : undefined;
  }

  protected get words() {
    return words(this, 'field', fieldWords);
  }

  protected get locale(): string {
    return localeOf(this);
  }

  /** What takes the focus: the choice that is made, else the first control. */
  protected get control(): HTMLElement | null {
    return (
      this.renderRoot.querySelector<HTMLElement>('input:checked') ??
      this.renderRoot.querySelector<HTMLElement>('input:enabled, select, textarea, button')
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  /** Brings the field into view, with the focus in it. */
  reveal(): void {
    this.scrollIntoView({ block: 'center' });
    this.control?.focus();
  }

  /** A button that has done its work may go away with the focus on it: the control takes it then. */
  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    if (focused && !focused.isConnected) this.control?.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { shown } = this;
    if (!shown) return;
    const missing = shown.field.required && !isFilled(shown.field);
    this.internals.setFormValue(this.formValue(shown.field));
    this.internals.setValidity(
      { valueMissing: missing },
      missing ? this.words.missing(shown.field.label) : '',
      (missing && this.control) || undefined,
    );
  }

  /** What a native form is given: only what has been recorded, with its unit where that is not the field's. */
  protected formValue(field: Field): string | FormData | null {
    const { value, unit } = recordOf(field) ?? {};
    if (typeof value !== 'string' && typeof value !== 'boolean') return null;
    return unit ? `${value} ${unit}` : String(value);
  }
}
