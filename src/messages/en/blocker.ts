import type { BlockerKind, WarningKind } from '../../domain/command.js';
import { lines } from '../phrases.js';

type Lines<Kind extends string> = Record<Kind, (label: string) => string>;

/** `line(kind, label)`: one short line; the label is the target's, for `not-checked-in` the step's. */
export const blocker = {
  line: lines({
    'empty-field': (label) => `${label} is empty`,
    'out-of-range': (label) => `${label} is out of range`,
    'failed-check': (label) => `${label} failed`,
    'unapproved-signoff': (label) => `${label} is not approved`,
    'rejected-signoff': (label) => `${label} was rejected`,
    'stale-signoff': (label) => `${label}: values changed after approval`,
    'uninstalled-requirement': (label) => `${label} is not installed`,
    'not-checked-in': (label) => `You are not checked in to ${label}`,
    'upload-pending': (label) => `${label} is still uploading`,
    'incomplete-step': (label) => `${label} is not complete`,
    'open-gate': (label) => `${label} is not approved`,
    'blocking-issue': (label) => `Issue ${label} is not resolved`,
  } satisfies Lines<BlockerKind>),
};

/** `line(kind, label)`, likewise; a kind that is not known names itself. */
export const warning = {
  line: lines({
    'open-issue': (label) => `Issue ${label} is open`,
    'open-redline': (label) => `Redline ${label} is open`,
    'out-of-range-without-issue': (label) => `${label} is out of range and has no issue`,
    'stale-signoff': (label) => `${label}: values changed after approval`,
    'unfinished-step': (label) => `${label} was begun and not finished`,
  } satisfies Lines<WarningKind>),
};
