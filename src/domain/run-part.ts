/** Parts: what a step asks to be built in, what went in, the stock that it came from; and the tools. */
import type { DecimalText, Id, Instant, Version } from './run.js';

export interface Requirement {
  id: Id;
  partNumber: string;
  description: string;
  /** A minimum. Zero asks for trace data only. */
  quantity: DecimalText;
  unit?: string;
  tracking: Tracking;
  substitutes: readonly Substitute[];
  /** The places on the assembly, one install each: `R1`, `R2`. */
  designators?: readonly string[];
  /** Made here, during this run, rather than taken from stock. */
  madeOnAssembly?: true;
  /** The made-on-assembly requirement whose unit this goes into. */
  partOf?: Id;
  installs: readonly Install[];
  /** Excused by an issue. */
  exception?: { issueId: Id; by: Id; at: Instant };
  version: Version;
}
export type Tracking = 'serial' | 'lot' | 'bulk';
export interface Substitute {
  partNumber: string;
  description: string;
}

/** What really went in. */
export interface Install {
  id: Id;
  /** The unit that is in the assembly now; after a split not the one that was scanned. */
  unitId: Id;
  splitFrom?: Id;
  partNumber: string;
  serial?: string;
  lot?: string;
  quantity: DecimalText;
  designator?: string;
  /** The install of the made unit that it went into. */
  into?: Id;
  /** What was in the unit when it went in, and comes out with it. */
  children?: readonly Child[];
  by: Id;
  at: Instant;
  how: InstallMethod;
}
export type InstallMethod = 'scanned' | 'picked' | 'typed' | 'made';

/** A part inside a unit. */
export interface Child {
  partNumber: string;
  serial?: string;
  lot?: string;
  quantity: DecimalText;
  designator?: string;
  children?: readonly Child[];
}

/** A piece of stock: one serial, one lot, or a bulk quantity. */
export interface Unit {
  id: Id;
  partNumber: string;
  description?: string;
  /** The global trade item number of its part. */
  gtin?: string;
  serial?: string;
  lot?: string;
  quantity: DecimalText;
  /** The last day on which it may be installed. */
  expires?: string;
  /** What is built into it. */
  children?: readonly Child[];
  status: UnitStatus;
  /** Why it is unavailable, in the backend's words. */
  reason?: string;
  kittedTo?: Id;
  /** The lot that this one was split from. */
  splitFrom?: Id;
  installedIn?: { runId: Id; requirementId: Id };
}
export const unitStatuses = [
  'available',
  'kitted',
  'installed',
  'wip',
  'on-hold',
  'expired',
  'unavailable',
  'scrapped',
] as const;
export type UnitStatus = (typeof unitStatuses)[number];

/** A serialized tool or gauge. */
export interface Tool {
  id: Id;
  partNumber: string;
  name: string;
  serial: string;
  subtype?: string;
  status: 'available' | 'unavailable';
  /** Why it is unavailable, in the backend's words. */
  reason?: string;
  /** The last day on which its calibration holds. */
  calibrationDue?: string;
}

/** A part by its number. */
export interface Part {
  id: Id;
  partNumber: string;
  description: string;
  gtin?: string;
}
