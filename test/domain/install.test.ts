import { expect } from 'chai';
import {
  isInstalled,
  isSatisfied,
  proposedQuantity,
  remaining,
  stepBlockers,
} from '../../src/domain/index.js';
import { eventsOf, kinds, part, refusalOf, withPolicy, workingOn } from './runs.js';
import { base, bolts, install, lot, motor, reason, serial, Shop, trace } from './shop.js';

describe('which unit may go in', () => {
  it('R48: another part is refused, with both part numbers', () => {
    expect(refusalOf(base, install('bolts', '8'), { units: [lot({ partNumber: 'X-9' })] })).to.deep.equal({
      refused: 'wrong-part',
      detail: { partNumber: 'X-9', expected: ['P-1', 'P-2'] },
    });
  });

  it('R52, R59: a substitute may go in, and is recorded as what it is', () => {
    const shop = new Shop(base, [lot({ partNumber: 'P-2' })]).do(install('bolts', '8'));
    expect(shop.requirement('bolts').installs[0]).to.include({
      partNumber: 'P-2',
      lot: 'L-7',
      quantity: '8',
    });
  });

  it('R47: where scanning is mandatory, picking is refused before all else', () => {
    const strict = withPolicy(base, { requireScan: true });
    expect(reason(strict, install('bolts', '8', 'lot', 'picked'), lot({ partNumber: 'X' }))).to.equal(
      'scan-required',
    );
    expect(eventsOf(strict, install('bolts', '8'), { units: [lot()] })).to.have.length(1);
    expect(eventsOf(base, install('bolts', '8', 'lot', 'picked'), { units: [lot()] })).to.have.length(1);
  });

  it('R49: a unit that is not available is refused with its state', () => {
    for (const status of ['installed', 'wip', 'on-hold', 'expired', 'unavailable', 'scrapped'] as const) {
      const unit = lot({ status, reason: 'Recall' });
      const refusal = refusalOf(base, install('bolts', '8'), { units: [unit] });
      expect(refusal).to.deep.equal({ refused: 'not-installable', detail: { reason: 'unit-status', unit } });
    }
  });

  it('Q14: stock kitted to this run may go in, to another may not', () => {
    expect(reason(base, install('bolts', '8'), lot({ status: 'kitted', kittedTo: 'other' }))).to.equal(
      'not-installable: kitted-elsewhere',
    );
    expect(reason(base, install('bolts', '8'), lot({ status: 'kitted' }))).to.equal(
      'not-installable: kitted-elsewhere',
    );
    const shop = new Shop(base, [lot({ status: 'kitted', kittedTo: 'run', quantity: '8' })]).do(
      install('bolts', '8'),
    );
    expect(isInstalled(shop.requirement('bolts'))).to.equal(true);
    const { id } = shop.requirement('bolts').installs[0]!;
    shop.do({ type: 'uninstall-part', stepId: 's', targetId: 'bolts', installId: id });
    expect(shop.unit('lot')).to.deep.equal(lot({ status: 'kitted', kittedTo: 'run', quantity: '8' }));
  });

  it('a unit that nobody knows is not found', () => {
    expect(refusalOf(base, install('bolts', '8')).refused).to.equal('not-found');
    expect(refusalOf(base, install('nothing', '8'), { units: [lot()] }).refused).to.equal('not-found');
  });
});

