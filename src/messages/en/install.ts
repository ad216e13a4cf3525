import type { InstallMethod, Tracking } from '../../domain/run.js';
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
};
