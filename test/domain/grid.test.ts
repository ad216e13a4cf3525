import { expect } from 'chai';
import {
  cellsOf,
  coverage,
  gridOf,
  isRowNotApplicable,
  lastDecision,
  readRun,
  recordOf,
  signoffState,
  stepBlockers,
  type Field,
  type Grid,
  type Run,
  type SignoffField,
} from '../../src/domain/index.js';
import {
  after,
  ben,
  evolveAllOf,
  fieldIn,
  kinds,
  number,
  part,
  refusalOf,
  runOf,
  signoffIn,
  stepIn,
  text,
  working,
} from './runs.js';

const plan = gridOf({
  columns: [
    { id: 'n', label: 'Length', type: 'number', unit: 'mm', limits: { max: '10' } },
    { id: 'p', label: 'Check', type: 'pass-fail', required: false },
    { id: 'f', label: 'Photo', type: 'file', required: false },
    { id: 'o', label: 'Seen', type: 'signoff', role: 'Quality', peerReview: false, decisions: [] },
  ],
  rows: [
    { id: 'r1', label: 'Left', allowNotApplicable: true },
    { id: 'r2', label: 'Right' },
    { id: 'r3', label: 'Spare', required: false },
  ],
});
const base = runOf([working('s', { ...plan, requirements: [part('bolt', 'lot', '1', 'P-1', 'Bolt')] })]);
const set = (targetId: string, value: string) =>
  ({ type: 'set-value', stepId: 's', targetId, value }) as const;
const mark = (targetId: string) => ({ type: 'mark-not-applicable', stepId: 's', targetId }) as const;
const sign = (run: Run, targetId: string): Run =>
  evolveAllOf(run, { type: 'sign', stepId: 's', targetId, decision: 'approve' }, { by: 'ben' });
const blockersIn = (run: Run, row: string) =>
  kinds(stepBlockers(run, 's')).filter((one) => one.includes(` ${row}:`));

describe('a grid', () => {
  it('R28: is a field for each row and column, of the column’s type', () => {
    expect(plan.fields.map(({ id, type, label }) => [id, type, label]).slice(0, 5)).to.deep.equal([
      ['r1:n', 'number', 'Left, Length'],
      ['r1:p', 'pass-fail', 'Left, Check'],
      ['r1:f', 'file', 'Left, Photo'],
      ['r1:o', 'signoff', 'Left, Seen'],
      ['r2:n', 'number', 'Right, Length'],
    ]);
    expect(plan.fields).to.have.length(12);
    expect(plan.fields[0]).to.deep.include({
      unit: 'mm',
      limits: { max: '10' },
      required: true,
      allowNotApplicable: true,
      cell: { row: 'r1', column: 'n' },
    });
    expect(plan.fields.filter(({ required }) => required).map(({ id }) => id)).to.deep.equal([
      'r1:n',
      'r1:o',
      'r2:n',
      'r2:o',
    ]);
  });

  it('R28: each cell is saved, judged and outstanding like any field', () => {
    expect(blockersIn(base, 'r2')).to.deep.equal(['empty-field r2:n', 'unapproved-signoff r2:o']);
    const run = after(base, set('r2:n', '11'), set('r3:n', '10'));
    expect(blockersIn(run, 'r2')).to.deep.equal(['out-of-range r2:n', 'unapproved-signoff r2:o']);
    expect(blockersIn(run, 'r3')).to.deep.equal([]);
    expect(fieldIn(run, 'r1:n')).to.equal(fieldIn(base, 'r1:n'));
    expect(cellsOf(stepIn(run), 'r2').map(({ id }) => id)).to.deep.equal(['r2:n', 'r2:p', 'r2:f', 'r2:o']);
    expect(cellsOf(stepIn(run), 'nowhere')).to.deep.equal([]);
  });

  it('R28, R38: a row that is not applicable keeps what was recorded in it, and marks its empty cells', () => {
    const run = after(base, set('r1:n', '5'), mark('r1'));
    expect(
      cellsOf(stepIn(run), 'r1').map((field) => {
        const record = recordOf(field);
        return record && (record.notApplicable ?? record.value);
      }),
    ).to.deep.equal(['5', true, true, undefined]);
    expect(isRowNotApplicable(stepIn(run), 'r1')).to.equal(false);
    expect(blockersIn(run, 'r1')).to.deep.equal(['unapproved-signoff r1:o']);
  });

  it('R28, R38: only where the row may be left out', () => {
    for (const row of ['r2', 'r3'])
      expect(refusalOf(base, mark(row)).detail).to.deep.equal({ reason: 'not-applicable-not-allowed' });
    expect(refusalOf(base, mark('r4')).refused).to.equal('not-found');
    expect(refusalOf(base, { ...mark('r1'), type: 'clear-value' }).refused).to.equal('not-found');
    expect(refusalOf(base, set('r1', '5')).refused).to.equal('not-found');
  });

  it('R28: there is nothing to sign in a row that is not applicable', () => {
    const run = after(base, mark('r1'));
    expect(isRowNotApplicable(stepIn(run), 'r1')).to.equal(true);
    expect(blockersIn(run, 'r1')).to.deep.equal([]);
    expect(blockersIn(after(run, set('r1:n', '5')), 'r1')).to.deep.equal(['unapproved-signoff r1:o']);
  });

  it('R28: marking it again, and marking a full row, changes nothing', () => {
    const marked = after(base, mark('r1'));
    expect(after(marked, mark('r1'))).to.deep.equal(marked);
  });

  it('R28: a field that has the name of a row is the one that is meant', () => {
    const run = { ...base, steps: [{ ...stepIn(base), fields: [...plan.fields, text('r1', 'Note')] }] };
    expect(refusalOf(run, mark('r1')).detail?.reason).to.equal('not-applicable-not-allowed');
  });

  it('R28: a sign-off speaks of its row: work in the next one leaves it standing', () => {
    const signed = sign(after(base, set('r1:n', '5')), 'r1:o');
    const state = (run: Run) => signoffState(run, stepIn(run), signoffIn(run, 'r1:o'));
    expect(Object.keys(lastDecision(signoffIn(signed, 'r1:o'))!.covers)).to.deep.equal([
      'r1:n',
      'r1:p',
      'r1:f',
    ]);
    expect(state(after(signed, set('r2:n', '5')))).to.equal('approved');
    expect(state(sign(after(signed, set('r2:n', '5')), 'r2:o'))).to.equal('approved');
    expect(state(after(signed, set('r1:p', 'pass')))).to.equal('stale');
    const step = stepIn(base);
    expect(Object.keys(coverage(base, step)), 'of the whole step').to.include.members([
      'r1:n',
      'r3:f',
      'bolt',
    ]);
  });

  it('R28: 200 rows of 30 columns, all signed, are judged at once', () => {
    const columns = Array.from({ length: 29 }, (_, at) => ({
      id: `c${at}`,
      label: `C${at}`,
      type: 'number' as const,
    }));
    const rows = Array.from({ length: 200 }, (_, at) => ({ id: `r${at}`, label: `R${at}` }));
    const sign_ = {
      id: 'o',
      label: 'O',
      type: 'signoff' as const,
      role: 'Quality',
      peerReview: false,
      decisions: [],
    };
    const large = gridOf({ columns: [...columns, sign_], rows });
    const empty = runOf([working('s', large)], { people: [ben] });
    const fields = large.fields.map((field): Field => {
      const covers = coverage(empty, stepIn(empty), field);
      const decision = { id: 'd', decision: 'approve', by: 'ben', role: 'Quality', at: '', covers } as const;
      return field.type === 'signoff' ? { ...field, decisions: [decision] } : field;
    });
    const run = runOf([working('s', { ...large, fields })]);
    const started = performance.now();
    expect(stepBlockers(run, 's')).to.have.length(200 * 29);
    expect(performance.now() - started).to.be.below(500);
  });
});

