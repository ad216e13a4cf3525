/** What an install or its removal does to stock. The store that holds the units applies it with the event. */
import type { RunEvent } from './command.js';
import { compareDecimals, subtractDecimals } from './measurement.js';
import type { Install, Unit } from './run.js';

/** Whether an install takes a part of a lot, so that the part becomes a unit of its own (R56). */
export const splits = (unit: Unit, quantity: string): boolean =>
  unit.serial === undefined &&
  compareDecimals(quantity, '0') > 0 &&
  compareDecimals(quantity, unit.quantity) < 0;

/** The units that an event changes, as they are afterwards. `find` reads a unit as it is now. */
export function stockAfter(event: RunEvent, find: (unitId: string) => Unit | undefined): readonly Unit[] {
  if (event.type === 'part-installed') return installed(event.install, event, find);
  if (event.type === 'part-uninstalled') {
    return event.withParent ? [] : uninstalled(event.install, event, find);
  }
  return [];
}

function installed(
  install: Install,
  { runId, targetId }: { runId: string; targetId: string },
  find: (unitId: string) => Unit | undefined,
): readonly Unit[] {
  if (install.how === 'made') return [made(install, { runId, targetId })];
  const source = find(install.splitFrom ?? install.unitId);
  if (!source || compareDecimals(install.quantity, '0') === 0) return [];
  const consumed: Unit = {
    ...source,
    id: install.unitId,
    quantity: install.quantity,
    status: 'installed',
    installedIn: { runId, requirementId: targetId },
  };
  if (install.splitFrom === undefined) return [consumed];
  return [
    { ...source, quantity: subtractDecimals(source.quantity, install.quantity) },
    { ...consumed, splitFrom: source.id },
  ];
}

const made = (
  { unitId, partNumber, serial, lot, quantity, children }: Install,
  { runId, targetId }: { runId: string; targetId: string },
): Unit => ({
  id: unitId,
  partNumber,
  ...(serial !== undefined && { serial }),
  ...(lot !== undefined && { lot }),
  quantity,
  ...(children && { children }),
  status: 'installed',
  installedIn: { runId, requirementId: targetId },
});

function uninstalled(
  install: Install,
  { runId, targetId }: { runId: string; targetId: string },
  find: (unitId: string) => Unit | undefined,
): readonly Unit[] {
  const unit = find(install.unitId);
  if (unit?.status !== 'installed') return [];
  const { installedIn, ...free } = unit;
  // Installed for its trace data alone, it may have gone in for good somewhere else: in another run of the same
  // procedure, too, where requirements may go by the same ids.
  if (installedIn && (installedIn.requirementId !== targetId || installedIn.runId !== runId)) return [];
  return [{ ...free, status: unit.kittedTo === undefined ? 'available' : 'kitted' }];
}
