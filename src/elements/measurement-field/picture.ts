/** A small picture of where a value lies between its limits. Drawn from numbers only; the words beside it say the same. */
import { nothing, svg, type TemplateResult } from 'lit';
import type { DecimalText, Limits } from '../../domain/run.js';

const width = 100;
const edge = 22;

/** Where things stand on a line from 0 to 100: the band in range, the target, the value. A missing limit runs off the line. */
export function positions(
  limits: Limits,
  value: DecimalText | undefined,
): { from: number; to: number; target?: number; at?: number } | undefined {
  const number = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Number(text);
  const target = number(limits.target);
  const low =
    number(limits.min) ?? (limits.minus && target !== undefined ? target + Number(limits.minus) : undefined);
  const high =
    number(limits.max) ?? (limits.plus && target !== undefined ? target + Number(limits.plus) : undefined);
  if (low === undefined && high === undefined) return undefined;
  const span =
    Math.abs((high ?? target ?? low! * 2) - (low ?? target ?? high! / 2)) || Math.abs(low ?? high!) || 1;
  const start = low ?? high! - span;
  const scale = (x: number): number =>
    Math.round(Math.min(width - 2, Math.max(2, edge + ((x - start) / span) * (width - 2 * edge))) * 10) / 10;
  const at = number(value);
  return {
    from: low === undefined ? 0 : edge,
    to: high === undefined ? width : width - edge,
    ...(target !== undefined && { target: scale(target) }),
    ...(at !== undefined && Number.isFinite(at) && { at: scale(at) }),
  };
}

/** A track with the band in range, its target and the value's mark; the mark takes the verdict's color. */
export function picture(limits: Limits, value: DecimalText | undefined): TemplateResult | typeof nothing {
  const place = positions(limits, value);
  if (!place) return nothing;
  return svg`<svg class="picture" part="picture" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
    <path class="track" d="M0 10H100"></path>
    <path class="band" d="M${place.from} 10H${place.to}"></path>
    <path class="mark" d=${place.at === undefined ? '' : `M${place.at} 2V18`}></path>
  </svg>`;
}
