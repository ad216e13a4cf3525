/** Installing and taking out: whether this unit may go in here and now, and the events of it; exceptions. */
import {
  createdId,
  factOf,
  type Decider,
  type Refusal,
  type RefusalDetail,
  type RefusalReason,
} from './command.js';
import { dayAt } from './day.js';
import { allowedParts, isTraceOnly, openDesignators, remainingNow } from './install.js';
import { splits } from './inventory.js';
import { inside, makePart } from './made.js';
import { compareDecimals, isDecimal } from './measurement.js';
import {
  findRequirement,
  findStep,
  policyOf,
  type DecimalText,
  type Install,
  type InstallMethod,
  type Instant,
  type Requirement,
  type Run,
  type Step,
  type Unit,
} from './run.js';
import { said } from './said.js';

/** What is to go in: how much of a unit, where on the assembly, and how it was chosen. */
export interface Choice {
  quantity: DecimalText;
  designator?: string | undefined;
  how: InstallMethod;
}

/** Whether this much of this unit may be installed here at this time, however it was chosen. */
export function checkInstall(
  run: Run,
  step: Step,
  requirement: Requirement,
  unit: Unit,
  { quantity, designator, how }: Choice,
  at: Instant,
): Refusal | undefined {
  const policy = policyOf(run, step);
  if (policy.requireScan && how !== 'scanned') return { refused: 'scan-required' };
  if (requirement.madeOnAssembly) return notInstallable('made-here', { unit });
  if (!allowedParts(requirement).includes(unit.partNumber)) {
    return {
      refused: 'wrong-part',
      detail: { partNumber: unit.partNumber, expected: allowedParts(requirement) },
    };
  }
  const notIn = stockProblem(run, requirement, unit, at);
  if (notIn) return notIn;
  const traceOnly = isTraceOnly(requirement);
  if (!isDecimal(said(quantity)) || compareDecimals(quantity, '0') < 0) {
    return { refused: 'invalid', detail: { reason: 'not-a-number' } };
  }
  const left = remainingNow(step, requirement);
  if (requirement.designators) {
    return atDesignator(
      requirement,
      unit,
      { quantity, designator },
      policy.overInstall === 'refuse' ? left : '1',
    );
  }
  if (isZero(quantity)) {
    return traceOnly ? undefined : { refused: 'invalid', detail: { reason: 'quantity-needed', unit } };
  }
  if (unit.serial !== undefined && compareDecimals(quantity, '1') !== 0) {
    return { refused: 'invalid', detail: { reason: 'quantity-one', unit } };
  }
  if (compareDecimals(quantity, unit.quantity) > 0) return notInstallable('not-enough', { unit });
  return !traceOnly && policy.overInstall === 'refuse' && compareDecimals(quantity, left) > 0
    ? notInstallable('too-many', { unit, remaining: left })
    : undefined;
}

const isZero = (quantity: DecimalText): boolean => compareDecimals(quantity, '0') === 0;
const notInstallable = (reason: RefusalReason, detail: RefusalDetail): Refusal => ({
  refused: 'not-installable',
  detail: { reason, ...detail },
});

/** What is wrong with a piece of stock itself: where it is, its state, its expiry, how it is tracked. */
function stockProblem(
  run: Run,
  { installs, tracking }: Requirement,
  unit: Unit,
  at: Instant,
): Refusal | undefined {
  // Traced in what was made already, a lot may be traced in the next one as well.
  const isHere = installs.some(
    ({ unitId, into, quantity }) => unitId === unit.id && !(into !== undefined && isZero(quantity)),
  );
  if (isHere) return notInstallable('already-installed', { unit });
  if (unit.status === 'kitted' && unit.kittedTo !== run.id)
    return notInstallable('kitted-elsewhere', { unit });
  if (unit.status !== 'available' && unit.status !== 'kitted') return notInstallable('unit-status', { unit });
  if (unit.expires !== undefined && unit.expires < dayAt(at, run.zone)) {
    return notInstallable('expired', { unit });
  }
  if (tracking === 'serial' && unit.serial === undefined) return notInstallable('serial-needed', { unit });
  return tracking === 'lot' && unit.serial === undefined && unit.lot === undefined
    ? notInstallable('lot-needed', { unit })
    : undefined;
}

/** One piece goes to each place, and no place is chosen by default (R58). */
function atDesignator(
  requirement: Requirement,
  unit: Unit,
  { quantity, designator }: Omit<Choice, 'how'>,
  left: DecimalText,
): Refusal | undefined {
  const open = openDesignators(requirement);
  if (open.length === 0 || isZero(left)) return notInstallable('too-many', { unit, remaining: '0' });
  if (designator === undefined || !requirement.designators!.includes(designator)) {
    return { refused: 'invalid', detail: { reason: 'designator-needed', expected: open, unit } };
  }
  if (!open.includes(designator)) {
    return notInstallable('designator-filled', { unit, message: designator, expected: open });
  }
  return compareDecimals(quantity, '1') === 0
    ? compareDecimals(unit.quantity, '1') < 0
      ? notInstallable('not-enough', { unit })
      : undefined
    : { refused: 'invalid', detail: { reason: 'quantity-one', unit } };
}

/** How a piece of stock may have been chosen. */
const ways: readonly InstallMethod[] = ['scanned', 'picked', 'typed'];

export const installPart: Decider<'install-part'> = (command, context) => {
  const { run, by, at, facts } = context;
  const { stepId, targetId, quantity, designator } = command;
  const step = findStep(run, stepId)!;
  const requirement = findRequirement(step, targetId)!;
  if (command.made) return makePart(command, context, step, requirement);
  const unit = factOf(facts.units, command.unitId);
  if (!unit) return { refused: 'not-found', detail: { message: command.unitId } };
  const refusal = checkInstall(run, step, requirement, unit, command, at);
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
    ...(requirement.designators && { designator: designator! }),
    ...(unit.children && { children: unit.children }),
    by,
    at,
    how: ways.find((way) => way === command.how) ?? 'picked',
  };
  return [{ type: 'part-installed', stepId, targetId, install }];
};

/** Taking a part out takes along what is inside it (R57). What is inside a made unit comes out only with it. */
export const uninstallPart: Decider<'uninstall-part'> = (command, { run }) => {
  const { stepId, targetId, installId } = command;
  const step = findStep(run, stepId)!;
  const install = findRequirement(step, targetId)!.installs.find(({ id }) => id === installId);
  if (!install) return { refused: 'not-found', detail: { reason: 'nothing-installed' } };
  if (install.into !== undefined) return notInstallable('inside-made', {});
  return [
    { type: 'part-uninstalled', stepId, targetId, install },
    ...inside(step, install.id).map(([requirement, part]) => ({
      type: 'part-uninstalled' as const,
      stepId,
      targetId: requirement.id,
      install: part,
      withParent: true as const,
    })),
  ];
};

/** A requirement that is not met is excused by the issue that says why (R65). */
export const exceptRequirement: Decider<'except-requirement'> = (command, { run, by, at }) => {
  const { stepId, targetId, issueId } = command;
  const issue = run.issues.find(({ id }) => id === issueId);
  if (!issue) return { refused: 'invalid', detail: { reason: 'issue-needed' } };
  const exception = { issueId, by, at };
  return [
    { type: 'requirement-excepted', stepId, targetId, exception },
    ...(issue.links.includes(targetId)
      ? []
      : [{ type: 'issue-linked' as const, stepId, issueId, links: [targetId] }]),
  ];
};
