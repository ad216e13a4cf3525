// What a redline lets in, and where it puts a step.
import { expect } from 'chai';
import { redlineAt, type Field, type ProposedChange, type Run, type Step } from '../../src/domain/index.js';
import {
  after,
  commandOf,
  everyField,
  having,
  now,
  part,
  refusalOf,
  runOf,
  step,
  stepIn,
  working,
} from './runs.js';

const base: Run = runOf([
  working('s', { fields: everyField, requirements: [part('bolts', 'lot', '4', 'P-1', 'Bolt')] }),
]);
const requestOf = (changes: readonly ProposedChange[]) =>
  ({ type: 'propose-redline', stepId: 's', title: 'Change', changes }) as const;
const approved = (run: Run): Run =>
  after(run, { type: 'approve-redline', stepId: 's', redlineId: redlineAt(run, 's')!.id });

describe('what a redline does not let in', () => {
  const decisions = [
    { id: 'd', decision: 'approve', by: 'ada', role: 'Quality', at: '2026-11-20T08:00:00.000Z', covers: {} },
  ];
  it('R68, R85: a sign-off that comes in is not signed, and a field is not filled', () => {
    const asked = { label: 'Seen', required: true, allowNotApplicable: false };
    const forged = [
      {
        change: 'add-field',
        field: { ...asked, type: 'signoff', role: 'Quality', peerReview: false, asked: '7', decisions },
      },
      {
        change: 'add-field',
        field: {
          ...asked,
          type: 'text',
          record: { value: 'x', how: 'typed' },
          cell: { row: 'r', column: 'c' },
        },
      },
    ] as unknown as ProposedChange[];
    const now = stepIn(approved(after(base, requestOf(forged))));
    const [seen, filled] = now.fields.slice(-2) as [Field & { decisions: unknown[] }, Field];
    expect(seen.decisions).to.deep.equal([]);
    expect(seen, 'what it asks for was never another thing').not.to.have.property('asked');
    expect(filled).not.to.have.any.keys('record', 'cell');
  });

  it('R85: the same limits in another order, an empty hint or a space more are no change', () => {
    for (const to of [
      { limits: { max: '10', min: '0' } },
      { hint: '' },
      { hint: null },
      { label: ' N ' },
      { unit: ' mm' },
    ])
      expect(
        refusalOf(base, requestOf([{ change: 'change-field', targetId: 'n', to }])).detail?.reason,
        JSON.stringify(to),
      ).to.equal('redline-empty');
  });

  it('R85: limits that are taken away are gone, and not empty', () => {
    const run = after(base, requestOf([{ change: 'change-field', targetId: 'n', to: { limits: {} } }]));
    expect(run.redlines[0]!.changes).to.deep.equal([
      {
        change: 'change-field',
        targetId: 'n',
        from: { limits: { min: '0', max: '10' } },
        to: { limits: null },
      },
    ]);
    expect(stepIn(approved(run)).fields[0]).not.to.have.property('limits');
  });
});

describe('what a redline finds when it is approved', () => {
  const meanwhile = (change: ProposedChange, more: Partial<Step>) => {
    const run = after(base, requestOf([change]));
    const now = { ...run, steps: [{ ...stepIn(run), ...more }] };
    return refusalOf(now, { type: 'approve-redline', stepId: 's', redlineId: redlineAt(run, 's')!.id }).detail
      ?.reason;
  };

  it('R85: a field that holds something, or a part that is excused by then, stays', () => {
    const fields = base.steps[0]!.fields.map((one) => (one.id === 'n' ? having(one, '4') : one));
    expect(meanwhile({ change: 'remove-field', targetId: 'n' }, { fields })).to.equal('redline-unfit');
    const [bolts] = base.steps[0]!.requirements;
    const requirements = [{ ...bolts!, exception: { issueId: 'i', by: 'ada', at: now } }];
    expect(meanwhile({ change: 'remove-requirement', targetId: bolts!.id }, { requirements })).to.equal(
      'redline-unfit',
    );
  });
});

describe('what a redline leaves alone', () => {
  it('R58: a place that is named twice, with a space more, is one', () => {
    const designators = [' D1 ', 'D1', 'D2', ' '];
    const run = after(
      base,
      requestOf([{ change: 'change-requirement', targetId: 'bolts', to: { quantity: '2', designators } }]),
    );
    expect(stepIn(approved(run)).requirements[0]!.designators).to.deep.equal(['D1', 'D2']);
  });

  it('R32: what was read in another unit stays in that, whatever the unit of its field was and is', () => {
    const fields = base.steps[0]!.fields.map((one) =>
      one.id === 'n' ? having(one, '0.2', { unit: 'in' }) : one,
    );
    const read = { ...base, steps: [{ ...stepIn(base), fields }] };
    const run = approved(
      after(read, requestOf([{ change: 'change-field', targetId: 'n', to: { unit: 'cm' } }])),
    );
    expect(stepIn(run).fields.find(({ id }) => id === 'n')).to.have.nested.property('record.unit', 'in');
  });

  it('R31: limits that meet are limits', () => {
    const limits = { min: '5', max: '5.0' };
    const run = approved(after(base, requestOf([{ change: 'change-field', targetId: 'n', to: { limits } }])));
    expect(stepIn(run).fields.find(({ id }) => id === 'n')).to.deep.include({ limits });
  });

  it('R85: a name from elsewhere with space around it, which nobody has touched, is no change', () => {
    const fields = base.steps[0]!.fields.map((one) => ({ ...one, label: ` ${one.label} ` }));
    const spaced = { ...base, steps: [{ ...stepIn(base), fields }] };
    const to = { label: fields.find(({ id }) => id === 'n')!.label };
    expect(
      refusalOf(spaced, requestOf([{ change: 'change-field', targetId: 'n', to }])).detail?.reason,
    ).to.equal('redline-empty');
  });
});

describe('where a redline puts a step', () => {
  const nested = runOf([step('a'), step('a1', { parentId: 'a' }), step('b')]);
  const added = (place: object) =>
    after(nested, {
      type: 'propose-redline',
      title: 'Deburr',
      step: { title: 'Deburr', ...place },
      changes: [],
    });
  const titles = (place: object): readonly string[] => added(place).steps.map(({ title: one }) => one);

  it('R85: before any step, the first one too, and before the first inside another', () => {
    expect(titles({ before: 'a' })).to.deep.equal(['Deburr', 'Step a', 'Step a1', 'Step b']);
    expect(titles({ before: 'b' })).to.deep.equal(['Step a', 'Step a1', 'Deburr', 'Step b']);
    expect(titles({ before: 'a1', parentId: 'a' })).to.deep.equal(['Step a', 'Deburr', 'Step a1', 'Step b']);
    expect(
      refusalOf(
        nested,
        commandOf({ type: 'propose-redline', title: 'D', step: { title: 'D', before: 'a1' }, changes: [] }),
      ).refused,
    ).to.equal('not-found');
  });
});
