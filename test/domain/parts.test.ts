import { expect } from 'chai';
import {
  asBuilt,
  isInstalled,
  openDesignators,
  proposedQuantity,
  remaining,
  stepBlockers,
  type CommandRequest,
  type Requirement,
  type Unit,
} from '../../src/domain/index.js';
import { after, ask, ben, kinds, part, refusalOf, runOf, step, withPolicy, workingOn } from './runs.js';
import { bolts, install, lot, motor, serial, Shop } from './shop.js';

const lamps: Requirement = { ...part('lamps', 'lot', '3', 'P-1', 'Lamp'), designators: ['D1', 'D2', 'D3'] };
const at = (designator: string | undefined, quantity = '1', unitId = 'lot'): CommandRequest => ({
  ...install('lamps', quantity, unitId),
  ...(designator !== undefined && { designator }),
});
const reason = (run: ReturnType<typeof workingOn>, request: CommandRequest, unit: Unit) => {
  const { refused, detail } = refusalOf(run, request, { units: [unit] });
  return `${refused}: ${detail?.reason}`;
};

describe('reference designators', () => {
  const base = workingOn({ requirements: [lamps] });

  it('R58: each takes one part, and all must be filled', () => {
    const shop = new Shop(base, [lot()]).do(at('D2')).do(at('D3'));
    expect(openDesignators(shop.requirement('lamps'))).to.deep.equal(['D1']);
    expect(remaining(shop.requirement('lamps'))).to.equal('1');
    expect(kinds(stepBlockers(shop.run, 's'))).to.deep.equal(['uninstalled-requirement lamps']);
    shop.do(at('D1'));
    expect(isInstalled(shop.requirement('lamps'))).to.equal(true);
    expect(shop.requirement('lamps').installs.map(({ designator }) => designator)).to.deep.equal([
      'D2',
      'D3',
      'D1',
    ]);
    expect(shop.unit('lot')?.quantity).to.equal('17');
  });

  it('R58: none is chosen for anybody, and there are no others', () => {
    for (const designator of [undefined, '', 'D4', 'd1', 'constructor']) {
      const { refused, detail } = refusalOf(base, at(designator), { units: [lot()] });
      expect([refused, detail?.reason, detail?.expected], designator).to.deep.equal([
        'invalid',
        'designator-needed',
        ['D1', 'D2', 'D3'],
      ]);
    }
  });

  it('R58: one that is filled is refused with those that are open, until its part comes out', () => {
    const shop = new Shop(base, [lot()]).do(at('D1'));
    const refusal = refusalOf(shop.run, at('D1'), { units: [lot()] });
    expect(refusal.detail).to.deep.include({
      reason: 'designator-filled',
      message: 'D1',
      expected: ['D2', 'D3'],
    });
    const { id } = shop.requirement('lamps').installs[0]!;
    shop.do({ type: 'uninstall-part', stepId: 's', targetId: 'lamps', installId: id }).do(at('D1'));
    expect(openDesignators(shop.requirement('lamps'))).to.deep.equal(['D2', 'D3']);
  });

  it('R55, R58: a place takes exactly one, of a unit that holds one', () => {
    for (const quantity of ['0', '2', '0.5'])
      expect(reason(base, at('D1', quantity), lot())).to.equal('invalid: quantity-one');
    expect(reason(base, at('D1', '-1'), lot())).to.equal('invalid: not-a-number');
    expect(reason(base, at('D1'), lot({ quantity: '0.5' }))).to.equal('not-installable: not-enough');
    expect(proposedQuantity(lamps, lot())).to.equal('1');
  });

  it('R58: when all are filled no more go in, whatever the policy says of more', () => {
    for (const overInstall of ['refuse', 'allow'] as const) {
      const shop = new Shop(withPolicy(base, { overInstall }), [lot()])
        .do(at('D1'))
        .do(at('D2'))
        .do(at('D3'));
      expect(reason(shop.run, at('D1'), lot())).to.equal('not-installable: too-many');
    }
  });

  it('R54, R58: places are filled even where the quantity is for trace alone', () => {
    const traced = workingOn({ requirements: [{ ...lamps, quantity: '0' }] });
    const shop = new Shop(traced, [lot()]).do(at('D1'));
    expect(isInstalled(shop.requirement('lamps'))).to.equal(false);
    expect(isInstalled(shop.do(at('D2')).do(at('D3')).requirement('lamps'))).to.equal(true);
  });

  it('a designator that nobody asked for is not recorded', () => {
    const shop = new Shop(workingOn({ requirements: [bolts] }), [lot()]);
    shop.do({ ...install('bolts', '8'), designator: 'D1' });
    expect(shop.requirement('bolts').installs[0]).to.not.have.property('designator');
  });
});

