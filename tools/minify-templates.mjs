// A plugin for rollup, vite and the test runner that takes the indentation and the comments out of css`…` and html`…`
// literals. Tests and stories are given them as they ship: where a space would be missed, it is missed there first.
import MagicString from 'magic-string';
import { parseAst } from 'rollup/parseAst';

const space = /\s/;

/**
 * The parts of a css literal, as they are spelled in the source: two backslashes there are one in the style sheet,
 * which escapes what follows. White space becomes one space, and vanishes beside { } ; , > / and behind a colon.
 * @param {readonly string[]} parts
 */
export function minifyCss(parts) {
  let quote = '';
  const minify = (/** @type {string} */ text) => {
    let out = '';
    let keep = 0; // what lies before is not shortened any more
    let i = 0;
    const copy = (/** @type {number} */ length) => {
      out += text.slice(i, i + length);
      i += length;
      keep = out.length;
    };
    const endsWithSpace = () => out.length > keep && space.test(out.at(-1) ?? '');
    while (i < text.length) {
      const char = /** @type {string} */ (text[i]);
      if (char === '\\') {
        // A code point takes the white space behind it along.
        copy(/^\\\\(?:[\da-fA-F]{1,6}\s*|[^\\]|\\\\)?/.exec(text.slice(i))?.[0].length ?? 2);
      } else if (quote) {
        if (char === quote) quote = '';
        copy(1);
      } else if (char === '"' || char === "'") {
        quote = char;
        copy(1);
      } else if (text.startsWith('/*', i)) {
        const end = text.indexOf('*/', i + 2);
        // A comment that reaches into the next expression is left as it is.
        if (end < 0) return out + text.slice(i);
        // Two words with nothing but a comment between them stay two words.
        if (out !== '' && !/[\s{};,]$/.test(out)) out += ' ';
        i = end + 2;
      } else if (space.test(char)) {
        const needless = out.length > keep && /[\s{};,:>/]$/.test(out);
        if (!needless) out += ' ';
        i++;
      } else {
        if ('{};,>/!'.includes(char) && endsWithSpace()) out = out.slice(0, -1);
        if (char === '}' && out.length > keep && out.endsWith(';')) out = out.slice(0, -1);
        const zero = char === '0' && /^0\.\d/.test(text.slice(i)) && /[^\w.#-][-+]?$/.test(out);
        if (!zero) out += char;
        i++;
      }
    }
    return out;
  };
  return parts.map((part, index) => {
    const text = minify(part);
    if (index === 0) return parts.length === 1 ? text.trim() : text.trimStart();
    return index === parts.length - 1 ? text.trimEnd() : text;
  });
}

const blocks = new Set(
  [
    'address article aside blockquote dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4',
    'h5 h6 header hr legend li main menu nav ol optgroup option p search section summary table tbody td tfoot th',
    'thead tr ul circle defs ellipse g line path polygon polyline rect',
  ].flatMap((line) => line.split(' ')),
);
/** Blocks that hold other elements and no running text, so that two elements on two lines in them stand apart. */
const containers = new Set(
  'article aside details dialog div dl fieldset footer form header li main menu nav ol search section svg ul'.split(
    ' ',
  ),
);
/** What lies beside them counts; at the ends inside they have none. */
const boxes = new Set(['button', 'select']);
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * The parts of an html or svg literal. White space becomes one space; and where it holds a line break and cannot be
 * meant, nothing: beside the tag of a block, at both ends of a button, and between two elements or expressions in a
 * container, at least one of them an element. So a space between two words, or around an element in running text, stays wherever a formatter
 * breaks the line.
 * @param {readonly string[]} parts
 */
export function minifyHtml(parts) {
  const pieces = piecesOf(parts);
  return parts.map((_, part) =>
    pieces
      .map((piece, at) =>
        piece.part !== part || piece.kind === 'hole'
          ? ''
          : piece.kind === 'space'
            ? isIndentation(piece, pieces[at - 1], pieces[at + 1])
              ? ''
              : ' '
            : piece.text,
      )
      .join(''),
  );
}

/**
 * `inside`: the element that holds it, as far as the literal tells.
 * @typedef {{ kind: 'text' | 'space' | 'tag' | 'hole', part: number, text: string, name?: string, inside?: string }} Piece
 */

function isIndentation(
  /** @type {Piece} */ { text, inside = '' },
  /** @type {Piece | undefined} */ before,
  /** @type {Piece | undefined} */ after,
) {
  if (!text.includes('\n')) return false;
  const around = [before, after];
  if (around.some((piece) => piece?.kind === 'tag' && blocks.has(piece.name ?? ''))) return true;
  if (boxes.has(inside) && around.some((piece) => piece?.kind === 'tag' && piece.name === inside))
    return true;
  return (
    containers.has(inside) &&
    around.every((piece) => piece && piece.kind !== 'text') &&
    around.some((piece) => piece?.kind === 'tag')
  );
}

/** Cuts a literal into tags, runs of white space, text, and the places of expressions outside of tags. */
function piecesOf(/** @type {readonly string[]} */ parts) {
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {string[]} */
  const open = [];
  let state = 'text';
  let quote = '';
  let name = '';
  let closes = false;
  parts.forEach((text, part) => {
    if (part > 0 && state === 'text') pieces.push({ kind: 'hole', part, text: '', inside: open.at(-1) });
    let i = 0;
    /** A piece goes on until another kind of piece, another part or another tag begins. */
    const add = (/** @type {Piece['kind']} */ kind, /** @type {string} */ more, begins = false) => {
      const last = pieces.at(-1);
      if (!begins && last?.kind === kind && last.part === part) last.text += more;
      else pieces.push({ kind, part, text: more, ...(kind === 'tag' && { name }), inside: open.at(-1) });
    };
    while (i < text.length) {
      const char = /** @type {string} */ (text[i]);
      if (state === 'comment') {
        const end = text.indexOf('-->', i);
        add('text', end < 0 ? text.slice(i) : text.slice(i, end + 3));
        if (end < 0) return;
        i = end + 3;
        state = 'text';
      } else if (state === 'quoted') {
        if (char === quote) state = 'tag';
        add('tag', char);
        i++;
      } else if (space.test(char)) {
        const run = /^\s+/.exec(text.slice(i))?.[0] ?? '';
        i += run.length;
        if (state === 'text') add('space', run);
        // Inside a tag the space before its end says nothing.
        else if (text[i] !== '>') add('tag', ' ');
      } else if (state === 'tag') {
        add('tag', char);
        i++;
        if (char === '"' || char === "'") [state, quote] = ['quoted', char];
        if (char !== '>') continue;
        state = 'text';
        if (closes) open.splice(open.includes(name) ? open.lastIndexOf(name) : open.length);
        else if (!empty.has(name) && text[i - 2] !== '/') open.push(name);
      } else {
        const tag = /^<(\/?)([a-zA-Z][^\s/>]*)/.exec(text.slice(i));
        if (tag) {
          closes = tag[1] === '/';
          name = (tag[2] ?? '').toLowerCase();
          state = 'tag';
        } else if (text.startsWith('<!--', i)) state = 'comment';
        add(tag ? 'tag' : 'text', tag ? tag[0] : char, Boolean(tag));
        i += tag ? tag[0].length : 1;
      }
    }
  });
  return pieces;
}

const preformatted = /<(pre|textarea|script|style)\b/i;

/** @returns {import('rollup').Plugin} */
export const minifyTemplates = () => ({
  name: 'minify-templates',
  transform(code, id) {
    if (id.includes('node_modules')) return null;
    const edits = minified(code);
    return edits ? { code: edits.toString(), map: edits.generateMap({ hires: true }) } : null;
  },
});

/**
 * The module with shorter literals, or undefined where there are none. With `keepLines` every line stays where it was:
 * the line breaks that were taken out go into the next expression, or behind the literal.
 */
export function minified(/** @type {string} */ code, { keepLines = false } = {}) {
  if (!/\b(css|html|svg)`/.test(code)) return undefined;
  const edits = new MagicString(code);
  for (const { tag, quasi } of taggedTemplates(parseAst(code))) {
    const parts = quasi.quasis.map((part) => ({ ...part, text: code.slice(part.start, part.end) }));
    // An escape of JavaScript's own, as \n, is not looked into.
    if (parts.some((part) => /\\[^\\]/.test(part.text.replaceAll('\\\\', '')))) continue;
    if (tag !== 'css' && parts.some((part) => preformatted.test(part.text))) continue;
    const texts = parts.map((part) => part.text);
    const shorter = tag === 'css' ? minifyCss(texts) : minifyHtml(texts);
    parts.forEach(({ text, start, end }, index) => {
      const short = shorter[index] ?? text;
      if (text === short || end === start) return;
      edits.update(start, end, short);
      const last = index === parts.length - 1;
      if (keepLines) edits.appendRight(end + (last ? 1 : 2), '\n'.repeat(lines(text) - lines(short)));
    });
  }
  return edits.hasChanged() ? edits : undefined;
}

const lines = (/** @type {string} */ text) => text.split('\n').length;

/** @returns {Generator<{ tag: string, quasi: { quasis: { start: number, end: number }[] } }>} */
function* taggedTemplates(/** @type {any} */ node) {
  if (Array.isArray(node)) {
    for (const inner of node) yield* taggedTemplates(inner);
  } else if (node && typeof node.type === 'string') {
    if (node.type === 'TaggedTemplateExpression' && ['css', 'html', 'svg'].includes(node.tag.name)) {
      yield { tag: node.tag.name, quasi: node.quasi };
    }
    for (const value of Object.values(node)) if (typeof value === 'object') yield* taggedTemplates(value);
  }
}
