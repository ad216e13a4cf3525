import { expect } from 'chai';
import { isFilled, verdictOf, type FieldValue } from '../../src/domain/index.js';
import { after, ask, everyField, fieldIn, having, number, refusalOf, text, workingOn } from './runs.js';

const at = (targetId: string, value: FieldValue, raw?: string) =>
  ({ type: 'set-value', stepId: 's', targetId, value, ...(raw !== undefined && { raw }) }) as const;

describe('recording a value', () => {
  const run = workingOn({ fields: everyField });

  it('keeps the text, who, when and how, and what was typed where that differs', () => {
    const record = (value: FieldValue, raw?: string) => {
      const field = fieldIn(after(run, { ...at('n', value, raw), how: 'gauge' as const }), 'n');
      return 'record' in field ? field.record : undefined;
    };
    const saved = { how: 'gauge', by: 'ada', at: '2026-11-20T09:00:00.000Z' };
    expect(record('12.500', '12,500')).to.deep.equal({ value: '12.500', raw: '12,500', ...saved });
    expect(record('12.500', '12.500')).to.deep.equal({ value: '12.500', ...saved });
  });

  it('R37: text of any length and any character comes back as it went in', () => {
    const long = '<script>🛠️\u0000\u202e'.repeat(100_000);
    const field = fieldIn(after(run, at('t', long)), 't');
    expect('record' in field && field.record?.value === long).to.equal(true);
  });

  it('R39: zero, false, fail and "0" count as filled', () => {
    for (const [id, value] of [
      ['n', '0'],
      ['b', false],
      ['p', 'fail'],
      ['t', '0'],
    ] as const) {
      expect(isFilled(fieldIn(after(run, at(id, value)), id)), id).to.equal(true);
    }
    expect(everyField.some(isFilled)).to.equal(false);
  });

  it('clearing takes the record away; clearing what is empty does nothing', () => {
    const filled = after(run, at('n', '5'));
    const cleared = after(filled, { type: 'clear-value', stepId: 's', targetId: 'n' });
    expect(fieldIn(cleared, 'n')).to.not.have.property('record');
    expect(ask(run, { type: 'clear-value', stepId: 's', targetId: 'n' })).to.deep.equal([]);
  });

  it('R113: a base that is not the version any more is stale, with both entries', () => {
    const changed = after(run, at('n', '5'));
    const refusal = refusalOf(changed, { ...at('n', '6', '6,0'), base: '0' });
    expect(refusal.refused).to.equal('stale');
    expect(refusal.detail?.yours).to.include({ value: '6', raw: '6,0' });
    expect(refusal.detail?.theirs).to.include({ value: '5', by: 'ada' });
  });

  it('R44: the right base, no base, or the same value from an old base are not stale', () => {
    const changed = after(run, at('n', '5'));
    const { version } = fieldIn(changed, 'n');
    expect(ask(changed, { ...at('n', '6'), base: version })).to.have.length(1);
    expect(ask(changed, at('n', '6'))).to.have.length(1);
    expect(ask(changed, { ...at('n', '5'), base: '0' })).to.be.an('array');
  });

  it('R113: every command at a target or a step is stale from an old base', () => {
    const changed = after(run, at('n', '5'));
    const old = { stepId: 's', targetId: 'n', base: '0' };
    expect(refusalOf(changed, { type: 'clear-value', ...old }).refused).to.equal('stale');
    expect(refusalOf(changed, { type: 'mark-not-applicable', ...old }).refused).to.equal('stale');
    expect(refusalOf(changed, { type: 'accept-deviation', ...old, rationale: 'x' }).refused).to.equal(
      'stale',
    );
    expect(refusalOf(changed, { type: 'complete-step', stepId: 's', base: '0' }).refused).to.equal('stale');
    const signed = { type: 'sign', stepId: 's', targetId: 'o', decision: 'approve', base: '0' } as const;
    expect(refusalOf(changed, signed, { by: 'ben' }).refused).to.equal('stale');
  });
});

describe('not applicable', () => {
  const allowed = text('t', 'T', { allowNotApplicable: true });
  const run = workingOn({ fields: [allowed, text('no', 'No')] });
  const mark = (targetId: string) => ({ type: 'mark-not-applicable', stepId: 's', targetId }) as const;

  it('R38: only where the field allows it', () => {
    expect(refusalOf(run, mark('no'))).to.deep.equal({
      refused: 'invalid',
      detail: { reason: 'not-applicable-not-allowed' },
    });
  });

  it('R38: is stored apart from every value, fills the field (Q12) and has no verdict', () => {
    const field = fieldIn(after(run, mark('t')), 't');
    expect('record' in field && field.record).to.include({ value: null, notApplicable: true });
    expect(isFilled(field)).to.equal(true);
    expect(verdictOf(having(number('n', 'N', 'mm', { min: '1' }), null, { notApplicable: true }))).to.equal(
      undefined,
    );
  });

  it('R38: a value after it takes its place', () => {
    const field = fieldIn(after(run, mark('t'), at('t', 'x')), 't');
    expect('record' in field && field.record)
      .to.include({ value: 'x' })
      .and.not.have.property('notApplicable');
  });
});
