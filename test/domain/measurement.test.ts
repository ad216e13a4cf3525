import { expect } from 'chai';
import fc from 'fast-check';
import {
  addDecimals,
  bounds,
  compareDecimals,
  isDecimal,
  judge,
  numberSigns,
  parseNumber,
  subtractDecimals,
  type ParsedNumber,
} from '../../src/domain/index.js';
import { qifFields } from '../../src/testing/qif-widget.js';
import { qifValues, qifVerdicts, roverRun } from '../../src/testing/index.js';
import { ada, after, fieldIn, workingOn } from './runs.js';

/** A decimal of so many thousandths, written with three places. */
const thousandths = (n: number): string => {
  const digits = String(Math.abs(n)).padStart(4, '0');
  return `${n < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
};
const amount = fc.integer({ min: -5_000_000, max: 5_000_000 });

describe('judging a measurement', () => {
  it('R31: min, max, both and neither', () => {
    expect(judge('5', { min: '5.001' })).to.equal('low');
    expect(judge('5', { max: '4.999' })).to.equal('high');
    expect(judge('5', { min: '4', max: '6' })).to.equal('in-range');
    expect(judge('5')).to.equal('no-limits');
    expect(judge('5', {})).to.equal('no-limits');
  });

  it('R31: target with unequal tolerance, of which one side may be alone', () => {
    const limits = { target: '10', plus: '0.05', minus: '-0.10' };
    expect(judge('10.05', limits)).to.equal('in-range');
    expect(judge('10.051', limits)).to.equal('high');
    expect(judge('9.90', limits)).to.equal('in-range');
    expect(judge('9.8999', limits)).to.equal('low');
    expect(judge('99', { target: '10', minus: '-1' })).to.equal('in-range');
    expect(judge('8.9', { target: '10', minus: '-1' })).to.equal('low');
    expect(judge('-99', { target: '10', plus: '1' })).to.equal('in-range');
    expect(judge('11.1', { target: '10', plus: '1' })).to.equal('high');
  });

  it('a tolerance may lie wholly on one side of the target', () => {
    const limits = { target: '10', plus: '0.3', minus: '0.1' };
    expect(judge('10', limits)).to.equal('low');
    expect(judge('10.1', limits)).to.equal('in-range');
  });

  it('a target alone, and a tolerance without a target, are no limits', () => {
    expect(judge('5', { target: '4' })).to.equal('no-limits');
    expect(judge('5', { plus: '1', minus: '-1' })).to.equal('no-limits');
  });

  it('a stated minimum or maximum comes before the tolerance', () => {
    expect(bounds({ target: '10', plus: '1', minus: '-1', max: '10.5' })).to.deep.equal({
      low: '9',
      high: '10.5',
    });
  });

  it('Q11: limits are inclusive, in exact arithmetic', () => {
    expect(judge('0.3', { target: '0.1', plus: '0.2' })).to.equal('in-range');
    expect(judge('0.30000000000000004', { target: '0.1', plus: '0.2' })).to.equal('high');
    expect(judge('12345678901234567890.1', { max: '12345678901234567890.0' })).to.equal('high');
    expect(judge('12.500', { max: '12.5' })).to.equal('in-range');
    expect(judge('-0', { min: '0' })).to.equal('in-range');
  });

  it('what is no number has no verdict but that', () => {
    for (const text of ['', ' ', 'NaN', '1e3', '0x10', '1,5', '--1', '1'.repeat(101), '١']) {
      expect(judge(text, { min: '0' }), text).to.equal('not-a-number');
    }
  });

  it('agrees with whole numbers for every limit and value', () => {
    fc.assert(
      fc.property(amount, amount, amount, (value, a, b) => {
        const [min, max] = a < b ? [a, b] : [b, a];
        const wanted = value < min ? 'low' : value > max ? 'high' : 'in-range';
        expect(judge(thousandths(value), { min: thousandths(min), max: thousandths(max) })).to.equal(wanted);
        const target = thousandths(min);
        const limits = { target, plus: thousandths(max - min), minus: '-0' };
        expect(judge(thousandths(value), limits)).to.equal(wanted);
      }),
    );
  });

  it('adds, subtracts and compares without error', () => {
    expect(addDecimals('0.1', '0.2')).to.equal('0.3');
    expect(subtractDecimals('0.3', '0.1')).to.equal('0.2');
    expect(addDecimals()).to.equal('0');
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(compareDecimals(addDecimals(thousandths(a), thousandths(b)), thousandths(a + b))).to.equal(0);
        expect(compareDecimals(thousandths(a), thousandths(b))).to.equal(Math.sign(a - b));
      }),
    );
  });
});

describe('the 34 characteristics of the QIF widget', () => {
  const values = qifValues;
  it('get exactly the verdict that the inspection system gave them', () => {
    const fields = roverRun().steps.flatMap((step) => step.fields);
    const found = Object.entries(values).map(([id, value]) => {
      const field = fields.find((one) => one.id === id);
      if (field?.type !== 'number') throw new Error(`no number field ${id}`);
      return { id, verdict: judge(value, field.limits) === 'in-range' ? 'PASS' : 'FAIL' };
    });
    expect(found).to.have.length(34);
    expect(found).to.deep.equal(Object.entries(qifVerdicts).map(([id, verdict]) => ({ id, verdict })));
  });

  it('keep their text to the last digit when recorded', () => {
    let run = workingOn({ fields: qifFields() }, { people: [ada] });
    for (const [targetId, value] of Object.entries(values)) {
      run = after(run, { type: 'set-value', stepId: 's', targetId, value });
    }
    const kept = Object.keys(values).map((id) => [
      id,
      (fieldIn(run, id) as { record?: { value: unknown } }).record?.value,
    ]);
    expect(Object.fromEntries(kept)).to.deep.equal(values);
  });
});

describe('reading a typed number', () => {
  const read = (text: string, locale = 'en'): string => {
    const parsed: ParsedNumber = parseNumber(text, numberSigns(locale));
    return 'value' in parsed ? parsed.value : parsed.problem;
  };

  it('keeps what was typed, zeros and all', () => {
    for (const text of ['0', '12.500', '-0.10', '.5', '5.', '007']) expect(read(text)).to.equal(text);
    expect(read('+5')).to.equal('5');
    expect(read(' 5 ')).to.equal('5');
  });

  it('the decimal sign of the locale always works', () => {
    for (const locale of ['en', 'de-CH', 'hi', 'ja', 'zh', 'en-IN', 'es-MX']) {
      expect(read('1.5', locale), locale).to.equal('1.5');
    }
    for (const locale of ['de', 'fr', 'es', 'pt-BR', 'ru', 'sv', 'de-AT', 'id']) {
      expect(read('1,5', locale), locale).to.equal('1.5');
    }
    expect(read('١٫٥', 'ar-EG')).to.equal('1.5');
    expect(read('۱٫۵', 'fa')).to.equal('1.5');
  });

  it('the other sign works only where the locale does not group with it; else it is asked', () => {
    expect(read('1,234')).to.equal('ambiguous-number');
    expect(read('1,5', 'hi')).to.equal('ambiguous-number');
    expect(read('1.234', 'de')).to.equal('ambiguous-number');
    expect(read('1,234.5')).to.equal('ambiguous-number');
    expect(read('1.234,5', 'de')).to.equal('ambiguous-number');
    expect(read('1.5', 'fr')).to.equal('1.5');
    expect(read('1.5', 'ru')).to.equal('1.5');
    expect(read('1,5', 'de-CH')).to.equal('1.5');
  });

  it('digits and signs of other scripts are read as what they are', () => {
    expect(read('१२.५', 'hi')).to.equal('12.5');
    expect(read('１２．５', 'ja')).to.equal('12.5');
    expect(read('－１２', 'ja')).to.equal('-12');
    for (const minus of ['\u2212', '\u2010', '\u2011', '\u2012', '\u2013', '\uff0d', '\ufe63']) {
      expect(read(`${minus}5`)).to.equal('-5');
    }
    expect(read('\u200e-5')).to.equal('-5');
    expect(read('٥', 'en')).to.equal('5');
  });

  it('nothing is not zero', () => {
    for (const text of ['', ' ', '\t\n', '\u00a0', '\u200b'])
      expect(read(text), JSON.stringify(text)).to.equal('empty');
  });

  it('what is no decimal number is said to be none', () => {
    for (const text of [
      '1e3',
      '0x10',
      'abc',
      'NaN',
      'Infinity',
      '1 2',
      '-',
      '.',
      '5 mm',
      '5-',
      '--5',
      '½',
      '<b>5</b>',
    ]) {
      expect(read(text), text).to.equal('not-a-number');
    }
    expect(read('1'.repeat(101))).to.equal('not-a-number');
  });

  it('a page of text is refused as soon as a word', () => {
    const started = performance.now();
    expect(read('9'.repeat(1_000_000))).to.equal('not-a-number');
    expect(read('x.,'.repeat(300_000))).to.equal('not-a-number');
    expect(performance.now() - started).to.be.below(500);
  });

  it('whatever is read is decimal text, in any locale', () => {
    const typed = fc.stringMatching(/^[0-9.,+\-'\u2212\u00a0\u066b٠-٩ e]{0,12}$/);
    fc.assert(
      fc.property(
        fc.oneof(typed, fc.string()),
        fc.constantFrom('en', 'de', 'fr', 'ar', 'hi', 'de-CH'),
        (text, locale) => {
          const parsed = parseNumber(text, numberSigns(locale));
          if ('value' in parsed) expect(isDecimal(parsed.value), parsed.value).to.equal(true);
        },
      ),
    );
  });

  it('what the platform writes without grouping is read back', () => {
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom('en', 'de', 'fr', 'ar-EG', 'fa', 'hi', 'de-CH', 'mr'),
        (n, locale) => {
          const written = new Intl.NumberFormat(locale, {
            useGrouping: false,
            minimumFractionDigits: 3,
          }).format(n / 1000);
          expect(compareDecimals(read(written, locale), thousandths(n)), written).to.equal(0);
        },
      ),
    );
  });
});
