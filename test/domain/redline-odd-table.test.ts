// Redlines of tables that are not as a procedure makes them: lines with cells of several kinds, or with none.
import { expect } from 'chai';
import { gridOf, redlineAt, type Field, type ProposedChange, type Run } from '../../src/domain/index.js';
import { after, having, number, passFail, refusalOf, runOf, stepIn, text, working } from './runs.js';

const table = gridOf({
  columns: [
    { id: 'torque', label: 'Torque', type: 'number', unit: 'Nm' },
    { id: 'length', label: 'Length', type: 'number', unit: 'Nm' },
  ],
  rows: [
    { id: 'a', label: 'Bolt A' },
    { id: 'b', label: 'Bolt B', allowNotApplicable: true },
  ],
});
const holding = (change: (field: Field) => Field): Run =>
  runOf([working('s', { ...table, fields: table.fields.map(change) })]);
const base = holding((one) => one);
const propose = (...changes: ProposedChange[]) =>
  ({ type: 'propose-redline', stepId: 's', title: 'Another table', changes }) as const;
const approved = (run: Run, ...changes: ProposedChange[]): Run => {
  const open = after(run, propose(...changes));
  return after(open, { type: 'approve-redline', stepId: 's', redlineId: redlineAt(open, 's')!.id });
};
const why = (run: Run, one: ProposedChange) => refusalOf(run, propose(one)).detail?.reason;
const addRow = (more: object = {}): ProposedChange => ({
  change: 'add-line',
  axis: 'row',
  line: { label: 'Bolt C', ...more },
});
const change = (axis: 'row' | 'column', targetId: string, to: object): ProposedChange => ({
  change: 'change-line',
  axis,
  targetId,
  to,
});

describe('a redline of an odd table', () => {
  it('R31: numbers of several units have no limits in common, neither now nor in a row that comes in', () => {
    const limits = { max: '4' };
    expect(approved(base, change('row', 'b', { limits }), addRow({ limits })).redlines).to.have.length(1);
    const mixed = holding((one) =>
      one.cell!.column === 'length'
        ? { ...number(one.id, one.label, 'mm', undefined), cell: one.cell! }
        : one,
    );
    expect(why(mixed, change('row', 'b', { limits }))).to.equal('redline-unfit');
    expect(why(mixed, addRow({ limits }))).to.equal('redline-unfit');
    expect(stepIn(approved(mixed, addRow())).grid!.rows).to.have.length(3);
  });

  it('R85: a column of several types is called otherwise and nothing else', () => {
    const mixed = holding((one) => {
      if (one.cell!.column !== 'length') return one;
      const other = one.id === 'a:length' ? text(one.id, one.label) : passFail(one.id, one.label);
      return { ...other, cell: one.cell! };
    });
    expect(why(mixed, change('column', 'length', { required: false }))).to.equal('redline-unfit');
    const run = approved(mixed, change('column', 'length', { label: 'Depth' }));
    expect(stepIn(run).fields[3]).to.include({ label: 'Bolt B, Depth', type: 'pass-fail' });
  });

  it('R28: a table without cells takes a column, and a row has nothing to be like', () => {
    const empty = runOf([working('s', { grid: table.grid })]);
    expect(why(empty, addRow())).to.equal('redline-unfit');
    const line = { label: 'Angle', type: 'text', required: true, allowNotApplicable: false } as const;
    const run = approved(empty, { change: 'add-line', axis: 'column', line });
    expect(stepIn(run).fields.map(({ label }) => label)).to.deep.equal(['Bolt A, Angle', 'Bolt B, Angle']);
  });

  it('R28: a row that comes in may be left out where the one before it may, and is no sample of another', () => {
    const sampled = holding((one) =>
      one.id === 'b:torque' && one.type === 'number'
        ? { ...one, sample: { of: 'torque', label: 'Torque', index: 1 } }
        : one,
    );
    const run = approved(sampled, addRow());
    expect(stepIn(run).grid!.rows.at(-1)).to.deep.include({ label: 'Bolt C', allowNotApplicable: true });
    const torque = stepIn(run).fields.find(({ label }) => label === 'Bolt C, Torque')!;
    expect(torque).not.to.have.property('sample');
    expect(torque.version, 'it came with the approval').to.equal(stepIn(run).version);
  });

  it('R85: a row with a value is called otherwise', () => {
    const run = approved(
      holding((one) => (one.id === 'a:torque' ? having(one, '9') : one)),
      change('row', 'a', { label: 'Bolt 1' }),
    );
    expect(stepIn(run).fields[0]).to.deep.include({ label: 'Bolt 1, Torque' });
    expect(stepIn(run).fields[0]).to.have.nested.property('record.value', '9');
  });
});
