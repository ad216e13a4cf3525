import { expect } from 'chai';
import {
  asBuilt,
  isInstalled,
  missingParts,
  proposedQuantity,
  readRun,
  remainingNow,
  stepBlockers,
  type CommandRequest,
  type Requirement,
  type Run,
} from '../../src/domain/index.js';
import { eventsOf, kinds, part, refusalOf, stepIn, withPolicy, workingOn } from './runs.js';
import { install, lot, serial, Shop } from './shop.js';

const board = (more: Partial<Requirement> = {}): Requirement => ({
  ...part('board', 'serial', '1', 'B-1', 'Board'),
  madeOnAssembly: true,
  ...more,
});
const line = (id: string, quantity: string, more: Partial<Requirement> = {}): Requirement => ({
  ...part(id, 'lot', quantity, 'P-1', id),
  partOf: 'board',
  ...more,
});
const make = (more: object = {}, targetId = 'board'): CommandRequest => ({
  type: 'install-part',
  stepId: 's',
  targetId,
  made: {},
  how: 'made',
  quantity: '1',
  ...more,
});
const takeOut = (shop: Shop, targetId: string, at = 0): CommandRequest => ({
  type: 'uninstall-part',
  stepId: 's',
  targetId,
  installId: shop.requirement(targetId).installs[at]!.id,
});
const shopOf = (requirements: readonly Requirement[], more: Partial<Run> = {}): Shop =>
  new Shop(workingOn({ requirements }, more), [lot(), lot({ id: 'lot2', lot: 'L-8' }), serial()]);

