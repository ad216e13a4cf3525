/** What of a field or a part a redline may change: how it differs from what is there, and how it is put in place of it. */
import type { Field, FieldContent, ValueRecord, Version } from './run.js';
import { said } from './said.js';
import { same } from './same.js';

const ofEveryField = ['label', 'hint', 'required', 'allowNotApplicable'] as const;

/** What a decision at a sign-off answers. */
const askedFor = ['role', 'meaning', 'peerReview'] as const;

export function keysOf({ type }: Pick<Field, 'type'>): readonly (keyof FieldContent)[] {
  switch (type) {
    case 'number':
      return [...ofEveryField, 'unit', 'limits'];
    case 'single-select':
    case 'multi-select':
      return [...ofEveryField, 'options'];
    case 'signoff':
      return [...ofEveryField, ...askedFor];
    default:
      return ofEveryField;
  }
}

/** What a thing has under a name; `null` where it has nothing. */
export const valueOf = (thing: object, key: string): unknown =>
  (thing as Readonly<Record<string, unknown>>)[key] ?? null;

/** What can be taken away, and then is not there rather than empty. */
const mayBeNone: ReadonlySet<string> = new Set(['hint', 'unit', 'limits', 'meaning', 'designators']);

/** As it is to be kept: without the space around it, and nothing where it says nothing. */
function tidy(key: string, value: unknown): unknown {
  const kept =
    key === 'designators' && Array.isArray(value)
      ? [...new Set(value.map(said))].filter(Boolean)
      : typeof value === 'string'
        ? value.trim()
        : value;
  const isEmpty = kept === '' || same(kept, key === 'limits' ? {} : []);
  return mayBeNone.has(key) && isEmpty ? null : kept;
}

/** Those of the keys that differ from what is there, as they were and as they are to be. Nothing if none does. */
export function difference<Content extends object>(
  thing: object,
  to: Content,
  keys: readonly (keyof Content & string)[],
): { from: Content; to: Content } | undefined {
  const now = (key: string): unknown => valueOf(thing, key);
  const different = keys.filter(
    (key) => to[key] !== undefined && !same(now(key), to[key]) && !same(now(key), tidy(key, to[key])),
  );
  if (different.length === 0) return undefined;
  const pick = (value: (key: keyof Content & string) => unknown): Content =>
    Object.fromEntries(different.map((key) => [key, value(key)])) as Content;
  return { from: pick(now), to: pick((key) => tidy(key, to[key])) };
}

/** With these properties in place of its own; `null` takes one away. */
export const rewritten = <T extends object>(thing: T, content: object): T =>
  Object.fromEntries(
    Object.entries({ ...thing, ...content }).filter(([, value]) => value !== null && value !== undefined),
  ) as T;

/**
 * A number that was recorded stays in the unit that it was read in. What was accepted was accepted beyond the limits of
 * then; what was signed was what the sign-off asked for then.
 */
export function changedField(
  field: Field,
  { from, to }: { from: FieldContent; to: FieldContent },
  version: Version,
): Field {
  const isAnother = askedFor.some((key) => to[key] !== undefined);
  const changed = { ...rewritten(field, to), version, ...(isAnother && { asked: version }) } as Field & {
    record?: ValueRecord;
  };
  if (!changed.record || (to.limits === undefined && to.unit === undefined)) return changed;
  const { deviation: _, ...record } = changed.record;
  const unit = record.value && record.unit === undefined && to.unit !== undefined && from.unit;
  return { ...changed, record: { ...record, ...(unit && { unit }) } } as Field;
}
