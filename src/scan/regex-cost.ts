/**
 * How many ways a regular expression may try on a text, told before it is tried, since nothing stops one that runs.
 *
 * Where each next character settles whether to go on, skip or which alternative to take, there is one way only, and
 * matching is linear. A place where it does not multiplies the ways; inside a repetition it does so without end.
 */

/** A pattern taken apart: single characters, groups, and what takes no character. */
type Node = { min: number; max: number } & (
  | { kind: 'character'; source: string }
  | { kind: 'group'; alternatives: Node[][] }
  | { kind: 'look'; alternatives: Node[][] }
);

const anything = '[^]';
const escape =
  /\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[pP]\{[^}]*\}|k<[^>]*>|c[a-zA-Z]|[1-9]\d*|[^])/uy;
const characterClass = /\[(?:\\[^]|[^\]\\])*\]/uy;
const opening = /\((?:\?(?:<?[=!]|<[^>]*>|[a-z]*(?:-[a-z]*)?:))?/uy;
const quantifier = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/uy;

/** Takes apart what RegExp with the flag `u` has accepted. */
function parse(source: string): Node[][] {
  let at = 0;
  const take = (token: RegExp): RegExpExecArray | null => {
    token.lastIndex = at;
    const match = token.exec(source);
    if (match) at += match[0].length;
    return match;
  };
  const times = (): { min: number; max: number } => {
    const match = take(quantifier);
    if (!match) return { min: 1, max: 1 };
    const [text, least, comma, most] = match;
    if (least === undefined)
      return { min: text.startsWith('+') ? 1 : 0, max: text.startsWith('?') ? 1 : Infinity };
    return { min: Number(least), max: comma ? (most ? Number(most) : Infinity) : Number(least) };
  };
  const alternatives = (): Node[][] => {
    const found: Node[][] = [[]];
    while (at < source.length && source[at] !== ')') {
      const sequence = found[found.length - 1]!;
      const open = take(opening);
      if (open) {
        const kind = /[=!]$/.test(open[0]) ? 'look' : 'group';
        const inner = alternatives();
        at++; // the closing parenthesis
        sequence.push({ kind, alternatives: inner, ...times() });
        continue;
      }
      const text = (take(escape) ?? take(characterClass) ?? take(/[^]/uy))![0];
      if (text === '|') found.push([]);
      else if (!/^(?:\^|\$|\\[bB])$/.test(text)) {
        const reference = /^\\(?:k<|[1-9])/.test(text);
        sequence.push({ kind: 'character', source: reference ? anything : text, ...times() });
      }
    }
    return found;
  };
  return alternatives();
}

/** Every character of the basic plane but halves of pairs, to ask whether one is in two sets. */
let plane = '';
const overlaps = (one: string, other: string): boolean => {
  if (one === other) return true;
  if (plane === '') {
    const codes = Array.from({ length: 0x10000 }, (_, code) => code);
    plane = codes.map((code) => (code >= 0xd800 && code < 0xe000 ? '' : String.fromCharCode(code))).join('');
  }
  return new RegExp(`(?=${one})${other}`, 'u').test(plane);
};
/** Of very many it is not looked at: whoever writes such a pattern is told that it may be slow. */
const many = 24;
const anyOverlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.length > 0 &&
  others.length > 0 &&
  (some.length + others.length > many || some.some((one) => others.some((other) => overlaps(one, other))));

/** The characters that may come first in a sequence that is followed by what begins with `after`. */
function firsts(sequence: readonly Node[], after: readonly string[]): string[] {
  // From behind, so that each node is looked at once.
  return sequence.reduceRight<string[]>(
    (then, node) => {
      if (node.kind === 'look') return then;
      const own =
        node.kind === 'character' ? [node.source] : node.alternatives.flatMap((one) => firsts(one, then));
      return [...new Set(node.min === 0 ? [...own, ...then] : own)];
    },
    [...after],
  );
}

/** A choice within a repetition: the ways double with each round. */
const endless = -1;

/** The factors by which ways multiply: none is more than the length of the text, and `endless` has no bound. */
function factors(sequence: readonly Node[], after: readonly string[], repeated: boolean): number[] {
  return sequence.flatMap((node, index) => {
    const then = firsts(sequence.slice(index + 1), after);
    const found: number[] = [];
    if (node.kind === 'look') return node.alternatives.flatMap((one) => factors(one, [anything], repeated));
    const choice = (ways: number): number => (repeated ? endless : ways);
    const begin =
      node.kind === 'character' ? [node.source] : node.alternatives.flatMap((one) => firsts(one, []));
    if (node.max !== node.min && anyOverlap(begin, then)) found.push(choice(node.max - node.min + 1));
    if (node.kind === 'group') {
      const again = node.max > 1;
      const next = again ? [...then, ...begin] : then;
      const begins = node.alternatives.map((one) => firsts(one, next));
      if (begins.some((one, at) => begins.slice(at + 1).some((other) => anyOverlap(one, other))))
        found.push(again ? endless : choice(begins.length));
      for (const one of node.alternatives) found.push(...factors(one, next, repeated || again));
    }
    return found;
  });
}

/** Steps that are done before a person notices. */
const affordable = 5e6;

/** The longest text, up to `most`, that the expression is tried on: 0 where it may hang on a short one as well. */
export function longestFor(source: string, most: number): number {
  const all = factors([{ kind: 'group', alternatives: parse(source), min: 1, max: 1 }], [], false);
  if (all.includes(endless)) return 0;
  const steps = (length: number): number =>
    all.reduce(
      (ways, factor) => ways * Math.min(factor, length + 1),
      length * Math.max(1, source.length / 20),
    );
  let length = most;
  while (length > 32 && steps(length) > affordable) length = Math.floor(length * 0.8);
  return steps(length) > affordable ? 0 : length;
}
