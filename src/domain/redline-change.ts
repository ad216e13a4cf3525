/** The changes of a redline: from what somebody proposes to what the record keeps. */
import type { ProposedChange, Refusal, RefusalReason } from './command.js';
import { compareDecimals } from './measurement.js';
import { fieldContent, readField, readRequirement, requirementContent } from './read-field.js';
import { Reading, type Reader } from './reading.js';
import { changedField, rewritten } from './redline-apply.js';
import type { Change, Field, FieldContent, Id, Requirement, Step } from './run.js';
import { list, said } from './said.js';
import { same } from './same.js';

const invalid = (reason: RefusalReason, message?: string): Refusal => ({
  refused: 'invalid',
  detail: { reason, ...(message && { message }) },
});

// Proposing -------------------------------------------------------------------------------------------------

const ofEveryField = ['label', 'hint', 'required', 'allowNotApplicable'] as const;
const ofRequirements = ['partNumber', 'description', 'quantity', 'unit', 'substitutes'] as const;

function keysOf({ type }: Field): readonly (keyof FieldContent)[] {
  if (type === 'number') return [...ofEveryField, 'unit', 'limits'];
  const chosen = type === 'single-select' || type === 'multi-select';
  return chosen ? [...ofEveryField, 'options'] : ofEveryField;
}

/** What can be taken away, and then is not there rather than empty. */
const mayBeNone: ReadonlySet<string> = new Set(['hint', 'unit', 'limits']);

/** As it is to be kept: without the space around it, and nothing where it says nothing. */
function tidy(key: string, value: unknown): unknown {
  const kept = typeof value === 'string' ? value.trim() : value;
  const isEmpty = kept === '' || (key === 'limits' && same(kept, {}));
  return mayBeNone.has(key) && isEmpty ? null : kept;
}

/** Those of the keys that differ from what is there, as they were and as they are to be. Nothing if none does. */
function difference<Content extends object>(
  thing: object,
  to: Content,
  keys: readonly (keyof Content & string)[],
): { from: Content; to: Content } | undefined {
  const now = (key: string): unknown => (thing as Readonly<Record<string, unknown>>)[key] ?? null;
  const different = keys.filter(
    (key) => to[key] !== undefined && !same(now(key), to[key]) && !same(now(key), tidy(key, to[key])),
  );
  if (different.length === 0) return undefined;
  const pick = (value: (key: keyof Content & string) => unknown): Content =>
    Object.fromEntries(different.map((key) => [key, value(key)])) as Content;
  return { from: pick(now), to: pick((key) => tidy(key, to[key])) };
}

/** What is to change, as the reader of foreign data takes it; nothing if any of it cannot be read. */
function soundContent<Content>(reader: Reader<Content>, to: unknown): Content | undefined {
  const reading = new Reading();
  const read = reader(to ?? {}, reading, undefined);
  return reading.problems.length > 0 ? undefined : read;
}

/** A field as the reader of foreign data takes it, or nothing if it cannot stand so. */
function soundField(field: object): Field | undefined {
  const reading = new Reading();
  const read = readField(field, reading, undefined);
  if (read.type === 'unknown' || reading.problems.length > 0 || read.label.trim() === '') return undefined;
  if ((read.type === 'single-select' || read.type === 'multi-select') && read.options.length === 0)
    return undefined;
  const { min, max } = (read.type === 'number' && read.limits) || {};
  return min !== undefined && max !== undefined && compareDecimals(min, max) > 0 ? undefined : read;
}

function soundRequirement(requirement: object): Requirement | undefined {
  const reading = new Reading();
  const read = readRequirement(requirement, reading, undefined);
  if ('type' in read || reading.problems.length > 0 || read.partNumber.trim() === '') return undefined;
  const { designators, quantity } = read;
  return designators && compareDecimals(quantity, String(designators.length)) !== 0 ? undefined : read;
}

type Resolved = Change | Refusal | undefined;

/**
 * What a proposed change comes to at the step as it would be by then: whole, with what stood there before. Nothing if it
 * would change nothing. Dependencies are judged elsewhere, since they are a matter of the run.
 */
