import { expect } from 'chai';
import fc from 'fast-check';
import {
  activeStep,
  asBuilt,
  cellsOf,
  openDesignators,
  remainingNow,
  availableToWork,
  checkValue,
  commandTypes,
  decide,
  isDecimal,
  numberSigns,
  readRun,
  readStep,
  recordOf,
  rollUp,
  runBlockers,
  runCounts,
  runWarnings,
  stepBlockers,
  stepNumbers,
  type Command,
  type Run,
} from '../../src/domain/index.js';
import { roverRuns } from '../../src/testing/index.js';
import { anyRun } from './any-run.js';
import { anything, spoil } from './harm.js';

/** Throws if anything in this run could trouble whoever shows it. */
function expectWellFormed(run: Run): void {
  const ids = [
    ...run.steps,
    ...run.gates,
    ...run.steps.flatMap(({ fields, requirements }) => [...fields, ...requirements]),
  ].map(({ id }) => id);
  expect(new Set(ids).size, 'ids of targets').to.equal(ids.length);
  expect(ids).to.not.include('');
  new Intl.DateTimeFormat('en', { timeZone: run.zone });
  const before = new Set<string>();
  for (const step of run.steps) {
    if (step.parentId !== undefined) expect(before.has(step.parentId), 'parent first').to.equal(true);
    before.add(step.id);
    for (const id of step.upstream) expect(ids).to.include(id);
    for (const field of step.fields) {
      expect(field.label.length).to.be.at.most(10_000);
      const record = recordOf(field);
      // R40: an option may have been removed since.
      const problem = record && !record.notApplicable ? checkValue(field, record.value) : undefined;
      if (!field.type.endsWith('-select')) expect(problem).to.equal(undefined);
      else for (const one of [record?.value ?? []].flat()) expect(one).to.be.a('string');
      const { cell } = field;
      if (cell) {
        expect(step.grid!.rows.map(({ id }) => id)).to.include(cell.row);
        expect(step.grid!.columns.map(({ id }) => id)).to.include(cell.column);
      }
      if (field.type === 'number')
        for (const limit of Object.values(field.limits ?? {}))
          expect(isDecimal(limit as string)).to.equal(true);
    }
    for (const { quantity, installs } of step.requirements) {
      for (const one of [quantity, ...installs.map((install) => install.quantity)])
        expect(isDecimal(one)).to.equal(true);
    }
    for (const { in: began, out } of step.labor)
      expect(Date.parse(out ?? began)).to.be.at.least(Date.parse(began));
  }
  // Whatever is left is plain data that survives a copy.
  expect(structuredClone(run)).to.deep.equal(run);
}

/** Asks everything that an element might. */
function expectUsable(run: Run): void {
  activeStep(run, 'technician');
  runBlockers(run);
  runWarnings(run);
  expect(JSON.stringify(asBuilt(run))).to.be.a('string');
  runCounts(run);
  rollUp(run.steps);
  expect(stepNumbers(run).size).to.equal(run.steps.length);
  const places = run.steps.flatMap((step) => {
    availableToWork(run, step);
    stepBlockers(run, step.id, 'technician');
    for (const { id } of step.grid?.rows ?? []) cellsOf(step, id);
    for (const one of step.requirements) {
      expect(isDecimal(remainingNow(step, one))).to.equal(true);
      openDesignators(one);
    }
    return [...step.fields, ...step.requirements].map(({ id }) => ({ stepId: step.id, targetId: id }));
  });
  for (const type of commandTypes) {
    for (const place of places.length > 0 ? places.slice(0, 5) : [{ stepId: '', targetId: '' }]) {
      const command = {
        v: 1,
        id: 'c',
        runId: run.id,
        madeAt: '',
        type,
        ...place,
        value: 'x',
        decision: 'reject',
        comment: 'x',
        text: 'x',
        title: 'x',
        rationale: 'x',
        links: [],
        acknowledged: [],
        unitId: '',
        installId: '',
        quantity: '1',
        file: null,
        reason: '',
        issueId: '',
      };
      decide(run, command as unknown as Command, {
        by: run.people[0]?.id ?? '',
        at: '2026-01-01T00:00:00.000Z',
        facts: {},
      });
    }
  }
}

