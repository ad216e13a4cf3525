import { expect } from 'chai';
import fc from 'fast-check';
import {
  checkValue,
  readRun,
  recordOf,
  toolProblem,
  type Field,
  type FieldValue,
  type Part,
  type Tool,
} from '../../src/domain/index.js';
import { atSite, dayAt } from '../../src/domain/day.js';
import {
  after,
  ask,
  everyField,
  evolveAllOf,
  fieldIn,
  having,
  partLink,
  passFail,
  person,
  refusalOf,
  runOf,
  step,
  stepIn,
  tool,
  workingOn,
  type By,
} from './runs.js';

const set = (targetId: string, value: FieldValue) =>
  ({ type: 'set-value', stepId: 's', targetId, value }) as const;
const byType = (type: Field['type']): Field => everyField.find((field) => field.type === type)!;

describe('a date and time', () => {
  const field = byType('date-time');

  it('R27: keeps the time of day and its offset', () => {
    for (const value of [
      '2026-03-04T10:15:00+01:00',
      '2026-03-04T10:15Z',
      '2024-02-29T23:59:59.999-12:00',
      '2026-03-04T00:00+05:45',
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59.9+14:00',
    ]) {
      expect(checkValue(field, value), value).to.equal(undefined);
      const run = after(workingOn({ fields: [field] }), set('dt', value));
      expect(recordOf(fieldIn(run, 'dt'))?.value).to.equal(value);
    }
  });

  it('R27: is neither a date alone, nor a time without an offset, nor a time that there is not', () => {
    for (const value of [
      '2026-03-04',
      '2026-03-04T10:15:00',
      '2026-03-04 10:15:00Z',
      '2026-03-04T10Z',
      '2026-02-29T10:15:00Z',
      '2026-13-01T10:15:00Z',
      '2026-00-10T10:15:00Z',
      '2026-03-04T24:00:00Z',
      '2026-03-04T10:60:00Z',
      '2026-03-04T10:15:60Z',
      '2026-03-04T10:15:00+24:00',
      '2026-03-04T10:15:00+01:60',
      '2026-03-04T10:15:00+0100',
      '2026-03-04T10:15:00.1234Z',
      '2026-03-04T10:15:00z',
      '+002026-03-04T10:15:00Z',
      ' 2026-03-04T10:15:00Z',
      '2026-03-04T10:15:00Z\n',
      '',
    ]) {
      expect(checkValue(field, value), value).to.equal('not-a-date');
    }
    for (const value of [0, null, {}, new Date(0), ['2026-03-04T10:15:00Z']])
      expect(checkValue(field, value)).to.equal('not-a-date');
  });

  it('R27: property: every instant is one, however it is offset', () => {
    const instant = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2200-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.integer({ min: -23 * 60, max: 23 * 60 }), (date, offset) => {
        const pad = (n: number): string => String(Math.floor(Math.abs(n))).padStart(2, '0');
        const zone = `${offset < 0 ? '-' : '+'}${pad(Math.abs(offset) / 60)}:${pad(Math.abs(offset) % 60)}`;
        const value = `${date.toISOString().slice(0, -1)}${zone}`;
        expect(checkValue(field, value), value).to.equal(undefined);
        expect(Number.isNaN(Date.parse(value)), value).to.equal(false);
      }),
    );
  });
});

const caliper: Tool = {
  id: 'cal',
  partNumber: 'T-1',
  name: 'Caliper',
  serial: 'C-7',
  subtype: 'digital',
  status: 'available',
};
const bolt: Part = { id: 'bolt', partNumber: 'P-1', description: 'Bolt' };
const links = [tool('tl', 'Tool', { partNumber: 'T-1' }), person('pe', 'Person'), partLink('pa', 'Part')];
const run = workingOn({ fields: links });
const facts: By = { tools: [caliper], parts: [bolt] };

