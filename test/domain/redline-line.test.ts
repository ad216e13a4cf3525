// Redlines of a table: its rows and columns come, are changed and go, and what was recorded or signed there counts.
import { expect } from 'chai';
import fc from 'fast-check';
import {
  changedSince,
  decideBatch,
  gridOf,
  isRefusal,
  lastDecision,
  readRun,
  redlineAt,
  redlineDiff,
  signoffState,
  stepBlockers,
  type CommandRequest,
  type Field,
  type ProposedChange,
  type Run,
  type Step,
} from '../../src/domain/index.js';
import { applyChange } from '../../src/domain/redline-apply.js';
import { amount } from './any-field.js';
import {
  after,
  ask,
  ben,
  commandOf,
  having,
  kinds,
  now,
  number,
  refusalOf,
  runOf,
  stepIn,
  text,
  working,
} from './runs.js';

const table = gridOf({
  columns: [
    { id: 'torque', label: 'Torque', type: 'number', unit: 'Nm', limits: { min: '8', max: '10' } },
    { id: 'clean', label: 'Clean', type: 'pass-fail' },
    { id: 'seen', label: 'Seen', type: 'signoff', role: 'Quality', peerReview: false, required: false },
  ] as never,
  rows: [
    { id: 'a', label: 'Bolt A' },
    { id: 'b', label: 'Bolt B', allowNotApplicable: true },
  ],
});
const base: Run = runOf(
  [
    working('s', {
      ...table,
      fields: [
        number('gap', 'Gap', 'mm', undefined),
        ...table.fields,
        text('note', 'Note', { required: false }),
      ],
    }),
  ],
  { people: [{ ...ben, id: 'ada' }] },
);
const at = { stepId: 's' };
const propose = (...changes: ProposedChange[]): CommandRequest => ({
  type: 'propose-redline',
  ...at,
  title: 'Another table',
  changes,
});
const settle = (run: Run, type: 'approve-redline' | 'close-redline' | 'cancel-redline'): Run =>
  after(run, { type, ...at, redlineId: redlineAt(run, 's')!.id });
const approved = (run: Run, ...changes: ProposedChange[]): Run =>
  settle(after(run, propose(...changes)), 'approve-redline');
const why = (run: Run, ...changes: ProposedChange[]) => {
  const { refused, detail } = refusalOf(run, propose(...changes));
  return detail?.message ? [detail.reason, detail.message] : (detail?.reason ?? refused);
};
const labels = ({ fields }: Step): readonly string[] => fields.map(({ label }) => label);
const cell = (run: Run, label: string): Field => stepIn(run).fields.find((one) => one.label === label)!;
const holding = (change: (field: Field) => Field): Run => ({
  ...base,
  steps: base.steps.map((one) => ({ ...one, fields: one.fields.map(change) })),
});
const recorded = holding((one) => (one.id === 'a:torque' ? having(one, '9') : one));
const sign = (targetId: string): CommandRequest => ({ type: 'sign', ...at, targetId, decision: 'approve' });
const addRow = (label: string, more: object = {}): ProposedChange => ({
  change: 'add-line',
  axis: 'row',
  line: { label, ...more },
});
const addAngle: ProposedChange = {
  change: 'add-line',
  axis: 'column',
  after: 'torque',
  line: { type: 'number', label: 'Angle', unit: '°', required: true, allowNotApplicable: false },
};
const remove = (axis: 'row' | 'column', targetId: string): ProposedChange => ({
  change: 'remove-line',
  axis,
  targetId,
});
const change = (axis: 'row' | 'column', targetId: string, to: object): ProposedChange => ({
  change: 'change-line',
  axis,
  targetId,
  to,
});

