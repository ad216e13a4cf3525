/** Build requirements: what is still to install, and which unit may satisfy them. */
import { createdId, type Decider, type Refusal } from './command.js';
import { splits } from './inventory.js';
import { addDecimals, compareDecimals, isDecimal, subtractDecimals } from './measurement.js';
import {
  findRequirement,
  findStep,
  policyOf,
  type DecimalText,
  type Install,
  type Requirement,
  type Run,
  type Step,
  type Unit,
} from './run.js';

export const installedQuantity = (requirement: Requirement): DecimalText =>
  addDecimals(...requirement.installs.map((install) => install.quantity));

/** How much is still to install; never below zero. */
export function remaining(requirement: Requirement): DecimalText {
  const left = subtractDecimals(requirement.quantity, installedQuantity(requirement));
  return compareDecimals(left, '0') < 0 ? '0' : left;
}

/** Installed to the required minimum; a quantity of zero asks for one piece of trace data (R53, R54). */
export const isInstalled = (requirement: Requirement): boolean =>
  isTraceOnly(requirement)
    ? requirement.installs.length > 0
    : compareDecimals(remaining(requirement), '0') === 0;

export const isSatisfied = (requirement: Requirement): boolean =>
  requirement.exception !== undefined || isInstalled(requirement);

/** The part numbers that may go in: the required one first. */
export const allowedParts = (requirement: Requirement): readonly string[] => [
  requirement.partNumber,
  ...requirement.substitutes.map((substitute) => substitute.partNumber),
];

/**
 * Where in a step a unit may go: the first requirement of its part that is not satisfied, else the first of its part.
 * `meant` comes before them where it fits, and is where a unit is refused that fits nowhere.
 */
export function requirementFor(step: Step, unit: Unit, meant?: Requirement): Requirement | undefined {
  const fitting = step.requirements.filter((one) => allowedParts(one).includes(unit.partNumber));
  if (meant && fitting.includes(meant)) return meant;
  return fitting.find((one) => !isSatisfied(one)) ?? fitting[0] ?? meant;
}

/** The refusal of a unit that fits nowhere in a step, with everything that would. */
export const fitsNowhere = (step: Step, unit: Unit): Refusal => ({
  refused: 'wrong-part',
  detail: {
    partNumber: unit.partNumber,
    expected: step.requirements.filter((one) => !isSatisfied(one)).flatMap(allowedParts),
  },
});

/** Asked for its trace data alone (R54). */
export const isTraceOnly = (requirement: Requirement): boolean =>
  compareDecimals(requirement.quantity, '0') === 0;

/** Whether a text is the name of this very unit, rather than of its part. */
export const isNamedBy = (unit: Unit, text: string): boolean =>
  [unit.id, unit.serial ?? unit.lot ?? unit.partNumber].some(
    (name) => name.toUpperCase() === text.trim().toUpperCase(),
  );

/** Whether this much of this unit may be installed here, however it was chosen. */
export function checkInstall(
  run: Run,
  step: Step,
  requirement: Requirement,
  unit: Unit,
  quantity: DecimalText,
  how: 'scanned' | 'picked',
): Refusal | undefined {
  const policy = policyOf(run, step);
  const refuse = (refused: Refusal['refused'], detail: Refusal['detail']): Refusal => ({
    refused,
    ...(detail && { detail }),
  });
  if (policy.requireScan && how !== 'scanned') return refuse('scan-required', {});
  if (!allowedParts(requirement).includes(unit.partNumber)) {
    return refuse('wrong-part', { partNumber: unit.partNumber, expected: allowedParts(requirement) });
  }
  if (requirement.installs.some((install) => install.unitId === unit.id)) {
    return refuse('not-installable', { reason: 'already-installed', unit });
  }
  if (unit.status === 'kitted' && unit.kittedTo !== run.id) {
    return refuse('not-installable', { reason: 'kitted-elsewhere', unit });
  }
  if (unit.status !== 'available' && unit.status !== 'kitted') {
    return refuse('not-installable', { reason: 'unit-status', unit });
  }
  const traceOnly = isTraceOnly(requirement);
  if (!isDecimal(quantity) || compareDecimals(quantity, '0') < 0) {
    return refuse('invalid', { reason: 'not-a-number' });
  }
  if (compareDecimals(quantity, '0') === 0) {
    return traceOnly ? undefined : refuse('invalid', { reason: 'quantity-needed', unit });
  }
  if (unit.serial !== undefined && compareDecimals(quantity, '1') !== 0) {
    return refuse('invalid', { reason: 'quantity-one', unit });
  }
  if (compareDecimals(quantity, unit.quantity) > 0)
    return refuse('not-installable', { reason: 'not-enough', unit });
  const left = remaining(requirement);
  if (!traceOnly && policy.overInstall === 'refuse' && compareDecimals(quantity, left) > 0) {
    return refuse('not-installable', { reason: 'too-many', unit, remaining: left });
  }
  return undefined;
}

/** The quantity to offer for a unit: one of a serial, else what is missing or all that there is. Never more than a proposal. */
export function proposedQuantity(requirement: Requirement, unit: Unit): DecimalText {
  if (unit.serial !== undefined) return '1';
  const left = remaining(requirement);
  return compareDecimals(left, unit.quantity) < 0 ? left : unit.quantity;
}

export const installPart: Decider<'install-part'> = (command, { run, by, at, facts }) => {
  const { stepId, targetId, unitId, quantity, how } = command;
  const step = findStep(run, stepId)!;
  const unit = facts.units?.[unitId];
  if (!unit) return { refused: 'not-found', detail: { message: unitId } };
  const refusal = checkInstall(run, step, findRequirement(step, targetId)!, unit, quantity, how);
  if (refusal) return refusal;
  const split = splits(unit, quantity);
  const install: Install = {
    id: createdId(command),
    unitId: split ? createdId(command, 1) : unit.id,
    ...(split && { splitFrom: unit.id }),
    partNumber: unit.partNumber,
    ...(unit.serial !== undefined && { serial: unit.serial }),
    ...(unit.lot !== undefined && { lot: unit.lot }),
    quantity,
    by,
    at,
    how,
  };
  return [{ type: 'part-installed', stepId, targetId, install }];
};

export const uninstallPart: Decider<'uninstall-part'> = (command, { run }) => {
  const { stepId, targetId, installId } = command;
  const install = findRequirement(findStep(run, stepId)!, targetId)!.installs.find(
    ({ id }) => id === installId,
  );
  if (!install) return { refused: 'not-found', detail: { reason: 'nothing-installed' } };
  return [{ type: 'part-uninstalled', stepId, targetId, install }];
};
