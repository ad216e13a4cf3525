import { expect } from 'chai';
import fc from 'fast-check';
import { cameAlong } from '../../src/domain/step-numbers.js';
import { pairing } from '../../src/domain/twins.js';
import {
  decideBatch,
  isPutIn,
  isRefusal,
  stepsInside,
  type Id,
  type Run,
  type Step,
} from '../../src/domain/index.js';
import { commandOf, everyField, now, number, part, runOf, step } from './runs.js';

// The plain way: all names of a step's place as one text, all of a run in one table -----------------------------

function plainPlaces({ steps }: Run): ReadonlyMap<Id, string> {
  const byId = new Map(steps.map((one) => [one.id, one]));
  const places = new Map<Id, string>();
  const counts = new Map<string, number>();
  for (const one of steps) {
    const around = (one.parentId !== undefined && places.get(one.parentId)) || '';
    const count = counts.get(around) ?? 0;
    const cameIn = isPutIn(one) && !cameAlong(byId, one);
    if (!cameIn) counts.set(around, count + 1);
    places.set(one.id, `${around}/${cameIn ? `came in: ${one.id}` : count}`);
  }
  return places;
}

function plainPairs(run: Run, stepId: Id | undefined, sibling: Run): ReadonlyMap<Id, Id> {
  const theirs = new Map([...plainPlaces(sibling)].map(([id, place]) => [place, id]));
  const ids = new Map<Id, Id>();
  const name = (one: Id, other: Id | undefined): unknown => other !== undefined && ids.set(one, other);
  for (const [id, place] of plainPlaces(run)) name(id, theirs.get(place));
  const within = run.steps.find(({ id }) => id === stepId);
  for (const one of within ? [within, ...stepsInside(run, within.id)] : []) {
    const twin = sibling.steps.find(({ id }) => id === ids.get(one.id));
    const lists = [one.fields, one.requirements, one.grid?.rows ?? [], one.grid?.columns ?? []];
    const others = [twin?.fields, twin?.requirements, twin?.grid?.rows, twin?.grid?.columns];
    lists.forEach((list, at) => list.forEach(({ id }, index) => name(id, others[at]?.[index]?.id)));
  }
  return ids;
}

// Runs of any shape ------------------------------------------------------------------------------------------

interface Shape {
  inside: number;
  fields: number;
  parts: number;
  rows: number;
  how: 'planned' | 'second-try' | 'redline' | 'along';
}
const anyShape: fc.Arbitrary<Shape> = fc.record({
  inside: fc.integer({ min: -1, max: 12 }),
  fields: fc.nat({ max: 3 }),
  parts: fc.nat({ max: 2 }),
  rows: fc.nat({ max: 2 }),
  how: fc.constantFrom('planned', 'planned', 'planned', 'second-try', 'redline', 'along'),
});

/** Steps that came in have the same name in every run; what was planned has each run's own. */
function shaped(prefix: string, shapes: readonly Shape[]): Run {
  const steps: Step[] = [];
  shapes.forEach(({ inside, fields, parts, rows, how }, at) => {
    const own = `${prefix}.${at}`;
    const id = how === 'second-try' || how === 'redline' ? `came-${at}` : own;
    const again = steps.findLast(({ duplicateOf }) => duplicateOf !== undefined);
    // Sometimes one that comes later, or that nobody knows.
    const named = inside < 0 ? undefined : (steps[inside]?.id ?? `${prefix}.${inside}`);
    const parentId = how === 'along' && again ? again.id : named;
    // Tried again is best what has something inside, so that what comes along has an original.
    const tried = steps.find((one) => steps.some((other) => other.parentId === one.id)) ?? steps.at(-1);
    const original = how === 'along' ? steps.find((one) => one.parentId === again?.duplicateOf) : tried;
    steps.push(
      step(id, {
        title: `Step ${at}`,
        ...(parentId !== undefined && { parentId }),
        ...((how === 'second-try' || how === 'along') && original && { duplicateOf: original.id }),
        ...(how === 'redline' && { addedBy: 'redline' }),
        fields: everyField.slice(0, fields).map((one) => ({ ...one, id: `${own}.${one.id}` })),
        requirements: Array.from({ length: parts }, (_, n) =>
          part(`${own}.part-${n}`, 'bulk', '1', 'P', 'Part'),
        ),
        grid: {
          rows: Array.from({ length: rows }, (_, n) => ({
            id: `${own}.row-${n}`,
            label: `Row ${n}`,
            allowNotApplicable: false,
          })),
          columns: [],
        },
      }),
    );
  });
  return { ...runOf(steps), id: prefix };
}