describe('a link', () => {
  it('R27: is an id with a name, and nothing else', () => {
    for (const field of links) {
      expect(checkValue(field, { id: 'x', name: '' }), field.type).to.equal(undefined);
      for (const value of [
        'x',
        '',
        null,
        undefined,
        5,
        true,
        [],
        {},
        { id: 'x' },
        { name: 'x' },
        { id: 5, name: 'x' },
      ])
        expect(checkValue(field, value), field.type).to.equal('not-a-value');
    }
  });

  it('R27: is recorded under the name that the backend knows, whatever a client calls it', () => {
    const recorded = (targetId: string, id: string) => {
      const value = { id, name: '<b>Mine</b>', more: 'x' };
      return recordOf(fieldIn(evolveAllOf(run, set(targetId, value), facts), targetId))?.value;
    };
    expect(recorded('tl', 'cal')).to.deep.equal({ id: 'cal', name: 'Caliper · C-7' });
    expect(recorded('pe', 'ben')).to.deep.equal({ id: 'ben', name: 'Ben' });
    expect(recorded('pa', 'bolt')).to.deep.equal({ id: 'bolt', name: 'P-1 Bolt' });
  });

  it('R27: to what nobody knows is refused, and so is what only the platform knows', () => {
    for (const field of links) {
      for (const id of ['nowhere', '', 'constructor', '__proto__', 'toString']) {
        const { refused, detail } = refusalOf(run, set(field.id, { id, name: 'Name' }), facts);
        expect([refused, detail?.reason, detail?.message], `${field.id} ${id}`).to.deep.equal([
          'invalid',
          'not-found',
          'Name',
        ]);
      }
    }
  });

  it('R27: to a person may be narrowed to a role, which a team may give', () => {
    const checked = workingOn({ fields: [person('pe', 'Person', { role: 'Quality' })] });
    const ada = set('pe', { id: 'ada', name: '' });
    expect(refusalOf(checked, ada).detail).to.deep.equal({
      reason: 'other-role',
      needs: 'Quality',
      message: 'Ada',
    });
    expect(ask(checked, set('pe', { id: 'ben', name: '' }))).to.have.length(1);
    const teams = [{ id: 'q', name: 'Q', members: ['ada'], roles: ['Quality'] }];
    expect(ask({ ...checked, teams }, ada)).to.have.length(1);
  });

  it('R44: the same link under another name is the same value', () => {
    const filled = evolveAllOf(run, set('tl', { id: 'cal', name: '' }), facts);
    const again = { ...set('tl', { id: 'cal', name: 'Other' }), base: 'old' };
    expect(ask(filled, again, facts)).to.have.length(1);
  });
});

