// Redlines of any content: what is proposed, what its difference names, and what becomes of the step.
import { expect } from 'chai';
import fc from 'fast-check';
import {
  isRefusal,
  redlineAt,
  redlineDiff,
  type Change,
  type Field,
  type ProposedChange,
  type Requirement,
  type Run,
  type Step,
} from '../../src/domain/index.js';
import { draftRedline } from '../../src/domain/redline-draft.js';
import { align } from '../../src/domain/redline-align.js';
import { applyChange } from '../../src/domain/redline-apply.js';
import { amount, few } from './any-field.js';
import { after, ask, everyField, part, runOf, step, stepIn, working } from './runs.js';

const base: Run = runOf([
  working('s', {
    instructions: ['Clean it.', 'Measure it twice.', 'Say so.'],
    fields: everyField,
    requirements: [part('bolts', 'lot', '4', 'P-1', 'Bolt'), part('nuts', 'bulk', '8', 'P-2', 'Nut')],
    upstream: ['before', 'other'],
  }),
  step('before', { status: 'complete' }),
  step('other', { status: 'complete' }),
  step('red', { status: 'redline' }),
]);

const title = fc.constantFrom('Gap', 'Width', ' Torque ', 'C', '');
const option = fc.constantFrom({ value: 'a', label: 'Grade A' }, { value: 'z', label: 'Grade Z' });
const limits = fc
  .tuple(amount, amount)
  .map(([a, b]) => (Number(a) <= Number(b) ? { max: b, min: a } : { min: b, max: a }));
const content = fc.record(
  {
    label: title.filter((one) => one !== ''),
    hint: fc.option(title),
    required: fc.boolean(),
    allowNotApplicable: fc.boolean(),
    unit: fc.option(fc.constantFrom('mm', 'in', '')),
    limits: fc.option(fc.oneof(limits, fc.constant({}), fc.constant({ max: '10', min: '0' }))),
    options: fc.uniqueArray(option, { minLength: 1, selector: ({ value }) => value }),
    role: fc.constantFrom('Quality', ' Witness '),
    meaning: fc.option(title),
    peerReview: fc.boolean(),
  },
  { requiredKeys: [] },
);
const partContent = fc.record(
  {
    partNumber: fc.constantFrom('P-1', 'P-9'),
    description: title.filter((one) => one.trim() !== ''),
    quantity: fc.oneof(amount, fc.constantFrom('1', '2')),
    unit: fc.option(fc.constant('pcs')),
    substitutes: few(fc.constant({ partNumber: 'P-5', description: 'Another bolt' })),
    designators: fc.option(few(fc.constantFrom('D1', 'D2', ' D2 ', ''))),
  },
  { requiredKeys: [] },
);
const fieldIds = fc.constantFrom(...everyField.filter(({ type }) => type !== 'unknown').map(({ id }) => id));
const partIds = fc.constantFrom('bolts', 'nuts');
const anyChange: fc.Arbitrary<ProposedChange> = fc.oneof(
  fc.record({
    change: fc.constant('instructions' as const),
    to: few(fc.constantFrom('Clean it.', 'Measure it once.', 'Measure it twice.', 'Say so.', ' ')),
  }),
  fc.record({
    change: fc.constant('add-field' as const),
    field: fc.record({
      type: fc.constant('text' as const),
      label: fc.constantFrom('Batch', 'Note'),
      required: fc.boolean(),
      allowNotApplicable: fc.boolean(),
    }),
    after: fieldIds,
  }),
  fc.record({ change: fc.constant('change-field' as const), targetId: fieldIds, to: content }),
  fc.record({ change: fc.constant('remove-field' as const), targetId: fieldIds }),
  fc.record({
    change: fc.constant('add-requirement' as const),
    requirement: fc.record({
      partNumber: fc.constant('W-1'),
      description: fc.constant('Washer'),
      quantity: amount,
      tracking: fc.constant('bulk' as const),
      substitutes: fc.constant([]),
    }),
  }),
  fc.record({ change: fc.constant('change-requirement' as const), targetId: partIds, to: partContent }),
  fc.record({ change: fc.constant('remove-requirement' as const), targetId: partIds }),
  fc.constant({ change: 'add-dependency' as const, targetId: 'red' }),
  fc.record({
    change: fc.constant('remove-dependency' as const),
    targetId: fc.constantFrom('before', 'other'),
  }),
);
/** Each target is changed once, as the editor does it. */
const targetOf = (one: ProposedChange): string =>
  'targetId' in one ? one.targetId : one.change === 'instructions' ? '' : JSON.stringify(one);