describe('made on assembly', () => {
  it('R60: is built in place out of what was installed for it, in one act', () => {
    const shop = shopOf([board(), line('chip', '2'), line('lead', '1')]);
    shop
      .do(install('chip', '2'))
      .do(install('lead', '1', 'lot2'))
      .do(make());
    const [made] = shop.requirement('board').installs;
    expect(made).to.deep.include({ partNumber: 'B-1', quantity: '1', how: 'made' });
    expect(made?.children).to.deep.equal([
      { partNumber: 'P-1', lot: 'L-7', quantity: '2' },
      { partNumber: 'P-1', lot: 'L-8', quantity: '1' },
    ]);
    expect(shop.unit(made!.unitId)).to.deep.include({
      partNumber: 'B-1',
      serial: made!.serial,
      status: 'installed',
      installedIn: { runId: 'run', requirementId: 'board' },
      children: made!.children,
    });
    for (const id of ['chip', 'lead']) expect(shop.requirement(id).installs[0]?.into).to.equal(made!.id);
    expect(stepBlockers(shop.run, 's')).to.deep.equal([]);
    expect(asBuilt(shop.run).map(({ partNumber, children }) => [partNumber, children?.length])).to.deep.equal(
      [['B-1', 2]],
    );
    expect(readRun(structuredClone(shop.run))).to.deep.equal({ run: shop.run, problems: [] });
  });

  it('R60: is refused while parts are missing, each named; an excused line is not missing', () => {
    const shop = shopOf([board(), line('chip', '2'), line('lead', '1')]);
    const missing = () => {
      const { refused, blockers, detail } = refusalOf(shop.run, make());
      expect([refused, detail?.reason]).to.deep.equal(['blocked', 'parts-missing']);
      return kinds(blockers!);
    };
    expect(missing()).to.deep.equal(['uninstalled-requirement chip', 'uninstalled-requirement lead']);
    shop.do(install('chip', '1')).do(install('lead', '1'));
    expect(missing()).to.deep.equal(['uninstalled-requirement chip']);
    const exception = { issueId: 'x', by: 'ben', at: '' };
    const excused = shopOf([board(), line('chip', '2', { exception })]).do(make());
    expect(excused.requirement('board').installs[0]).to.not.have.property('children');
  });

  it('R60: a line for trace alone needs its trace for each unit, and the same lot may be traced again', () => {
    const shop = shopOf([board({ quantity: '2' }), line('grease', '0')]);
    expect(missingParts(stepIn(shop.run), shop.requirement('board'))).to.have.length(1);
    shop.do(install('grease', '0')).do(make());
    expect(refusalOf(shop.run, make()).detail?.reason).to.equal('parts-missing');
    shop.do(install('grease', '0'));
    expect(refusalOf(shop.run, install('grease', '0'), { units: shop.units }).detail?.reason).to.equal(
      'already-installed',
    );
    shop.do(make());
    expect(shop.requirement('board').installs).to.have.length(2);
  });

  it('R60: several units take their parts a share at a time', () => {
    const shop = shopOf([board({ quantity: '2' }), line('chip', '8')]);
    const chips = () => shop.requirement('chip');
    expect(remainingNow(stepIn(shop.run), chips())).to.equal('4');
    expect(proposedQuantity(chips(), lot(), stepIn(shop.run))).to.equal('4');
    expect(refusalOf(shop.run, install('chip', '5'), { units: [lot()] }).detail).to.deep.include({
      reason: 'too-many',
      remaining: '4',
    });
    shop.do(install('chip', '3')).do(install('chip', '1', 'lot2'));
    expect(remainingNow(stepIn(shop.run), chips())).to.equal('0');
    shop.do(make());
    expect(remainingNow(stepIn(shop.run), chips())).to.equal('4');
    shop.do(install('chip', '4')).do(make());
    expect(
      shop.requirement('board').installs.map(({ children }) => children!.map(({ quantity }) => quantity)),
    ).to.deep.equal([['3', '1'], ['4']]);
    expect(isInstalled(chips()) && isInstalled(shop.requirement('board'))).to.equal(true);
  });

  it('R60: shares that do not come out even still come to an end', () => {
    const shop = shopOf([board({ quantity: '3' }), line('paste', '2')]);
    for (const unit of [1, 2, 3]) {
      const { requirements } = stepIn(shop.run);
      const share = remainingNow(stepIn(shop.run), requirements[1]!);
      expect(Number(share), `share ${unit}`).to.be.closeTo(2 / 3, 1e-9);
      shop.do(install('paste', share)).do(make());
    }
    expect(stepBlockers(shop.run, 's')).to.deep.equal([]);
  });

  it('R60: what is made by the lot or in bulk takes the parts of as many as are made', () => {
    for (const tracking of ['lot', 'bulk'] as const) {
      const shop = shopOf([board({ tracking, quantity: '10' }), line('chip', '20')]).do(
        install('chip', '10'),
      );
      expect(refusalOf(shop.run, make({ quantity: '6' })).detail?.reason).to.equal('parts-missing');
      shop.do(make({ quantity: '5' }));
      const [made] = shop.requirement('board').installs;
      expect([made?.quantity, made?.serial, made?.lot]).to.deep.equal([
        '5',
        undefined,
        tracking === 'lot' ? '1-2' : undefined,
      ]);
    }
  });

  it('R60: a serial that nobody gave follows from the run, and is there once', () => {
    const shop = shopOf([board({ quantity: '3' })], { number: 'R-7' });
    shop
      .do(make({ made: { serial: 'r-7-2' } }))
      .do(make())
      .do(make());
    const serials = shop.requirement('board').installs.map(({ serial }) => serial);
    expect(serials).to.deep.equal(['r-7-2', 'R-7-2-2', 'R-7-3']);
  });

  it('R60: a serial that the part has in this run already is refused, in whatever case', () => {
    const second = { ...board(), id: 'second' };
    const shop = shopOf([board(), second, { ...board(), id: 'other', partNumber: 'B-2' }]);
    shop.do(make({ made: { serial: ' Sn-1 ' } }));
    expect(shop.requirement('board').installs[0]?.serial).to.equal('Sn-1');
    for (const serial of ['Sn-1', 'SN-1', ' sn-1'])
      expect(refusalOf(shop.run, make({ made: { serial } }, 'second')).detail).to.deep.equal({
        reason: 'serial-taken',
        message: serial.trim(),
      });
    shop.do(make({ made: { serial: 'Sn-1' } }, 'other'));
  });

  it('R55, R60: a serial is made as one, and never none or less', () => {
    const { run } = shopOf([board()]);
    const why = (quantity: string) => refusalOf(run, make({ quantity })).detail?.reason;
    expect(why('2')).to.equal('quantity-one');
    for (const quantity of ['0', '-1', '', 'one', '1e3'])
      expect(why(quantity), quantity).to.equal('quantity-needed');
  });

  it('Q13: more than is asked for is refused with what is missing, or allowed by policy', () => {
    const shop = shopOf([board()]).do(make());
    expect(refusalOf(shop.run, make())).to.deep.equal({
      refused: 'not-installable',
      detail: { reason: 'too-many', remaining: '0' },
    });
    expect(eventsOf(withPolicy(shop.run, { overInstall: 'allow' }), make())).to.have.length(1);
  });

  it('R58, R60: what is made goes to a place where there are places', () => {
    const shop = shopOf([board({ quantity: '2', designators: ['A1', 'A2'] })]);
    expect(refusalOf(shop.run, make()).detail).to.deep.equal({
      reason: 'designator-needed',
      expected: ['A1', 'A2'],
    });
    shop.do(make({ designator: 'A2' }));
    expect(refusalOf(shop.run, make({ designator: 'A2' })).detail?.reason).to.equal('designator-filled');
    shop.do(make({ designator: 'A1' }));
    expect(shop.requirement('board').installs.map(({ designator }) => designator)).to.deep.equal([
      'A2',
      'A1',
    ]);
    expect(refusalOf(shop.run, make({ designator: 'A1' })).detail?.reason).to.equal('too-many');
  });

  it('R60: neither is stock taken for it, nor is anything else made', () => {
    const { run } = shopOf([board(), part('motor', 'serial', '1', 'M-1', 'Motor')]);
    const shelf = serial({ partNumber: 'B-1' });
    expect(refusalOf(run, install('board', '1', 'm7'), { units: [shelf] }).detail?.reason).to.equal(
      'made-here',
    );
    expect(refusalOf(run, make({}, 'motor')).detail?.reason).to.equal('not-made-here');
    const strict = withPolicy(run, { requireScan: true });
    expect(eventsOf(strict, make()), 'nobody can scan what is not there yet').to.have.length(1);
  });
});