describe('reading a grid', () => {
  const read = (fields: readonly Field[], grid: unknown = plan.grid) => {
    const { run, problems } = readRun(runOf([working('s', { fields, grid: grid as Grid })]));
    return { step: stepIn(run), problems: problems.map(({ code, path }) => `${code} ${path}`) };
  };
  const cell = (row: string, column: string): Field => ({
    ...number('x', 'X', 'mm', undefined),
    cell: { row, column },
  });

  it('R28: comes back as it was', () => {
    const { step, problems } = read(plan.fields);
    expect(problems).to.deep.equal([]);
    expect(step.grid).to.deep.equal(plan.grid);
    expect(step.fields).to.deep.equal(plan.fields);
  });

  it('R28: a cell of a row or column that there is not, or of a place that is taken, stands as a field', () => {
    for (const [row, column] of [
      ['r9', 'n'],
      ['r1', 'z'],
      ['r1', 'n'],
    ] as const) {
      const { step } = read([...plan.fields, cell(row, column)]);
      expect(step.fields.at(-1), `${row} ${column}`).to.not.have.property('cell');
      expect(step.fields[0]).to.have.property('cell');
    }
    const { step } = read(plan.fields, null);
    expect(step).to.not.have.property('grid');
    expect(step.fields.some((field) => 'cell' in field)).to.equal(false);
  });

  it('R28: a row that has the name of a field cannot be left out whole', () => {
    const { step, problems } = read([...plan.fields, text('r1', 'Note')]);
    expect(step.grid!.rows[0]!.allowNotApplicable).to.equal(false);
    expect(problems).to.deep.equal(['duplicate-id steps.0.grid']);
  });

  it('R28: what is unknown in a cell stays in its place', () => {
    const odd = { ...plan.fields[0]!, type: 'hologram' } as unknown as Field;
    const { step } = read([odd, ...plan.fields.slice(1)]);
    expect(step.fields[0]).to.deep.include({ type: 'unknown', cell: { row: 'r1', column: 'n' } });
    expect(signoffState(base, step, step.fields[3] as SignoffField)).to.equal('open');
  });
});
