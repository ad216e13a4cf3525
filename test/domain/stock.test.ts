import { expect } from 'chai';
import fc from 'fast-check';
import {
  addDecimals,
  asBuilt,
  compareDecimals,
  isRefusal,
  type Child,
  type CommandRequest,
  type Requirement,
  type Unit,
} from '../../src/domain/index.js';
import { ask, part, stepIn, workingOn } from './runs.js';
import { Shop } from './shop.js';

const requirements: readonly Requirement[] = [
  part('wire', 'lot', '9', 'P-1', 'Wire'),
  part('grease', 'lot', '0', 'P-1', 'Grease'),
  { ...part('lamp', 'lot', '2', 'P-1', 'Lamp'), designators: ['D1', 'D2'] },
  { ...part('board', 'serial', '2', 'B-1', 'Board'), madeOnAssembly: true },
  { ...part('core', 'serial', '2', 'C-1', 'Core'), madeOnAssembly: true, partOf: 'board' },
  { ...part('chip', 'lot', '2', 'P-1', 'Chip'), partOf: 'core' },
  { ...part('motor', 'serial', '2', 'M-1', 'Motor'), partOf: 'board' },
];
const stock: readonly Unit[] = [
  { id: 'a', partNumber: 'P-1', lot: 'A', quantity: '12.5', status: 'available' },
  { id: 'b', partNumber: 'P-1', lot: 'B', quantity: '7', status: 'kitted', kittedTo: 'run' },
  { id: 'm1', partNumber: 'M-1', serial: 'M1', quantity: '1', status: 'available' },
  { id: 'm2', partNumber: 'M-1', serial: 'M2', quantity: '1', status: 'available' },
  { id: 'm3', partNumber: 'M-1', serial: 'M3', quantity: '1', status: 'available' },
];

interface Move {
  out: boolean;
  where: number;
  what: number;
  quantity: string;
}
const moves = fc.array(
  fc.record({
    out: fc.nat({ max: 3 }).map((n) => n === 0),
    where: fc.nat({ max: 100 }),
    what: fc.nat({ max: 100 }),
    quantity: fc.constantFrom('0', '1', '1', '1', '2', '0.5', '2.25', '7'),
  }),
  { minLength: 30, maxLength: 100 },
);

function requestOf(shop: Shop, { out, where, what, quantity }: Move): CommandRequest {
  const all = stepIn(shop.run).requirements;
  const requirement = all[where % all.length]!;
  const at = { stepId: 's', targetId: requirement.id };
  const { installs, designators, madeOnAssembly } = requirement;
  if (out)
    return { type: 'uninstall-part', ...at, installId: installs[what % (installs.length || 1)]?.id ?? 'x' };
  const place = designators && { designator: designators[what % designators.length]! };
  if (madeOnAssembly) return { type: 'install-part', ...at, made: {}, how: 'made', quantity: '1', ...place };
  const fitting = shop.units.filter(({ partNumber }) => partNumber === requirement.partNumber);
  const unit = fitting[what % fitting.length]!;
  return { type: 'install-part', ...at, unitId: unit.id, quantity, how: 'scanned', ...place };
}

/** Plays, and asks the same after every command that was carried out. */
function play(all: readonly Move[], check: (shop: Shop, request: CommandRequest) => void): void {
  const shop = new Shop(workingOn({ requirements }), stock);
  for (const move of all) {
    const request = requestOf(shop, move);
    if (isRefusal(ask(shop.run, request, { units: shop.units }))) continue;
    check(shop.do(request), request);
  }
}
const always = (check: (shop: Shop) => void): void =>
  fc.assert(
    fc.property(moves, (all) => play(all, check)),
    {
      numRuns: 100,
      interruptAfterTimeLimit: 4000,
      markInterruptAsFailure: false,
      includeErrorInReport: true,
    },
  );
const sum = (units: readonly { quantity: string }[]): string =>
  addDecimals(...units.map(({ quantity }) => quantity));
const leaves = (all: readonly Child[]): readonly Child[] =>
  all.flatMap((one) => (one.children ? leaves(one.children) : [one]));

describe('stock, over any installs, removals and makes', () => {
  it('comes to installs and removals everywhere', () => {
    const reached = new Set<string>();
    for (const all of fc.sample(moves, { numRuns: 100, seed: 7 })) {
      play(all, (_shop, request) =>
        reached.add(`${request.type} ${'targetId' in request && request.targetId}`),
      );
    }
    const everywhere = requirements.flatMap(({ id }) => [`install-part ${id}`, `uninstall-part ${id}`]);
    expect([...reached].sort()).to.deep.equal(everywhere.sort());
  });

  it('R56: a lot and what was split from it are as much as there was', () => {
    always(({ units }) => {
      for (const { lot, quantity } of stock) {
        const all = units.filter((unit) => lot !== undefined && unit.lot === lot);
        if (lot !== undefined) expect(compareDecimals(sum(all), quantity), lot).to.equal(0);
        for (const unit of all) expect(compareDecimals(unit.quantity, '0'), unit.id).to.be.at.least(0);
      }
    });
  });

  it('R61: no unit is installed twice, and none beyond its quantity', () => {
    always(({ run, units }) => {
      const installs = stepIn(run).requirements.flatMap((one) => one.installs);
      const consuming = installs.filter(({ quantity }) => compareDecimals(quantity, '0') > 0);
      expect(new Set(consuming.map(({ unitId }) => unitId)).size).to.equal(consuming.length);
      for (const { unitId, quantity } of consuming) {
        const unit = units.find(({ id }) => id === unitId)!;
        expect(unit.status).to.equal('installed');
        expect(compareDecimals(unit.quantity, quantity)).to.equal(0);
      }
    });
  });

  it('R52, R111: whatever is installed is in the as-built record once', () => {
    always(({ run }) => {
      const installs = stepIn(run).requirements.flatMap((one) => one.installs);
      const parts = installs.filter(({ how }) => how !== 'made');
      const built = leaves(asBuilt(run)).filter(
        ({ partNumber }) => partNumber !== 'B-1' && partNumber !== 'C-1',
      );
      expect(built).to.have.length(parts.length);
      for (const partNumber of ['P-1', 'M-1']) {
        const of = (all: readonly Child[]) => sum(all.filter((one) => one.partNumber === partNumber));
        expect(of(built)).to.equal(of(parts));
      }
    });
  });

  it('R57: whatever went into something is in something that is there', () => {
    always(({ run, units }) => {
      const installs = stepIn(run).requirements.flatMap((one) => one.installs);
      const made = new Set(installs.filter(({ how }) => how === 'made').map(({ id }) => id));
      for (const { into } of installs) if (into !== undefined) expect(made.has(into)).to.equal(true);
      // What is consumed is installed here, or came out inside of something that is in stock.
      const here = new Set(installs.map(({ unitId }) => unitId));
      const free = units.filter(({ status, children }) => status === 'available' && children);
      const within = leaves(free.flatMap(({ children }) => children ?? []));
      for (const unit of units) {
        if (unit.status !== 'installed' || here.has(unit.id) || unit.children) continue;
        const name = unit.serial ?? unit.lot;
        const held = within.filter(({ serial, lot }) => (serial ?? lot) === name);
        expect(held.length, `${unit.id} is nowhere`).to.be.above(0);
      }
    });
  });
});
