import { expect } from 'chai';
import type { Field, NumberField } from '../../src/domain/run.js';
import { gaugeEntry } from '../../src/gauges/gauge-target.js';

const base = { required: true, allowNotApplicable: false, version: '1' };
const number = (id: string, more: Partial<NumberField> = {}): NumberField => ({
  ...base,
  id,
  label: id,
  type: 'number',
  unit: 'mm',
  ...more,
});
const recorded: NumberField['record'] = {
  value: '0',
  how: 'typed',
  by: 'ada',
  at: '2026-01-01T00:00:00.000Z',
};
const reading = { value: '12.345', unit: 'mm', resolution: '0.001' };
const note: Field = { ...base, id: 'note', label: 'note', type: 'text' };
const sheet: readonly Field[] = [
  number('done', { record: recorded }),
  note,
  number('torque', { unit: 'N·m' }),
  number('spare', { required: false }),
  number('a'),
  number('b'),
];
const at = (answer: ReturnType<typeof gaugeEntry>): string =>
  'refused' in answer ? answer.refused : answer.field.id;

describe('where a reading goes', () => {
  it('R39: into the measurement that has the focus, with unit and resolution', () => {
    const [field] = [number('b')];
    expect(gaugeEntry(reading, [field], { focused: 'b' })).to.deep.equal({
      field,
      value: '12.345',
      resolution: '0.001',
      replaces: false,
    });
    expect(gaugeEntry({ ...reading, value: '0.5', unit: 'in' }, [field], { focused: 'b' })).to.include({
      value: '0.5',
      unit: 'in',
    });
    expect(at(gaugeEntry(reading, sheet, { focused: 'spare' }))).to.equal('spare');
  });

  it('the same unit in another spelling is the unit of the field', () => {
    for (const unit of ['µm', 'um', '\u03bcm']) {
      const entry = gaugeEntry({ ...reading, unit }, [number('b', { unit: '\u00b5m' })]);
      expect(entry).not.to.have.any.keys('unit', 'refused');
    }
    expect(gaugeEntry({ ...reading, unit: 'K' }, [number('b', { unit: '°C' })])).to.include({ unit: 'K' });
  });

  it('never over a value or a draft unasked', () => {
    expect(gaugeEntry(reading, sheet, { focused: 'done' })).to.include({ replaces: true });
    const drafted = (id: string): boolean => id === 'a';
    expect(gaugeEntry(reading, sheet, { focused: 'a', drafted })).to.include({ replaces: true });
    expect(at(gaugeEntry(reading, sheet, { drafted }))).to.equal('b');
  });

  it('without a focused measurement, into the first required one that is empty and in a unit of its kind', () => {
    expect(at(gaugeEntry(reading, sheet))).to.equal('a');
    expect(at(gaugeEntry(reading, sheet, { focused: 'note' }))).to.equal('a');
    expect(at(gaugeEntry({ ...reading, unit: 'ft-lb' }, sheet))).to.equal('torque');
    expect(at(gaugeEntry({ value: '1', resolution: '1' }, sheet))).to.equal('torque');
  });

  it('after a reading, on to the next one, and never back', () => {
    expect(at(gaugeEntry(reading, sheet, { last: 'a' }))).to.equal('b');
    expect(at(gaugeEntry(reading, sheet, { last: 'b' }))).to.equal('no-field');
    expect(at(gaugeEntry(reading, sheet, { last: 'of another step' }))).to.equal('a');
  });

  it('R39: a unit of another kind, or a field without one, refuses and says which', () => {
    const field = number('b', { unit: 'kg' });
    expect(gaugeEntry(reading, [field], { focused: 'b' })).to.deep.equal({
      refused: 'unit',
      field,
      unit: 'mm',
    });
    const count: NumberField = { ...base, id: 'n', label: 'n', type: 'number' };
    expect(at(gaugeEntry(reading, [count], { focused: 'n' }))).to.equal('unit');
    expect(at(gaugeEntry(reading, [count]))).to.equal('no-field');
    expect(at(gaugeEntry({ value: '3', resolution: '1' }, [count]))).to.equal('n');
  });
});
