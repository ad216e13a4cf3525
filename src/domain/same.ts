/** Whether two pieces of data say the same. */

const nothing: ReadonlySet<string> = new Set();

/**
 * Equal as JSON is: in whatever order their properties were written, one that is undefined being as good as absent.
 * `without` are properties of the outermost that do not count.
 */
export function same(a: unknown, b: unknown, without = nothing): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  for (const key in one) if (!without.has(key) && !same(one[key], other[key])) return false;
  for (const key in other)
    if (other[key] !== undefined && one[key] === undefined && !without.has(key)) return false;
  return true;
}
