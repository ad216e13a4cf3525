import { expect } from 'chai';
import { activeStep, readRun, readStep, stepNumbers, type Run } from '../../src/domain/index.js';
import { number, part, runOf, signoff, step, stepIn, working } from './runs.js';

const seen = (value: unknown): string[] => readRun(value).problems.map(({ code, path }) => `${code} ${path}`);
const withStep = (more: object): unknown => ({ ...runOf([]), steps: [{ ...step('s'), ...more }] });
const fieldOf = (field: unknown) => stepIn(readRun(withStep({ fields: [field] })).run).fields[0]!;
const clone = <T>(value: T): T => structuredClone(value);

describe('ids and references', () => {
  const problems = (steps: readonly object[], gates: readonly object[] = []) =>
    seen({ ...runOf([]), steps, gates });
  const n = (id: unknown) => ({ ...number(String(id), 'N', 'mm', undefined), id });

  it('the second of two targets of one id is read-only, under an id of its own', () => {
    const run = { ...runOf([]), steps: [step('s', { fields: [n('f') as never, n('f') as never] })] };
    const [first, second] = stepIn(readRun(run).run).fields;
    expect(first).to.deep.equal(n('f'));
    expect(second).to.include({ type: 'unknown', reported: 'number', label: 'N' });
    expect(second!.id).to.not.equal('f');
    expect(seen(run)).to.deep.equal(['duplicate-id steps.0.fields.1.id']);
  });

  it('fields, requirements, steps and gates share their ids', () => {
    expect(
      problems(
        [{ ...step('s'), fields: [n('s')], requirements: [part('s', 'lot', '1', 'P', 'P')] }],
        [signoff('s', 'S', 'Q')],
      ),
    ).to.have.length(3);
    const { run } = readRun({ ...runOf([]), steps: [working('s'), working('s')] });
    expect(run.steps.map(({ status, reported }) => reported ?? status)).to.deep.equal([
      'in-progress',
      'in-progress',
    ]);
    expect(run.steps[1]!.status).to.equal('unknown');
  });

  it('a target without an id is shown', () => {
    const { run } = readRun(withStep({ fields: [{ ...n('x'), id: undefined }, null, 'a note'] }));
    expect(stepIn(run).fields.map(({ type }) => type)).to.deep.equal(['unknown', 'unknown', 'unknown']);
    expect(new Set(stepIn(run).fields.map(({ id }) => id)).size).to.equal(3);
  });

  it('an id that came as a number is its text', () => {
    expect(fieldOf(n(7))).to.include({ id: '7', type: 'number' });
  });

  it('an upstream step or a parent that is not there is left out', () => {
    expect(problems([step('a', { upstream: ['x'], parentId: 'y' })])).to.deep.equal([
      'not-found steps.0.upstream',
      'not-found steps.0.parentId',
    ]);
  });

  it('circles are opened', () => {
    const steps = [
      step('a', { upstream: ['b', 'a'] }),
      step('b', { upstream: ['c'] }),
      step('c', { upstream: ['a'] }),
    ];
    const { run } = readRun({ ...runOf([]), steps });
    expect(run.steps.map(({ upstream }) => upstream)).to.deep.equal([['b'], ['c'], []]);
    expect(problems(steps)).to.deep.equal(['cycle steps.0.upstream', 'cycle steps.2.upstream']);
    const parents = [
      step('a', { parentId: 'b' }),
      step('b', { parentId: 'a' }),
      step('c', { parentId: 'c' }),
    ];
    expect(problems(parents)).to.deep.equal(['cycle steps.1.parentId', 'cycle steps.2.parentId']);
  });

  it('R23: children are put behind their parents, in the order in which they came', () => {
    const steps = [
      step('c', { parentId: 'b' }),
      step('a'),
      step('b'),
      step('d', { parentId: 'b' }),
      step('e', { parentId: 'c' }),
    ];
    const { run } = readRun({ ...runOf([]), steps });
    expect([...stepNumbers(run)]).to.deep.equal([
      ['a', '1'],
      ['b', '2'],
      ['c', '2.0'],
      ['e', '2.0.0'],
      ['d', '2.1'],
    ]);
  });

  it('a chain of 20,000 steps is no trouble, nested or not', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => i);
    const chain = ids.map((i) => step(`${i}`, { upstream: i < 19_999 ? [`${i + 1}`] : [] }));
    const nest = ids.map((i) => step(`${i}`, i < 19_999 ? { parentId: `${i + 1}` } : {}));
    expect(problems(chain)).to.deep.equal([]);
    expect(readRun({ ...runOf([]), steps: nest }).run.steps[0]?.id).to.equal('19999');
  });
});

describe('one step', () => {
  const run = runOf([step('a'), step('b', { fields: [number('f', 'F', 'mm', undefined)] })], {
    gates: [signoff('g', 'G', 'Q')],
  });

  it('may not take the ids of the others, and keeps its place among them', () => {
    const fields = [
      number('f', 'F', 'mm', undefined),
      number('g', 'G', 'mm', undefined),
      number('n', 'N', 'mm', undefined),
    ];
    const { step: read, problems } = readStep(
      clone(step('a', { fields, upstream: ['b', 'x'], parentId: 'a' })),
      run,
    );
    expect(read.fields.map(({ type }) => type)).to.deep.equal(['unknown', 'unknown', 'number']);
    expect(read.upstream).to.deep.equal(['b']);
    expect(problems.map(({ code, path }) => `${code} ${path}`)).to.deep.equal([
      'duplicate-id fields.0.id',
      'duplicate-id fields.1.id',
      'not-found upstream',
      'cycle parentId',
    ]);
  });

  it('may not wait for what waits for it', () => {
    const waiting: Run = { ...run, steps: [step('a'), step('b', { upstream: ['a'] })] };
    expect(readStep(step('a', { upstream: ['b'] }), waiting).step.upstream).to.deep.equal([]);
  });

  it('is read alone as well', () => {
    expect(readStep(null).step).to.include({ status: 'unknown', required: true });
    expect(activeStep(runOf([readStep(null).step]))).to.equal(undefined);
  });
});