const anyChanges = fc.uniqueArray(anyChange, { minLength: 1, maxLength: 6, selector: targetOf });

const requestOf = (changes: readonly ProposedChange[]) =>
  ({ type: 'propose-redline', stepId: 's', title: 'Change', changes }) as const;
const proposed = (changes: readonly ProposedChange[]): Run | undefined =>
  isRefusal(ask(base, requestOf(changes))) ? undefined : after(base, requestOf(changes));
const idOf = (run: Run): string => redlineAt(run, 's')!.id;
const settled = (run: Run, type: 'approve-redline' | 'close-redline' | 'cancel-redline'): Run =>
  after(run, { type, stepId: 's', redlineId: idOf(run) });

/** Everything that can differ at a step, by the kind and the target that a difference would name. */
function facts({ fields, requirements, upstream, instructions }: Step): Map<string, string> {
  const all = new Map<string, string>();
  const say = (kind: string, id: string, value: unknown): unknown =>
    all.set(`${kind} ${id}`, JSON.stringify(value) ?? '');
  const contentsOf = (one: Field | Requirement): void => {
    for (const [key, value] of Object.entries(one))
      if (!['id', 'type', 'version', 'asked', 'limits'].includes(key)) say(key, one.id, value);
    if ('limits' in one && one.limits) say('limits', one.id, Object.entries(one.limits).sort());
  };
  fields.forEach(contentsOf);
  requirements.forEach(contentsOf);
  for (const id of upstream) say('dependency', id, true);
  say('instruction', 's', instructions);
  return all;
}
/** What of two states differs, as a list of the same names. */
function differing(from: Step, to: Step): readonly string[] {
  const [before, now] = [facts(from), facts(to)];
  const whole = (id: string): 'field' | 'requirement' | undefined => {
    const has = (list: readonly { id: string }[]): boolean => list.some((one) => one.id === id);
    if (has(from.fields) !== has(to.fields)) return 'field';
    return has(from.requirements) !== has(to.requirements) ? 'requirement' : undefined;
  };
  const names = [...new Set([...before.keys(), ...now.keys()])].filter(
    (name) => before.get(name) !== now.get(name),
  );
  return [
    ...new Set(
      names.map((name) => {
        const [, id] = name.split(/ (.*)/s);
        const come = whole(id!);
        return come ? `${come} ${id!}` : name;
      }),
    ),
  ].sort();
}
const bare = ({ version: _, status: __, labor: ___, ...one }: Step): object => ({
  ...one,
  fields: one.fields.map((field) => ({ ...field, version: '', ...('asked' in field && { asked: '' }) })),
  requirements: one.requirements.map((line) => ({ ...line, version: '' })),
});

