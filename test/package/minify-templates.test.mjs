import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rollup } from 'rollup';
import { minified, minifyCss, minifyHtml, minifyTemplates } from '../../tools/minify-templates.mjs';

const css = (/** @type {string[]} */ ...parts) => minifyCss(parts).join('${}');
const html = (/** @type {string[]} */ ...parts) => minifyHtml(parts).join('${}');

test('style sheets lose indentation and comments', () => {
  assert.equal(
    css('a {\n  color: red;\n  /* why */\n  margin: 0 1px;\n}\n\nb , c { }'),
    'a{color:red;margin:0 1px}b,c{}',
  );
});

test('white space that means something in a style sheet stays', () => {
  assert.equal(css('a :hover > b + c'), 'a :hover>b + c');
  assert.equal(
    css('p{margin:calc(1px * 0.5 - 0.25em) 10.05px;color:#00.5}'),
    'p{margin:calc(1px * .5 - .25em) 10.05px;color:#00.5}',
  );
  assert.equal(css('p{font: 1px / 1.4 x !important}'), 'p{font:1px/1.4 x!important}');
  assert.equal(css('p{width:calc(1px  +  2px)}'), 'p{width:calc(1px + 2px)}');
  assert.equal(css('@media (width > 3px)  and (x) {}'), '@media (width>3px) and (x){}');
  assert.equal(css('a/**/b a /* c */ b'), 'a b a b');
});

test('strings and escapes in a style sheet stay', () => {
  assert.equal(css('p{content:"a  ;  /* b */"}'), 'p{content:"a  ;  /* b */"}');
  assert.equal(css("p{content: 'it\\\\'s  ;'}"), "p{content:'it\\\\'s  ;'}");
  assert.equal(css('.a\\\\  b  {}'), '.a\\\\  b{}');
  assert.equal(css('.a\\\\;  b{}'), '.a\\\\; b{}');
  assert.equal(css('.a\\\\31  b  {}'), '.a\\\\31  b{}');
});

test('a string goes on behind an expression', () => {
  assert.equal(css('p{content: "a  ', '  b";  }'), 'p{content:"a  ${}  b"}');
});

test('markup keeps one space where one may be meant', () => {
  assert.equal(html('a   <b\n  class="a  b"\n  >x\n   y</b>\n'), 'a <b class="a  b">x y</b> ');
  assert.equal(html('<p>\n  by <b>', '</b>\n  <i>at</i>\n  ', '</p>'), '<p>by <b>${}</b> <i>at</i> ${}</p>');
  assert.equal(html('<span>a</span>\n<span>b</span>'), '<span>a</span> <span>b</span>');
  assert.equal(html('<div><b></b>  <b></b> ', '  </div>'), '<div><b></b> <b></b> ${} </div>');
});

test('indentation goes where no space can be seen or read', () => {
  assert.equal(html('\n  <p>\n    x\n  </p>\n  ', '\n  <ul>', '</ul>\n'), '<p>x</p>${}<ul>${}</ul>');
  assert.equal(html('<div>\n  <img />\n  <b>', '</b>\n  ', '\n</div>'), '<div><img /><b>${}</b>${}</div>');
  assert.equal(
    html('<svg>\n  <path d=', '></path>\n  <path />\n</svg>'),
    '<svg><path d=${}></path><path /></svg>',
  );
  assert.equal(html('<span><button>\n  ', ' x\n</button>\n<i>'), '<span><button>${} x</button> <i>');
});

test('two expressions, and words and an element, stay apart in a container', () => {
  assert.equal(html('<div>', '\n  ', '\n</div>'), '<div>${} ${}</div>');
  assert.equal(html('<div>by\n  <b>', '</b>\n  at</div>'), '<div>by <b>${}</b> at</div>');
});

test('what an element holds ends with it', () => {
  assert.equal(html('<p><div><br></div>\n<b></b>\n<b></b></p>'), '<p><div><br></div><b></b> <b></b></p>');
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

test('for the test runner every line stays where it was', () => {
  const source = 'a(html`\n  <p>\n    ${b}\n    ${\n c}\n  </p>`);\nd(css`\n  a {\n  }\n`);\ne();';
  const code = String(minified(source, { keepLines: true }));
  assert.ok(code.includes('html`<p>${'), code);
  for (const call of ['b}', 'c}', ');\nd(', 'e();']) {
    assert.equal(lineOf(code, call), lineOf(source, call), call);
  }
  assert.equal(minified('a`\n`'), undefined);
});

const lineOf = (/** @type {string} */ code, /** @type {string} */ part) =>
  code.slice(0, code.indexOf(part)).split('\n').length;

test('white space that was left to its author goes nowhere in silence: running text keeps it', () => {
  const spaced = [
    'p',
    'span',
    'label',
    'b',
    'dt',
    'dd',
    'h2',
    'summary',
    'legend',
    'bdi',
    'output',
    'a',
    'td',
  ];
  for (const tag of spaced) {
    const inner = `<${tag}><b>1</b>\n  <b>2</b></${tag}>`;
    assert.equal(html(inner), inner.replace(/\s+/, ' '), tag);
  }
});
