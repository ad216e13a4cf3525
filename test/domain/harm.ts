// What can go wrong with a run on its way from a backend.
import fc, { type Arbitrary } from 'fast-check';

/** Anything at all, and rather what may be taken for something. */
export const anything: Arbitrary<unknown> = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withObjectString: true,
  }),
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    0,
    -1,
    NaN,
    Infinity,
    true,
    10n ** 40n,
    Symbol('s'),
    [],
    {},
    () => 1,
    'unknown',
    's0',
    's0.f0',
    'UNKNOWN',
  ),
);

/** The run with some of its places, however deep, replaced, taken away or doubled. */
export function spoil(run: unknown, harms: readonly (readonly [number, unknown])[]): unknown {
  const copy: unknown = structuredClone(run);
  for (const [place, harm] of harms) {
    const places: [Record<string, unknown>, string][] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const key of Object.keys(node)) {
        places.push([node as Record<string, unknown>, key]);
        if (places.length < 3000) walk((node as Record<string, unknown>)[key]);
      }
    };
    walk(copy);
    const [node, key] = places[place % places.length]!;
    if (harm === 'delete') Reflect.deleteProperty(node, key);
    else if (harm === 'double' && Array.isArray(node)) node.push(node[Number(key)]);
    else if (harm === 'cycle') node[key] = copy;
    else node[key] = harm;
  }
  return copy;
}
