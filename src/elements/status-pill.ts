/** A status as a pill: glyph, word and color. Needs the sheet `status`. */
import { html, type TemplateResult } from 'lit';
import type { RunStatus } from '../domain/run.js';
import * as glyphs from '../styles/glyphs.js';

export const statusGlyphs: Readonly<Record<RunStatus | 'unknown', string>> = {
  todo: glyphs.todo,
  'in-progress': glyphs.inProgress,
  complete: glyphs.complete,
  'partial-complete': glyphs.partialComplete,
  hold: glyphs.hold,
  redline: glyphs.redline,
  failed: glyphs.failed,
  canceled: glyphs.canceled,
  unknown: glyphs.unknown,
};

/** `word` is the status in words. */
export const statusPill = (status: RunStatus | 'unknown', word: string): TemplateResult =>
  html`<span class="status ${status}" part="status">${glyphs.glyph(statusGlyphs[status])} ${word}</span>`;