describe('how much of it', () => {
  it('R55: a serial goes in as exactly one', () => {
    for (const quantity of ['2', '0.5', '1.01']) {
      expect(reason(base, install('motor', quantity, 'm7'), serial())).to.equal('invalid: quantity-one');
    }
    const shop = new Shop(base, [serial()]).do(install('motor', '1.0', 'm7'));
    expect(shop.unit('m7')).to.include({ status: 'installed' });
  });

  it('R55: a lot no more than it holds', () => {
    expect(reason(base, install('bolts', '8'), lot({ quantity: '7.99' }))).to.equal(
      'not-installable: not-enough',
    );
  });

  it('a quantity must be a number above zero', () => {
    expect(reason(base, install('bolts', '0'), lot())).to.equal('invalid: quantity-needed');
    for (const quantity of ['', '-1', 'all', '1e3']) {
      expect(reason(base, install('bolts', quantity), lot()), quantity).to.equal('invalid: not-a-number');
    }
  });

  it('Q13: more than is missing is refused with what is missing, or allowed by policy', () => {
    const { refused, detail } = refusalOf(base, install('bolts', '9'), { units: [lot()] });
    expect([refused, detail?.reason, detail?.remaining]).to.deep.equal(['not-installable', 'too-many', '8']);
    const shop = new Shop(withPolicy(base, { overInstall: 'allow' }), [lot()]).do(install('bolts', '9'));
    expect(remaining(shop.requirement('bolts'))).to.equal('0');
  });

  it('R50, R53: several installs add up to the minimum', () => {
    const shop = new Shop(base, [lot({ quantity: '5' }), lot({ id: 'lot2', quantity: '5' })]);
    expect(kinds(stepBlockers(shop.run, 's'))).to.include('uninstalled-requirement bolts');
    shop.do(install('bolts', '5'));
    expect(remaining(shop.requirement('bolts'))).to.equal('3');
    shop.do(install('bolts', '3', 'lot2'));
    expect(kinds(stepBlockers(shop.run, 's'))).to.not.include('uninstalled-requirement bolts');
  });

  it('R53: quantities add up exactly', () => {
    const paste = part('paste', 'bulk', '0.3', 'P-1', 'Paste');
    const shop = new Shop(workingOn({ requirements: [paste] }), [
      lot({ quantity: '0.1' }),
      lot({ id: 'b', quantity: '0.2' }),
    ]);
    shop.do(install('paste', '0.1')).do(install('paste', '0.2', 'b'));
    expect(isInstalled(shop.requirement('paste'))).to.equal(true);
  });

  it('R51: an exception satisfies without a part', () => {
    expect(isSatisfied({ ...bolts, exception: { issueId: 'i', by: 'ben', at: '' } })).to.equal(true);
    expect(isInstalled({ ...bolts, exception: { issueId: 'i', by: 'ben', at: '' } })).to.equal(false);
  });

  it('a proposal is one of a serial, else what is missing or all that there is', () => {
    expect(proposedQuantity(motor, serial())).to.equal('1');
    expect(proposedQuantity(bolts, lot())).to.equal('8');
    expect(proposedQuantity(bolts, lot({ quantity: '3' }))).to.equal('3');
  });
});

describe('a requirement of quantity zero', () => {
  it('R54: takes a unit without a quantity, and then is installed', () => {
    expect(isInstalled(trace)).to.equal(false);
    const shop = new Shop(base, [lot()]).do(install('trace', '0'));
    expect(isInstalled(shop.requirement('trace'))).to.equal(true);
    expect(shop.unit('lot')).to.deep.equal(lot());
  });

  it('R54: a quantity that is given all the same must be there', () => {
    expect(reason(base, install('trace', '21'), lot())).to.equal('not-installable: not-enough');
    expect(reason(base, install('trace', '2'), serial({ id: 'lot', partNumber: 'P-1' }))).to.equal(
      'invalid: quantity-one',
    );
    const shop = new Shop(base, [lot()]).do(install('trace', '5'));
    expect(shop.unit('lot')?.quantity).to.equal('15');
  });

  it('R54, R57: taking the trace away frees no unit that went in elsewhere', () => {
    const shop = new Shop(base, [lot({ quantity: '8' })]).do(install('trace', '0')).do(install('bolts', '8'));
    const { id } = shop.requirement('trace').installs[0]!;
    shop.do({ type: 'uninstall-part', stepId: 's', targetId: 'trace', installId: id });
    expect(shop.unit('lot')?.status).to.equal('installed');
  });
});
