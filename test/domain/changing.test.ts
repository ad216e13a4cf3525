import { expect } from 'chai';
import fc from 'fast-check';
import {
  compareIn,
  judgeIn,
  recordOf,
  stepBlockers,
  verdictOf,
  type CommandRequest,
  type NumberField,
} from '../../src/domain/index.js';
import {
  after,
  ask,
  eventsOf,
  everyField,
  fieldIn,
  having,
  kinds,
  number,
  refusalOf,
  text,
  withPolicy,
  workingOn,
} from './runs.js';

const set = (value: string, more: object = {}): CommandRequest => ({
  type: 'set-value',
  stepId: 's',
  targetId: 'n',
  value,
  ...more,
});
const width = number('n', 'N', 'mm', { min: '25.4', max: '31.75' });
const base = workingOn({ fields: [width, text('t', 'T', { allowNotApplicable: true })] });

describe('a number in another unit', () => {
  it('R39: is kept as it was typed, with its unit; the field’s own unit is not repeated', () => {
    const record = (more: object) => recordOf(fieldIn(after(base, set('1.250', more)), 'n'));
    expect(record({ unit: 'in', raw: '1,250"' })).to.deep.include({
      value: '1.250',
      unit: 'in',
      raw: '1,250"',
    });
    expect(record({ unit: 'mm' })).to.not.have.property('unit');
    expect(record({})).to.not.have.property('unit');
    expect(record({ resolution: '0.001' })).to.deep.include({ resolution: '0.001' });
    expect(record({ resolution: 'fine' })).to.not.have.property('resolution');
  });

  it('R39: of another kind, or that nobody knows, is refused', () => {
    const why = (unit: string, run = base) => refusalOf(run, set('1', { unit })).detail?.reason;
    expect(why('kg')).to.equal('other-unit');
    expect(why('N·m')).to.equal('other-unit');
    for (const unit of ['furlong', '', 'MM', 'constructor']) expect(why(unit), unit).to.equal('not-a-unit');
    const bare = workingOn({ fields: [number('n', 'N', undefined, undefined)] });
    expect(why('mm', bare), 'where the field counts in none').to.equal('not-a-unit');
    const note = workingOn({ fields: [text('n', 'N')] });
    expect(why('mm', note), 'in a text').to.equal('not-a-unit');
    const hard = workingOn({ fields: [number('n', 'N', 'HRC', undefined)] });
    expect(ask(hard, set('60', { unit: 'HRC' })), 'its own, which nobody knows').to.have.length(1);
  });

  it('R31: is judged exactly at both ends', () => {
    for (const [value, unit, verdict] of [
      ['1', 'in', 'in-range'],
      ['0.99999999999999999999', 'in', 'low'],
      ['1.25', 'in', 'in-range'],
      ['1.250000000000000000001', 'in', 'high'],
      ['2.54', 'cm', 'in-range'],
      ['3175', 'cm', 'high'],
      ['0.03175', 'm', 'in-range'],
      ['1250', 'mil', 'in-range'],
      ['1', 'kg', 'not-a-number'],
      ['one', 'in', 'not-a-number'],
    ] as const)
      expect(judgeIn(width, value, unit), `${value} ${unit}`).to.equal(verdict);
    const open = number('n', 'N', 'mm', { target: '5' });
    expect(judgeIn(open, '1', 'in')).to.equal('no-limits');
    expect(judgeIn(number('n', 'N', 'mm', { target: '25', plus: '.4', minus: '-.4' }), '1', 'in')).to.equal(
      'in-range',
    );
    expect(judgeIn(number('n', 'N', undefined, { max: '1' }), '1', 'in')).to.equal('not-a-number');
  });

  it('R31: property: is judged as the same number in the field’s unit', () => {
    const amount = fc.integer({ min: -9999, max: 9999 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(amount, amount, amount, (value, min, max) => {
        const field: NumberField = number('n', 'N', 'mm', { min, max });
        const inCm = judgeIn(field, value, 'cm');
        const low = compareIn(value, 'cm', min, 'mm')! < 0;
        const high = compareIn(value, 'cm', max, 'mm')! > 0;
        expect(inCm).to.equal(low ? 'low' : high ? 'high' : 'in-range');
        // Ten times the number of millimetres, by moving the point.
        const mm = (Number(value) * 10).toFixed(1);
        expect(judgeIn(field, mm)).to.equal(inCm);
      }),
    );
  });

  const policies = {
    block: ['out-of-range n'],
    'with-issue': ['out-of-range n'],
    'with-rationale': ['out-of-range n'],
    warn: [],
  } as const;
  for (const [outOfRange, blocked] of Object.entries(policies)) {
    it(`R32, R33, R34, R35: under the policy ${outOfRange} it counts as in the field’s unit`, () => {
      const run = withPolicy(workingOn({ fields: [width] }), { outOfRange: outOfRange as 'block' });
      const blockers = (...requests: CommandRequest[]) => kinds(stepBlockers(after(run, ...requests), 's'));
      expect(blockers(set('1.25', { unit: 'in' })), 'at the edge').to.deep.equal([]);
      const over = set('1.2501', { unit: 'in' });
      expect(blockers(over), 'beyond it').to.deep.equal(blocked);
      expect(verdictOf(fieldIn(after(run, over), 'n'))).to.equal('high');
      const issue = { type: 'open-issue', stepId: 's', title: 'x', links: ['n'] } as const;
      expect(blockers(over, issue), 'with an issue').to.deep.equal(
        outOfRange === 'with-issue' ? [] : blocked,
      );
      const accept = { type: 'accept-deviation', stepId: 's', targetId: 'n', rationale: 'x' } as const;
      if (outOfRange === 'block') {
        expect(refusalOf(after(run, over), accept).refused).to.equal('blocked');
      } else {
        expect(blockers(over, accept), 'with a rationale').to.deep.equal(
          outOfRange === 'with-rationale' ? [] : blocked,
        );
        expect(refusalOf(after(run, set('1.25', { unit: 'in' })), accept).detail?.reason).to.equal(
          'not-out-of-range',
        );
      }
    });
  }

  it('R44: the same digits in another unit are another value, and the field’s own unit is the one that is not said', () => {
    const inches = after(base, set('1.25', { unit: 'in' }));
    const old = { base: 'old' };
    expect(refusalOf(inches, set('1.25', old)).refused).to.equal('stale');
    expect(refusalOf(inches, set('1.25', { ...old, unit: 'cm' })).detail).to.deep.include.keys(
      'yours',
      'theirs',
    );
    expect(refusalOf(inches, set('1.25', { ...old, unit: 'cm' })).detail?.yours).to.include({ unit: 'cm' });
    expect(ask(inches, set('1.25', { ...old, unit: 'in' }))).to.have.length(1);
    const own = after(base, set('30'));
    expect(ask(own, set('30', { ...old, unit: 'mm' }))).to.have.length(1);
    expect(refusalOf(own, set('30', { ...old, unit: 'in' })).refused).to.equal('stale');
  });
});

describe('policy reasonForChange', () => {
  const strict = withPolicy(base, { reasonForChange: true });
  const needed = { refused: 'invalid', detail: { reason: 'reason-needed' } };
  const clear: CommandRequest = { type: 'clear-value', stepId: 's', targetId: 'n' };
  const mark: CommandRequest = { type: 'mark-not-applicable', stepId: 's', targetId: 't' };
  const note = (value: string): CommandRequest => ({ type: 'set-value', stepId: 's', targetId: 't', value });

  it('the first entry needs no reason, of any type', () => {
    expect(after(strict, set('30'), mark).steps[0]!.fields.every((field) => recordOf(field))).to.equal(true);
    const all = withPolicy(workingOn({ fields: everyField }), { reasonForChange: true });
    expect(ask(all, { ...set('x'), targetId: 't' } as CommandRequest)).to.have.length(1);
  });

  it('a change, clearing and not applicable over a value need one that says something', () => {
    const filled = after(strict, set('30'), note('x'));
    for (const request of [set('31'), set('30'), clear, note('y'), mark]) {
      for (const reason of [undefined, '', ' \n'])
        expect(refusalOf(filled, { ...request, ...(reason !== undefined && { reason }) })).to.deep.equal(
          needed,
        );
      expect(ask(filled, { ...request, reason: 'Read it wrong' } as CommandRequest)).to.have.length(1);
    }
    const marked = after(strict, mark);
    expect(refusalOf(marked, note('y')), 'a value over not applicable').to.deep.equal(needed);
  });

  it('a reason is kept with what it explains, without the space around it', () => {
    const changed = after(strict, set('30'), set('31', { reason: ' Read it wrong ' }));
    expect(recordOf(fieldIn(changed, 'n'))).to.deep.include({ value: '31', reason: 'Read it wrong' });
    const [event] = eventsOf(changed, { ...clear, reason: 'Wrong part' });
    expect(event).to.deep.include({ type: 'value-cleared', reason: 'Wrong part' });
    const noted = after(strict, note('x'), { ...mark, reason: 'No note' });
    expect(recordOf(fieldIn(noted, 't'))).to.deep.include({ notApplicable: true, reason: 'No note' });
  });

  it('what was cleared is empty: the next entry is a first one', () => {
    const cleared = after(strict, set('30'), { ...clear, reason: 'Wrong part' });
    expect(recordOf(fieldIn(after(cleared, set('31')), 'n'))).to.not.have.property('reason');
    expect(recordOf(fieldIn(after(strict, set('30', { reason: 'Why not' })), 'n'))).to.not.have.property(
      'reason',
    );
    expect(ask(strict, clear), 'clearing what is empty').to.deep.equal([]);
  });

  it('without the policy nobody is asked, and what is said is kept all the same', () => {
    const changed = after(base, set('30'), set('31'), set('32', { reason: 'Again' }));
    expect(recordOf(fieldIn(changed, 'n'))).to.deep.include({ value: '32', reason: 'Again' });
    expect(ask(changed, clear)).to.have.length(1);
  });

  it('a step may ask where the run does not', () => {
    const [step] = base.steps;
    const own = { ...base, steps: [{ ...step!, policy: { reasonForChange: true } }] };
    expect(refusalOf(after(own, set('30')), set('31'))).to.deep.equal(needed);
  });

  it('R35: a change takes the deviation away', () => {
    const deviation = { rationale: 'x', by: 'ben', at: '' };
    const run = workingOn({ fields: [having(width, '40', { deviation })] });
    expect(recordOf(fieldIn(after(run, set('41')), 'n'))).to.not.have.property('deviation');
  });
});
