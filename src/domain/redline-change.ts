/** The changes of a redline: from what somebody proposes to what the record keeps. */
import type { ProposedChange } from './command.js';
import { fieldContent } from './read-field.js';
import { requirementContent } from './read-part.js';
import { changedField, difference, keysOf, rewritten } from './redline-content.js';
import { addLine, lineFits, ofLine } from './redline-line.js';
import {
  invalid,
  isHeld,
  isSigned,
  newField,
  soundContent,
  soundField,
  soundRequirement,
  type Resolved,
} from './redline-sound.js';
import type { Change, Field, Id, Install, Requirement, Step } from './run.js';
import { list, said } from './said.js';
import { same } from './same.js';

const ofRequirements = [
  'partNumber',
  'description',
  'quantity',
  'unit',
  'substitutes',
  'designators',
] as const;

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
      const field = newField({ ...wanted, id, cell: undefined });
      if (!field) return invalid('redline-unfit', said(wanted?.label));
      return { change, field, ...(typeof after === 'string' && { after }) };
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
    case 'add-line':
      return addLine(step, proposed, id);
    case 'change-line':
    case 'remove-line':
      return ofLine(step, proposed);
    case 'add-dependency':
      return step.upstream.includes(proposed.targetId) ? undefined : proposed;
    case 'remove-dependency':
      return step.upstream.includes(proposed.targetId) ? proposed : undefined;
    default:
      return invalid('redline-unfit');
  }
}

function ofField(
  step: Step,
  proposed: Extract<ProposedChange, { change: 'change-field' | 'remove-field' }>,
): Resolved {
  const field = step.fields.find((one) => one.id === proposed.targetId);
  if (!field || field.type === 'unknown') return { refused: 'not-found' };
  if (proposed.change === 'remove-field') {
    return isHeld(field) ? invalid('recorded-already', field.label) : { change: 'remove-field', field };
  }
  const to = soundContent(fieldContent, proposed.to);
  if (!to) return invalid('redline-unfit', field.label);
  const content = difference(field, to, keysOf(field));
  if (!content) return undefined;
  if (isSigned(field) && content.to.label !== undefined) return invalid('recorded-already', field.label);
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
    if (isBuiltIn(requirement)) return invalid('recorded-already', name);
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
  // What was built in stays what it is, and where it is (R58).
  const fit = [changed.partNumber, ...changed.substitutes.map(({ partNumber }) => partNumber)];
  if (!changed.installs.every(({ partNumber }) => fit.includes(partNumber)))
    return invalid('recorded-already', name);
  const lost = content.to.designators === undefined ? undefined : changed.installs.find(isNowhere(changed));
  return lost
    ? invalid('recorded-already', lost.designator ?? name)
    : { change: 'change-requirement', targetId: requirement.id, ...content };
}

const isBuiltIn = ({ installs, exception }: Requirement): boolean =>
  installs.length > 0 || exception !== undefined;

const isNowhere =
  ({ designators }: Requirement) =>
  ({ designator }: Install): boolean =>
    designators ? designator === undefined || !designators.includes(designator) : designator !== undefined;

/** Whether a change still speaks of what is there, and takes nothing away that holds something by now. */
export function stillFits(step: Step, change: Change): boolean {
  const fieldAt = (id: Id): Field | undefined => step.fields.find((one) => one.id === id);
  const requirementAt = (id: Id): Requirement | undefined => step.requirements.find((one) => one.id === id);
  switch (change.change) {
    case 'instructions':
    case 'add-dependency':
    case 'remove-dependency':
      return true;
    case 'add-field':
      return change.field.type !== 'unknown' && !fieldAt(change.field.id);
    case 'change-field': {
      const field = fieldAt(change.targetId);
      const has: readonly string[] = field ? keysOf(field) : [];
      return field !== undefined && Object.keys(change.to).every((key) => has.includes(key));
    }
    case 'remove-field': {
      const field = fieldAt(change.field.id);
      return field !== undefined && !isHeld(field);
    }
    case 'add-requirement':
      return !requirementAt(change.requirement.id);
    case 'change-requirement':
      return requirementAt(change.targetId) !== undefined;
    case 'remove-requirement': {
      const requirement = requirementAt(change.requirement.id);
      return requirement !== undefined && !isBuiltIn(requirement);
    }
    case 'add-line':
    case 'change-line':
    case 'remove-line':
      return lineFits(step, change);
    case 'unknown':
      return false;
  }
}