describe('taking out what was made', () => {
  it('R57, R60: takes along what is inside, and leaves no line behind', () => {
    const shop = shopOf([board(), line('chip', '2')])
      .do(install('chip', '2'))
      .do(make());
    const [made] = shop.requirement('board').installs;
    const [chip] = shop.requirement('chip').installs;
    shop.do(takeOut(shop, 'board'));
    expect(['board', 'chip'].map((id) => shop.requirement(id).installs)).to.deep.equal([[], []]);
    expect(shop.unit(made!.unitId)).to.deep.include({ status: 'available', children: made!.children });
    expect(shop.unit(made!.unitId)).to.not.have.property('installedIn');
    expect(shop.unit(chip!.unitId)?.status, 'still inside').to.equal('installed');
    expect(asBuilt(shop.run)).to.deep.equal([]);
  });

  it('R60: what is inside comes out only with it', () => {
    const shop = shopOf([board(), line('chip', '2')])
      .do(install('chip', '2'))
      .do(make());
    expect(refusalOf(shop.run, takeOut(shop, 'chip')).detail?.reason).to.equal('inside-made');
  });

  it('R57: leaves alone what lies ready for the next, and what went into another', () => {
    const shop = shopOf([board({ quantity: '3' }), line('chip', '6')]);
    shop.do(install('chip', '2')).do(make()).do(install('chip', '2')).do(make());
    shop.do(install('chip', '2'));
    const second = shop.requirement('board').installs[1]!.id;
    shop.do(takeOut(shop, 'board'));
    expect(shop.requirement('chip').installs.map(({ into }) => into)).to.deep.equal([second, undefined]);
    shop.do(make());
    expect(shop.requirement('board').installs.map(({ children }) => children?.length)).to.deep.equal([1, 1]);
  });

  it('R57, R111: what was made out of what was made comes out with all that it holds', () => {
    const core = board({ id: 'core', partNumber: 'C-1', partOf: 'board' });
    const shop = shopOf([board(), core, line('chip', '2', { partOf: 'core' })]);
    shop.do(install('chip', '2')).do(make({}, 'core')).do(make());
    const [built] = asBuilt(shop.run);
    expect(built?.children?.[0]).to.deep.include({ partNumber: 'C-1' });
    expect(built?.children?.[0]?.children).to.deep.equal([{ partNumber: 'P-1', lot: 'L-7', quantity: '2' }]);
    shop.do(takeOut(shop, 'board'));
    for (const id of ['board', 'core', 'chip']) expect(shop.requirement(id).installs, id).to.deep.equal([]);
  });
});
