/** Foreign redlines. A change that cannot be read whole is kept as one that nobody may approve. */
import { fieldContent, readField } from './read-field.js';
import { readRequirement, requirementContent } from './read-part.js';
import { asText, listOf, optional, raw, shape, type Reader, type Readers } from './reading.js';
import { choice, flag, instant, oneOf, paragraph, recognize, status, text, title } from './read-plain.js';
import {
  redlineStatuses,
  stepStatuses,
  type Axis,
  type Change,
  type Field,
  type GridLine,
  type Redline,
} from './run.js';

type Kind = Change['change'];
type ChangeOf<K extends Kind> = Extract<Change, { change: K }>;

const is =
  <K extends Kind>(kind: K): Reader<K> =>
  () =>
    kind;
const one = { targetId: text };
const axis = oneOf<Axis>(['row', 'column']);
const line = shape<GridLine>({ id: text, label: title, allowNotApplicable: optional(flag(false, false)) });
/** The reader of a field begins anew: one that cannot be read would be forgotten at the next. */
const cells: Reader<readonly Field[]> = (value, reading, source) => {
  const read = listOf(readField)(value, reading, source);
  reading.spoiled = read.some(({ type }) => type === 'unknown');
  return read;
};
const readers: { [K in Exclude<Kind, 'unknown'>]: Readers<ChangeOf<K>> } = {
  instructions: { change: is('instructions'), from: listOf(paragraph), to: listOf(paragraph) },
  'add-field': { change: is('add-field'), field: readField, after: optional(text) },
  'change-field': { change: is('change-field'), ...one, from: fieldContent, to: fieldContent },
  'remove-field': { change: is('remove-field'), field: readField },
  'add-requirement': { change: is('add-requirement'), requirement: readRequirement as never },
  'change-requirement': {
    change: is('change-requirement'),
    ...one,
    from: requirementContent,
    to: requirementContent,
  },
  'remove-requirement': { change: is('remove-requirement'), requirement: readRequirement as never },
  'add-line': { change: is('add-line'), cells, axis, line, after: optional(text) },
  'change-line': { change: is('change-line'), ...one, axis, from: fieldContent, to: fieldContent },
  'remove-line': { change: is('remove-line'), cells, axis, line },
  'add-dependency': { change: is('add-dependency'), ...one },
  'remove-dependency': { change: is('remove-dependency'), ...one },
};
const kinds = Object.keys(readers) as (keyof typeof readers)[];

const readChange: Reader<Change> = (value, reading, source) => {
  const reported = asText(reading.at('change', value, raw));
  const kind = recognize(kinds, reported);
  if (kind === undefined) {
    if (reported !== 'unknown') reading.problem('unknown-value', reported);
    const called = reported === 'unknown' ? asText(reading.at('reported', value, raw)) : reported;
    return { change: 'unknown', reported: called };
  }
  // Its targets may be in the step by now, or again be proposed: they are not the run's own.
  const { ids } = reading;
  reading.ids = new Set();
  reading.spoiled = false;
  const change = shape(readers[kind] as Readers<Change>)(value, reading, source);
  reading.ids = ids;
  const whole =
    !reading.spoiled && !('requirement' in change && (change.requirement as { type?: string }).type);
  return whole ? change : { change: 'unknown', reported: kind };
};

export const readRedline = shape<Redline>({
  id: text,
  stepId: text,
  title,
  ...status(redlineStatuses),
  by: optional(text),
  at: optional(instant),
  issueId: optional(text),
  before: choice(...stepStatuses),
  adds: (value) => value === true || undefined,
  changes: optional(listOf(readChange)),
  decided: optional(shape({ by: text, at: instant, comment: optional(text) })),
  closed: optional(shape({ by: text, at: instant })),
});
