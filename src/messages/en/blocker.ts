import type { BlockerKind, WarningKind } from '../../domain/command.js';
import { lines } from '../phrases.js';

/** `line(kind, name)`: one short line; `{name}` is the target's, for `not-checked-in` the step's. */
export const blocker = {
  line: lines<BlockerKind>({
    'empty-field': '{name} is empty',
    'out-of-range': '{name} is out of range',
    'failed-check': '{name} failed',
    'unapproved-signoff': '{name} is not approved',
    'rejected-signoff': '{name} was rejected',
    'stale-signoff': '{name}: values changed after approval',
    'uninstalled-requirement': '{name} is not installed',
    'not-checked-in': 'You are not checked in to {name}',
    'upload-pending': '{name} has a file that is not recorded yet',
    'incomplete-step': '{name} is not complete',
    'open-gate': '{name} is not approved',
    'blocking-issue': 'Issue {name} is not resolved',
  }),
};

/** `line(kind, name)`, likewise; a kind that is not known names itself. */
export const warning = {
  line: lines<WarningKind>({
    'open-issue': 'Issue {name} is open',
    'open-redline': 'Redline {name} is open',
    'out-of-range-without-issue': '{name} is out of range and has no issue',
    'stale-signoff': '{name}: values changed after approval',
    'unfinished-step': '{name} was begun and not finished',
  }),
};
