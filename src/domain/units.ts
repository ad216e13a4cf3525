/** Units of measure, converted and compared in exact arithmetic: `1.25 in` is 31.75 mm, to the last digit. */
import { Big } from 'big.js';
import { isDecimal } from './measurement.js';
import type { DecimalText } from './run.js';

/**
 * A line is a kind: units of different lines are never converted. An entry is `names~=factor/divisor+offset`, all but the
 * names optional; `~` takes the prefixes. Only what is defined exactly is here, and nothing that means two things
 * (gallons, ounces of volume, pounds that may be force).
 */
const kinds = [
  // Torque comes first: only its names may be written with a sign or a space between their parts.
  'Nm~ Nmm=.001 Ncm=.01 gfm~=.00980665 gfcm~=.0000980665 lbfft|lbft|ftlbf|ftlb=1.3558179483314004 ' +
    'lbfin|lbin|inlbf|inlb=.1129848290276167 ozfin|ozin|inoz=.1129848290276167/16',
  'm~ in|in.|inch|"|′′|”=.0254 ft|\'|′|’=.3048 yd=.9144 mil|thou=.0000254 μin|uin=.0000000254',
  'g~ t=1000000 lb|lbs=453.59237 oz=28.349523125',
  'N~ lbf=4.4482216152605 gf~=.00980665',
  'Pa~ bar~=100000 psi=4.4482216152605/.00064516 atm=101325',
  'K °C|degC=1/1+273.15 °F|degF=5/9+459.67',
  's~|sec=1 min=60 h|hr=3600',
  '°|deg=1',
  'l~|L~=1 m3=1000 cm3|cc=.001 mm3=.000001 in3=.016387064',
  'V~',
  'A~',
  'Ω~|ohm~',
  'W~',
  'F~',
  'Hz~',
];
const prefixes = { p: -12, n: -9, μ: -6, u: -6, m: -3, c: -2, d: -1, da: 1, h: 2, k: 3, M: 6, G: 9 };

/** The base unit of a kind is `(value + offset) * factor / divisor`; factor and divisor are positive. */
interface Unit {
  kind: number;
  factor: Big;
  divisor: Big;
  offset: Big;
}

const made = (kind: number, factor = '1', divisor = '1', offset = '0'): Unit => ({
  kind,
  factor: new Big(factor),
  divisor: new Big(divisor),
  offset: new Big(offset),
});

let table: Map<string, Unit> | undefined;

function build(): Map<string, Unit> {
  const units = new Map<string, Unit>();
  kinds.forEach((line, kind) => {
    for (const entry of line.split(' ')) {
      const [names, ...numbers] = entry.split(/[=/+]/);
      const unit = made(kind, ...numbers);
      for (const name of names!.split('|')) {
        const symbol = name.replace('~', '');
        units.set(symbol, unit);
        if (symbol === name) continue;
        for (const [prefix, power] of Object.entries(prefixes)) {
          units.set(prefix + symbol, { ...unit, factor: unit.factor.times(`1e${power}`) });
        }
      }
    }
  });
  return units;
}

/** One spelling for what Unicode writes in several ways: µ and μ, Ω and Ω, m² and m2, º and °, ″ and ′′. */
const spelled = (name: string): string =>
  name
    .replace(/\p{Cf}/gu, '')
    .replace(/º/g, '°')
    .normalize('NFKC')
    .trim()
    .replace(/^°\s+/, '°');

function find(name: string): Unit | undefined {
  table ??= build();
  const unit = table.get(name);
  if (unit) return unit;
  // "N·m", "N m", "ft-lb"; but "m N" is no millinewton.
  const joined = table.get(name.replace(/[\s·⋅∙•*.\p{Pd}]/gu, ''));
  return joined?.kind === 0 ? joined : undefined;
}

/** Whether a text names a unit that can be converted. */
export const isUnit = (name: string): boolean => find(spelled(name)) !== undefined;

/** Both units, where they measure the same. A unit that is not known is of the same kind as itself. */
function pair(from: string, to: string): [Unit, Unit] | undefined {
  const [one, other] = [spelled(from), spelled(to)];
  const a = find(one);
  const b = find(other);
  if (a && b) return a.kind === b.kind ? [a, b] : undefined;
  if (one !== other || one === '') return undefined;
  const itself = made(-1);
  return [itself, itself];
}

/** Whether a value in one unit can be said in the other. */
export const sameKind = (a: string, b: string): boolean => pair(a, b) !== undefined;

/** Typed text as number and unit, neither of them read yet: "12,5mm" is "12,5" and "mm"; "5" has no unit. */
export function splitUnit(text: string): { number: string; unit?: string } {
  if (text.length > 1000) return { number: text };
  const [, number, unit] =
    /^(.*\p{Nd}[^\p{L}\p{So}%"'′″”’]*?)\s*([\p{L}\p{So}%"'′″”’]\P{Nd}*|\P{Nd}*[mn][23])$/su.exec(
      text.trim(),
    ) ?? [];
  return number === undefined || unit === undefined ? { number: text } : { number, unit };
}

const number = (text: DecimalText): Big => new Big(text.replace('+', ''));
const inBase = (value: DecimalText, { offset, factor }: Unit): Big =>
  number(value).plus(offset).times(factor);

/** Long enough for every quotient that ends; what is longer does not end, or nobody could read it. */
const Quotient = Big();
Quotient.DP = 150;
const maxLength = 100;

/**
 * A value in another unit of the same kind; nothing where there is none. All digits where the result ends (`exact`), else
 * rounded to so many significant ones for display. To judge it against a limit, use `compareIn`, which never rounds.
 */
export function convert(
  value: DecimalText,
  from: string,
  to: string,
  digits = 9,
): { text: DecimalText; exact: boolean } | undefined {
  const units = isDecimal(value) ? pair(from, to) : undefined;
  if (!units) return undefined;
  const [source, target] = units;
  if (source === target) return { text: value, exact: true };
  const dividend = inBase(value, source).times(target.divisor);
  const divisor = source.divisor.times(target.factor);
  const quotient = new Quotient(dividend).div(divisor);
  const text = quotient.minus(target.offset).toFixed();
  if (text.length <= maxLength && quotient.times(divisor).eq(dividend)) return { text, exact: true };
  return { text: new Big(text).prec(digits).toFixed(), exact: false };
}

/** How a value in a unit compares with a limit in its own: exactly, by multiplying across. Nothing where they do not compare. */
export function compareIn(
  value: DecimalText,
  unit: string,
  limit: DecimalText,
  limitUnit: string,
): -1 | 0 | 1 | undefined {
  const units = isDecimal(value) && isDecimal(limit) ? pair(unit, limitUnit) : undefined;
  if (!units) return undefined;
  const [one, other] = units;
  return inBase(value, one).times(other.divisor).cmp(inBase(limit, other).times(one.divisor));
}
