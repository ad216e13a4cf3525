/** Build requirements: what is still to install, and which unit may be meant for them. */
import type { Refusal } from './command.js';
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from './measurement.js';
import type { DecimalText, Install, Requirement, Step, Unit } from './run.js';

export const installedQuantity = (requirement: Requirement): DecimalText =>
  addDecimals(...requirement.installs.map((install) => install.quantity));

/** The places on the assembly that nothing has gone into yet (R58). */
export const openDesignators = ({ designators = [], installs }: Requirement): readonly string[] =>
  designators.filter((designator) => !installs.some((install) => install.designator === designator));

/** How much is still to install; never below zero. */
export function remaining(requirement: Requirement): DecimalText {
  if (requirement.designators) return String(openDesignators(requirement).length);
  const left = subtractDecimals(requirement.quantity, installedQuantity(requirement));
  return compareDecimals(left, '0') < 0 ? '0' : left;
}

/** What lies ready to go into the next unit. */
export const ready = ({ installs }: Requirement): readonly Install[] =>
  installs.filter(({ into }) => into === undefined);
export const readyQuantity = (line: Requirement): DecimalText =>
  addDecimals(...ready(line).map(({ quantity }) => quantity));

/** How much of a line goes into so many units. */
export const shareOf = (made: Requirement, { quantity }: Requirement, units: DecimalText): DecimalText =>
  compareDecimals(made.quantity, '1') > 0
    ? divideDecimals(multiplyDecimals(quantity, units), made.quantity)
    : quantity;

/**
 * How much a requirement takes at this moment. Units that are made one at a time take their parts one share at a time,
 * since whatever lies ready goes into the next.
 */
export function remainingNow(step: Step, requirement: Requirement): DecimalText {
  const left = remaining(requirement);
  const made = step.requirements.find(({ id }) => id === requirement.partOf);
  if (made?.tracking !== 'serial' || compareDecimals(made.quantity, '1') <= 0) return left;
  const share = subtractDecimals(shareOf(made, requirement, '1'), readyQuantity(requirement));
  return [left, share].reduce((a, b) => (compareDecimals(b, a) < 0 ? b : a)).replace(/^-.*/, '0');
}

/**
 * Installed to the required minimum; a quantity of zero asks for one piece of trace data (R53, R54), designators ask
 * for one install each (R58).
 */
export const isInstalled = (requirement: Requirement): boolean =>
  isTraceOnly(requirement) && !requirement.designators
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

/** The quantity to offer for a unit: one of a serial, else what is missing or all that there is. Never more than a proposal. */
export function proposedQuantity(requirement: Requirement, unit: Unit, step?: Step): DecimalText {
  if (unit.serial !== undefined || requirement.designators) return '1';
  const left = step ? remainingNow(step, requirement) : remaining(requirement);
  return compareDecimals(left, unit.quantity) < 0 ? left : unit.quantity;
}