describe('a tool', () => {
  const use = (more: Partial<Tool>, field = links[0]!, at = '2026-11-20T09:00:00.000Z', zone = 'UTC') => {
    const changed = { ...caliper, ...more };
    const answer = ask({ ...workingOn({ fields: [field] }), zone }, set('tl', { id: 'cal', name: '' }), {
      tools: [changed],
      at,
    });
    if (!('refused' in answer)) return 'done';
    expect(answer.refused).to.equal('invalid');
    expect(answer.detail?.tool, 'the tool as it is').to.deep.equal(changed);
    return answer.detail?.reason;
  };

  it('R42: of another part number or another subtype is refused', () => {
    const digital = tool('tl', 'Tool', { subtype: 'digital' });
    expect(use({})).to.equal('done');
    expect(use({ partNumber: 'T-2' })).to.equal('tool-other');
    expect(use({ partNumber: 'T-2' }, digital)).to.equal('done');
    expect(use({ subtype: 'dial' }, digital)).to.equal('tool-other');
    const { subtype: _, ...plain } = caliper;
    expect(toolProblem({ ...digital, type: 'tool' }, plain, '2026-01-01')?.expected).to.deep.equal([
      'digital',
    ]);
    expect(use({ partNumber: 'anything', subtype: 'any' }, tool('tl', 'Tool'))).to.equal('done');
  });

  it('R42: that is unavailable is refused with its reason', () => {
    expect(use({ status: 'unavailable', reason: 'Dropped' })).to.equal('tool-unavailable');
    expect(use({ status: 'unavailable', partNumber: 'T-2' }), 'the wrong tool first').to.equal('tool-other');
  });

  it('R42: is good on the last day of its calibration, by the calendar of the site', () => {
    const calibrationDue = '2026-03-04';
    expect(use({ calibrationDue }, undefined, '2026-03-04T23:59:59.999Z')).to.equal('done');
    expect(use({ calibrationDue }, undefined, '2026-03-05T00:00:00.000Z')).to.equal('tool-overdue');
    const east = ['2026-03-04T10:59:59.999Z', '2026-03-04T11:00:00.000Z'] as const;
    expect(use({ calibrationDue }, undefined, east[0], 'Pacific/Auckland')).to.equal('done');
    expect(use({ calibrationDue }, undefined, east[1], 'Pacific/Auckland')).to.equal('tool-overdue');
    const west = ['2026-03-05T07:59:59.999Z', '2026-03-05T08:00:00.000Z'] as const;
    expect(use({ calibrationDue }, undefined, west[0], 'America/Los_Angeles')).to.equal('done');
    expect(use({ calibrationDue }, undefined, west[1], 'America/Los_Angeles')).to.equal('tool-overdue');
  });

  it('R27: a time of day at the site has the offset of that day', () => {
    expect(atSite('2026-03-04T10:15', 'Europe/Berlin')).to.equal('2026-03-04T10:15+01:00');
    expect(atSite('2026-07-04T10:15', 'Europe/Berlin')).to.equal('2026-07-04T10:15+02:00');
    expect(atSite('2026-03-29T03:30', 'Europe/Berlin'), 'just after the clocks went forward').to.equal(
      '2026-03-29T03:30+02:00',
    );
    expect(atSite('2026-03-04T10:15', 'Asia/Kathmandu')).to.equal('2026-03-04T10:15+05:45');
    expect(atSite('2026-03-04T10:15', 'UTC')).to.equal('2026-03-04T10:15+00:00');
    expect(atSite('2026-03-04T10:15', 'Mars/Olympus')).to.equal('2026-03-04T10:15+00:00');
    expect(atSite('soon', 'UTC')).to.equal('soon');
  });

  it('a zone that nobody knows counts in UTC', () => {
    expect(dayAt('2026-03-04T23:30:00.000Z', 'Mars/Olympus')).to.equal('2026-03-04');
    expect(dayAt('2026-03-04T23:30:00.000Z', 'Europe/Berlin')).to.equal('2026-03-05');
  });
});

describe('what backends call these', () => {
  const read = (field: unknown) =>
    stepIn(readRun(runOf([step('s', { fields: [field as Field] })])).run).fields[0]!;

  it('R36: true and false of a check are pass and fail', () => {
    for (const [value, read_] of [
      [true, 'pass'],
      [false, 'fail'],
      ['PASS', 'pass'],
      ['Fail', 'fail'],
    ] as const) {
      const field = read(having(passFail('p', 'P'), value));
      expect(recordOf(field)?.value, String(value)).to.equal(read_);
    }
    for (const value of ['maybe', 1, 0, ['pass'], {}])
      expect(read(having(passFail('p', 'P'), value)).type, JSON.stringify(value)).to.equal('unknown');
  });

  it('R27: their types are known in any letter case', () => {
    for (const type of ['DATE_TIME', 'DateTime', 'date time'])
      expect(read({ ...byType('date-time'), type }).type, type).to.equal('date-time');
    for (const type of ['TOOL', 'PERSON', 'PART'])
      expect(read({ ...byType('tool'), type }).type, type).to.equal(type.toLowerCase());
  });

  it('R40: a choice is a set of what there is to choose', () => {
    const field = byType('multi-select');
    const options = ['a', 'b', 'c', 'd'].map((value) => ({ value, label: value }));
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x', '')), (value) => {
        const fits =
          value.length > 0 &&
          new Set(value).size === value.length &&
          value.every((one) => 'abcd'.includes(one) && one !== '');
        expect(checkValue({ ...field, options } as Field, value) === undefined).to.equal(fits);
      }),
    );
  });
});
