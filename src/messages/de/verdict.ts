import type { Messages } from '../en.js';
import { limitsIn } from '../limits.js';

export const verdict: Messages['verdict'] = {
  words: {
    'in-range': 'In den Grenzen',
    low: 'Zu niedrig',
    high: 'Zu hoch',
    'no-limits': 'Keine Grenzen',
    'not-a-number': 'Keine Zahl',
  },
  limits: limitsIn({
    between: (low, high) => `${low} bis ${high}`,
    atLeast: (low) => `mindestens ${low}`,
    atMost: (high) => `höchstens ${high}`,
    target: (target) => `Sollwert ${target}`,
  }),
};
