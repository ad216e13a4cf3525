/** The one control of a table: it is in the cell that is being edited, and nowhere else. */
import { recordOf } from '../../domain/record.js';
import type { Field, FieldValue, Option } from '../../domain/run.js';
import type { Draft } from '../../machines/entry.js';
import { value as valueWords } from '../../messages/en/value.js';
import { words } from '../../messages/registry.js';
import { atClock } from '../value-field/rare-controls.js';
import { cellText } from './cell-text.js';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What is edited in its cell; everything else has a field of its own to open. */
export const isEditedInCell = ({ type }: Field): boolean =>
  /^(number|text|date|date-time|single-select|pass-fail|boolean)$/.test(type);

const input = (type: string, mode = ''): HTMLInputElement => {
  const control = document.createElement('input');
  control.type = type;
  control.inputMode = mode;
  control.autocomplete = 'off';
  control.spellcheck = false;
  return control;
};

function list(options: readonly (Option & { gone?: boolean })[], choose: string): HTMLSelectElement {
  const control = document.createElement('select');
  control.append(new Option(choose, ''));
  for (const { value, label, gone } of options) {
    const option = new Option(label, value);
    option.disabled = gone ?? false;
    control.append(option);
  }
  return control;
}

function optionsOf(
  element: Element,
  field: Field,
  value: FieldValue | undefined,
): readonly (Option & { gone?: boolean })[] {
  const texts = words(element, 'value', valueWords);
  if (field.type === 'pass-fail')
    return [
      { value: 'pass', label: texts.pass },
      { value: 'fail', label: texts.fail },
    ];
  if (field.type === 'boolean')
    return [
      { value: 'true', label: texts.yes },
      { value: 'false', label: texts.no },
    ];
  if (field.type !== 'single-select') return [];
  const gone = typeof value === 'string' && !field.options.some((option) => option.value === value);
  return gone ? [...field.options, { value, label: texts.notOffered(value), gone }] : field.options;
}

/** The control for a field, holding what is typed there, else what is recorded. */
export function controlFor(element: Element, field: Field, draft: Draft | undefined, zone: string): Control {
  const record = recordOf(field);
  const value = draft ?? record?.value ?? undefined;
  let control: Control;
  let shown = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'single-select':
    case 'pass-fail':
    case 'boolean':
      control = list(
        optionsOf(element, field, record?.value ?? undefined),
        words(element, 'value', valueWords).choose,
      );
      if (typeof value === 'boolean') shown = String(value);
      if (![...control.options].some((option) => option.value === shown)) shown = '';
      break;
    case 'date':
      control = input('date');
      break;
    case 'date-time':
      control = input('datetime-local');
      shown = atClock(value, zone);
      break;
    case 'text':
      control = document.createElement('textarea');
      control.rows = 1;
      break;
    default:
      control = input('text', 'decimal');
      if (draft === undefined && record && record.value !== null) shown = cellText(element, field, record);
  }
  control.value = shown;
  control.id = 'input';
  control.className = 'editor';
  control.enterKeyHint = 'next';
  control.setAttribute('aria-label', field.label);
  control.setAttribute('aria-describedby', 'limits message');
  return control;
}

/** What a control holds. Half a date is none, and must not clear the one that is recorded. */
export function draftOf(control: Control, field: Field): Draft {
  if (control.validity.badInput) return '–';
  if (field.type === 'boolean' && control.value !== '') return control.value === 'true';
  return control.value;
}

/** Chooses by what is typed: the next one that begins so, or with the letter that is typed again. */
export function chooseBy(control: HTMLSelectElement, typed: string): boolean {
  const all = [...control.options].filter(({ value, disabled }) => value !== '' && !disabled);
  const begins = new Set(typed.toLocaleLowerCase()).size === 1 ? typed.charAt(0) : typed;
  const from = all.findIndex(({ value }) => value === control.value) + (begins.length === 1 ? 1 : 0);
  const next = [...all.slice(from), ...all.slice(0, from)].find(({ label }) =>
    label.toLocaleLowerCase().startsWith(begins.toLocaleLowerCase()),
  );
  if (next) control.value = next.value;
  return next !== undefined;
}
