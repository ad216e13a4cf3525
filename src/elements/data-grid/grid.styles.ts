import { css } from 'lit';

/** The table: sticky heads, cells of text, the one editor. */
export const styles = css`
  :host {
    --_row: max(var(--_target) + 1px, 3rem);
    --_edge: calc(var(--_space) * 1.25);
  }
  .box {
    max-block-size: min(44rem, 76svh);
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    overscroll-behavior-inline: contain;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    /* Browsers round it down to whole pixels. */
    border-spacing: calc(var(--_gap) * 1.06);
    table-layout: fixed;
  }
  col {
    inline-size: 8.5rem;
  }
  col.names {
    inline-size: 11.5rem;
  }
  col.text,
  col.mixed,
  col.unknown {
    inline-size: 14rem;
  }
  col.date-time {
    inline-size: 15rem;
  }
  col.single-select,
  col.multi-select,
  col.tool,
  col.person,
  col.part,
  col.signoff,
  col.date {
    inline-size: 11rem;
  }
  th,
  td {
    block-size: var(--_row);
    padding: 0 var(--_edge);
    border-block-end: 1px solid var(--_line);
    border-inline-end: 1px solid var(--_line);
    background: var(--_surface-raised);
    text-align: start;
  }
  tr > :last-child {
    border-inline-end: 0;
  }
  tbody > tr:last-child > * {
    border-block-end: 0;
  }
  .gap > td {
    padding: 0;
    border: 0;
    background: none;
  }

  /* Heads stay in view. */
  thead th {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    padding-block: var(--_space);
    border-block-end-color: var(--_line-strong);
    background: var(--_surface-sunken);
    box-shadow: 0 0 0 var(--_gap) var(--_surface-raised);
    vertical-align: bottom;
  }
  thead .label {
    display: -webkit-box;
    overflow: hidden;
    font-size: var(--_size-1);
    line-height: 1.25;
    overflow-wrap: break-word;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  thead .hint {
    display: block;
    margin-block-start: 2px;
    font-weight: 400;
    line-height: 1.25;
  }
  thead .number {
    text-align: end;
  }
  .corner,
  .names {
    position: sticky;
    z-index: 1;
    inset-inline-start: 0;
    border-inline-end-color: var(--_line-strong);
    /* What is scrolled below does not show between them. */
    box-shadow: 0 0 0 var(--_gap) var(--_surface-raised);
  }
  thead .corner {
    z-index: 3;
    color: var(--_text-quiet);
  }
  tbody .names {
    padding-inline-end: 0;
    font-weight: 400;
    white-space: nowrap;
  }
  .names > * {
    vertical-align: middle;
  }
  .about {
    display: inline-grid;
    inline-size: calc(100% - var(--_edge));
    line-height: 1.25;
  }
  .about:not(:last-child) {
    inline-size: calc(100% - 5.25rem);
  }
  .about > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .state {
    color: var(--_tone, var(--_text-quiet));
    font-size: var(--_size-1);
    font-variant-numeric: tabular-nums;
  }
  .state .glyph {
    margin-inline-end: 0.25em;
  }
  .row-action {
    inline-size: 5.25rem;
    padding: 0 calc(var(--_space) / 2);
    font-size: var(--_size-1);
    line-height: 1.15;
    white-space: normal;
  }

  /* A cell is text and a mark; nothing in it but the one that is edited is a control. */
  .cell {
    cursor: cell;
    user-select: none;
  }
  .cell > .text {
    display: inline-block;
    max-inline-size: 100%;
    overflow: hidden;
    line-height: 1.3;
    text-overflow: ellipsis;
    vertical-align: middle;
    white-space: nowrap;
    unicode-bidi: plaintext;
  }
  .marked > .text {
    max-inline-size: calc(100% - 1.25em - var(--_space) * 0.75);
  }
  .cell > .glyph {
    margin-inline-start: calc(var(--_space) * 0.75);
    color: var(--_tone, var(--_text-quiet));
    vertical-align: middle;
  }
  .cell.number {
    font-family: var(--_font-numeric);
    font-size: calc(var(--_size-2) * 1.0625);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    text-align: end;
  }
  .cell.number:not(.marked) {
    padding-inline-end: calc(var(--_edge) + 1.25em + var(--_space) * 0.75);
  }
  .said > .text {
    color: var(--_text-quiet);
    font-weight: 400;
  }
  .cell.bad,
  .cell.warn {
    background: var(--_tone-surface);
  }
  .cell.bad > .text,
  .cell.warn > .text {
    color: var(--_tone);
  }
  .none {
    background: var(--_surface-sunken);
  }
  .cell[aria-selected='true'] {
    background: var(--_accent-surface);
  }

  /* The active cell is marked with and without the focus. */
  [data-active] {
    outline: 2px solid var(--_line-strong);
    outline-offset: -2px;
  }
  [data-active]:focus-visible,
  [data-active]:focus,
  [data-active]:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }
  [data-active]:has(button) {
    outline: none;
  }
  .row-action:focus-visible {
    outline-offset: -4px;
  }
  .edited {
    position: relative;
  }
  .editor.editor {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    padding: 0 var(--_edge);
    border: 0;
    border-radius: 0;
    background: var(--_surface-raised);
    color: var(--_text);
    font-weight: 600;
    text-align: inherit;
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
    resize: none;
  }
  textarea.editor {
    padding-block: calc((var(--_row) - 1.4em) / 2) 0;
    line-height: 1.4;
  }
  .editor[aria-invalid='true'] {
    box-shadow: inset 0 0 0 5px var(--_bad);
  }
  @media (max-width: 30em) {
    col.names {
      inline-size: 8.5rem;
    }
    .box {
      max-block-size: 64svh;
    }
    .row-action {
      inline-size: 3.5rem;
    }
    .about:not(:last-child) {
      inline-size: calc(100% - 3.5rem);
    }
  }
  @media (forced-colors: active) {
    .cell[aria-selected='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
