/**
 * 34 characteristics of a machined part as a coordinate measuring machine recorded them, with the inspection
 * system's own verdicts. Real figures, to the last digit: the QIF 2.1 sample "QIF Widget" of
 * QualityInformationFramework/qif-community, Boost Software License 1.0.
 */
import type { Id, DecimalText, Limits, NumberField } from '../domain/run.js';
import { number } from './seed.js';

interface Characteristic extends Limits {
  /** Not unique: one characteristic is measured at several places. */
  name: string;
  kind: string;
  value: DecimalText;
  verdict: 'PASS' | 'FAIL';
  comment?: string;
}

const characteristics: readonly Characteristic[] = [
  { name: '113', kind: 'Flatness', min: '0', max: '0.25', value: '0.088', verdict: 'PASS' },
  { name: '14', kind: 'Perpendicularity', min: '0', max: '0.5', value: '0.114', verdict: 'PASS' },
  { name: '4', kind: 'Flatness', min: '0', max: '0.25', value: '0.058', verdict: 'PASS' },
  { name: '112', kind: 'Flatness', min: '0', max: '0.25', value: '0.053', verdict: 'PASS' },
  { name: '3', kind: 'Perpendicularity', min: '0', max: '0.5', value: '0.14', verdict: 'PASS' },
  {
    name: '10',
    kind: 'Diameter',
    target: '19',
    plus: '0.13',
    minus: '-0.13',
    min: '18.87',
    max: '19.13',
    value: '19.007000000000001',
    verdict: 'PASS',
  },
  {
    name: '5',
    kind: 'DistanceBetween',
    target: '5',
    plus: '0.5',
    minus: '-0.5',
    min: '4.5',
    max: '5.5',
    value: '5.014',
    verdict: 'PASS',
    comment: 'J datum counter bore depth',
  },
  {
    name: '8',
    kind: 'Diameter',
    target: '25.399999999999999',
    plus: '0.15',
    minus: '-0.15',
    min: '25.249999999999999',
    max: '25.549999999999999',
    value: '25.390000000000001',
    verdict: 'PASS',
  },
  {
    name: '6',
    kind: 'Diameter',
    target: '5',
    plus: '0.025',
    minus: '-0.025',
    min: '4.975',
    max: '5.025',
    value: '4.878',
    verdict: 'FAIL',
  },
  {
    name: '6',
    kind: 'Diameter',
    target: '5',
    plus: '0.025',
    minus: '-0.025',
    min: '4.975',
    max: '5.025',
    value: '4.89',
    verdict: 'FAIL',
  },
  { name: '109', kind: 'PointProfile', min: '-1', max: '1', value: '-0.274000000000001', verdict: 'PASS' },
  { name: '109', kind: 'PointProfile', min: '-1', max: '1', value: '0', verdict: 'PASS' },
  { name: '110', kind: 'PointProfile', min: '-1', max: '1', value: '0.051', verdict: 'PASS' },
  { name: '110', kind: 'PointProfile', min: '-1', max: '1', value: '0', verdict: 'PASS' },
  { name: '106', kind: 'PointProfile', min: '-1', max: '1', value: '0.195999999999998', verdict: 'PASS' },
  { name: '106', kind: 'PointProfile', min: '-1', max: '1', value: '0', verdict: 'PASS' },
  { name: '106', kind: 'PointProfile', min: '-1', max: '1', value: '0.186', verdict: 'PASS' },
  { name: '106', kind: 'PointProfile', min: '-1', max: '1', value: '0', verdict: 'PASS' },
  { name: '106', kind: 'PointProfile', min: '-1', max: '1', value: '-0.170999999999999', verdict: 'PASS' },
  { name: '106', kind: 'PointProfile', min: '-1', max: '1', value: '0', verdict: 'PASS' },
  { name: '106', kind: 'PointProfile', min: '-1', max: '1', value: '-0.213999999999999', verdict: 'PASS' },
  { name: '106', kind: 'PointProfile', min: '-1', max: '1', value: '0', verdict: 'PASS' },
  { name: '108', kind: 'Flatness', min: '0', max: '0.25', value: '0.057', verdict: 'PASS' },
  { name: '1', kind: 'PointProfile', min: '-0.5', max: '0.5', value: '-0.462', verdict: 'PASS' },
  { name: '1', kind: 'PointProfile', min: '-0.5', max: '0.5', value: '0', verdict: 'PASS' },
  { name: '198', kind: 'Flatness', min: '0', max: '0.5', value: '0.094', verdict: 'PASS' },
  { name: '2', kind: 'Angularity', min: '0', max: '0.5', value: '0.095', verdict: 'PASS' },
  {
    name: '17',
    kind: 'Diameter',
    target: '9.5',
    plus: '0.15',
    minus: '-0.15',
    min: '9.35',
    max: '9.65',
    value: '9.454000000000001',
    verdict: 'PASS',
  },
  {
    name: '17',
    kind: 'Diameter',
    target: '9.5',
    plus: '0.15',
    minus: '-0.15',
    min: '9.35',
    max: '9.65',
    value: '9.460000000000001',
    verdict: 'PASS',
  },
  {
    name: '17',
    kind: 'Diameter',
    target: '9.5',
    plus: '0.15',
    minus: '-0.15',
    min: '9.35',
    max: '9.65',
    value: '9.470000000000001',
    verdict: 'PASS',
  },
  {
    name: '12',
    kind: 'DistanceBetween',
    target: '74.999999999997002',
    plus: '0.25',
    minus: '-0.25',
    min: '74.749999999997002',
    max: '75.249999999997002',
    value: '74.757999999999996',
    verdict: 'PASS',
    comment: 'Distance between A datum and H datum planes',
  },
  {
    name: '19',
    kind: 'DistanceBetween',
    target: '105',
    plus: '0.25',
    minus: '-0.25',
    min: '104.75',
    max: '105.25',
    value: '104.63',
    verdict: 'FAIL',
  },
  {
    name: '13',
    kind: 'DistanceBetween',
    target: '5',
    plus: '1',
    minus: '-1',
    min: '4',
    max: '6',
    value: '4.972',
    verdict: 'PASS',
  },
  {
    name: '15',
    kind: 'Width',
    target: '10',
    plus: '0.5',
    minus: '-0.5',
    min: '9.5',
    max: '10.5',
    value: '9.975014245417',
    verdict: 'PASS',
  },
];