describe('stock that may not go in', () => {
  const base = workingOn({ requirements: [bolts, motor] });

  it('R49: is good on the day that it expires, by the calendar of the site', () => {
    const old = lot({ expires: '2026-03-04' });
    const answer = (at: string, zone: string) => {
      const given = ask({ ...base, zone }, install('bolts', '8'), { units: [old], at });
      if (!('refused' in given)) return 'done';
      expect(given.detail?.unit).to.deep.equal(old);
      return given.detail?.reason;
    };
    expect(answer('2026-03-04T23:59:59.999Z', 'UTC')).to.equal('done');
    expect(answer('2026-03-05T00:00:00.000Z', 'UTC')).to.equal('expired');
    expect(answer('2026-03-04T23:00:00.000Z', 'Europe/Berlin')).to.equal('expired');
    expect(answer('2026-03-05T04:59:59.999Z', 'America/New_York')).to.equal('done');
  });

  it('R49: its state comes before its expiry, and both before how much there is', () => {
    const old = { expires: '2020-01-01' };
    expect(reason(base, install('bolts', '99'), lot({ ...old, status: 'on-hold' }))).to.equal(
      'not-installable: unit-status',
    );
    expect(reason(base, install('bolts', '99'), lot(old))).to.equal('not-installable: expired');
  });

  it('R55: what is tracked by serial needs one, what is tracked by lot needs either', () => {
    const { serial: _, ...bare } = serial();
    expect(reason(base, install('motor', '1', 'm7'), bare)).to.equal('not-installable: serial-needed');
    expect(reason(base, install('motor', '1', 'm7'), { ...bare, lot: 'L' })).to.equal(
      'not-installable: serial-needed',
    );
    const { lot: __, ...loose } = lot();
    expect(reason(base, install('bolts', '8'), loose)).to.equal('not-installable: lot-needed');
    const own = serial({ partNumber: 'P-1' });
    expect(ask(base, install('bolts', '1', 'm7'), { units: [own] })).to.have.length(1);
    const bulk = workingOn({ requirements: [{ ...bolts, tracking: 'bulk' }] });
    expect(ask(bulk, install('bolts', '8'), { units: [loose] })).to.have.length(1);
  });

  it('R49: a name that only the platform knows is no unit', () => {
    for (const id of ['constructor', '__proto__', 'toString'])
      expect(refusalOf(base, install('bolts', '8', id)).refused).to.equal('not-found');
  });

  it('R57: a lot that was traced here and used up in another run of the same procedure is not freed by taking the trace away', () => {
    const trace = part('trace', 'lot', '0', 'P-1', 'Grease');
    const [one, other] = ['run', 'other'].map((id) => ({ ...workingOn({ requirements: [trace] }), id }));
    const here = new Shop(one!, [lot()]).do(install('trace', '0'));
    const there = new Shop({ ...other!, id: 'run' }, here.units).do(install('trace', '20'));
    const used = { ...there.unit('lot')!, installedIn: { runId: 'other', requirementId: 'trace' } };
    here.units = [used];
    const { id } = here.requirement('trace').installs[0]!;
    here.do({ type: 'uninstall-part', stepId: 's', targetId: 'trace', installId: id });
    expect(here.unit('lot')).to.deep.equal(used);
  });

  it('R57: what comes in a unit is recorded with it, and comes out with it', () => {
    const children = [
      { partNumber: 'G-1', serial: 'G7', quantity: '1', children: [{ partNumber: 'B-1', quantity: '4' }] },
    ];
    const shop = new Shop(base, [serial({ children })]).do(install('motor', '1', 'm7'));
    expect(shop.requirement('motor').installs[0]?.children).to.deep.equal(children);
    const { id } = shop.requirement('motor').installs[0]!;
    shop.do({ type: 'uninstall-part', stepId: 's', targetId: 'motor', installId: id });
    expect(shop.unit('m7')).to.deep.equal(serial({ children }));
  });
});

