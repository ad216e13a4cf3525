// A rollup plugin that takes the indentation and the comments out of css`…` and html`…` literals. It only ever makes
// white space shorter: a run of it becomes one space in markup, and in style sheets vanishes beside { } ; and ,.
import MagicString from 'magic-string';

const space = /\s/;

/**
 * The parts of a css literal, one after the other, as they are spelled in the source: two backslashes there are one in
 * the style sheet, which escapes what follows.
 */
export function cssMinifier() {
  let quote = '';
  return {
    minify(/** @type {string} */ text) {
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
          const needless = out.length > keep && /[\s{};,]$/.test(out);
          if (!needless) out += ' ';
          i++;
        } else {
          if ('{};,'.includes(char) && endsWithSpace()) out = out.slice(0, -1);
          if (char === '}' && out.length > keep && out.endsWith(';')) out = out.slice(0, -1);
          out += char;
          i++;
        }
      }
      return out;
    },
  };
}

/** The parts of an html or svg literal, one after the other. */
export function htmlMinifier() {
  let state = 'text';
  let quote = '';
  return {
    minify(/** @type {string} */ text) {
      let out = '';
      let i = 0;
      while (i < text.length) {
        const char = /** @type {string} */ (text[i]);
        if (state === 'comment') {
          const end = text.indexOf('-->', i);
          if (end < 0) return out + text.slice(i);
          out += text.slice(i, end + 3);
          i = end + 3;
          state = 'text';
        } else if (state === 'quoted') {
          if (char === quote) state = 'tag';
          out += char;
          i++;
        } else if (space.test(char)) {
          while (i < text.length && space.test(text[i] ?? '')) i++;
          // Inside a tag the space before its end says nothing.
          if (!(state === 'tag' && text[i] === '>')) out += ' ';
        } else if (state === 'tag') {
          if (char === '>') state = 'text';
          else if (char === '"' || char === "'") [state, quote] = ['quoted', char];
          out += char;
          i++;
        } else {
          if (text.startsWith('<!--', i)) state = 'comment';
          else if (/^<[a-zA-Z/]/.test(text.slice(i, i + 2))) state = 'tag';
          out += char;
          i++;
        }
      }
      return out;
    },
  };
}

const preformatted = /<(pre|textarea|script|style)\b/i;

/** @returns {import('rollup').Plugin} */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (id.includes('node_modules') || !/\b(css|html|svg)`/.test(code)) return null;
      const edits = new MagicString(code);
      for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
        const parts = quasi.quasis.map((part) => ({ ...part, text: code.slice(part.start, part.end) }));
        // An escape of JavaScript's own, as \n, is not looked into.
        if (parts.some((part) => /\\[^\\]/.test(part.text.replaceAll('\\\\', '')))) continue;
        if (tag !== 'css' && parts.some((part) => preformatted.test(part.text))) continue;
        const minifier = tag === 'css' ? cssMinifier() : htmlMinifier();
        parts.forEach((part, index) => {
          let text = minifier.minify(part.text);
          if (tag === 'css' && index === 0) text = text.trimStart();
          if (tag === 'css' && index === parts.length - 1) text = text.trimEnd();
          if (text !== part.text && part.end > part.start) edits.update(part.start, part.end, text);
        });
      }
      return edits.hasChanged() ? { code: edits.toString(), map: edits.generateMap({ hires: true }) } : null;
    },
  };
}

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