/** Reads it, and again what came of it: the second time there is nothing left to say. */
function expectReadable(value: unknown): void {
  const { run, problems } = readRun(value);
  for (const { code, path, detail = '' } of problems) {
    expect(code).to.match(/^[a-z-]+$/);
    expect(path).to.be.a('string');
    expect(detail.length).to.be.at.most(100);
  }
  expectWellFormed(run);
  expectUsable(run);
  const again = readRun(structuredClone(run));
  expect(again.run).to.deep.equal(run);
}

const budget = { interruptAfterTimeLimit: 2500, markInterruptAsFailure: false, includeErrorInReport: true };

describe('reading anything', () => {
  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(anything, expectReadable), { numRuns: 300, ...budget });
  });

  it('nor where a run should be, in every one of its places', () => {
    const harm = fc.tuple(fc.nat({ max: 100_000 }), fc.oneof(anything, fc.constantFrom('delete', 'double')));
    fc.assert(
      fc.property(anyRun, fc.array(harm, { minLength: 1, maxLength: 6 }), (run, harms) =>
        expectReadable(spoil(run, harms)),
      ),
      { numRuns: 300, ...budget },
    );
  });

  it('nor in a real run', () => {
    const [run] = roverRuns();
    const harm = fc.tuple(
      fc.nat({ max: 100_000 }),
      fc.oneof(anything, fc.constantFrom('delete', 'double', 'cycle')),
    );
    fc.assert(
      fc.property(fc.array(harm, { minLength: 1, maxLength: 20 }), (harms) =>
        expectReadable(spoil(run, harms)),
      ),
      { numRuns: 60, ...budget },
    );
  });

  it('nor a step', () => {
    const [run] = roverRuns();
    fc.assert(
      fc.property(anything, (value) => {
        expectWellFormed({ ...run!, steps: [readStep(value).step] });
        const { step } = readStep(value, run);
        expectWellFormed({ ...run!, steps: [...run!.steps.filter(({ id }) => id !== step.id), step] });
      }),
      { numRuns: 60, ...budget },
    );
  });

  it('getters that throw, proxies that are gone, cycles', () => {
    const trap = {
      get title(): string {
        throw new Error('no');
      },
      get steps(): [] {
        throw new Error('no');
      },
    };
    expect(readRun(trap).problems).to.deep.include({ code: 'unreadable', path: 'steps' });
    const gone = Proxy.revocable([], {});
    gone.revoke();
    const cycle: Record<string, unknown> = {};
    Object.assign(cycle, {
      steps: [cycle],
      unit: cycle,
      gates: [cycle],
      fields: [cycle],
      record: cycle,
      value: cycle,
      type: 'text',
    });
    for (const value of [
      trap,
      gone.proxy,
      { steps: gone.proxy },
      { steps: [gone.proxy] },
      cycle,
      { steps: [cycle] },
    ])
      expectReadable(value);
  });

  it('nothing of the platform is touched by a hostile key', () => {
    const hostile: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"steps":[{"id":"__proto__","fields":[{"id":"constructor","type":"__proto__"},{"id":"q","type":"signoff","decisions":[{"decision":"approve","covers":{"__proto__":"1"}}]}]}]}',
    );
    expectReadable(hostile);
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
  });

  it('lists without end and depth without bottom are read in bounded time', () => {
    const started = performance.now();
    const sparse: unknown[] = [];
    sparse.length = 4_294_967_295;
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    let child: object = { partNumber: 'P', quantity: '1' };
    for (let i = 0; i < 10_000; i++) child = { partNumber: 'P', quantity: '1', children: [child] };
    const installs = [{ children: [child] }];
    const whole = { steps: [{ requirements: [{ quantity: '1', installs }] }] };
    expect(readRun(whole).problems.map(({ code }) => code)).to.include('too-long');
    const children = Array<unknown>(100_000).fill({ partNumber: 'P', quantity: '1', children: [] });
    const wide = { quantity: '1', installs: [{ children }] };
    readRun({ steps: [{ requirements: [wide] }] });
    const { problems } = readRun({ people: sparse });
    expect(problems.map(({ path }) => path)).to.include('people');
    readRun({ title: deep, steps: [{ fields: [{ type: deep, record: { value: sparse } }] }] });
    expect(performance.now() - started).to.be.below(5000);
  });

  it('decimal signs of any locale are there to read numbers with', () => {
    for (const locale of ['en', 'ar', 'de-CH']) expect(numberSigns(locale).decimal).to.have.length(1);
  });
});