describe('a redline of a table', () => {
  it('R28, R85: a row that comes in has the cells of the one that it stands after, empty', () => {
    const run = approved(recorded, { ...addRow(' Bolt A2 '), after: 'a' } as ProposedChange);
    const { grid, fields } = stepIn(run);
    expect(grid!.rows.map(({ label }) => label)).to.deep.equal(['Bolt A', 'Bolt A2', 'Bolt B']);
    expect(labels(stepIn(run)).slice(4, 7)).to.deep.equal([
      'Bolt A2, Torque',
      'Bolt A2, Clean',
      'Bolt A2, Seen',
    ]);
    expect(fields[4]).to.deep.include({ unit: 'Nm', limits: { min: '8', max: '10' }, required: true });
    expect(fields[4]).not.to.have.property('record');
    expect(approved(base, addRow('Bolt C')).steps[0]!.grid!.rows.at(-1)).to.include({ label: 'Bolt C' });
    expect(
      labels(stepIn(approved(base, addRow('Bolt C')))).at(-2),
      'before what is not in the table',
    ).to.equal('Bolt C, Seen');
    expect(readRun(structuredClone(run))).to.deep.equal({ run, problems: [] });
  });

  it('R31, R85: a row that comes in may have limits of its own where its numbers are alike', () => {
    const run = approved(base, addRow('Bolt C', { limits: { max: '4' } }));
    expect(cell(run, 'Bolt C, Torque')).to.deep.include({ limits: { max: '4' } });
    const two = approved(base, addAngle);
    const again = settle(two, 'close-redline');
    expect(why(again, addRow('Bolt C', { limits: { max: '4' } }))).to.deep.equal(['redline-unfit', 'Bolt C']);
  });

  it('R28, R85: a column that comes in has a cell in each row', () => {
    const run = approved(base, addAngle);
    expect(stepIn(run).grid!.columns.map(({ label }) => label)).to.deep.equal([
      'Torque',
      'Angle',
      'Clean',
      'Seen',
    ]);
    expect(labels(stepIn(run))).to.deep.equal([
      'Gap',
      ...['Bolt A, Torque', 'Bolt A, Angle', 'Bolt A, Clean', 'Bolt A, Seen'],
      ...['Bolt B, Torque', 'Bolt B, Angle', 'Bolt B, Clean', 'Bolt B, Seen'],
      'Note',
    ]);
    expect(readRun(structuredClone(run))).to.deep.equal({ run, problems: [] });
  });

  it('R85: a row or a column is called otherwise, and its cells with it, unless they have names of their own', () => {
    const own = holding((one) => (one.id === 'a:clean' ? { ...one, label: 'Is it clean?' } : one));
    const run = approved(
      own,
      change('row', 'a', { label: 'Bolt 1' }),
      change('column', 'torque', { label: 'Moment' }),
    );
    expect(labels(stepIn(run)).slice(1, 5)).to.deep.equal([
      'Bolt 1, Moment',
      'Is it clean?',
      'Bolt 1, Seen',
      'Bolt B, Moment',
    ]);
    expect(stepIn(run).grid!.rows[0]!.label).to.equal('Bolt 1');
  });

  it('R31, R85: the limits of a column are those of all its cells, and of a row those of its numbers', () => {
    const run = approved(
      base,
      change('column', 'torque', { limits: { min: '8', max: '12' } }),
      change('row', 'b', { limits: null }),
    );
    expect(cell(run, 'Bolt A, Torque')).to.deep.include({ limits: { min: '8', max: '12' } });
    expect(cell(run, 'Bolt B, Torque')).not.to.have.property('limits');
    expect(cell(run, 'Bolt B, Clean'), 'what is no number is left alone').to.equal(
      cell(base, 'Bolt B, Clean'),
    );
    expect(
      why(settle(run, 'close-redline'), change('column', 'torque', { limits: { max: '9' } })),
    ).to.deep.equal(['redline-unfit', 'Torque']);
  });

  it('R85: a row or a column goes with its cells; the last one takes the table along', () => {
    const run = approved(base, remove('row', 'a'), remove('column', 'clean'));
    expect(labels(stepIn(run))).to.deep.equal(['Gap', 'Bolt B, Torque', 'Bolt B, Seen', 'Note']);
    expect(
      redlineDiff(run, run.redlines[0]!).map(({ kind, before }) => [
        kind,
        (before as { cells: [] }).cells.length,
      ]),
    ).to.deep.equal([
      ['row', 3],
      ['column', 1],
    ]);
    const none = approved(base, remove('row', 'a'), remove('row', 'b'));
    expect(stepIn(none)).not.to.have.property('grid');
    expect(labels(stepIn(none))).to.deep.equal(['Gap', 'Note']);
    expect(readRun(structuredClone(none))).to.deep.equal({ run: none, problems: [] });
  });

  it('R85: what was recorded or signed stays: its row or column is not taken away', () => {
    expect(why(recorded, remove('row', 'a'))).to.deep.equal(['recorded-already', 'Bolt A, Torque']);
    expect(why(recorded, remove('column', 'torque'))).to.deep.equal(['recorded-already', 'Bolt A, Torque']);
    expect(isRefusal(ask(recorded, propose(remove('row', 'b'))))).to.equal(false);
    const signed = after(base, sign('a:seen'));
    expect(why(signed, remove('row', 'a'))).to.deep.equal(['recorded-already', 'Bolt A, Seen']);
    expect(why(signed, change('row', 'a', { label: 'Bolt 1' })), 'R71').to.deep.equal([
      'recorded-already',
      'Bolt A, Seen',
    ]);
    expect(isRefusal(ask(signed, propose(change('row', 'a', { limits: { max: '9' } }))))).to.equal(false);
  });

  it('what was recorded meanwhile is not taken away by approving either', () => {
    const run = after(base, propose(remove('row', 'a')));
    const meanwhile = { ...run, steps: [{ ...stepIn(run), fields: stepIn(recorded).fields }] };
    const redlineId = redlineAt(run, 's')!.id;
    expect(refusalOf(meanwhile, { type: 'approve-redline', ...at, redlineId }).detail?.reason).to.equal(
      'redline-unfit',
    );
  });

  it('Q8: a signature of a row is stale when a column comes in, goes or is changed, and names the cell', () => {
    const signed = after(base, sign('a:seen'), sign('b:seen'));
    const changed = (row: string, ...changes: ProposedChange[]) => {
      const run = approved(signed, ...changes);
      const field = stepIn(run).fields.find(({ id }) => id === `${row}:seen`) as Field & { type: 'signoff' };
      expect(signoffState(run, stepIn(run), field)).to.equal(
        changedSince(run, stepIn(run), lastDecision(field)!, field).length > 0 ? 'stale' : 'approved',
      );
      return changedSince(run, stepIn(run), lastDecision(field)!, field).map(
        (id) => stepIn(run).fields.find((one) => one.id === id)?.label ?? id,
      );
    };
    expect(changed('a', addAngle)).to.deep.equal(['Bolt A, Angle']);
    expect(changed('a', remove('column', 'clean'))).to.deep.equal(['a:clean']);
    expect(changed('a', change('column', 'torque', { limits: { max: '9' } }))).to.deep.equal([
      'Bolt A, Torque',
    ]);
    expect(changed('a', change('column', 'torque', { label: 'Moment' }))).to.deep.equal(['Bolt A, Moment']);
    expect(changed('a', change('row', 'b', { limits: { max: '9' } })), 'of another row').to.deep.equal([]);
    expect(changed('a', addRow('Bolt C'))).to.deep.equal([]);
  });

  it('Q8, R68: another role for a column of sign-offs asks for every one of them anew', () => {
    const signed = after(base, sign('a:seen'));
    const run = approved(signed, change('column', 'seen', { role: 'Witness', required: true }));
    expect(kinds(stepBlockers(run, 's'))).to.include.members([
      'stale-signoff a:seen',
      'unapproved-signoff b:seen',
    ]);
    const left = settle(
      after(signed, propose(change('column', 'seen', { role: 'Witness' }))),
      'cancel-redline',
    );
    expect(kinds(stepBlockers(left, 's'))).not.to.include('stale-signoff a:seen');
  });

  it('is refused where there is no such line, no table, no name, or a cell that is not known here', () => {
    expect(why(base, remove('row', 'gone'))).to.equal('not-found');
    expect(why(base, remove('diagonal' as 'row', 'a'))).to.equal('not-found');
    expect(why(base, { ...addRow('C'), after: 'gone' } as ProposedChange)).to.equal('not-found');
    expect(why(runOf([working('s')]), addRow('C'))).to.equal('not-found');
    for (const bad of [addRow(' '), { ...addAngle, line: { label: 'Angle', type: 'hologram' } } as never])
      expect(why(base, bad)).to.include('redline-unfit');
    expect(why(base, change('row', 'a', { label: ' ' }))).to.deep.equal(['redline-unfit', 'Bolt A']);
    expect(why(base, change('row', 'a', { hint: 'x' })), 'no row has a hint').to.deep.equal([
      'redline-unfit',
      'Bolt A',
    ]);
    expect(why(base, change('column', 'torque', { label: ' Torque ' }))).to.equal('redline-empty');
    expect(why(base, change('column', 'torque', { limits: { min: '9', max: '1' } }))).to.deep.equal([
      'redline-unfit',
      'Torque',
    ]);
    const foreign = holding((one) =>
      one.id === 'a:clean' ? { ...one, type: 'unknown', reported: 'hologram' } : one,
    );
    for (const one of [remove('row', 'a'), remove('column', 'clean'), change('row', 'a', { label: 'X' })])
      expect(why(foreign, one)).to.include('redline-unfit');
    expect(why(foreign, { ...addRow('C'), after: 'a' } as ProposedChange)).to.include('redline-unfit');
  });

  it('R83: reaches the sibling of a batch, under its own names', () => {
    const own = (id: string): string => `other-${id}`;
    const grid = stepIn(base).grid!;
    const sibling: Run = {
      ...base,
      id: 'sibling',
      steps: [
        {
          ...stepIn(base),
          grid: {
            columns: grid.columns.map((one) => ({ ...one, id: own(one.id) })),
            rows: grid.rows.map((one) => ({ ...one, id: own(one.id) })),
          },
          fields: stepIn(base).fields.map((one) => ({
            ...one,
            id: own(one.id),
            ...(one.cell && { cell: { row: own(one.cell.row), column: own(one.cell.column) } }),
          })),
        },
      ],
    };
    const command = commandOf(
      propose(addAngle, remove('row', 'a'), { ...addRow('Bolt C'), after: 'b' } as never),
    );
    const { siblings } = decideBatch(base, [sibling], command, { by: 'ada', at: now, facts: {} });
    const { answer } = siblings[0]!;
    if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
    const told = answer.find((one) => one.type === 'redline-proposed')!;
    expect(
      told.redline.changes!.map((one) => ('after' in one ? one.after : 'line' in one ? one.line.id : '')),
    ).to.deep.equal(['other-torque', 'other-a', 'other-b']);
  });
});