describe('the as-built record', () => {
  it('R50, R52, R111: tells what really went in, where, how and by whom, substitutes as such', () => {
    const shop = new Shop(workingOn({ requirements: [bolts, motor, lamps] }), [
      lot(),
      lot({ id: 'other', partNumber: 'P-2', lot: 'X-1', quantity: '3' }),
      serial({ children: [{ partNumber: 'G-1', quantity: '1' }] }),
    ]);
    shop.do(install('bolts', '5')).do(install('bolts', '3', 'other', 'picked'));
    shop.do(install('motor', '1', 'm7')).do(at('D2'));
    const built = asBuilt(shop.run);
    expect(
      built.map(
        ({ requirementId, partNumber, lot, serial, quantity, substitute, designator, how, children }) => [
          requirementId,
          partNumber,
          lot ?? serial,
          quantity,
          substitute,
          designator,
          how,
          children?.length,
        ],
      ),
    ).to.deep.equal([
      ['bolts', 'P-1', 'L-7', '5', false, undefined, 'scanned', undefined],
      ['bolts', 'P-2', 'X-1', '3', true, undefined, 'picked', undefined],
      ['motor', 'M-1', 'SN-7', '1', false, undefined, 'scanned', 1],
      ['lamps', 'P-1', 'L-7', '1', false, 'D2', 'scanned', undefined],
    ]);
    expect(built.every(({ stepId, by }) => stepId === 's' && by === 'ada')).to.equal(true);
  });

  it('R111: loses nothing that is said to be in something that nobody knows', () => {
    const lost = {
      id: 'i',
      unitId: 'u',
      partNumber: 'P-1',
      quantity: '1',
      into: 'gone',
      by: '',
      at: '',
      how: 'picked',
    } as const;
    const run = runOf([step('s', { requirements: [{ ...bolts, installs: [lost] }] })]);
    expect(asBuilt(run)).to.have.length(1);
  });
});

describe('an exception', () => {
  const issue = {
    id: 'x',
    number: '1',
    title: 'X',
    status: 'pending',
    links: [],
    by: 'ben',
    at: '',
  } as const;
  const base = workingOn({ requirements: [bolts, motor] }, { issues: [issue] });
  const except = (issueId: string, targetId = 'bolts'): CommandRequest => ({
    type: 'except-requirement',
    stepId: 's',
    targetId,
    issueId,
  });

  it('R65: carries the issue that justifies it, and the issue is linked to it', () => {
    const run = after(base, except('x'));
    expect(run.steps[0]!.requirements[0]!.exception).to.deep.equal({
      issueId: 'x',
      by: 'ada',
      at: '2026-11-20T09:00:00.000Z',
    });
    expect(run.issues[0]!.links).to.deep.equal(['bolts']);
    expect(after(run, except('x', 'motor')).issues[0]!.links).to.deep.equal(['bolts', 'motor']);
    expect(after(run, except('x')).issues[0]!.links, 'no link twice').to.deep.equal(['bolts']);
  });

  it('R51, R65: satisfies the requirement, and nothing beside it', () => {
    expect(kinds(stepBlockers(after(base, except('x')), 's'))).to.deep.equal([
      'uninstalled-requirement motor',
    ]);
  });

  it('R65: needs an issue that there is, a requirement, and the permission', () => {
    for (const id of ['', 'y', 'constructor'])
      expect(refusalOf(base, except(id))).to.deep.equal({
        refused: 'invalid',
        detail: { reason: 'issue-needed' },
      });
    expect(refusalOf(base, except('x', 'nothing')).refused).to.equal('not-found');
    const people = [
      { ...ben, id: 'ada', permissions: ben.permissions.filter((one) => one !== 'except-requirement') },
    ];
    expect(refusalOf({ ...base, people }, except('x')).detail).to.deep.equal({
      reason: 'permission',
      needs: 'except-requirement',
    });
  });

  it('R65: is a version of its own, so that an old view of the requirement is stale', () => {
    expect(refusalOf(after(base, except('x')), { ...except('x'), base: '0' }).refused).to.equal('stale');
  });
});
