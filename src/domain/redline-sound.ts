/** Whether what a redline proposes can stand: it is taken as the reader of foreign data takes it. */
import type { Refusal, RefusalReason } from './command.js';
import { compareDecimals } from './measurement.js';
import { readField } from './read-field.js';
import { readRequirement } from './read-part.js';
import { Reading, type Reader } from './reading.js';
import type { Change, Field, Requirement } from './run.js';

/** What a proposed change comes to; nothing where it would change nothing. */
export type Resolved = Change | Refusal | undefined;

export const invalid = (reason: RefusalReason, message?: string): Refusal => ({
  refused: 'invalid',
  detail: { reason, ...(message && { message }) },
});

/** What was recorded stays: what holds something is not taken away under it. */
export const isHeld = (field: Field): boolean =>
  field.type === 'signoff' ? field.decisions.length > 0 : 'record' in field && field.record !== undefined;

/** A signature speaks under the name that it was given under (R71). */
export const isSigned = (field: Field): boolean => field.type === 'signoff' && isHeld(field);

/** What is to change; nothing if any of it cannot be read. */
export function soundContent<Content>(reader: Reader<Content>, to: unknown): Content | undefined {
  const reading = new Reading();
  const read = reader(to ?? {}, reading, undefined);
  return reading.problems.length > 0 ? undefined : read;
}

export function soundField(field: object): Field | undefined {
  const reading = new Reading();
  const read = readField(field, reading, undefined);
  if (read.type === 'unknown' || reading.problems.length > 0 || read.label.trim() === '') return undefined;
  if ((read.type === 'single-select' || read.type === 'multi-select') && read.options.length === 0)
    return undefined;
  // What nobody's role is nobody could ever sign.
  if (read.type === 'signoff' && read.role.trim() === '') return undefined;
  const { min, max } = (read.type === 'number' && read.limits) || {};
  return min !== undefined && max !== undefined && compareDecimals(min, max) > 0 ? undefined : read;
}

/** A field that comes in: nothing comes in filled or signed. */
export const newField = (field: object): Field | undefined =>
  soundField({ ...field, version: '0', record: undefined, decisions: [], asked: undefined });

export function soundRequirement(requirement: object): Requirement | undefined {
  const reading = new Reading();
  const read = readRequirement(requirement, reading, undefined);
  if ('type' in read || reading.problems.length > 0 || read.partNumber.trim() === '') return undefined;
  const { designators, quantity } = read;
  return designators && compareDecimals(quantity, String(designators.length)) !== 0 ? undefined : read;
}