describe('a redline of a table from elsewhere', () => {
  const reading = (changes: unknown) => {
    const redlines = [{ id: 'r', stepId: 's', title: 'R', status: 'open', changes: [changes] }];
    const { run } = readRun({ ...structuredClone(base), redlines });
    return { ...run, steps: [{ ...run.steps[0]!, status: 'redline' }] } as Run;
  };
  const whole = { change: 'add-line', axis: 'row', line: { id: 'c', label: 'C' } };
  const cellOf = (more: object) => ({
    ...stepIn(base).fields[1],
    id: 'c1',
    cell: { row: 'c', column: 'torque' },
    ...more,
  });

  const removing = { change: 'remove-line', axis: 'row', line: { id: 'a', label: 'A' } };
  const ofRow = (row: string) => stepIn(base).fields.filter((one) => one.cell?.row === row);

  it('that is not whole, or speaks of another table, is shown and not approved', () => {
    for (const odd of [
      { ...whole, axis: 'depth', cells: [cellOf({})] },
      { ...whole, cells: [cellOf({ type: 'hologram' }), cellOf({})] },
      { ...whole, cells: [cellOf({}), cellOf({ type: 'hologram' })] },
      { ...whole, cells: [cellOf({}), cellOf({ id: 'c2' })] },
      { ...whole, cells: [cellOf({}), cellOf({ cell: { row: 'c', column: 'clean' } })] },
      { ...whole, cells: [cellOf({ id: 'gap' })] },
      { ...whole, cells: [cellOf({ cell: { row: 'c', column: 'gone' } })] },
      { ...whole, cells: [cellOf({ cell: { row: 'a', column: 'torque' } })] },
      { ...whole, cells: [cellOf({ cell: undefined })] },
      { ...whole, line: 'c', cells: [] },
      { ...whole, cells: [] },
      { ...whole, line: { id: 'a', label: 'A' }, cells: [] },
      { change: 'remove-line', axis: 'row', line: { id: 'a', label: 'A' }, cells: [] },
      { change: 'remove-line', axis: 'row', line: { id: 'gone', label: 'A' }, cells: [] },
      { ...removing, cells: ofRow('a').slice(1) },
      { ...removing, cells: [...ofRow('a'), cellOf({})] },
      { ...removing, cells: ofRow('b') },
      { ...removing, cells: ofRow('a').map((one, at) => (at === 0 ? { ...one, type: 'hologram' } : one)) },
      { change: 'change-line', axis: 'row', targetId: 'gone', from: {}, to: { label: 'X' } },
      { change: 'change-line', axis: 'row', targetId: 'a', from: {}, to: 'X' },
      { change: 'change-line', axis: 'row', targetId: 'a', from: {}, to: { label: '' } },
      { change: 'change-line', axis: 'row', targetId: 'a', from: {}, to: { role: 'Quality' } },
      { change: 'change-line', axis: 'column', targetId: 'clean', from: {}, to: { limits: { min: '1' } } },
      { change: 'change-line', axis: 'column', targetId: 'seen', from: {}, to: { role: ' ' } },
      { change: 'change-field', targetId: 'note', from: {}, to: { limits: { min: '1' } } },
    ]) {
      const run = reading(odd);
      const refusal = refusalOf(run, { type: 'approve-redline', ...at, redlineId: 'r' });
      expect(refusal.detail?.reason, JSON.stringify(odd)).to.equal('redline-unfit');
      expect(readRun(structuredClone(run))).to.deep.equal({ run, problems: [] });
      redlineDiff(run, run.redlines[0]!);
    }
    expect(
      isRefusal(
        ask(reading({ ...whole, cells: [cellOf({})] }), { type: 'approve-redline', ...at, redlineId: 'r' }),
      ),
    ).to.equal(false);
  });
});

