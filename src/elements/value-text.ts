/** A recorded value in a few words. */
import type { Field, FieldValue, FileRef } from '../domain/run.js';
import { field as fieldWords } from '../messages/en/field.js';
import { file as fileWords } from '../messages/en/file.js';
import { value as valueWords } from '../messages/en/value.js';
import { formatDate, formatDecimal } from '../messages/format.js';
import { localeOf, words } from '../messages/registry.js';

export function valueText(element: Element, field: Field, value: FieldValue | null): string {
  const texts = words(element, 'value', valueWords);
  if (value === null) return words(element, 'field', fieldWords).notApplicable;
  switch (field.type) {
    case 'number':
      return [formatDecimal(value as string, localeOf(element)), field.unit].filter(Boolean).join(' ');
    case 'pass-fail':
      return value === 'pass' ? texts.pass : texts.fail;
    case 'boolean':
      return value ? texts.yes : texts.no;
    case 'date':
      return formatDate(value as string, localeOf(element));
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
