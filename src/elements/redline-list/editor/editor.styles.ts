import { css } from 'lit';

export const styles = css`
  dialog.editor {
    flex-direction: column;
    inline-size: min(80rem, 100% - var(--_space) * 4);
    block-size: min(60rem, 100% - var(--_space) * 4);
    padding: 0;
    overflow: hidden;
  }
  dialog.editor[open] {
    display: flex;
  }
  .editor > header,
  .editor > footer {
    flex: none;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
  }
  .editor > header {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    justify-content: space-between;
    padding-inline-end: calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_line);
  }
  .editor > footer {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    align-items: center;
    justify-content: space-between;
    padding-block-end: max(calc(var(--_space) * 1.5), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_line);
  }
  .editor > footer > p {
    flex: 1 1 20em;
    max-inline-size: 72ch;
  }
  .editor > footer > .actions {
    flex-direction: row-reverse;
    margin-inline-start: auto;
  }
  .editor .content {
    flex: 1;
    display: grid;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .entry,
  .preview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    /* A part that scrolls by itself, as the tabs, is not squeezed. */
    grid-auto-rows: max-content;
    gap: calc(var(--_space) * 2.5);
    align-content: start;
    min-inline-size: 0;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
  }
  .preview {
    background: var(--_surface);
    border-inline-start: 1px solid var(--_line);
  }
  .preview h4 {
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  @media (min-width: 64em) {
    .editor .content {
      grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr);
      overflow: hidden;
    }
    .entry,
    .preview {
      overflow-y: auto;
      overscroll-behavior: contain;
    }
  }
  @media (max-width: 40em) {
    dialog.editor {
      inline-size: 100%;
      max-inline-size: 100%;
      block-size: 100dvh;
      max-block-size: 100dvh;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
    .editor > header,
    .editor > footer,
    .entry {
      padding-inline: calc(var(--_space) * 2);
    }
    .editor > footer > .actions {
      flex: 1;
      margin: 0;
    }
    /* What happens then is read where there is room; the buttons stay in reach. */
    .editor > footer > .hint {
      flex-basis: 100%;
    }
  }
  .first,
  .entered,
  .editor .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  .editor .message {
    min-block-size: 0;
    margin-block-start: calc(var(--_space) / 2);
  }
  .beside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
    gap: calc(var(--_space) * 2);
    align-items: start;
  }
  .tabs {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    gap: max(var(--_gap), calc(var(--_space) / 2));
    overflow-x: auto;
    scrollbar-width: thin;
    margin-inline: calc(var(--_space) * -1);
    padding-inline: var(--_space);
    border-block-end: 1px solid var(--_line);
    background: var(--_surface-raised);
  }
  /* Where the entry scrolls by itself its padding would stay open above them. */
  @media (min-width: 64em) {
    .tabs {
      inset-block-start: calc(var(--_space) * -2.5);
    }
  }
  [role='tab'] {
    flex: none;
    border: 0;
    border-radius: 0;
    padding-inline: calc(var(--_space) * 1.25);
    background: none;
    color: var(--_text-quiet);
  }
  [role='tab'][aria-selected='true'] {
    box-shadow: inset 0 -3px var(--_accent);
    color: var(--_text);
  }
  [role='tab']:focus-visible {
    outline-offset: -3px;
  }
  .count {
    min-inline-size: 1.6em;
    padding: 0 0.4em;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: var(--_size-1);
    font-variant-numeric: tabular-nums;
  }
  /* All five in one row, with their counts above their ends. */
  @media (max-width: 40em) {
    .tabs {
      gap: var(--_gap);
      padding-inline: calc(var(--_space) / 2);
    }
    [role='tab'] {
      flex: 1 0 auto;
      position: relative;
      padding-inline: calc(var(--_space) / 2);
      font-size: var(--_size-1);
    }
    [role='tab'] > .count {
      position: absolute;
      inset-block-start: 1px;
      inset-inline-end: 0;
      font-size: 0.6875rem;
    }
  }
  [role='tabpanel']:focus {
    outline: none;
  }
  .paragraphs {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .paragraphs > li > .row {
    justify-content: space-between;
    flex-wrap: nowrap;
  }
  .paragraphs textarea {
    margin-block-start: var(--_gap);
    field-sizing: content;
    max-block-size: 24em;
  }
  .tools {
    display: flex;
    flex: none;
    gap: var(--_space);
  }
  .up > .glyph {
    rotate: 180deg;
  }
  .editor .grow {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  .editor .grow > strong,
  .editor .grow > s {
    margin-inline-end: var(--_space);
    unicode-bidi: plaintext;
  }
  .editor .grow > s {
    color: var(--_text-quiet);
  }
  .entries > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding-block-start: var(--_space);
  }
  .lines > h4 {
    margin: 0;
  }
  .entered {
    padding: calc(var(--_space) * 0.5) 0 calc(var(--_space) * 1.5);
  }
  .entered.beside {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
  }
  .entered .line {
    display: flex;
    gap: var(--_space);
    align-items: center;
  }
  .entered .line > input {
    flex: 1 1 6em;
  }
  .editor fieldset > .label {
    margin-block-end: calc(var(--_space) * 0.75);
  }
  .editor .label {
    text-wrap: pretty;
  }
`;
