import { css } from 'lit';

/** Cells of text and a mark, the active one, and the one editor. */
export const cellStyles = css`
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
  @media (forced-colors: active) {
    .cell[aria-selected='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