export function resolveChange(step: Step, proposed: ProposedChange, id: Id): Resolved {
  switch (proposed?.change) {
    case 'instructions': {
      // A paragraph that is left as it is keeps the space around it.
      const to = list(proposed.to)
        .map((one) => (step.instructions.includes(one as string) ? (one as string) : said(one)))
        .filter((one) => one.trim() !== '');
      return same(step.instructions, to)
        ? undefined
        : { change: 'instructions', from: step.instructions, to };
    }
    case 'add-field': {
      const { change, field: wanted, after } = proposed;
      // Nothing comes in filled or signed.
      const field = soundField({
        ...wanted,
        id,
        version: '0',
        cell: undefined,
        record: undefined,
        decisions: [],
      });
      if (!field) return invalid('redline-unfit', said(wanted?.label));
      return { change, field, ...(after !== undefined && { after }) };
    }
    case 'change-field':
    case 'remove-field':
      return ofField(step, proposed);
    case 'add-requirement': {
      const { change, requirement: wanted } = proposed;
      const requirement = soundRequirement({
        ...wanted,
        id,
        version: '0',
        installs: [],
        exception: undefined,
      });
      const into = step.requirements.find((one) => one.id === requirement?.partOf);
      if (!requirement || (requirement.partOf !== undefined && !into?.madeOnAssembly))
        return invalid('redline-unfit', said(wanted?.description) || said(wanted?.partNumber));
      return { change, requirement };
    }
    case 'change-requirement':
    case 'remove-requirement':
      return ofRequirement(step, proposed);
    case 'add-dependency':
      return step.upstream.includes(proposed.targetId) ? undefined : proposed;
    case 'remove-dependency':
      return step.upstream.includes(proposed.targetId) ? proposed : undefined;
    default:
      return invalid('redline-unfit');
  }
}

/** What was recorded stays: a field or a part that holds something cannot be taken away under it. */
function ofField(
  step: Step,
  proposed: Extract<ProposedChange, { change: 'change-field' | 'remove-field' }>,
): Resolved {
  const field = step.fields.find((one) => one.id === proposed.targetId);
  if (!field || field.type === 'unknown') return { refused: 'not-found' };
  if (proposed.change === 'remove-field') {
    const held = field.type === 'signoff' ? field.decisions.length > 0 : field.record !== undefined;
    return held ? invalid('recorded-already', field.label) : { change: 'remove-field', field };
  }
  const to = soundContent(fieldContent, proposed.to);
  if (!to) return invalid('redline-unfit', field.label);
  const content = difference(field, to, keysOf(field));
  if (!content) return undefined;
  // A signature speaks under this name.
  if (field.type === 'signoff' && field.decisions.length > 0 && content.to.label !== undefined)
    return invalid('recorded-already', field.label);
  const change: Change = { change: 'change-field', targetId: field.id, ...content };
  return soundField(changedField(field, content, '0')) ? change : invalid('redline-unfit', field.label);
}

function ofRequirement(
  step: Step,
  proposed: Extract<ProposedChange, { change: 'change-requirement' | 'remove-requirement' }>,
): Resolved {
  const requirement = step.requirements.find((one) => one.id === proposed.targetId);
  if (!requirement) return { refused: 'not-found' };
  const name = requirement.description || requirement.partNumber;
  if (proposed.change === 'remove-requirement') {
    const held = requirement.installs.length > 0 || requirement.exception !== undefined;
    if (held) return invalid('recorded-already', name);
    return step.requirements.some(({ partOf }) => partOf === requirement.id)
      ? invalid('redline-unfit', name)
      : { change: 'remove-requirement', requirement };
  }
  const to = soundContent(requirementContent, proposed.to);
  if (!to) return invalid('redline-unfit', name);
  const content = difference(requirement, to, ofRequirements);
  if (!content) return undefined;
  const changed = soundRequirement(rewritten(requirement, content.to));
  if (!changed) return invalid('redline-unfit', name);
  const fit = [changed.partNumber, ...changed.substitutes.map(({ partNumber }) => partNumber)];
  return changed.installs.every(({ partNumber }) => fit.includes(partNumber))
    ? { change: 'change-requirement', targetId: requirement.id, ...content }
    : invalid('recorded-already', name);
}

/** Whether a change still speaks of what is there. */
export function stillFits(step: Step, change: Change): boolean {
  const has = (list: readonly { id: Id }[], id: Id): boolean => list.some((one) => one.id === id);
  switch (change.change) {
    case 'instructions':
    case 'add-dependency':
    case 'remove-dependency':
      return true;
    case 'add-field':
      return change.field.type !== 'unknown' && !has(step.fields, change.field.id);
    case 'change-field':
      return has(step.fields, change.targetId);
    case 'remove-field':
      return has(step.fields, change.field.id);
    case 'add-requirement':
      return !has(step.requirements, change.requirement.id);
    case 'change-requirement':
      return has(step.requirements, change.targetId);
    case 'remove-requirement':
      return has(step.requirements, change.requirement.id);
    case 'unknown':
      return false;
  }
}
