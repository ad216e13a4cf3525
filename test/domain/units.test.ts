import { expect } from 'chai';
import fc from 'fast-check';
import { judge } from '../../src/domain/measurement.js';
import { compareIn, convert, sameKind, splitUnit } from '../../src/domain/units.js';

/** Every unit by its kind, spelled as people spell it. */
const kinds = [
  ['m', 'mm', 'cm', 'µm', 'um', 'nm', 'km', 'in', '"', '″', 'inch', 'ft', '′', 'mil', 'thou', 'yd', 'µin'],
  ['kg', 'g', 'mg', 't', 'lb', 'oz'],
  [
    'N·m',
    'Nm',
    'N m',
    'N⋅cm',
    'N*mm',
    'lbf·ft',
    'ft-lb',
    'lb-ft',
    'lbf·in',
    'in-lb',
    'kgf·cm',
    'mN·m',
    'oz-in',
  ],
  ['N', 'kN', 'mN', 'lbf', 'kgf', 'MN'],
  ['Pa', 'kPa', 'MPa', 'bar', 'mbar', 'psi', 'atm', 'hPa'],
  ['K', '°C', '°F', '℃', '℉', 'degF'],
  ['s', 'ms', 'min', 'h', 'µs'],
  ['°', 'deg'],
  ['V', 'mV', 'kV', 'µV'],
  ['A', 'mA', 'µA'],
  ['Ω', 'ohm', 'kΩ', 'MΩ', 'mΩ', 'kohm'],
  ['W', 'kW', 'mW'],
  ['F', 'µF', 'nF', 'pF'],
  ['Hz', 'kHz', 'MHz'],
  ['l', 'L', 'ml', 'm³', 'cm3', 'mm³', 'in³'],
  ['%'],
  ['HRC'],
];
const amount = fc
  .record({ whole: fc.integer({ min: -1_000_000, max: 1_000_000 }), places: fc.integer({ min: 0, max: 6 }) })
  .map(({ whole, places }) => (whole / 10 ** places).toFixed(places));
const alike = fc.constantFrom(...kinds).chain((units) => {
  const unit = fc.constantFrom(...units);
  return fc.tuple(unit, unit, unit);
});

