/** What a scanned unit means at a step: where it may go, whether it was named itself, and what its label says otherwise. */
import type { CommandRequest, Refusal } from '../../domain/command.js';
import {
  allowedParts,
  isNamedBy,
  isSatisfied,
  isTraceOnly,
  openDesignators,
  proposedQuantity,
} from '../../domain/install.js';
import { checkInstall } from '../../domain/install-part.js';
import { compareDecimals } from '../../domain/measurement.js';
import type { DecimalText, Id, InstallMethod, Requirement, Run, Step, Unit } from '../../domain/run.js';
import type { InstallContext } from '../../machines/install.js';
import type { Label } from '../../scan/label.js';

/**
 * The requirements that a unit may be meant for; more than one must be asked. A unit that is in already is meant where
 * it is, so that a second scan of it is told as one. `meant` comes before all others, even where the unit is refused.
 */
export function placesFor(step: Step, unit: Unit, meant?: Requirement): readonly Requirement[] {
  const named = step.requirements.filter((one) => allowedParts(one).includes(unit.partNumber));
  const stocked = named.filter((one) => !one.madeOnAssembly);
  const fitting = stocked.length > 0 ? stocked : named.slice(0, 1);
  const open = fitting.filter((one) => !isSatisfied(one));
  const at = fitting.find(({ installs }) => installs.some(({ unitId }) => unitId === unit.id));
  if (at && (unit.status === 'installed' || open.length === 0)) return [at];
  if (meant && (fitting.length === 0 || fitting.includes(meant))) return [meant];
  return open.length > 0 ? open : fitting;
}

const same = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toUpperCase() === other?.toUpperCase();

/** Whether a text names this very piece or lot, rather than its part. */
export function isNamed(unit: Unit, text: string, label: Label | undefined): boolean {
  const { uid, serial, lot, partNumber, gtin, body = text } = label ?? {};
  if (isNamedBy(unit, body) || same(uid, unit.id)) return true;
  if (unit.serial !== undefined) return same(serial, unit.serial);
  if (unit.lot !== undefined) return same(lot, unit.lot);
  return partNumber !== undefined || gtin !== undefined;
}

/** A label that says another day than the record, or one that is over. Then nothing goes in unasked. */
export function doubtOf(unit: Unit, label: Label | undefined, today: string): 'differs' | 'past' | undefined {
  const expires = label?.expires;
  if (expires === undefined) return undefined;
  if (unit.expires !== undefined && unit.expires !== expires) return 'differs';
  return expires < today ? 'past' : undefined;
}

/** The quantity to offer: what the label says, where that much may go in. Never more than a proposal. */
export function proposal(
  step: Step,
  requirement: Requirement,
  unit: Unit,
  label: Label | undefined,
): DecimalText {
  const most = proposedQuantity(requirement, unit, step);
  const said = label?.quantity;
  if (said === undefined || unit.serial !== undefined || requirement.designators) return most;
  return compareDecimals(said, '0') > 0 && compareDecimals(said, most) < 0 ? said : most;
}

/** What of a lot was split off and has gone in bears its name as well, and is not meant by it while there is more of it. */
export const withoutSpent = (units: readonly Unit[]): readonly Unit[] =>
  units.filter(
    ({ status, splitFrom }) =>
      status !== 'installed' || splitFrom === undefined || !units.some(({ id }) => id === splitFrom),
  );

/** Why a unit cannot go in, however much of it and wherever. */
export const refusalOf = (
  run: Run,
  step: Step,
  place: Requirement,
  unit: Unit,
  how: InstallMethod,
): Refusal | undefined =>
  checkInstall(
    run,
    step,
    place,
    unit,
    { quantity: proposedQuantity(place, unit, step), how, designator: openDesignators(place)[0] },
    new Date().toISOString(),
  );

/** Whether nothing is to be said of it: a single piece, or nothing but its trace, that has no place of its own. */
export const isSure = (requirement: Requirement, unit: Unit): boolean =>
  !requirement.designators && (unit.serial !== undefined || isTraceOnly(requirement));

/** The open place that a text names. */
export const openPlace = (requirement: Requirement, text: string): string | undefined =>
  openDesignators(requirement).find((place) => same(place, text.trim()));

/** What is asked of the backend: a chosen unit, or a part that is made here with the name that it was given, if any. */
export function installRequest(
  stepId: Id,
  { id: targetId, version: base, tracking }: Requirement,
  { unit, how, name, quantity, designator }: InstallContext,
): CommandRequest<'install-part'> | undefined {
  const place = { stepId, targetId, base, quantity, ...(designator !== undefined && { designator }) };
  const kind = tracking === 'lot' ? 'lot' : 'serial';
  if (how === 'made') {
    return {
      type: 'install-part',
      ...place,
      made: name.trim() === '' ? {} : { [kind]: name.trim() },
      how,
    };
  }
  return unit && { type: 'install-part', ...place, unitId: unit.id, how };
}
