import type { Verdict } from '../../domain/measurement.js';
import { limitsIn } from '../limits.js';

export const verdict = {
  words: {
    'in-range': 'In range',
    low: 'Too low',
    high: 'Too high',
    'no-limits': 'No limits',
    'not-a-number': 'Not a number',
  } satisfies Record<Verdict, string>,
  /** `limits(limits, unit, locale)`: "11.1 to 11.5 mm", "at least 3 V", "11.3 mm, +0.2 / −0.1"; empty without limits. */
  limits: limitsIn({
    between: (low, high) => `${low} to ${high}`,
    atLeast: (low) => `at least ${low}`,
    atMost: (high) => `at most ${high}`,
    target: (target) => `target ${target}`,
  }),
};