describe('units of measure', () => {
  it('R39: a value typed in another unit of the same kind is converted exactly', () => {
    const exact: [value: string, from: string, to: string, text: string][] = [
      ['1.25', 'in', 'mm', '31.75'],
      ['1', '"', 'mm', '25.4'],
      ['31.75', 'mm', 'inch', '1.25'],
      ['0.5', 'mil', 'µm', '12.7'],
      ['3', 'ft', 'yd', '1'],
      ['-1', '′', 'mm', '-304.8'],
      ['2', 'kg', 'g', '2000'],
      ['1', 'lb', 'kg', '0.45359237'],
      ['1', 'ft-lb', 'N·m', '1.3558179483314004'],
      ['12', 'in-lb', 'lb-ft', '1'],
      ['16', 'oz-in', 'lbf·in', '1'],
      ['100', 'N·cm', 'Nm', '1'],
      ['1', 'kgf·cm', 'N·m', '0.0980665'],
      ['1', 'kgf', 'N', '9.80665'],
      ['1', 'lbf', 'N', '4.4482216152605'],
      ['1', 'bar', 'kPa', '100'],
      ['20', '°C', 'K', '293.15'],
      ['212', '°F', '°C', '100'],
      ['-40', '°F', '°C', '-40'],
      ['1.5', 'h', 'min', '90'],
      ['4.7', 'kΩ', 'Ω', '4700'],
      ['0.1', 'µF', 'nF', '100'],
      ['1', 'l', 'cm³', '1000'],
      ['1', 'in³', 'mm³', '16387.064'],
    ];
    for (const [value, from, to, text] of exact) {
      expect(convert(value, from, to), `${value} ${from} in ${to}`).to.deep.equal({ text, exact: true });
    }
  });

  it('R39: what does not end is rounded for display, and says so', () => {
    expect(convert('1', 'mm', 'in')).to.deep.equal({ text: '0.0393700787', exact: false });
    expect(convert('1', 'mm', 'in', 3)).to.deep.equal({ text: '0.0394', exact: false });
    expect(convert('100', 'psi', 'kPa')).to.deep.equal({ text: '689.475729', exact: false });
    expect(convert('1', '°F', '°C')).to.deep.equal({ text: '-17.2222222', exact: false });
    expect(convert(`0.${'0'.repeat(90)}1`, 'pm', 'km')?.exact).to.equal(false);
  });

  it('R31: a value in another unit is compared with a limit without rounding', () => {
    expect(compareIn('1', 'mm', '0.0393700787401574803', 'in')).to.equal(1);
    expect(compareIn('1', 'mm', '0.0393700787401574804', 'in')).to.equal(-1);
    expect(compareIn('1', 'in', '25.4', 'mm')).to.equal(0);
    expect(compareIn('1.0000000000000000000001', 'in', '25.4', 'mm')).to.equal(1);
    expect(compareIn('1', 'psi', '6.894757293168361', 'kPa')).to.equal(1);
    expect(compareIn('1', 'psi', '6.894757293168362', 'kPa')).to.equal(-1);
    expect(compareIn('98.6', '°F', '37', '°C')).to.equal(0);
  });

  it('R31: converted exactly, a value is judged as the same value typed in the unit of the field', () => {
    const limits = { min: '31.7', max: '31.75' };
    expect(judge(convert('1.25', 'in', 'mm')!.text, limits)).to.equal('in-range');
    expect(judge(convert('1.2500001', 'in', 'mm')!.text, limits)).to.equal('high');
  });

  it('R39: units of different kinds and unknown units are not converted', () => {
    const pairs = [
      ['mm', 'kg'],
      ['Nm', 'nm'],
      ['N', 'N·m'],
      ['lb', 'lbf'],
      ['m N', 'mN'],
      ['k g', 'kg'],
      ['F', '°F'],
      ['%', 'mm'],
      ['%', 'ppm'],
      ['HRC', 'HRB'],
      ['MM', 'mm'],
      ['gal', 'l'],
      ['constructor', 'mm'],
      ['', ''],
      ['', 'mm'],
    ] as const;
    for (const [a, b] of pairs) {
      expect(sameKind(a, b), `${a} and ${b}`).to.equal(false);
      expect(convert('1', a, b)).to.equal(undefined);
      expect(compareIn('1', a, '1', b)).to.equal(undefined);
    }
    expect(convert('1e3', 'mm', 'mm')).to.equal(undefined);
    expect(compareIn('one', 'mm', '1', 'mm')).to.equal(undefined);
  });

  it('R39: a unit that is not known is its own kind, and keeps every digit', () => {
    expect(convert('60.50', 'HRC', 'HRC')).to.deep.equal({ text: '60.50', exact: true });
    expect(compareIn('60.5', 'HRC', '60.50', 'HRC')).to.equal(0);
    expect(convert('0.50', '%', '%')).to.deep.equal({ text: '0.50', exact: true });
  });

  it('R39: case tells units apart, and the ways that Unicode spells one do not', () => {
    expect(convert('1', 'MN', 'mN')?.text).to.equal('1000000000');
    expect(convert('1', 'MΩ', 'mΩ')?.text).to.equal('1000000000');
    const same = [
      ['\u00b5m', '\u03bcm'],
      ['\u2126', '\u03a9'],
      ['um', '\u00b5m'],
      ['º C', '°C'],
      ['\u212a', 'K'],
      ['m³', 'm3'],
      ['mm\u200f', 'mm'],
      ['ｍｍ', 'mm'],
      ['N\u00b7m', 'N\u22c5m'],
      ['ft\u2011lb', 'lbf ft'],
      ['\u2033', '\u201d'],
    ] as const;
    for (const [a, b] of same) expect(compareIn('1', a, '1', b), `${a} and ${b}`).to.equal(0);
  });

  it('R39: the unit after a typed number is told from it', () => {
    const typed: [text: string, number: string, unit?: string][] = [
      ['1.25 in', '1.25', 'in'],
      ['12,5mm', '12,5', 'mm'],
      ['−4 °C', '−4', '°C'],
      ['5', '5'],
      ['5.', '5.'],
      ["5'", '5', "'"],
      ['1.25"', '1.25', '"'],
      ["1'000.5 mm", "1'000.5", 'mm'],
      ['1 000 N·m', '1 000', 'N·m'],
      ['12 ft-lb', '12', 'ft-lb'],
      ['12.5 N m', '12.5', 'N m'],
      ['3 m3', '3', 'm3'],
      ['3 in²', '3', 'in²'],
      ['50%', '50', '%'],
      ['١٢٫٥ mm', '١٢٫٥', 'mm'],
      ['5\u200e mm', '5\u200e', 'mm'],
      ['4.7 k\u2126', '4.7', 'k\u2126'],
      ['1e5', '1e5'],
      ['N/A', 'N/A'],
      ['', ''],
      ['mm', 'mm'],
    ];
    for (const [text, number, unit] of typed) {
      const split = splitUnit(text);
      expect(split.number.trim(), text).to.equal(number);
      expect(split.unit, text).to.equal(unit);
    }
  });

  it('splits any text without losing any of it, and in no time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { number, unit = '' } = splitUnit(text);
        expect(`${number}${unit}`.replace(/\s/g, '')).to.equal(text.replace(/\s/g, ''));
      }),
    );
    const before = performance.now();
    for (const part of [' ', '1', "'", '1 ', 'm', '1m']) splitUnit(part.repeat(100_000));
    for (const part of [' ', '1', "'", '1 ', 'm', '1m']) splitUnit(`1${part.repeat(450)}?1?`);
    // Were it quadratic, it would be minutes.
    expect(performance.now() - before).to.be.below(2000);
  });

  it('R39: property: there and back is the same value, wherever the way is exact', () => {
    fc.assert(
      fc.property(amount, alike, (value, [from, to]) => {
        const there = convert(value, from, to)!;
        if (there.exact) expect(compareIn(there.text, to, value, from)).to.equal(0);
        const back = convert(there.text, to, from)!;
        if (there.exact) expect(back.exact).to.equal(true);
        if (there.exact) expect(compareIn(back.text, from, value, from)).to.equal(0);
      }),
    );
  });

  it('R39: property: a rounded value is nearest at its digits', () => {
    fc.assert(
      fc.property(amount, alike, (value, [from, to]) => {
        const { text, exact } = convert(value, from, to)!;
        const off = Math.abs(Number(convert(text, to, from)!.text) - Number(value));
        if (!exact) expect(off).to.be.below(1e-6 * Math.max(500, Math.abs(Number(value))));
      }),
    );
  });

  it('R31: property: comparing agrees with converting, both ways round', () => {
    fc.assert(
      fc.property(amount, amount, alike, (value, limit, [unit, limitUnit]) => {
        const order = compareIn(value, unit, limit, limitUnit)!;
        expect(compareIn(limit, limitUnit, value, unit)! + order).to.equal(0);
        const { text, exact } = convert(value, unit, limitUnit)!;
        if (exact) expect(compareIn(text, limitUnit, limit, limitUnit)).to.equal(order);
      }),
    );
  });

  it('R31: property: values in three units are in one order', () => {
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount), alike, (values, units) => {
        const all = values.map((value, at) => ({ value, unit: units[at]! }));
        all.sort((a, b) => compareIn(a.value, a.unit, b.value, b.unit)!);
        const [low, middle, high] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0]];
        expect(compareIn(low.value, low.unit, middle.value, middle.unit)).to.be.at.most(0);
        expect(compareIn(middle.value, middle.unit, high.value, high.unit)).to.be.at.most(0);
        expect(compareIn(low.value, low.unit, high.value, high.unit)).to.be.at.most(0);
      }),
    );
  });

  it('property: any texts are told to be no units, without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (value, unit) => {
        expect(convert(value, unit, 'mm')).to.equal(undefined);
        expect(sameKind(unit, unit)).to.equal(sameKind(unit, unit));
      }),
    );
  });
});
