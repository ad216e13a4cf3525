import { expect } from 'chai';
import fc from 'fast-check';
import type { NumberField } from '../../src/domain/run.js';
import { spreadOf } from '../../src/domain/samples.js';
import { number } from '../../src/testing/seed.js';

const read = (value: string | null, more: { unit?: string; notApplicable?: true } = {}): NumberField => ({
  ...number('r', 'Reading', 'mm', { min: '11.1', max: '11.5' }),
  record: { value, how: 'typed', by: 'a', at: '2026-11-20T17:42:00.000Z', ...more },
});

describe('repeated readings', () => {
  it('R31: are one spread, exactly', () => {
    expect(spreadOf([read('11.1'), read('11.20'), read('11.5')])).to.include({
      mean: '11.267',
      exact: false,
      lowest: '11.1',
      highest: '11.5',
      range: '0.40',
      verdict: 'in-range',
    });
    expect(spreadOf([read('0.1'), read('0.2')])).to.include({ mean: '0.15', exact: true, range: '0.1' });
  });

  it('R32: the worst reading is the verdict of the whole', () => {
    expect(spreadOf([read('11.2'), read('11.6')])!.verdict).to.equal('high');
    expect(spreadOf([read('11.2'), read('11.6'), read('9')])!.verdict).to.equal('low');
  });

  it('R38: what is empty or not applicable is no reading', () => {
    const empty = number('e', 'Reading', 'mm', undefined);
    expect(spreadOf([empty, read(null, { notApplicable: true })])).to.equal(undefined);
    expect(spreadOf([empty, read('11.2')])!.readings).to.have.length(1);
  });

  it('R31: readings in other units are converted', () => {
    expect(spreadOf([read('0.45', { unit: 'in' }), read('11.43')])).to.include({
      mean: '11.43',
      exact: true,
      range: '0.00',
    });
  });

  it('the mean lies between the lowest and the highest', () => {
    const decimal = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1, maxLength: 20 }), (all) => {
        const values = all.map(([whole, places]) => (whole / 10 ** places).toFixed(places));
        const { mean, lowest, highest } = spreadOf(values.map((value) => read(value)))!;
        // A rounded mean may go past them by no more than its last digit.
        const slack = 1e-6;
        expect(Number(mean)).to.be.within(Number(lowest) - slack, Number(highest) + slack);
      }),
    );
  });
});
