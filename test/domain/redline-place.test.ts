// What a redline lets in, and where it puts a step.
import { expect } from 'chai';
import { redlineAt, type Field, type ProposedChange, type Run } from '../../src/domain/index.js';
import { after, commandOf, everyField, refusalOf, runOf, step, stepIn, working } from './runs.js';

const base: Run = runOf([working('s', { fields: everyField })]);
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
        field: { ...asked, type: 'signoff', role: 'Quality', peerReview: false, decisions },
      },
      { change: 'add-field', field: { ...asked, type: 'text', record: { value: 'x', how: 'typed' } } },
    ] as unknown as ProposedChange[];
    const now = stepIn(approved(after(base, requestOf(forged))));
    const [seen, filled] = now.fields.slice(-2) as [Field & { decisions: unknown[] }, Field];
    expect(seen.decisions).to.deep.equal([]);
    expect(filled).not.to.have.property('record');
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
