/** Where a reading goes: into the measurement that has the focus, else the next empty one. Never over a value unasked. */
import { isFilled } from '../domain/record.js';
import type { DecimalText, Field, Id, NumberField } from '../domain/run.js';
import { compareIn, sameKind } from '../domain/units.js';
import type { Reading } from './reading.js';

export interface GaugeEntry {
  field: NumberField;
  value: DecimalText;
  /** Where it is not the unit of the field. */
  unit?: string;
  resolution: DecimalText;
  /** There is a value or a draft already, so this one waits for the person's word. */
  replaces: boolean;
}

export type GaugeRefusal =
  /** The focused measurement is in a unit of another kind, or has none to convert to. */
  | { refused: 'unit'; field: NumberField; unit: string }
  /** No measurement has the focus, and none that could take the reading is empty. */
  | { refused: 'no-field' };

export interface GaugeFocus {
  focused?: Id;
  /** The measurement that the last reading went into. */
  last?: Id;
  /** Whether an empty field holds what a person has typed and not sent. */
  drafted?: (fieldId: Id) => boolean;
}

/** A reading without a unit is in the unit of the field. */
const fitsUnit = (reading: Reading, field: NumberField): boolean =>
  reading.unit === undefined || (field.unit !== undefined && sameKind(reading.unit, field.unit));

const isSameUnit = (a: string, b: string | undefined): boolean =>
  b !== undefined && compareIn('1', a, '1', b) === 0 && compareIn('0', a, '0', b) === 0;

/**
 * The entry that a reading makes in a step. Without a focused measurement it goes to the first required one that is empty, after the
 * one before: in the order of the sheet, and never back to one that was passed over.
 */
export function gaugeEntry(
  reading: Reading,
  fields: readonly Field[],
  { focused, last, drafted = () => false }: GaugeFocus = {},
): GaugeEntry | GaugeRefusal {
  const isTaken = (field: Field): boolean => isFilled(field) || drafted(field.id);
  const isNumber = (field: Field): field is NumberField => field.type === 'number';
  const inFocus = fields.find((field) => field.id === focused);
  const after = fields.findIndex((field) => field.id === last) + 1;
  const field =
    inFocus && isNumber(inFocus)
      ? inFocus
      : fields
          .slice(after)
          .filter(isNumber)
          .find((one) => one.required && !isTaken(one) && fitsUnit(reading, one));
  if (!field) return { refused: 'no-field' };
  const { value, unit, resolution } = reading;
  if (!fitsUnit(reading, field)) return { refused: 'unit', field, unit: unit! };
  return {
    field,
    value,
    ...(unit !== undefined && !isSameUnit(unit, field.unit) && { unit }),
    resolution,
    replaces: isTaken(field),
  };
}