const spaced = (kind: string): string => {
  const words = kind.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const idOf = (index: number): Id => `qif-${String(index + 1).padStart(2, '0')}`;

/** "Diameter 6 (2 of 3)": the kind and the name, with the place where the name alone would not tell it apart. */
function labelOf({ kind, name }: Characteristic, index: number): string {
  const isSame = (other: Characteristic): boolean => other.name === name && other.kind === kind;
  const places = characteristics.filter(isSame).length;
  const place = characteristics.slice(0, index + 1).filter(isSame).length;
  return `${spaced(kind)} ${name}${places > 1 ? ` (${place} of ${places})` : ''}`;
}

/** The 34 measurements, empty. */
export const qifFields = (): NumberField[] =>
  characteristics.map(({ name, kind, value: _, verdict: _verdict, comment, ...limits }, index) =>
    number(idOf(index), labelOf({ name, kind, value: '', verdict: 'PASS' }, index), 'mm', limits, {
      ...(comment !== undefined && { hint: comment }),
    }),
  );

/** What the machine measured, by field. */
export const qifValues: Readonly<Record<Id, DecimalText>> = Object.fromEntries(
  characteristics.map(({ value }, index) => [idOf(index), value]),
);

/** What the inspection system said of it, by field. */
export const qifVerdicts: Readonly<Record<Id, 'PASS' | 'FAIL'>> = Object.fromEntries(
  characteristics.map(({ verdict }, index) => [idOf(index), verdict]),
);
