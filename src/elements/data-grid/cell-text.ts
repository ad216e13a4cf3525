/** What a cell says at rest, as people read it, as it goes to a spreadsheet, and read back from there. */
import { recordOf } from '../../domain/record.js';
import type { Field, FieldValue, Option } from '../../domain/run.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { grid as gridWords } from '../../messages/en/grid.js';
import { value as valueWords } from '../../messages/en/value.js';
import { formatDecimal } from '../../messages/format-value.js';
import { localeOf, words } from '../../messages/registry.js';
import { valueText, type Spoken } from '../value-text.js';
import { readDate, readDateTime } from './dates.js';

const isChoiceOfTwo = (field: Field, value: FieldValue): boolean =>
  field.type === 'boolean' ? typeof value === 'boolean' : value === 'pass' || value === 'fail';

/** A value, or what is typed and may be anything; the unit of a column stands in its head. */
export function cellText(element: Element, field: Field, { value, unit }: Spoken): string {
  if (value === null) return words(element, 'grid', gridWords).notApplicable;
  if (field.type === 'number')
    return [formatDecimal(value as string, localeOf(element)), unit].filter(Boolean).join(' ');
  if ((field.type === 'boolean' || field.type === 'pass-fail') && !isChoiceOfTwo(field, value))
    return value as string;
  return valueText(element, field, { value, unit });
}

/** Fields that hold no text which could be pasted. */
export const takesText = ({ type }: Field): boolean =>
  /^(number|text|date|date-time|single-select|multi-select|boolean|pass-fail)$/.test(type);

/** A cell for a spreadsheet: dates as every program reads them, a number in another unit with it. */
export function copiedText(element: Element, field: Field): string {
  const record = recordOf(field);
  if (!record) return field.type === 'unknown' ? (field.shown ?? '') : '';
  const { value } = record;
  if (field.type === 'date') return (value as string | null) ?? cellText(element, field, record);
  if (field.type === 'date-time' && typeof value === 'string') return value.replace('T', ' ').slice(0, 16);
  if (field.type === 'number' && value !== null)
    return cellText(element, field, record).replace('\u2212', '-');
  return cellText(element, field, record);
}

export type Pasted = { draft: FieldValue } | { notApplicable: true };

const bare = (text: string): string => text.trim().toLowerCase();
const choice = (options: readonly Option[], text: string): string | undefined =>
  (
    options.find(({ value, label }) => value === text || label === text) ??
    options.find(({ value, label }) => bare(value) === bare(text) || bare(label) === bare(text))
  )?.value;

/** What a pasted text means at a field. What cannot be read stays as it is: the field says what is wrong with it. */
export function readPasted(element: Element, field: Field, text: string): Pasted {
  const locale = localeOf(element);
  const texts = words(element, 'value', valueWords);
  const its = words(element, 'grid', gridWords);
  const none = [its.notApplicable, words(element, 'field', fieldWords).notApplicable].map(bare);
  if (field.allowNotApplicable && none.includes(bare(text))) return { notApplicable: true };
  const two = (yes: readonly string[], no: readonly string[]): boolean | undefined =>
    yes.map(bare).includes(bare(text)) ? true : no.map(bare).includes(bare(text)) ? false : undefined;
  switch (field.type) {
    case 'number':
      return { draft: text.trim() };
    case 'date':
      return { draft: readDate(text, locale) ?? text.trim() };
    case 'date-time':
      return { draft: readDateTime(text, locale) ?? text.trim() };
    case 'single-select':
      return { draft: choice(field.options, text) ?? text };
    case 'multi-select': {
      const all = text.split(/[,;\n]/).filter((one) => one.trim() !== '');
      const chosen = all.map((one) => choice(field.options, one) ?? one.trim());
      return { draft: [...new Set(chosen)] };
    }
    case 'pass-fail': {
      const passed = two(['pass', texts.pass], ['fail', texts.fail]);
      return { draft: passed === undefined ? text : passed ? 'pass' : 'fail' };
    }
    case 'boolean':
      return { draft: two(['true', texts.yes, its.true], ['false', texts.no, its.false]) ?? text };
    default:
      return { draft: text };
  }
}
