/** Made on assembly: a unit that comes to be during the run, out of what was installed for it (R60). */
import { createdId, type Command, type DecisionContext, type EventRequest, type Refusal } from './command.js';
import { addDecimals, compareDecimals, divideDecimals } from './measurement.js';
import type { Child, DecimalText, Install, Requirement, Step } from './run.js';

/** The lines whose parts go into what is made for a requirement. */
export const partsOf = (step: Step, { id }: Requirement): readonly Requirement[] =>
  step.requirements.filter(({ partOf }) => partOf === id);

/** What went into an install that was made here, with the requirement of each. */
export const inside = (step: Step, { id }: Install): readonly (readonly [Requirement, Install])[] =>
  step.requirements.flatMap((requirement) =>
    requirement.installs.filter(({ into }) => into === id).map((install) => [requirement, install] as const),
  );

/** What lies ready to go into the next unit. */
const ready = ({ installs }: Requirement): readonly Install[] =>
  installs.filter(({ into }) => into === undefined);

/** How much of a line one made unit takes. */
const perUnit = (made: Requirement, { quantity }: Requirement): DecimalText =>
  compareDecimals(made.quantity, '1') > 0 ? divideDecimals(quantity, made.quantity) : quantity;

/** The lines of which too little lies ready for the next unit. */
export const missingParts = (step: Step, made: Requirement): readonly Requirement[] =>
  partsOf(step, made).filter(
    (line) =>
      line.exception === undefined &&
      (ready(line).length === 0 ||
        compareDecimals(addDecimals(...ready(line).map(({ quantity }) => quantity)), perUnit(made, line)) <
          0),
  );

const asChild = ({ partNumber, serial, lot, quantity, designator, children }: Install): Child => ({
  partNumber,
  ...(serial !== undefined && { serial }),
  ...(lot !== undefined && { lot }),
  quantity,
  ...(designator !== undefined && { designator }),
  ...(children && { children }),
});

/** Makes a unit and installs it, in one act. A serial or lot that nobody gave follows from the run's number. */
export function makePart(
  command: Command<'install-part'>,
  { run, by, at }: DecisionContext,
  step: Step,
  requirement: Requirement,
): readonly EventRequest[] | Refusal {
  const { stepId, targetId, quantity, made } = command;
  const { partNumber, tracking } = requirement;
  if (!requirement.madeOnAssembly) return { refused: 'invalid', detail: { reason: 'not-made-here' } };
  if (compareDecimals(quantity, '0') <= 0)
    return { refused: 'invalid', detail: { reason: 'quantity-needed' } };
  if (tracking === 'serial' && compareDecimals(quantity, '1') !== 0) {
    return { refused: 'invalid', detail: { reason: 'quantity-one' } };
  }
  const missing = missingParts(step, requirement);
  if (missing.length > 0) {
    return {
      refused: 'blocked',
      blockers: missing.map(({ id }) => ({ kind: 'uninstalled-requirement', stepId, targetId: id })),
      detail: { reason: 'parts-missing' },
    };
  }
  const given = `${run.number}-${run.sequence + 1}`;
  const name =
    tracking === 'serial'
      ? { serial: made?.serial?.trim() || given }
      : tracking === 'lot'
        ? { lot: made?.lot?.trim() || given }
        : {};
  const taken = requirement.installs.some(
    (install) => name.serial !== undefined && install.serial === name.serial,
  );
  if (taken) return { refused: 'invalid', detail: { reason: 'serial-taken', message: name.serial! } };
  const children = partsOf(step, requirement).flatMap((line) => ready(line).map(asChild));
  const install: Install = {
    id: createdId(command),
    unitId: createdId(command, 1),
    partNumber,
    ...name,
    quantity,
    ...(children.length > 0 && { children }),
    by,
    at,
    how: 'made',
  };
  return [{ type: 'part-installed', stepId, targetId, install }];
}
