/** The small picture of how readings spread over their limits, and the same in numbers. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Range } from '../../domain/measurement.js';
import type { Spread } from '../../domain/samples.js';
import { samples as samplesWords } from '../../messages/en/samples.js';
import { formatDecimal } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { position } from '../measurement-field/picture.js';

/** Equal readings stand above each other, from the middle on. */
const heights = [12, 6, 18, 9, 15];

/** A track with the band in range, a dot for each reading and a line at their mean. */
export function spreadPicture(
  spread: Spread | undefined,
  { low, high }: Partial<Range>,
  locale: string,
): TemplateResult {
  const limited = low !== undefined || high !== undefined;
  const between: Range = limited ? { low, high } : { low: spread?.lowest, high: spread?.highest };
  const taken = new Map<number, number>();
  const placed = (spread?.readings ?? []).map(({ value, verdict }) => {
    const at = position(between, value);
    const nth = taken.get(at) ?? 0;
    taken.set(at, nth + 1);
    return { verdict, at, height: heights[nth % heights.length]! };
  });
  // A line without length and with round ends is a dot, however the picture is stretched.
  const dots = (isOut: boolean): string =>
    placed
      .filter(({ verdict }) => isOut === !/^(in-range|no-limits)$/.test(verdict))
      .map(({ at, height }) => `M${at} ${height}h0`)
      .join('');
  const band = `M${low === undefined ? 0 : 22} 12H${high === undefined ? 100 : 78}`;
  return html`<div class="picture" part="picture" aria-hidden="true">
    <svg viewBox="0 0 100 24" preserveAspectRatio="none">
      <path d="M0 12H100"></path>
      <path class="band" d=${limited ? band : ''}></path>
      <path class="mean" d=${spread ? `M${position(between, spread.mean)} 0V24` : ''}></path>
      <path class="dot" d=${dots(false)}></path>
      <path class="dot bad" d=${dots(true)}></path>
    </svg>
    <span>${low === undefined ? nothing : formatDecimal(low, locale)}</span>
    <span>${high === undefined ? nothing : formatDecimal(high, locale)}</span>
  </div>`;
}

export function spreadWords(
  host: Element,
  { mean, exact, lowest, highest, range }: Spread,
  unit = '',
): TemplateResult {
  const texts = words(host, 'samples', samplesWords);
  const locale = localeOf(host);
  const one = (name: string, text: string, about = ''): TemplateResult =>
    html`<div>
      <dt>${name}</dt>
      <dd class="numbers"><bdi>${about}${formatDecimal(text, locale)}${unit && `\u00a0${unit}`}</bdi></dd>
    </div>`;
  return html`<dl part="spread">
    ${one(texts.mean, mean, exact ? '' : '≈\u00a0')}${one(texts.lowest, lowest)}${one(texts.highest, highest)}${one(
      texts.range,
      range,
    )}
  </dl>`;
}
