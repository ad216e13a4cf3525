/** The run in numbers, to be read in ten seconds (R101). */
import { html, nothing, type TemplateResult } from 'lit';
import { runCounts, type RunCounts } from '../../domain/completion.js';
import type { Run } from '../../domain/run.js';
import { review as reviewWords } from '../../messages/en/review.js';
import { formatNumber } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { failed, glyph, inProgress, issue, ok, part, redline, sign, warning } from '../../styles/glyphs.js';

type Also = keyof typeof reviewWords.also;

/** One of the counts: the large number, of how many, what else there is, and how it looks. */
interface Tally {
  count: number;
  total?: number;
  also: readonly (readonly [Also, number])[];
  glyph: string;
  tone: '' | 'ok' | 'warn' | 'bad';
}

const known = new WeakMap<Run, RunCounts>();

const tallies: { [K in keyof RunCounts]: (counts: RunCounts[K]) => Tally } = {
  steps: ({ complete, total, failed: broken, resolved }) => ({
    count: complete,
    total,
    also: [
      ['failed', broken],
      ['resolved', resolved],
    ],
    glyph: inProgress,
    tone: broken > 0 ? 'bad' : complete === total ? 'ok' : '',
  }),
  requirements: ({ installed, total, excepted }) => ({
    count: installed,
    total,
    also: [['excepted', excepted]],
    glyph: part,
    tone: installed + excepted === total ? 'ok' : '',
  }),
  approvals: ({ given, total, rejected }) => ({
    count: given,
    total,
    also: [['rejected', rejected]],
    glyph: sign,
    tone: rejected > 0 ? 'bad' : given === total ? 'ok' : '',
  }),
  issues: ({ open, dispositioned, resolved }) => ({
    count: open,
    also: [
      ['dispositioned', dispositioned],
      ['resolved', resolved],
    ],
    glyph: issue,
    tone: open > 0 ? 'warn' : 'ok',
  }),
  redlines: ({ open, closed }) => ({
    count: open,
    also: [['closed', closed]],
    glyph: redline,
    tone: open > 0 ? 'warn' : 'ok',
  }),
};
const marks: Readonly<Record<Tally['tone'], string>> = { '': '', ok, warn: warning, bad: failed };

export function counts(host: Element, run: Run): TemplateResult {
  const say = words(host, 'review', reviewWords);
  const locale = localeOf(host);
  let all = known.get(run);
  if (!all) known.set(run, (all = runCounts(run)));
  const tile = (key: keyof RunCounts): TemplateResult => {
    const tally = (tallies[key] as (counts: RunCounts[keyof RunCounts]) => Tally)(all[key]);
    const also = tally.also.filter(([, count]) => count > 0);
    return html`<div class="tally ${tally.tone}">
      <dt>
        ${glyph(tally.glyph)}
        <span>${say.counts[key]}</span>${tally.tone ? glyph(marks[tally.tone]) : nothing}
      </dt>
      <dd>
        <span class="large">${formatNumber(tally.count, locale)}</span>
        <span>${say.of[key](tally.total ?? tally.count)}</span>
      </dd>
      ${also.length > 0 ? html`<dd class="also">${also.map(([what, count]) => html`<span>${say.also[what](count)}</span>`)}</dd>` : nothing}
    </div>`;
  };
  return html`<dl class="counts" part="counts">
    ${(Object.keys(tallies) as (keyof RunCounts)[]).map(tile)}
  </dl>`;
}
