import { expect } from 'chai';
import {
  checkValue,
  isOutOfRange,
  stepBlockers,
  verdictOf,
  type Field,
  type FieldValue,
} from '../../src/domain/index.js';
import {
  after,
  ask,
  boolean,
  everyField,
  fieldIn,
  having,
  kinds,
  number,
  passFail,
  refusalOf,
  text,
  withPolicy,
  workingOn,
} from './runs.js';

const photo = { id: 'f1', name: 'weld.jpg', type: 'image/jpeg', size: 12 };
const byType = (type: Field['type']): Field => everyField.find((field) => field.type === type)!;
const at = (targetId: string, value: FieldValue, raw?: string) =>
  ({ type: 'set-value', stepId: 's', targetId, value, ...(raw !== undefined && { raw }) }) as const;

describe('what a field accepts', () => {
  const accepts: [Field['type'], readonly unknown[]][] = [
    ['number', ['0', '-0', '12.500', '-.5', '5.']],
    ['pass-fail', ['pass', 'fail']],
    ['text', ['0', 'x', ' x ', '<b>x</b>', '\u0000', 'x'.repeat(1_000_000), '🛠️ \ud800']],
    ['date', ['2024-02-29', '0001-01-01', '9999-12-31']],
    ['single-select', ['a', 'b']],
    ['multi-select', [['a'], ['b', 'a']]],
    ['boolean', [true, false]],
    ['file', [[photo], [photo, { ...photo, id: 'f2', size: 0 }]]],
  ];
  const foreign: readonly unknown[] = [
    undefined,
    null,
    '',
    ' ',
    NaN,
    5,
    0n,
    Symbol.iterator,
    {},
    [],
    [null],
    [5],
    [''],
    [{}],
    () => 1,
  ];
  const refuses: [Field['type'], readonly unknown[]][] = [
    ['number', [...foreign, true, '1e3', '0x10', '1,5', '1'.repeat(101), 'pass', ['1']]],
    ['pass-fail', [...foreign, true, 'PASS', 'ok', ['pass']]],
    ['text', [...foreign, true]],
    [
      'date',
      [
        ...foreign,
        '2023-02-29',
        '2024-13-01',
        '2024-00-10',
        '24-01-01',
        '2024-1-1',
        '2024-01-01T00:00:00Z',
        'today',
      ],
    ],
    ['single-select', [...foreign, 'c', 'Grade A', ['a'], '__proto__', 'constructor']],
    ['multi-select', [...foreign, 'a', ['c'], ['a', 'a'], ['a', 'c'], [['a']]]],
    ['boolean', [...foreign, 'true', 0, 1]],
    ['file', [...foreign, photo, [{ ...photo, id: 5 }], [{ ...photo, size: '12' }], [photo, null]]],
    ['signoff', [...foreign, 'approve', true]],
    ['unknown', [...foreign, 'x', true, '5']],
  ];
  for (const [type, values] of accepts) {
    it(`R26: ${type} takes what it is for`, () => {
      for (const value of values)
        expect(checkValue(byType(type), value), String(value).slice(0, 40)).to.equal(undefined);
    });
  }
  for (const [type, values] of refuses) {
    it(`R26: ${type} takes nothing else`, () => {
      for (const value of values) expect(checkValue(byType(type), value), typeof value).to.be.a('string');
    });
  }

  it('R26: a refused value is answered with its reason, and leaves the run alone', () => {
    const run = workingOn({ fields: everyField });
    expect(refusalOf(run, at('n', 'abc'))).to.deep.equal({
      refused: 'invalid',
      detail: { reason: 'not-a-number' },
    });
    expect(refusalOf(run, at('d', '2023-02-29')).detail?.reason).to.equal('not-a-date');
    expect(refusalOf(run, at('c', 'z')).detail?.reason).to.equal('not-an-option');
    expect(refusalOf(run, at('t', ' ')).detail?.reason).to.equal('text-needed');
  });

  it('a sign-off and an unknown field take no value at all', () => {
    const run = workingOn({ fields: everyField });
    expect(refusalOf(run, at('o', 'approve'))).to.deep.equal({ refused: 'not-found' });
    expect(refusalOf(run, at('u', 'x'))).to.deep.equal({ refused: 'not-found' });
  });
});

describe('what a field blocks', () => {
  const blockersOf = (field: Field, more = {}): string[] =>
    kinds(stepBlockers({ ...workingOn({ fields: [field] }), ...more }, 's'));

  it('R29: required and empty, by its name; of every type', () => {
    for (const field of everyField) {
      const kind = field.type === 'signoff' ? 'unapproved-signoff' : 'empty-field';
      expect(blockersOf(field), field.type).to.deep.equal([`${kind} ${field.id}`]);
      expect(blockersOf({ ...field, required: false }), field.type).to.deep.equal([]);
    }
  });

  it('R33: out of range, required or not (Q10)', () => {
    for (const required of [true, false]) {
      const field = having(number('n', 'N', 'mm', { max: '1' }, { required }), '2');
      expect(blockersOf(field)).to.deep.equal(['out-of-range n']);
      expect(blockersOf(having(field, '1'))).to.deep.equal([]);
    }
  });

  it('R33, R36: a failed check is judged like a value out of range', () => {
    expect(verdictOf(having(passFail('p', 'P'), 'fail'))).to.equal('low');
    expect(verdictOf(having(passFail('p', 'P'), 'pass'))).to.equal('in-range');
    expect(blockersOf(having(passFail('p', 'P'), 'fail'))).to.deep.equal(['failed-check p']);
  });

  it('the other types have no verdict', () => {
    expect(verdictOf(having(boolean('b', 'B'), false))).to.equal(undefined);
    expect(verdictOf(having(text('t', 'T'), '5'))).to.equal(undefined);
    expect(isOutOfRange(having(number('n', 'N', 'mm', undefined), '5'))).to.equal(false);
  });
});

