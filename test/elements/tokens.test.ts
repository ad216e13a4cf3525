import { expect } from 'chai';
import { buttons } from '../../src/styles/buttons.js';
import { choices } from '../../src/styles/choices.js';
import { inputs } from '../../src/styles/inputs.js';
import { status } from '../../src/styles/status.js';
import { surface } from '../../src/styles/surface.js';
import { tokens } from '../../src/styles/tokens.js';
import { tones } from '../../src/styles/tones.js';

const sheets = { buttons, choices, inputs, status, surface, tokens, tones };
const statuses = ['todo', 'in-progress', 'complete', 'hold', 'redline', 'failed', 'canceled'];
const grounds = ['surface', 'surface-raised', 'surface-sunken'];
const all = (fronts: string[], backs: string[]): [string, string][] =>
  fronts.flatMap((front) => backs.map((back): [string, string] => [front, back]));

/** What is read, on what it is read: WCAG AA asks for 4.5:1. */
const read = [
  ...all(['text', 'text-quiet', 'ok', 'bad', 'warn', 'accent'], grounds),
  ...all(['text', 'text-quiet', 'ok'], ['ok-surface']),
  ...all(['text', 'text-quiet', 'bad'], ['bad-surface']),
  ...all(['text', 'text-quiet', 'warn'], ['warn-surface']),
  ...all(['text', 'text-quiet', 'accent'], ['accent-surface']),
  ...all(['on-accent'], ['accent']),
  ...statuses.map((name): [string, string] => [`on-${name}`, name]),
];
/** What is seen: edges of controls, focus: 3:1. */
const seen = all(['line-strong', 'focus'], grounds);

type Scheme = 'light' | 'dark';
type Colors = Map<string, Record<Scheme, string>>;

/** Every `--stepwright-NAME` with the color it has here: after a comma in our sheets, after a colon in a theme. */
function colorsIn(text: string): Colors {
  const found: Colors = new Map();
  const color = String.raw`(#[\da-f]{3,8})`;
  const pattern = new RegExp(
    String.raw`--stepwright-([\w-]+)[,:]\s*(?:light-dark\(${color},\s*${color}\)|${color})`,
    'g',
  );
  for (const [, name = '', light, dark, both = ''] of text.matchAll(pattern)) {
    found.set(name, { light: light ?? both, dark: dark ?? both });
  }
  return found;
}

function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function tooFaint(colors: Colors): string[] {
  const list: string[] = [];
  const check = (pairs: [string, string][], least: number): void => {
    for (const [front, back] of pairs) {
      for (const scheme of ['light', 'dark'] as const) {
        const ratio = contrast(colors.get(front)?.[scheme] ?? '', colors.get(back)?.[scheme] ?? '');
        if (!(ratio >= least)) list.push(`${front} on ${back}, ${scheme}: ${ratio.toFixed(2)}`);
      }
    }
  };
  check(read, 4.5);
  check(seen, 3);
  return list;
}

const own = colorsIn(tokens.cssText + status.cssText);
const allText = Object.values(sheets)
  .map((sheet) => sheet.cssText)
  .join('\n');

describe('the tokens', () => {
  it('have enough contrast, light and dark', () => {
    expect(tooFaint(own)).to.deep.equal([]);
  });

  it('are few on a host', () => {
    const names = new Set(tokens.cssText.match(/--_[\w-]+(?=:)/g));
    expect(names.size).to.be.within(20, 45);
  });

  it('are all declared that the sheets read', () => {
    const declared = new Set([...allText.matchAll(/(--_[\w-]+):/g)].map(([, name]) => name));
    const used = [...allText.matchAll(/var\((--_[\w-]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !declared.has(name))).to.deep.equal([]);
  });

  it('keep their private and their public name alike', () => {
    for (const [, mine, open] of allText.matchAll(/--_([\w-]+):\s*var\(--stepwright-([\w-]+)/g)) {
      if (!mine?.includes('status')) expect(open).to.equal(mine);
    }
  });

  it('reach an element from the page, whatever stands between', () => {
    const outer = document.createElement('div');
    const host = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(host);
    const probe = document.createElement('p');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [tokens, tones].map((sheet) => sheet.styleSheet as CSSStyleSheet);
    root.append(probe);
    probe.className = 'ok toned';
    document.body.append(outer);
    try {
      outer.style.colorScheme = 'light';
      expect(getComputedStyle(probe).color).to.equal('rgb(23, 105, 58)');
      outer.style.colorScheme = 'dark';
      expect(getComputedStyle(probe).color).to.equal('rgb(107, 208, 143)');
      outer.style.setProperty('--stepwright-ok', 'rgb(1, 2, 3)');
      expect(getComputedStyle(probe).color).to.equal('rgb(1, 2, 3)');
    } finally {
      outer.remove();
    }
  });
});

describe('the sheets', () => {
  it('give a message the color of its tone, in whatever order they come', () => {
    for (const order of [
      [tokens, tones, inputs],
      [tokens, inputs, tones],
    ]) {
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = order.map(({ styleSheet }) => styleSheet!);
      const colorOf = (className: string): string => {
        const one = Object.assign(document.createElement('p'), { className });
        root.append(one);
        return getComputedStyle(one).color;
      };
      document.body.append(host);
      for (const tone of ['ok', 'warn', 'bad'])
        expect(colorOf(`message toned ${tone}`)).to.equal(colorOf(`verdict ${tone}`));
      expect(colorOf('message')).to.equal(colorOf('hint')).and.not.equal(colorOf('verdict bad'));
      host.remove();
    }
  });

  for (const [name, { cssText, styleSheet }] of Object.entries(sheets)) {
    it(`${name} is understood whole by the browser`, () => {
      const rules = cssText.replace(/\/\*[\s\S]*?\*\//g, '').match(/\{/g)?.length ?? 0;
      const count = (list: CSSRuleList): number =>
        [...list].reduce(
          (sum, rule) => sum + 1 + ('cssRules' in rule ? count(rule.cssRules as CSSRuleList) : 0),
          0,
        );
      expect(count((styleSheet as CSSStyleSheet).cssRules)).to.equal(rules);
    });

    it(`${name} knows start and end, not left and right`, () => {
      expect(cssText).not.to.match(
        /\b(left|right|top|bottom)\s*:|(margin|padding|border)-(left|right|top|bottom)|text-align:\s*(left|right)|[^-](width|height)\s*:\s*\d+px;/,
      );
    });
  }
});

describe('the themes', () => {
  for (const theme of ['contrast', 'bench']) {
    it(`${theme} sets only tokens there are, with enough contrast`, async () => {
      const text = await (await fetch(`/src/themes/${theme}.css`)).text();
      const known = new Set([...allText.matchAll(/var\((--stepwright-[\w-]+)/g)].map(([, name]) => name));
      const set = [...text.matchAll(/(--stepwright-[\w-]+):/g)].map(([, name]) => name);
      expect(set).not.to.deep.equal([]);
      expect(set.filter((name) => !known.has(name))).to.deep.equal([]);
      // All colors, since a mix with ours would stand or fall with the page's color-scheme.
      const colors = colorsIn(text);
      expect([...colors.keys()]).to.have.members([...own.keys()]);
      expect(tooFaint(colors)).to.deep.equal([]);
    });
  }
});
