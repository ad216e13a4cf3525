import { expect } from 'chai';
import { readRun, runBlockers } from '../../src/domain/index.js';
import { everyField, having, number, part, runOf, signoff, step, stepIn } from './runs.js';

const seen = (value: unknown): string[] => readRun(value).problems.map(({ code, path }) => `${code} ${path}`);
/** The run with something foreign in a step's place. */
const withStep = (more: object): unknown => ({ ...runOf([]), steps: [{ ...step('s'), ...more }] });
const fieldOf = (field: unknown) => stepIn(readRun(withStep({ fields: [field] })).run).fields[0]!;

describe('values', () => {
  it('numbers of JSON become decimal text', () => {
    const field = { ...number('f', 'F', 'mm', undefined), limits: { min: 0, max: 1e21, target: -1e-7 } };
    const read = fieldOf({
      ...field,
      record: { value: 0.1, how: 'typed', by: 'ada', at: '2026-01-01T00:00:00.000Z' },
    });
    expect(read).to.deep.nested.include({ 'record.value': '0.1' });
    expect(read).to.deep.include({
      limits: { min: '0', max: '1000000000000000000000', target: '-0.0000001' },
    });
    const requirement = { ...part('r', 'lot', '1', 'P', 'P'), quantity: 2.5 };
    expect(stepIn(readRun(withStep({ requirements: [requirement] })).run).requirements[0]?.quantity).to.equal(
      '2.5',
    );
  });

  it('a value that its field cannot hold stays readable', () => {
    const misfits: Record<string, [unknown, string]> = {
      number: ['about five', 'about five'],
      'pass-fail': ['maybe', 'maybe'],
      text: [5, '5'],
      date: ['yesterday', 'yesterday'],
      'single-select': [7, '7'],
      'multi-select': [['a', 'a'], 'a, a'],
      boolean: ['yes', 'yes'],
      file: [[], ''],
      'date-time': ['2026-01-01T10:00:00', '2026-01-01T10:00:00'],
    };
    for (const field of everyField.filter(({ type }) => type in misfits)) {
      const [value, shown] = misfits[field.type]!;
      const read = fieldOf(having(field, value));
      expect(read, field.type).to.include({ type: 'unknown', reported: field.type, label: field.label });
      expect('shown' in read ? read.shown : '', field.type).to.equal(shown);
      expect(seen(withStep({ fields: [having(field, value)] }))).to.deep.equal([
        'unfit-value steps.0.fields.0.record',
      ]);
    }
  });

  it('R27: a link that leads nowhere stays readable', () => {
    const shown = (value: unknown) => {
      const field = having(
        everyField.find(({ type }) => type === 'tool')!,
        value,
      );
      const read = fieldOf(field);
      expect(read).to.include({ type: 'unknown', reported: 'tool', label: 'Tool' });
      return 'shown' in read ? read.shown : undefined;
    };
    expect(shown('Caliper 7')).to.equal('Caliper 7');
    expect(shown({ name: 'Caliper 7' })).to.equal('{"name":"Caliper 7"}');
    expect(shown({ id: '', name: '' })).to.equal('{"id":"","name":""}');
    expect(shown(5)).to.equal('5');
    expect(shown([])).to.equal(undefined);
  });

  it('R39: a unit that the number cannot be said in stays readable', () => {
    const field = (unit: string) => having(number('f', 'F', 'mm', undefined), '1.25', { unit });
    expect(fieldOf(field('in'))).to.deep.equal(field('in'));
    for (const unit of ['kg', 'furlong'])
      expect(fieldOf(field(unit))).to.include({ type: 'unknown', shown: '1.25' });
  });

  it('R58: a place is named once', () => {
    const requirement = { ...part('r', 'lot', '2', 'P', 'P'), designators: ['D1', '', 'D2', 'D1'] };
    const { run } = readRun(
      withStep({ requirements: [requirement, { ...requirement, id: 'q', designators: [] }] }),
    );
    expect(stepIn(run).requirements.map(({ designators }) => designators)).to.deep.equal([
      ['D1', 'D2'],
      undefined,
    ]);
  });

  it('a limit or a decision that cannot be read makes the field read-only: nobody could judge by it', () => {
    const limited = { ...number('f', 'F', 'mm', undefined), limits: { max: '1,5' } };
    expect(fieldOf(limited).type).to.equal('unknown');
    expect(seen(withStep({ fields: [limited] }))).to.deep.equal(['unfit-value steps.0.fields.0.limits.max']);
    const withdrawn = {
      ...signoff('q', 'Q', 'Quality'),
      decisions: [
        { id: 'd', decision: 'withdrawn', by: 'ben', role: '', at: '2026-01-01T00:00:00.000Z', covers: {} },
      ],
    };
    expect(fieldOf(withdrawn)).to.include({ type: 'unknown', required: true });
  });

  it('a requirement that cannot be counted blocks as an unknown field', () => {
    for (const quantity of ['a few', -1, null, NaN]) {
      const { run } = readRun(
        withStep({ requirements: [{ ...part('r', 'lot', '1', 'P-1', 'Bolts'), quantity }] }),
      );
      expect(stepIn(run).requirements).to.deep.equal([]);
      expect(stepIn(run).fields[0]).to.include({
        id: 'r',
        type: 'unknown',
        label: 'Bolts',
        shown: 'P-1',
        required: true,
      });
    }
  });

  it('a gate that cannot be read stays closed', () => {
    const { run } = readRun({
      ...runOf([]),
      gates: ['released', { ...signoff('g', 'G', 'Lead'), type: 'button', required: false }],
    });
    expect(run.gates.map(({ label, role, required }) => [label, role, required])).to.deep.equal([
      ['', '', true],
      ['G', '', true],
    ]);
    expect(runBlockers(run)).to.have.length(2);
  });

  it('a record without a value is none', () => {
    const read = fieldOf(having(number('f', 'F', 'mm', undefined), null));
    expect(read.type).to.equal('number');
    expect(read).to.not.have.property('record');
  });

  it('times become UTC; a time without a zone is none', () => {
    const startedAt = (value: unknown) => stepIn(readRun(withStep({ startedAt: value })).run).startedAt;
    expect(startedAt('2026-11-20T10:00:00+02:00')).to.equal('2026-11-20T08:00:00.000Z');
    expect(startedAt(0)).to.equal('1970-01-01T00:00:00.000Z');
    expect(startedAt(null)).to.equal(undefined);
    for (const value of ['2026-11-20T10:00:00', 'soon', '2026-13-01T00:00:00Z', 1e300, 8e15, {}]) {
      expect(seen(withStep({ startedAt: value }))).to.deep.equal(['unfit-value steps.0.startedAt']);
    }
    expect(readRun({ ...runOf([]), zone: 'Mars/Olympus' }).run.zone).to.equal('UTC');
  });

  it('labor that was closed stays closed', () => {
    const labor = [{ id: 'l', personId: 'ada', in: '2026-11-20T08:00:00.000Z', out: 'later' }];
    expect(stepIn(readRun(withStep({ labor })).run).labor[0]?.out).to.equal('2026-11-20T08:00:00.000Z');
  });
});

