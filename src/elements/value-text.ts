/** A recorded value in a few words. */
import type { Field, FieldValue, FileRef, Link, NumberField } from '../domain/run.js';
import { inUnitOf } from '../domain/fields.js';
import { field as fieldWords } from '../messages/en/field.js';
import { file as fileWords } from '../messages/en/file.js';
import { value as valueWords } from '../messages/en/value.js';
import { formatDate, formatDateTime, formatDecimal } from '../messages/format.js';
import { localeOf, words } from '../messages/registry.js';

/** A value as it is recorded or about to be: a number may have been typed in another unit than its field's. */
export interface Spoken {
  value: FieldValue | null;
  unit?: string | undefined;
}

/** A number with its unit; one in another unit also as the field counts: "1.25 in (31.75 mm)". */
export function numberText(locale: string, field: NumberField, value: string, unit = field.unit): string {
  const shown = (text: string, its?: string): string =>
    [formatDecimal(text, locale), its].filter(Boolean).join(' ');
  const own = unit === field.unit ? undefined : inUnitOf(field, { value, unit });
  if (!own) return shown(value, unit);
  return `${shown(value, unit)} (${own.exact ? '' : '≈ '}${shown(own.text, field.unit)})`;
}

export function valueText(element: Element, field: Field, { value, unit }: Spoken): string {
  const texts = words(element, 'value', valueWords);
  if (value === null) return words(element, 'field', fieldWords).notApplicable;
  switch (field.type) {
    case 'number':
      return numberText(localeOf(element), field, value as string, unit);
    case 'pass-fail':
      return value === 'pass' ? texts.pass : texts.fail;
    case 'boolean':
      return value ? texts.yes : texts.no;
    case 'date':
      return formatDate(value as string, localeOf(element));
    case 'date-time':
      return formatDateTime(value as string, localeOf(element));
    case 'tool':
    case 'person':
    case 'part':
      // Or what is typed to find one.
      return typeof value === 'string' ? value : (value as Link).name;
    case 'file':
      return words(element, 'file', fileWords).count((value as readonly FileRef[]).length);
    case 'single-select':
    case 'multi-select':
      return [value as string | readonly string[]]
        .flat()
        .map((one) => field.options.find((option) => option.value === one)?.label ?? one)
        .join(', ');
    default:
      return value as string;
  }
}
