/** The difference that a redline makes, drawn: what was and what will be beside each other, or one above the other. */
import { html, nothing, type TemplateResult } from 'lit';
import { align, type Stretch } from '../../domain/redline-align.js';
import type { Redline, Run } from '../../domain/run.js';
import { glyph, warning } from '../../styles/glyphs.js';
import { groupsOf, type Group, type Pair } from './groups.js';
import { Teller } from './told.js';
import { wordDiff } from './word-diff.js';

/** More than so many are shown when somebody asks for them. */
const manyGroups = 40;

/** What a difference is drawn from. */
export interface Difference {
  element: Element;
  /** The run that holds its step. */
  run: Run;
  redline: Redline;
  /** Whether all of a long one is shown. */
  whole: boolean;
  showWhole(): void;
}

export function difference({ element, run, redline, whole, showWhole }: Difference): TemplateResult {
  const teller = new Teller(element, run);
  const { texts } = teller;
  const groups = groupsOf(run, redline, teller);
  if (groups.length === 0 && !redline.changes) return html`<p class="hint">${texts.untold}</p>`;
  const shown = whole ? groups : groups.slice(0, manyGroups);
  const will = willBe(redline, texts);
  return html`<div class="difference" part="difference">
    ${
      groups.some(({ does }) => does === 'changed')
        ? html`<div class="sides" aria-hidden="true"><span>${texts.was}</span><span>${will}</span></div>`
        : nothing
    }
    ${shown.map((one) => groupOf(one, texts, will))}
    ${
      shown.length < groups.length
        ? html`<div class="actions">
            <button type="button" class="quiet" @click=${showWhole}>
              ${texts.more(groups.length - shown.length)}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}

type Texts = Teller['texts'];

const willBe = ({ status, closed }: Redline, texts: Texts): string => {
  if (status === 'accepted') return texts.is;
  return status === 'rejected' || status === 'canceled' || closed ? texts.wouldBe : texts.will;
};

const signs = { added: '+', removed: '−', changed: '±', unknown: '?' };

function groupOf({ does, title, name, pairs, note }: Group, texts: Texts, will: string): TemplateResult {
  if (does === 'unknown') {
    return html`<p class="notice warn">${glyph(warning)} <span>${title}</span></p>`;
  }
  return html`<div class="group ${does}" role="group" aria-label=${[title, name].filter(Boolean).join(': ')}>
    <div class="about">
      <span class="sign" aria-hidden="true">${signs[does]}</span>
      <span class="kind">${title}</span>
      ${name ? html`<span class="name">${name}</span>` : nothing}
    </div>
    ${
      pairs.length > 0
        ? html`<dl>
            ${pairs.map((pair) => (does === 'changed' ? both(pair, texts, will) : one(pair, title)))}
          </dl>`
        : nothing
    }
    ${note ? html`<p class="hint">${glyph(warning)} ${note}</p>` : nothing}
  </div>`;
}

/** Of what comes or goes as a whole. */
function one({ name, before, after, isText }: Pair, title: string): TemplateResult {
  const value = after ?? before ?? '';
  if (isText) {
    return html`<div class="pair">
      <dt class="visually-hidden">${title}</dt>
      <dd class=${after === undefined ? 'was' : 'will'}><span class="value">${value}</span></dd>
    </div>`;
  }
  return html`<div class="fact">
    <dt class=${name ? '' : 'visually-hidden'}>${name || title}</dt>
    <dd>${value}</dd>
  </div>`;
}

function both(pair: Pair, texts: Texts, will: string): TemplateResult {
  const { name, before = '', after = '' } = pair;
  const stretches = stretchesOf(pair);
  const side = (which: 'gone' | 'come', otherwise: string): unknown =>
    stretches ? sideOf(stretches, which, pair, texts) : otherwise;
  return html`<div class="pair">
    ${name ? html`<dt>${name}</dt>` : html`<dt class="visually-hidden">${texts.instructions}</dt>`}
    <dd class="was">
      <span class="side">${texts.was}</span>
      <span class="value">${side('gone', before)}</span>
    </dd>
    <dd class="will">
      <span class="side">${will}</span>
      <span class="value">${side('come', after)}</span>
    </dd>
  </div>`;
}

/** A text word by word, a list piece by piece; nothing for what is told as a whole. */
function stretchesOf({ before = '', after = '', isText, pieces }: Pair): readonly Stretch[] | undefined {
  if (pieces) return align(pieces.before, pieces.after);
  return isText ? wordDiff(before, after) : undefined;
}

/** What stands on one side, with what only stands there marked. */
function sideOf(
  stretches: readonly Stretch[],
  which: 'gone' | 'come',
  { pieces }: Pair,
  texts: Texts,
): unknown {
  const between = pieces?.between ?? '';
  const parts = stretches.filter((part) => ('same' in part ? part.same : part[which]).length > 0);
  return parts.map((part, at) => {
    const shown =
      'same' in part
        ? part.same.join(between)
        : which === 'gone'
          ? marked('del', part.gone.join(between), texts.removedText, texts.end)
          : marked('ins', part.come.join(between), texts.addedText, texts.end);
    return at > 0 ? [between, shown] : shown;
  });
}

/** What is marked says so to who hears it; that `ins` and `del` are read out cannot be relied on. */
function marked(
  mark: 'ins' | 'del',
  text: string,
  begins: string,
  ends: string,
): TemplateResult | typeof nothing {
  if (text === '') return nothing;
  const said = html`<span class="visually-hidden"> [${begins} </span>${text}<span class="visually-hidden">
      ${ends}]
    </span>`;
  return mark === 'ins' ? html`<ins>${said}</ins>` : html`<del>${said}</del>`;
}
