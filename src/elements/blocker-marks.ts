/** A glyph for each kind of thing that can be outstanding. */
import type { BlockerKind } from '../domain/command.js';
import { failed, file, issue, part, person, sign, todo, warning } from '../styles/glyphs.js';

export const marks: Readonly<Record<BlockerKind, string>> = {
  'incomplete-step': todo,
  'empty-field': todo,
  'out-of-range': warning,
  'failed-check': failed,
  'uninstalled-requirement': part,
  'unapproved-signoff': sign,
  'rejected-signoff': sign,
  'stale-signoff': sign,
  'open-gate': sign,
  'blocking-issue': issue,
  'not-checked-in': person,
  'upload-pending': file,
};
