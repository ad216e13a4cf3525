import type { holdReasons } from '../../domain/run.js';
import { known } from '../phrases.js';

const reasons: Readonly<Record<(typeof holdReasons)[number], string>> = {
  'waiting-for-part': 'Waiting for a part',
  'waiting-for-quality': 'Waiting for quality',
  'waiting-for-tool': 'Waiting for a tool',
  'waiting-for-instruction': 'Waiting for an instruction',
  'end-of-shift': 'End of shift',
  other: 'Other reason',
};

/** A step that is on hold. */
export const hold = {
  /** Why: one of the reasons that everybody knows; any other is the organization's own word. */
  reason: (reason: string) => known<string>(reasons, reason) ?? reason,
  state: (reason: string) => (reason ? `On hold: ${reason}` : 'On hold'),
};
