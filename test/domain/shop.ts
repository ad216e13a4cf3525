// A step that asks for parts, the stock to take them from, and both changed together.
import {
  evolve,
  stockAfter,
  type Requirement,
  type Run,
  type RunEvent,
  type Unit,
} from '../../src/domain/index.js';
import { eventsOf, part, refusalOf, stepIn, workingOn } from './runs.js';

const substitutes = [{ partNumber: 'P-2', description: 'The other make' }];
export const bolts = part('bolts', 'lot', '8', 'P-1', 'Bolt', substitutes);
export const motor = part('motor', 'serial', '1', 'M-1', 'Motor');
export const trace = part('trace', 'lot', '0', 'P-1', 'Grease');
export const base = workingOn({ requirements: [bolts, motor, trace] });

export const lot = (more: Partial<Unit> = {}): Unit => ({
  id: 'lot',
  partNumber: 'P-1',
  lot: 'L-7',
  quantity: '20',
  status: 'available',
  ...more,
});
export const serial = (more: Partial<Unit> = {}): Unit => ({
  id: 'm7',
  partNumber: 'M-1',
  serial: 'SN-7',
  quantity: '1',
  status: 'available',
  ...more,
});
export const install = (
  targetId: string,
  quantity: string,
  unitId = 'lot',
  how: 'scanned' | 'picked' = 'scanned',
) => ({ type: 'install-part', stepId: 's', targetId, unitId, quantity, how }) as const;

/** A run and its stock, which commands change together, as a store would. */
export class Shop {
  run: Run;
  units: readonly Unit[];
  constructor(run: Run, units: readonly Unit[]) {
    this.run = run;
    this.units = units;
  }

  do(request: Parameters<typeof eventsOf>[1]): this {
    for (const event of eventsOf(this.run, request, { units: this.units })) this.#record(event);
    return this;
  }
  #record(event: RunEvent): void {
    const changed = stockAfter(event, (id) => this.unit(id));
    this.units = [...this.units.filter(({ id }) => !changed.some((unit) => unit.id === id)), ...changed];
    this.run = evolve(this.run, event);
  }
  unit(id: string): Unit | undefined {
    return this.units.find((unit) => unit.id === id);
  }
  requirement(id: string): Requirement {
    return stepIn(this.run).requirements.find((one) => one.id === id)!;
  }
}
/** Why a unit is refused, in short. */
export const reason = (run: Run, request: ReturnType<typeof install>, unit: Unit) => {
  const { refused, detail } = refusalOf(run, request, { units: [unit] });
  return detail?.reason ? `${refused}: ${detail.reason}` : refused;
};
