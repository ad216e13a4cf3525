// Fields for fast-check: well-formed ones of any content.
import fc, { type Arbitrary } from 'fast-check';
import type { Field } from '../../src/domain/index.js';

export const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('<b onclick=x>', '', '__proto__', 'constructor'),
);
export const word = fc.stringMatching(/^[a-z]{1,6}$/);
export const instant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const decimal = fc.integer({ min: -99999, max: 99999 }).map((n) => (n / 100).toFixed(2));
export const amount = decimal.map((one) => one.replace('-', ''));

/** An object of which the second part's properties may be missing. */
export const some = <T extends object, U extends object>(
  required: { [K in keyof T]: Arbitrary<T[K]> },
  optional: { [K in keyof U]: Arbitrary<U[K]> },
): Arbitrary<T & Partial<U>> =>
  fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }))
    .map(([a, b]) => ({ ...a, ...b }) as T & Partial<U>);

export const few = <T>(one: Arbitrary<T>): Arbitrary<T[]> => fc.array(one, { maxLength: 4 });
export const things = <T extends { id: string }>(one: Arbitrary<T>): Arbitrary<T[]> =>
  fc.uniqueArray(one, { maxLength: 3, selector: ({ id }) => id });

export const by = { by: word, at: instant };
const recordOf = (value: Arbitrary<unknown>, more: object = {}) =>
  fc.oneof(
    some(
      { value, how: fc.constantFrom('typed', 'scanned', 'gauge', 'pasted', 'imported'), ...by },
      {
        raw: text,
        resolution: amount,
        reason: text,
        deviation: fc.record({ rationale: text, ...by }),
        ...more,
      },
    ),
    fc.record({
      value: fc.constant(null),
      notApplicable: fc.constant(true),
      how: fc.constant('typed'),
      ...by,
    }),
  );
const base = {
  id: fc.constant(''),
  label: text,
  required: fc.boolean(),
  allowNotApplicable: fc.boolean(),
  version: word,
};
const fieldOf = (type: Field['type'], value: Arbitrary<unknown>, more: object = {}, optional: object = {}) =>
  some({ ...base, type: fc.constant(type), ...more }, { hint: text, record: recordOf(value), ...optional });
/** A length, which may have been typed in inches. */
const measured = some(
  { ...base, type: fc.constant('number'), unit: fc.constant('mm') },
  { record: recordOf(decimal, { unit: fc.constantFrom('in', 'cm', '″') }) },
);
const link = fc.record({ id: word, name: text });
const options = {
  options: fc.constant([
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]),
};
export const fileRef = fc.record({ id: word, name: text, type: text, size: fc.nat() });
const limits = some({}, { min: decimal, max: decimal, target: decimal, plus: decimal, minus: decimal });
const date = instant.map((one) => one.slice(0, 10));
const dateTime = fc
  .tuple(instant, fc.constantFrom('Z', '+01:00', '-11:30'))
  .map(([one, offset]) => `${one.slice(0, -1)}${offset}`);

export const anySignoff = some(
  {
    ...base,
    type: fc.constant('signoff'),
    role: text,
    peerReview: fc.boolean(),
    decisions: things(
      some(
        {
          id: word,
          decision: fc.constantFrom('approve', 'reject'),
          role: text,
          covers: fc.dictionary(text, word, { maxKeys: 4 }),
          ...by,
        },
        { meaning: text, comment: text, identifiedBy: text },
      ),
    ),
  },
  { hint: text, meaning: text, asked: word },
);

export const anyField = fc.oneof(
  fieldOf(
    'number',
    decimal,
    {},
    { unit: text, limits, sample: fc.record({ of: word, label: text, index: fc.nat() }) },
  ),
  measured,
  fieldOf('pass-fail', fc.constantFrom('pass', 'fail')),
  fieldOf(
    'text',
    text.filter((one) => one.trim() !== ''),
  ),
  fieldOf('date', date),
  fieldOf('date-time', dateTime),
  fieldOf('tool', link, {}, { partNumber: text, subtype: text }),
  fieldOf('person', link, {}, { role: text }),
  fieldOf('part', link),
  fieldOf('single-select', fc.constantFrom('a', 'b'), options),
  fieldOf('multi-select', fc.subarray(['a', 'b'], { minLength: 1 }), options),
  fieldOf('boolean', fc.boolean()),
  fieldOf('file', fc.array(fileRef, { minLength: 1, maxLength: 2 })),
  anySignoff,
  some(
    { ...base, type: fc.constant('unknown'), reported: text },
    { hint: text, shown: text.filter((one) => one !== '') },
  ),
) as Arbitrary<Field>;