describe('text', () => {
  const long = '🛠'.repeat(500_000);

  it('a title is cut for display, and says so', () => {
    const { run, problems } = readRun({ ...runOf([]), title: long });
    expect(run.title).to.have.length(9999);
    expect(encodeURIComponent(run.title), 'no half of a character').to.be.a('string');
    expect(run.title.endsWith('…')).to.equal(true);
    expect(problems).to.deep.equal([{ code: 'too-long', path: 'title' }]);
    const { run: again } = readRun({ ...runOf([]), title: 'x'.repeat(10_000) });
    expect(again.title).to.have.length(10_000);
  });

  it('so is a paragraph that no page could lay out', () => {
    const written = runOf([step('s', { instructions: ['Short', long] })]);
    const { run, problems } = readRun(written);
    expect(run.steps[0]!.instructions.map(({ length }) => length)).to.deep.equal([5, 49_999]);
    expect(problems).to.deep.equal([{ code: 'too-long', path: 'steps.0.instructions.1' }]);
  });

  it('R37: recorded text is never cut', () => {
    const read = fieldOf(
      having(
        everyField.find(({ type }) => type === 'text')!,
        long,
      ),
    );
    expect('record' in read && read.record?.value === long).to.equal(true);
  });

  it('markup is text', () => {
    const markup = '<img src=x onerror=alert(1)>';
    expect(readRun({ ...runOf([]), title: markup }).run.title).to.equal(markup);
  });
});
