import type { InstallMethod, Tracking } from '../../domain/run.js';
import type { LabelProblem } from '../../scan/label.js';
import { counted, formatList } from '../format.js';

/** Quantities are text for reading, with their unit if any (`formatDecimal`); `when` likewise (`formatInstant`). */
export const install = {
  title: 'Parts to install',
  tracking: { serial: 'Serial', lot: 'Lot', bulk: 'Bulk' } satisfies Record<Tracking, string>,
  serial: (serial: string) => `Serial ${serial}`,
  lot: (lot: string) => `Lot ${lot}`,
  quantity: 'Quantity',
  of: (installed: string, needed: string) => `${installed} of ${needed} installed`,
  remaining: (quantity: string) => `${quantity} remaining`,
  done: 'All installed',
  /** A requirement of quantity zero. */
  traceOnly: 'For the record only',
  missing: 'Not recorded yet',
  excepted: (issue: string) => `Excepted by issue ${issue}`,
  substitutes: (parts: readonly string[]) => `Or ${formatList(parts, 'en', 'disjunction')}`,
  substitute: 'Substitute',
  scan: 'Scan or type serial, lot or part number',
  pick: 'Pick from stock',
  units: (part: string) => `Units of ${part}`,
  available: (quantity: string) => `${quantity} available`,
  searching: 'Searching…',
  /** Scans that are taken when the one before is through. */
  waiting: (count: number) => counted('en', count, { one: 'more scan waits', other: 'more scans wait' }),
  /** A unit whose quantity or place was still to be said. */
  left: (unit: string) => `${unit} was not installed: another scan came before.`,
  found: (count: number) => counted('en', count, { one: 'unit found', other: 'units found' }),
  notFound: (text: string) => `Nothing found for “${text}”. Check the label or pick from stock.`,
  /** A stock that has none of a part. */
  noUnits: (part: string) => `No ${part} in stock.`,
  several: 'Several units match: choose one.',
  choose: 'Choose',
  /** Which requirement a unit goes into. */
  into: (name: string) => `For ${name}`,
  chosen: (unit: string) => `Chosen: ${unit}`,
  install: 'Install',
  installing: 'Installing…',
  uninstall: 'Uninstall',
  uninstallUnit: (unit: string) => `Uninstall ${unit}`,
  askUninstall: (unit: string) => `Uninstall ${unit}?`,
  uninstalling: 'Uninstalling…',
  installed: 'Installed',
  how: { scanned: 'Scanned', picked: 'Picked', typed: 'Typed', made: 'Made here' } satisfies Record<
    InstallMethod,
    string
  >,
  installedBy: (name: string, when: string) => `Installed by ${name}, ${when}`,
  announceInstalled: (unit: string, remaining: string) => `${unit} installed, ${remaining} remaining`,
  announceUninstalled: (unit: string) => `${unit} uninstalled`,
  // What a scan said.
  /** A label of several things: "Serial A-1, Lot 7". */
  read: (facts: readonly string[]) => formatList(facts, 'en', 'conjunction'),
  ofPart: (part: string) => `Part ${part}`,
  unreadable: (text: string, why: string) => `“${text}” cannot be used: ${why}.`,
  labelProblem: {
    'check-digit': 'its check digit is wrong',
    'bad-date': 'its date is none',
    'bad-number': 'its quantity is no number',
    'too-long': 'a part of it is too long',
    'bad-character': 'it has a character that does not belong there',
    empty: 'a part of it is empty',
    contradiction: 'it says two different things',
    unreadable: 'it is damaged or incomplete',
    'not-loaded': 'what reads such labels could not be loaded',
  } satisfies Record<LabelProblem, string>,
  labelQuantity: (quantity: string) => `The label says ${quantity}.`,
  labelExpires: (label: string, record: string) =>
    `The label says that it expires on ${label}; on record it is ${record}. Check the part before you install it.`,
  labelExpired: (label: string) => `The label says that it expired on ${label}. Check before you install it.`,
  // The list.
  expires: (date: string) => `Expires ${date}`,
  kittedHere: 'Kitted for this run',
  filter: 'Filter the list',
  shown: (shown: number, all: number) => `${shown} of ${all} shown`,
  fitsSeveral: 'It fits in more than one place: choose where it goes.',
  splitFrom: (lot: string) => `Split from lot ${lot}`,
  splitOff: 'Split from a larger lot',
  // Places on the assembly.
  places: 'Places',
  where: 'Where does it go?',
  scanPlace: 'Choose the place, or scan its label.',
  empty: 'Empty',
  at: (place: string) => `At ${place}`,
  // Made on the assembly.
  madeHere: 'Made here',
  build: 'Build here',
  buildNow: 'Build and install',
  building: 'Building…',
  goesInto: (name: string) => `Goes into ${name}`,
  stillMissing: 'Install these first:',
  newSerial: 'Serial of the new part',
  newLot: 'Lot of the new part',
  automatic: 'Scan or type it. Left empty, one is given automatically.',
  insideOf: (unit: string) => `In ${unit}; comes out with it`,
  contains: (count: number) => counted('en', count, { one: 'part inside', other: 'parts inside' }),
  alongWith: (count: number) =>
    count === 1 ? 'The part inside comes out with it:' : `The ${count} parts inside come out with it:`,
  // Exceptions.
  except: 'Except…',
  exceptPart: (name: string) => `Except ${name}`,
  whichIssue: 'The issue that justifies the exception',
  chooseIssue: 'Choose an issue',
  newIssue: 'Open a new issue',
  whatIsWrong: 'What is wrong?',
  exceptNow: 'Except by this issue',
  openAndExcept: 'Open issue and except',
  opening: 'Opening the issue…',
  excepting: 'Excepting…',
  exceptedBy: (name: string, when: string) => `Excepted by ${name}, ${when}`,
  announceExcepted: (name: string, issue: string) => `${name} excepted by issue ${issue}`,
};
