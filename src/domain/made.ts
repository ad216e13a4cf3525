/** Made on assembly: a unit that comes to be during the run, out of what was installed for it (R60). */
import {
  createdId,
  type Command,
  type DecisionContext,
  type EventRequest,
  type Refusal,
  type RefusalReason,
} from './command.js';
import { openDesignators, ready, readyQuantity, remaining, shareOf } from './install.js';
import { compareDecimals, isDecimal } from './measurement.js';
import {
  policyOf,
  type Child,
  type DecimalText,
  type Id,
  type Install,
  type Requirement,
  type Run,
  type Step,
} from './run.js';
import { said } from './said.js';

/** The lines whose parts go into what is made for a requirement. */
export const partsOf = (step: Step, { id }: Requirement): readonly Requirement[] =>
  step.requirements.filter(({ partOf }) => partOf === id);

/** What went into an install that was made here, and into what was made for it, with the requirement of each. */
export function inside(step: Step, installId: Id): readonly (readonly [Requirement, Install])[] {
  const holders = new Set([installId]);
  const found: (readonly [Requirement, Install])[] = [];
  // The set grows while it is gone through: what was made may be in something that was made.
  for (const holder of holders) {
    for (const requirement of step.requirements) {
      for (const install of requirement.installs) {
        if (install.into !== holder || holders.has(install.id)) continue;
        holders.add(install.id);
        found.push([requirement, install]);
      }
    }
  }
  return found;
}

/** The lines of which too little lies ready for so many units. A line that takes no more has its rounded last share. */
export const missingParts = (
  step: Step,
  made: Requirement,
  units: DecimalText = '1',
): readonly Requirement[] =>
  partsOf(step, made).filter((line) => {
    if (line.exception !== undefined) return false;
    if (ready(line).length === 0) return true;
    const short = compareDecimals(readyQuantity(line), shareOf(made, line, units)) < 0;
    return short && compareDecimals(remaining(line), '0') > 0;
  });

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
  const { stepId, targetId, quantity, made, designator } = command;
  const { partNumber, tracking, designators } = requirement;
  const problem = checkMade(run, step, requirement, command);
  if (problem) return problem;
  const missing = missingParts(step, requirement, quantity);
  if (missing.length > 0) {
    return {
      refused: 'blocked',
      blockers: missing.map(({ id }) => ({ kind: 'uninstalled-requirement', stepId, targetId: id })),
      detail: { reason: 'parts-missing' },
    };
  }
  const serial = said(made?.serial);
  const taken = serialsOf(run, partNumber);
  if (tracking === 'serial' && serial && taken.has(serial.toUpperCase()))
    return invalid('serial-taken', { message: serial });
  const given = `${run.number}-${run.sequence + 1}`;
  const name =
    tracking === 'serial'
      ? { serial: serial || free(given, taken) }
      : tracking === 'lot'
        ? { lot: said(made?.lot) || given }
        : {};
  const children = partsOf(step, requirement).flatMap((line) => ready(line).map(asChild));
  const install: Install = {
    id: createdId(command),
    unitId: createdId(command, 1),
    partNumber,
    ...name,
    quantity,
    ...(designators && { designator: designator! }),
    ...(children.length > 0 && { children }),
    by,
    at,
    how: 'made',
  };
  return [{ type: 'part-installed', stepId, targetId, install }];
}

const invalid = (reason: RefusalReason, detail: object = {}): Refusal => ({
  refused: 'invalid',
  detail: { reason, ...detail },
});
const notInstallable = (reason: RefusalReason, detail: object): Refusal => ({
  refused: 'not-installable',
  detail: { reason, ...detail },
});

/** Whether so many may be made here at all. */
function checkMade(
  run: Run,
  step: Step,
  requirement: Requirement,
  { quantity, designator }: Command<'install-part'>,
): Refusal | undefined {
  const { madeOnAssembly, tracking, designators } = requirement;
  if (!madeOnAssembly) return invalid('not-made-here');
  if (!isDecimal(said(quantity)) || compareDecimals(quantity, '0') <= 0) return invalid('quantity-needed');
  if ((tracking === 'serial' || designators) && compareDecimals(quantity, '1') !== 0)
    return invalid('quantity-one');
  const left = remaining(requirement);
  const tooMany = notInstallable('too-many', { remaining: left });
  if (!designators) {
    const over = compareDecimals(quantity, left) > 0 && compareDecimals(requirement.quantity, '0') > 0;
    return over && policyOf(run, step).overInstall === 'refuse' ? tooMany : undefined;
  }
  const open = openDesignators(requirement);
  if (open.length === 0) return tooMany;
  if (designator === undefined || !designators.includes(designator))
    return invalid('designator-needed', { expected: open });
  return open.includes(designator)
    ? undefined
    : notInstallable('designator-filled', { message: designator, expected: open });
}

/** The serials that this part has in the run, in one case. */
const serialsOf = ({ steps }: Run, partNumber: string): ReadonlySet<string> =>
  new Set(
    steps
      .flatMap(({ requirements }) => requirements.flatMap(({ installs }) => installs))
      .flatMap((one) =>
        one.partNumber === partNumber && one.serial !== undefined ? [one.serial.toUpperCase()] : [],
      ),
  );

function free(name: string, taken: ReadonlySet<string>): string {
  let one = name;
  for (let count = 2; taken.has(one.toUpperCase()); count += 1) one = `${name}-${count}`;
  return one;
}