describe('policy outOfRange', () => {
  const field = having(number('n', 'N', 'mm', { max: '1' }), '2');
  const check = having(passFail('p', 'P'), 'fail');
  const run = workingOn({ fields: [field, check] });
  const accept = (targetId: string, rationale = 'Measured again') =>
    ({ type: 'accept-deviation', stepId: 's', targetId, rationale }) as const;
  const issue = (links: string[]) => ({ type: 'open-issue', stepId: 's', title: 'Too long', links }) as const;
  const blocked = ['out-of-range n', 'failed-check p'];

  it('R33: block: an issue and a rationale change nothing, and no deviation is taken', () => {
    const tried = after(run, issue(['n', 'p']));
    expect(kinds(stepBlockers(tried, 's'))).to.deep.equal(blocked);
    expect(refusalOf(run, accept('n')).blockers).to.deep.equal([
      { kind: 'out-of-range', stepId: 's', targetId: 'n' },
    ]);
  });

  it('R34: with-issue: an issue at the field or at its step lets it pass', () => {
    const lenient = withPolicy(run, { outOfRange: 'with-issue' });
    expect(kinds(stepBlockers(lenient, 's'))).to.deep.equal(blocked);
    expect(kinds(stepBlockers(after(lenient, issue(['n'])), 's'))).to.deep.equal(['failed-check p']);
    expect(kinds(stepBlockers(after(lenient, issue(['s'])), 's'))).to.deep.equal([]);
    expect(kinds(stepBlockers(after(lenient, issue(['elsewhere'])), 's'))).to.deep.equal(blocked);
    expect(kinds(stepBlockers(after(lenient, accept('n')), 's'))).to.deep.equal(blocked);
  });

  it('R34: with-issue: an issue linked later counts as well', () => {
    const lenient = withPolicy(run, { outOfRange: 'with-issue' });
    const opened = after(lenient, issue([]));
    const link = {
      type: 'link-issue',
      stepId: 's',
      issueId: opened.issues[0]!.id,
      links: ['n', 'n'],
    } as const;
    const linked = after(opened, link);
    expect(kinds(stepBlockers(linked, 's'))).to.deep.equal(['failed-check p']);
    expect(linked.issues[0]!.links).to.deep.equal(['n']);
    expect(ask(linked, link)).to.deep.equal([]);
  });

  it('R35: with-rationale: an accepted deviation lets it pass, and is stored', () => {
    const lenient = withPolicy(run, { outOfRange: 'with-rationale' });
    expect(kinds(stepBlockers(after(lenient, issue(['s'])), 's'))).to.deep.equal(blocked);
    const accepted = after(lenient, accept('n', ' Measured again '));
    expect(kinds(stepBlockers(accepted, 's'))).to.deep.equal(['failed-check p']);
    const deviation = { rationale: 'Measured again', by: 'ada', at: '2026-11-20T09:00:00.000Z' };
    expect(fieldIn(accepted, 'n')).to.have.deep.nested.property('record.deviation', deviation);
  });

  it('R35: a new value needs a new rationale', () => {
    const accepted = after(withPolicy(run, { outOfRange: 'with-rationale' }), accept('n'), at('n', '3'));
    expect(kinds(stepBlockers(accepted, 's'))).to.include('out-of-range n');
  });

  it('R35: a deviation needs a rationale and a value that is out of range', () => {
    const lenient = withPolicy(run, { outOfRange: 'with-rationale' });
    expect(refusalOf(lenient, accept('n', ' ')).detail?.reason).to.equal('rationale-needed');
    expect(refusalOf(after(lenient, at('n', '1')), accept('n')).detail?.reason).to.equal('not-out-of-range');
    const empty = after(lenient, { type: 'clear-value', stepId: 's', targetId: 'n' });
    expect(refusalOf(empty, accept('n')).detail?.reason).to.equal('not-out-of-range');
  });

  it('warn: lets it pass as it stands', () => {
    expect(stepBlockers(withPolicy(run, { outOfRange: 'warn' }), 's')).to.deep.equal([]);
  });

  it('a step may have its own policy', () => {
    const [step] = run.steps;
    const own = { ...run, steps: [{ ...step!, policy: { outOfRange: 'warn' } as const }] };
    expect(stepBlockers(own, 's')).to.deep.equal([]);
  });
});
