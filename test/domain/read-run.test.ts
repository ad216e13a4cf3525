import { expect } from 'chai';
import fc from 'fast-check';
import { defaultPolicy, readRun, readStep, stepBlockers } from '../../src/domain/index.js';
import { bigRun, roverRuns } from '../../src/testing/index.js';
import { anyRun } from './any-run.js';
import { having, number, runOf, step, stepIn } from './runs.js';
import { quickest } from '../support/quickest.js';

const clone = <T>(value: T): T => structuredClone(value);
/** The run with something foreign in a step's place. */
const withStep = (more: object): unknown => ({ ...runOf([]), steps: [{ ...step('s'), ...more }] });
const fieldOf = (field: unknown) => stepIn(readRun(withStep({ fields: [field] })).run).fields[0]!;

describe('reading a run as it should be', () => {
  it('the sample runs come back equal, without problems', () => {
    for (const run of [...roverRuns(), bigRun({ fields: 200 })]) {
      expect(readRun(clone(run))).to.deep.equal({ run, problems: [] });
    }
  });

  it('any well-formed run comes back equal, without problems', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        expect(readRun(clone(run))).to.deep.equal({ run, problems: [] });
      }),
      { numRuns: 150 },
    );
  });

  it('and so does each of its steps', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const step of run.steps)
          expect(readStep(clone(step), run)).to.deep.equal({ step, problems: [] });
      }),
      { numRuns: 30 },
    );
  });

  it('50,000 fields are read in well under 0.3 s', () => {
    const run = clone(bigRun({ fields: 50_000 }));
    const [one] = run.steps;
    (run as { steps: unknown }).steps = [
      {
        ...one,
        fields: one!.fields.map((field) => (field.type === 'number' ? having(field, '10.1') : field)),
      },
    ];
    expect(readRun(run).problems).to.deep.equal([]);
    // A busy machine is slow at everything: there, twice the time of a copy will do.
    expect(quickest(() => readRun(run))).to.be.below(Math.max(300, 2 * quickest(() => structuredClone(run))));
  });
});

describe('options', () => {
  const options = [{ value: 'a', label: 'A' }];
  const select = (type: 'single-select' | 'multi-select', value: unknown) => ({
    id: 'f',
    type,
    label: 'Bit',
    required: true,
    allowNotApplicable: false,
    version: '1',
    options,
    record: { value, how: 'typed', by: 'p', at: '2026-11-20T08:00:00.000Z' },
  });

  it('R40: a recorded option that was removed later stays, and so does its field', () => {
    for (const field of [select('single-select', 'gone'), select('multi-select', ['a', 'gone'])]) {
      const { run, problems } = readRun(runOf([step('s', { fields: [field as never] })]));
      expect(run.steps[0]!.fields[0]).to.deep.equal(field);
      expect(problems).to.deep.equal([]);
    }
  });

  it('a recorded value that could never have been an option is shown and not acted on', () => {
    for (const field of [select('single-select', 7), select('multi-select', ['a', 'a'])]) {
      expect(
        readRun(runOf([step('s', { fields: [field as never] })])).run.steps[0]!.fields[0]!.type,
      ).to.equal('unknown');
    }
  });
});

describe('statuses and types', () => {
  it('R9: are recognized in any letter case, with any sign between', () => {
    const statusOf = (status: unknown) => stepIn(readRun(withStep({ status })).run).status;
    for (const text of ['IN_PROGRESS', 'in progress', 'In Progress', 'inProgress', 'in-progress']) {
      expect(statusOf(text), text).to.equal('in-progress');
    }
    expect(['TODO', 'Completed', 'COMPLETE', 'Cancelled', 'ON_HOLD', 'Failed'].map(statusOf)).to.deep.equal([
      'todo',
      'complete',
      'complete',
      'canceled',
      'hold',
      'failed',
    ]);
    expect(readRun({ ...runOf([]), status: 'PARTIAL_COMPLETE' }).run.status).to.equal('partial-complete');
    expect(fieldOf({ ...number('f', 'F', 'mm', undefined), type: 'NUMBER' }).type).to.equal('number');
  });

  it('R9: an unknown status is kept by its name, and refuses work', () => {
    for (const status of ['ARCHIVED', '', 5, null, {}, ['todo']]) {
      const { run, problems } = readRun(withStep({ status }));
      expect(stepIn(run).status).to.equal('unknown');
      expect(problems.map(({ code, path }) => [code, path])).to.deep.equal([
        ['unknown-value', 'steps.0.status'],
      ]);
    }
    expect(stepIn(readRun(withStep({ status: 'ARCHIVED' })).run).reported).to.equal('ARCHIVED');
  });

  it('an unknown field type becomes a label and its value, and blocks where it is required', () => {
    const field = {
      ...number('f', 'Hologram', 'mm', undefined),
      type: 'hologram',
      record: { value: { x: 1 } },
    };
    expect(fieldOf(field)).to.deep.equal({
      id: 'f',
      type: 'unknown',
      reported: 'hologram',
      label: 'Hologram',
      required: true,
      allowNotApplicable: false,
      version: '0',
      shown: '{"x":1}',
    });
    expect(stepBlockers(readRun(withStep({ fields: [field] })).run, 's')).to.deep.equal([
      { kind: 'empty-field', stepId: 's', targetId: 'f' },
    ]);
  });

  it('a policy that nobody knows is the default, a doubtful switch the strict one', () => {
    const { run, problems } = readRun({
      ...runOf([]),
      policy: { outOfRange: 'allow', requireScan: 'no', idleMinutes: -1 },
    });
    expect(run.policy).to.deep.equal({ ...defaultPolicy, requireScan: true });
    expect(problems.map(({ path }) => path)).to.deep.equal([
      'policy.outOfRange',
      'policy.requireScan',
      'policy.idleMinutes',
    ]);
    expect(readRun({ ...runOf([]), policy: 'strict' }).run.policy).to.deep.equal(defaultPolicy);
  });

  it('permissions that nobody knows are left out', () => {
    const people = [{ id: 'x', name: 'X', roles: ['A'], permissions: ['sign', 'launch', 'EXECUTE'] }];
    expect(readRun({ ...runOf([]), people }).run.people[0]?.permissions).to.deep.equal(['sign', 'execute']);
  });

  it('a run of a version to come can be read and not worked on', () => {
    const { run, problems } = readRun({ ...runOf([]), v: 2 });
    expect([run.status, run.reported]).to.deep.equal(['unknown', 'in-progress']);
    expect(problems).to.deep.equal([{ code: 'unknown-version', path: 'v', detail: '2' }]);
  });
});
