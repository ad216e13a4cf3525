/** The small picture of where a value lies between its limits. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Range } from '../../domain/measurement.js';
import type { DecimalText } from '../../domain/run.js';
import { formatDecimal } from '../../messages/format-value.js';

/** Where the lower and the upper limit stand on a line from 0 to 100; the labels below stand there too. */
const lower = 22;
const upper = 78;

/** Where a value stands between limits, at the line's end where it is far off. A missing limit is as far as the other is big. */
export function position({ low, high }: Range, value: DecimalText): number {
  const from = Number(low ?? Number(high) - (Math.abs(Number(high)) || 1));
  const to = Number(high ?? Number(low) + (Math.abs(Number(low)) || 1));
  const part = to > from ? (Number(value) - from) / (to - from) : Math.sign(Number(value) - from) + 0.5;
  return Math.round(Math.min(98, Math.max(2, lower + part * (upper - lower))) * 10) / 10 || 2;
}

/** A track, on it the band in range with the numbers of its ends, and the value's mark in the color of its verdict. */
export function picture(
  range: Range | undefined,
  value: DecimalText | undefined,
  locale: string,
): TemplateResult | typeof nothing {
  const { low, high } = range ?? {};
  if (!range || (low === undefined && high === undefined)) return nothing;
  // From `lower` to `upper`, written out: texts that were put together would be kept for every field.
  const band = low === undefined ? 'M0 8H78' : high === undefined ? 'M22 8H100' : 'M22 8H78';
  return html`<div class="picture numbers" part="picture" aria-hidden="true">
    <svg viewBox="0 0 100 16" preserveAspectRatio="none">
      <path d="M0 8H100"></path>
      <path class="band" d=${band}></path>
      <path class="mark" d=${value ? `M${position(range, value)} 0V16` : ''}></path>
    </svg>
    <span>${low === undefined ? nothing : formatDecimal(low, locale)}</span>
    <span>${high === undefined ? nothing : formatDecimal(high, locale)}</span>
  </div>`;
}
