/** The inputs of the editor, each under its label, and what every part of it is drawn from. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Run, Step } from '../../../domain/run.js';
import type { redline } from '../../../messages/en/redline.js';
import type { redlineEditor } from '../../../messages/en/redline-editor.js';
import { apart } from '../../label-line.js';
import type { Draft } from './draft.js';
import type { Place } from './proposal.js';

export interface Panel {
  texts: typeof redlineEditor;
  told: typeof redline;
  run: Run;
  /** Nothing for a step that is to come in. */
  step: Step | undefined;
  draft: Draft;
  /** The decimal sign of the person's language. */
  sign: string;
  /** It is on its way: nothing is changed then. */
  locked: boolean;
  set(change: Partial<Draft>): void;
  /** Why what was entered at a place cannot be, if so. */
  problem(place: Place): TemplateResult | typeof nothing;
  hasProblem(place: Place): boolean;
  isOpen(key: string): boolean;
  toggle(key: string, open: boolean): void;
  /** Once it is drawn. */
  focus(selector: string): void;
  /** Number and title. */
  stepName(id: string): string;
}

interface Input {
  id: string;
  label: string;
  value: string;
  locked: boolean;
  set(value: string): void;
}

export const line = (
  { id, label, value, locked, set }: Input,
  more: {
    optional?: string;
    invalid?: boolean;
    describedBy?: string;
    numbers?: boolean;
    first?: boolean;
    /** What is likely to be entered. */
    likely?: readonly string[];
  } = {},
): TemplateResult =>
  html`<div class="field">
    <label class="label" for=${id}
      >${more.optional ? html`${apart(label)}<span class="required">${more.optional}</span>` : label}</label
    >
    <input
      id=${id}
      autocomplete="off"
      inputmode=${more.numbers ? 'decimal' : nothing}
      class=${more.numbers ? 'numbers' : nothing}
      aria-invalid=${more.invalid ? 'true' : nothing}
      aria-describedby=${more.describedBy ?? nothing}
      list=${more.likely ? `${id}-likely` : nothing}
      ?autofocus=${more.first ?? false}
      ?readonly=${locked}
      .value=${value}
      @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
    />
    ${
      more.likely
        ? html`<datalist id="${id}-likely">
            ${more.likely.map((one) => html`<option value=${one}></option>`)}
          </datalist>`
        : nothing
    }
  </div>`;

export const choice = (
  { id, label, value, locked, set }: Input,
  options: readonly { value: string; label: string }[],
  more: { optional?: string } = {},
): TemplateResult =>
  html`<div class="field">
    <label class="label" for=${id}
      >${more.optional ? html`${apart(label)}<span class="required">${more.optional}</span>` : label}</label
    >
    <select
      id=${id}
      ?disabled=${locked}
      .value=${value}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        (one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`,
      )}
    </select>
  </div>`;

export const check = (
  label: string,
  isChecked: boolean,
  locked: boolean,
  set: (value: boolean) => void,
): TemplateResult =>
  html`<label class="check"
    ><input
      type="checkbox"
      ?disabled=${locked}
      .checked=${isChecked}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />
    <span>${label}</span></label
  >`;

/** A list with one of its elements replaced, or without it. */
export const withAt = <T>(list: readonly T[], at: number, one: T): readonly T[] => list.with(at, one);
export const withoutAt = <T>(list: readonly T[], at: number): readonly T[] => list.toSpliced(at, 1);

/** A list with something in it, or without it. */
export const toggled = (list: readonly string[], id: string, isIn: boolean): readonly string[] =>
  isIn ? [...new Set([...list, id])] : list.filter((one) => one !== id);

/** A table without one of its rows. */
export const without = <T>(table: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(table).filter(([key]) => key !== id));