const namesIn = ({ steps }: Run): readonly Id[] =>
  steps.flatMap(({ id, fields, requirements, grid }) => [
    id,
    ...[...fields, ...requirements, ...(grid?.rows ?? [])].map((one) => one.id),
  ]);

describe('pairing the runs of a batch', () => {
  it('R82: names what the plain way names, both ways, in runs of any shape', () => {
    const anyRuns = fc
      .tuple(
        fc.array(anyShape, { maxLength: 12, size: 'max' }),
        fc.array(anyShape, { maxLength: 3 }),
        fc.nat(12),
        fc.nat(3),
      )
      .map(([shapes, others, at, out]): readonly [Run, Run] => [
        shaped('a', shapes),
        // The same, or with some taken out and others put in between.
        shaped('b', shapes.toSpliced(at, out, ...others)),
      ]);
    let paired = 0;
    fc.assert(
      fc.property(anyRuns, fc.nat(12), ([run, sibling], at) => {
        const stepId = run.steps[at]?.id;
        const plain = plainPairs(run, stepId, sibling);
        const back = new Map([...plain].map(([one, other]) => [other, one]));
        const twins = pairing(run, stepId)(sibling);
        expect(twins.step?.id).to.equal(stepId && plain.get(stepId));
        for (const id of namesIn(run)) expect(twins.there(id), id).to.equal(plain.get(id));
        for (const id of namesIn(sibling)) expect(twins.back(id), id).to.equal(back.get(id));
        paired += plain.size;
      }),
      { numRuns: 500 },
    );
    expect(paired).to.be.greaterThan(1000);
  });

  it('R81: each step of a sibling is looked at a few times, however many there are, and wait for each other', () => {
    const looksAt = (count: number): number => {
      let looks = 0;
      /** All in one step, the last after all others. */
      const wide = (id: string): Run => ({
        ...runOf([
          step(`${id}.all`, { title: 'All', status: 'todo' }),
          ...Array.from({ length: count }, (_, at) =>
            step(`${id}.${at}`, {
              title: `Step ${at}`,
              parentId: `${id}.all`,
              fields: [number(`${id}.${at}.n`, 'N', 'mm', { max: '5' })],
              upstream: at === count - 1 ? Array.from({ length: at }, (__, n) => `${id}.${n}`) : [],
            }),
          ),
        ]),
        id,
      });
      const sibling = wide('b');
      const watched = sibling.steps.map((one) =>
        Object.defineProperty({ ...one }, 'parentId', {
          enumerable: true,
          get: () => {
            looks += 1;
            return one.parentId;
          },
        }),
      );
      const run = wide('a');
      const command = { ...commandOf({ type: 'start-step', stepId: 'a.all' }), runId: 'a' };
      const recorder = { by: 'ada', at: now, facts: {} };
      const { siblings } = decideBatch(run, [{ ...sibling, steps: watched }], command, recorder);
      expect(siblings.filter(({ answer }) => isRefusal(answer))).to.deep.equal([]);
      return looks / count;
    };
    const few = looksAt(50);
    expect(few).to.be.below(10);
    expect(looksAt(500)).to.be.at.most(few);
  });
});