describe('any redline', () => {
  it('R85: its difference names exactly what differs once it is approved, with what was and what is', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const run = proposed(changes);
        if (!run) return;
        const now = settled(run, 'approve-redline');
        const rows = redlineDiff(run, run.redlines[0]!);
        const named = [...new Set(rows.map(({ kind, targetId }) => `${kind} ${targetId}`))].sort();
        expect(named).to.deep.equal(differing(stepIn(base), stepIn(now)));
        for (const { kind, targetId, before, after: to } of rows) {
          for (const [side, value] of [
            [stepIn(base), before],
            [stepIn(now), to],
          ] as const) {
            const target = [...side.fields, ...side.requirements].find(({ id }) => id === targetId);
            const there =
              kind === 'field' || kind === 'requirement'
                ? target && { ...target, version: '' }
                : kind === 'dependency'
                  ? side.upstream.find((id) => id === targetId)
                  : kind === 'instruction'
                    ? side.instructions.find((one) => one === value)
                    : (target as unknown as Record<string, unknown>)[kind];
            const told =
              value && (kind === 'field' || kind === 'requirement')
                ? { ...(value as object), version: '' }
                : value;
            expect(there, `${kind} ${targetId}`).to.deep.equal(told);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('R85: approving it comes to the same as making its changes one after the other', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const run = proposed(changes);
        if (!run) return;
        const made = (run.redlines[0]!.changes ?? []).reduce(
          (one: Step, change: Change) => applyChange(one, change, ''),
          stepIn(base),
        );
        expect(bare(stepIn(settled(run, 'approve-redline')))).to.deep.equal(bare(made));
      }),
    );
  });

  it('R12: canceling it leaves the step as it was, but for its version and who was checked in', () => {
    fc.assert(
      fc.property(anyChanges, fc.constantFrom('todo', 'in-progress', 'failed'), (changes, status) => {
        const [first, ...others] = base.steps;
        const begun = { ...base, steps: [{ ...first!, status }, ...others] } as Run;
        if (isRefusal(ask(begun, requestOf(changes)))) return;
        const run = after(begun, requestOf(changes));
        const left = settled(run, 'cancel-redline');
        expect(bare(stepIn(left))).to.deep.equal(bare(stepIn(begun)));
        expect(stepIn(left).status).to.equal(status);
        expect(left.steps.slice(1)).to.deep.equal(begun.steps.slice(1));
      }),
    );
  });

  it('R85: is seen as it grows: what is drafted is what is proposed, and what cannot be is told at its place', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const draft = draftRedline(base, requestOf(changes));
        if (isRefusal(draft)) throw new Error('it is not at a place that there is');
        const answer = ask(base, requestOf(changes));
        const [first] = draft.unfit;
        if (first) expect(answer).to.deep.equal(first.refusal);
        else if (draft.redline.changes!.length === 0)
          expect(answer).to.deep.equal({ refused: 'invalid', detail: { reason: 'redline-empty' } });
        else {
          const run = after(base, requestOf(changes));
          const plain = (text: string): string => text.replace(/c\d+-0:|draft:/g, '');
          expect(plain(JSON.stringify(redlineDiff(draft.run, draft.redline)))).to.equal(
            plain(JSON.stringify(redlineDiff(run, run.redlines[0]!))),
          );
        }
      }),
    );
  });

  it('aligns any two lists so that each can be read from the other', () => {
    const lists = fc.array(fc.constantFrom('a', 'b', 'c', ' '), { maxLength: 20 });
    fc.assert(
      fc.property(lists, lists, (from, to) => {
        const stretches = align(from, to);
        expect(stretches.flatMap((one) => ('same' in one ? one.same : one.gone))).to.deep.equal(from);
        expect(stretches.flatMap((one) => ('same' in one ? one.same : one.come))).to.deep.equal(to);
        if (JSON.stringify(from) === JSON.stringify(to)) expect(stretches.length).to.be.at.most(1);
      }),
    );
  });

  it('aligns lists of any length in no time', () => {
    const long = (word: string): string[] => Array.from({ length: 200_000 }, (_, index) => `${word}${index}`);
    const began = performance.now();
    expect(align(long('a'), long('b'))).to.have.length(1);
    expect(align(long('a'), [...long('a'), 'x'])).to.have.length(2);
    expect(performance.now() - began).to.be.below(1000);
  });
});