// Any of them -----------------------------------------------------------------------------------------------

const label = fc.constantFrom('Bolt A', 'Bolt X', ' Depth ', 'Torque');
const limits = fc.option(
  fc.record({ min: amount.map((one) => `-${one}`), max: amount }, { requiredKeys: [] }),
);
const axis = fc.constantFrom('row' as const, 'column' as const);
const lineId = fc.constantFrom('a', 'b', 'torque', 'clean', 'seen');
const anyChange = fc.oneof(
  fc.record(
    {
      change: fc.constant('add-line'),
      axis: fc.constant('row'),
      line: fc.record({ label, limits }, { requiredKeys: ['label'] }),
      after: lineId,
    },
    { requiredKeys: ['change', 'axis', 'line'] },
  ),
  fc.record(
    {
      change: fc.constant('add-line'),
      axis: fc.constant('column'),
      line: fc.record({
        label,
        type: fc.constantFrom('number', 'text', 'signoff'),
        role: fc.constant('Quality'),
        required: fc.boolean(),
      }),
      after: lineId,
    },
    { requiredKeys: ['change', 'axis', 'line'] },
  ),
  fc.record({
    change: fc.constant('change-line'),
    axis,
    targetId: lineId,
    to: fc.record(
      { label, limits, required: fc.boolean(), role: fc.constantFrom('Quality', 'Witness') },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ change: fc.constant('remove-line'), axis, targetId: lineId }),
) as fc.Arbitrary<ProposedChange>;
const unversioned = (field: Field): Field => ({
  ...field,
  version: '',
  ...('asked' in field && { asked: '' }),
});
const bare = ({ version: _, status: __, labor: ___, ...one }: Step): object => ({
  ...one,
  fields: one.fields.map(unversioned),
});
/** Those of the changes that can be made one upon the other. */
const possible = (changes: readonly ProposedChange[]): readonly ProposedChange[] =>
  changes.reduce<readonly ProposedChange[]>(
    (sound, one) => (isRefusal(ask(base, propose(...sound, one))) ? sound : [...sound, one]),
    [],
  );

describe('any redline of a table', () => {
  it('R28, R85: leaves a whole table, says what it changed, and can be read again', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 5 }), (wanted) => {
        const changes = possible(wanted);
        if (changes.length === 0) return;
        const open = after(base, propose(...changes));
        const run = settle(open, 'approve-redline');
        expect(readRun(structuredClone(run))).to.deep.equal({ run, problems: [] });
        expect(bare(stepIn(settle(open, 'cancel-redline')))).to.deep.equal(bare(stepIn(base)));
        const { grid, fields } = stepIn(run);
        // Every row has a cell in every column, and nothing else has changed.
        const places = fields.flatMap((one) => (one.cell ? [`${one.cell.row} ${one.cell.column}`] : []));
        const expected = (grid?.rows ?? []).flatMap((row) =>
          grid!.columns.map((column) => `${row.id} ${column.id}`),
        );
        expect([...places].sort()).to.deep.equal(expected.sort());
        expect(fields.filter((one) => !one.cell)).to.deep.equal(
          stepIn(base).fields.filter((one) => !one.cell),
        );
        // Its changes, one after the other, come to the same, and each tells of what was there before it.
        const { changes: made = [] } = run.redlines[0]!;
        const end = made.reduce((step, one) => {
          const next = applyChange(step, one, '');
          if (one.change === 'change-line' && one.to.label !== undefined) {
            const named = (of: Step) => of.grid![`${one.axis}s`].find(({ id }) => id === one.targetId)?.label;
            expect([named(step), named(next)]).to.deep.equal([one.from.label, one.to.label]);
          }
          if (one.change === 'remove-line')
            expect(one.cells.map(unversioned)).to.deep.equal(
              step.fields.filter(({ cell: of }) => of?.[one.axis] === one.line.id).map(unversioned),
            );
          return next;
        }, stepIn(base));
        expect(bare(stepIn(run))).to.deep.equal(bare(end));
        expect(redlineDiff(run, run.redlines[0]!)).to.deep.equal(redlineDiff(open, open.redlines[0]!));
      }),
      { numRuns: 300 },
    );
  });
});
