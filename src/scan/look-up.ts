/** Which units a scanned or typed text may mean: what the label names is looked up, and what else it says narrows it. */
import type { Id, Unit } from '../domain/run.js';
import { gtin14 } from './gtin.js';
import { readLabel, type Label, type Reading } from './label.js';
import type { ScanPattern } from './patterns.js';

export interface FoundUnits {
  units: readonly Unit[];
  /** What the text says; of several ways to understand it the one that led somewhere, if only one did. */
  label: Label;
}

type Find = (text: string) => Promise<readonly Unit[]>;

/** What names a unit, the most certain first: the record itself, its serial, its lot, then its part. */
const namesIn = ({ uid, serial, lot, gtin, partNumber }: Reading): readonly string[] =>
  [uid, serial, lot, gtin, gtin?.replace(/^0+/, ''), partNumber].filter((name) => name !== undefined);

const same = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase();

/** Nothing that is on record of the unit contradicts the label. */
function agrees(unit: Unit, reading: Reading): boolean {
  const { serial, lot, partNumber, gtin } = reading;
  return (
    (serial === undefined || unit.serial === undefined || same(unit.serial, serial)) &&
    (lot === undefined || unit.lot === undefined || same(unit.lot, lot)) &&
    (partNumber === undefined || same(unit.partNumber, partNumber)) &&
    (gtin === undefined || unit.gtin === undefined || (gtin14(unit.gtin) ?? unit.gtin) === gtin)
  );
}

async function unitsOf(reading: Reading, plain: string, find: Find): Promise<readonly Unit[]> {
  const names = namesIn(reading);
  if (names.length === 0) return await find(plain);
  for (const name of names) {
    const units = await find(name);
    if (units.length > 0) return units.filter((unit) => agrees(unit, reading));
  }
  return [];
}

export async function lookUp(
  text: string,
  patterns: readonly ScanPattern[],
  find: Find,
): Promise<FoundUnits> {
  const label = await readLabel(text, patterns);
  if (label.problem !== undefined) return { label, units: [] };
  const { alternatives = [], body, ...first } = label;
  const plain = body ?? text;
  const said = { text, ...(body !== undefined && { body }) };
  const readings: Reading[] = [first, ...alternatives];
  // A number may look like a label that it is not.
  const whole: Reading = { format: 'plain' };
  for (const tried of first.format === 'pattern' ? [readings, [whole]] : [readings]) {
    const found = new Map<Id, Unit>();
    const led: Reading[] = [];
    for (const reading of tried) {
      const units = await unitsOf(reading, plain, find);
      if (units.length > 0) led.push(reading);
      for (const unit of units) found.set(unit.id, unit);
    }
    const [only] = led;
    if (only) return { units: [...found.values()], label: { ...(led.length === 1 ? only : whole), ...said } };
  }
  return { units: [], label };
}
