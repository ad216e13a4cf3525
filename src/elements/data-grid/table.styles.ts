import { css } from 'lit';

/** The table: what scrolls, how wide its columns are, the heads that stay in view. */
export const tableStyles = css`
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
`;
