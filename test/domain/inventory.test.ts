import { expect } from 'chai';
import { remaining } from '../../src/domain/index.js';
import { refusalOf, workingOn } from './runs.js';
import { base, install, lot, motor, reason, serial, Shop } from './shop.js';

describe('what an install does to stock', () => {
  it('R49, R61: a whole unit is consumed, and says where', () => {
    const shop = new Shop(base, [serial()]).do(install('motor', '1', 'm7'));
    expect(shop.unit('m7')).to.deep.equal(
      serial({ status: 'installed', installedIn: { runId: 'run', requirementId: 'motor' } }),
    );
    expect(reason(shop.run, install('motor', '1', 'm7'), shop.unit('m7')!)).to.equal(
      'not-installable: already-installed',
    );
  });

  it('R61: what is consumed here cannot satisfy another requirement', () => {
    const run = workingOn({ requirements: [motor, { ...motor, id: 'motor2' }] });
    const shop = new Shop(run, [serial()]).do(install('motor', '1', 'm7'));
    expect(reason(shop.run, install('motor2', '1', 'm7'), shop.unit('m7')!)).to.equal(
      'not-installable: unit-status',
    );
  });

  it('R56: a part of a lot becomes a unit of its own', () => {
    const shop = new Shop(base, [lot()]).do(install('bolts', '8'));
    const [installed] = shop.requirement('bolts').installs;
    expect(installed).to.include({ splitFrom: 'lot', quantity: '8' });
    expect(installed!.unitId).to.not.equal('lot');
    expect(shop.unit('lot')).to.deep.equal(lot({ quantity: '12' }));
    expect(shop.unit(installed!.unitId)).to.include({
      quantity: '8',
      status: 'installed',
      splitFrom: 'lot',
      lot: 'L-7',
    });
  });

  it('R53: a lot can be used again until it is empty', () => {
    const shop = new Shop(base, [lot()]).do(install('bolts', '5')).do(install('bolts', '3'));
    expect(shop.requirement('bolts').installs).to.have.length(2);
    expect(shop.unit('lot')?.quantity).to.equal('12');
  });

  it('R57: uninstalling restores the remaining count and the stock', () => {
    const shop = new Shop(base, [lot(), serial()]).do(install('bolts', '8')).do(install('motor', '1', 'm7'));
    for (const id of ['bolts', 'motor']) {
      const installId = shop.requirement(id).installs[0]!.id;
      shop.do({ type: 'uninstall-part', stepId: 's', targetId: id, installId });
    }
    expect(shop.requirement('bolts').installs).to.deep.equal([]);
    expect(remaining(shop.requirement('bolts'))).to.equal('8');
    expect(shop.unit('m7')).to.deep.equal(serial());
    expect(
      shop.units
        .filter(({ status }) => status === 'available')
        .map(({ quantity }) => quantity)
        .sort(),
    ).to.deep.equal(['1', '12', '8']);
  });

  it('what is not installed cannot be uninstalled', () => {
    expect(
      refusalOf(base, { type: 'uninstall-part', stepId: 's', targetId: 'bolts', installId: 'x' }),
    ).to.deep.equal({
      refused: 'not-found',
      detail: { reason: 'nothing-installed' },
    });
  });
});
