import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rollup } from 'rollup';
import { cssMinifier, htmlMinifier, minifyTemplates } from '../../tools/minify-templates.mjs';

const css = (/** @type {string[]} */ ...parts) => {
  const minifier = cssMinifier();
  return parts.map((part) => minifier.minify(part)).join('${}');
};
const html = (/** @type {string[]} */ ...parts) => {
  const minifier = htmlMinifier();
  return parts.map((part) => minifier.minify(part)).join('${}');
};

test('style sheets lose indentation and comments', () => {
  assert.equal(
    css('a {\n  color: red;\n  /* why */\n  margin: 0 1px;\n}\n\nb , c { }'),
    'a{color: red;margin: 0 1px}b,c{}',
  );
});

test('white space that means something in a style sheet stays', () => {
  assert.equal(css('a :hover > b + c'), 'a :hover > b + c');
  assert.equal(css('p{width:calc(1px  +  2px)}'), 'p{width:calc(1px + 2px)}');
  assert.equal(css('@media (width > 3px)  and (x) {}'), '@media (width > 3px) and (x){}');
  assert.equal(css('a/**/b a /* c */ b'), 'a b a b');
});

test('strings and escapes in a style sheet stay', () => {
  assert.equal(css('p{content: "a  ;  /* b */"}'), 'p{content: "a  ;  /* b */"}');
  assert.equal(css("p{content: 'it\\\\'s  ;'}"), "p{content: 'it\\\\'s  ;'}");
  assert.equal(css('.a\\\\  b  {}'), '.a\\\\  b{}');
  assert.equal(css('.a\\\\;  b{}'), '.a\\\\; b{}');
  assert.equal(css('.a\\\\31  b  {}'), '.a\\\\31  b{}');
});

test('a string goes on behind an expression', () => {
  assert.equal(css('p{content: "a  ', '  b";  }'), 'p{content: "a  ${}  b"}');
});

test('markup keeps one space where there was any', () => {
  assert.equal(html('\n  <p\n  class="a  b"\n  >\n  x   y\n</p>\n'), ' <p class="a  b"> x y </p> ');
});

test('attributes that hold expressions stay quoted text', () => {
  assert.equal(html('<p a="x  ', '  y"   b=', '\n>', '</p>'), '<p a="x  ${}  y" b=${}>${}</p>');
});

test('comments in markup stay', () => {
  assert.equal(html('<!--  a  -->   <b>'), '<!--  a  --> <b>');
});

test('the plugin edits the literals of a module, and a preformatted one not', async () => {
  const source =
    'const x = css`\n a {\n }\n`; const y = html`<pre>\n  a</pre>`; const z = html`<b>  ${x}  </b>`; export { x, y, z };';
  const build = await rollup({
    input: 'x',
    plugins: [{ name: 'x', resolveId: (id) => id, load: () => source }, minifyTemplates()],
    onLog: () => {},
  });
  const { output } = await build.generate({ sourcemap: true });
  assert.match(output[0].code, /css`a\{\}`/);
  assert.ok(output[0].code.includes('html`<pre>\n  a</pre>`'));
  assert.ok(output[0].code.includes('html`<b> ${x} </b>`'));
  assert.ok(output[0].map?.mappings);
});
