import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  header > div {
    min-inline-size: 0;
    flex: 1 1 10em;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: var(--_space);
  }
  h3,
  h4,
  p {
    margin: 0;
  }
  h3 {
    font-size: var(--_size-3);
    line-height: 1.25;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  h4 {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) / 2);
    color: var(--_tone, var(--_text-quiet));
    font-size: var(--_size-1);
  }
  h4:focus {
    outline: none;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .copy {
    margin-inline-start: auto;
    margin-inline-end: calc(var(--_space) * -1);
  }
  .hint {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .numbers {
    font-family: var(--_font-numeric);
    font-variant-numeric: tabular-nums;
  }
  .counts {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: var(--_space);
  }
  .tile {
    display: grid;
    inline-size: 100%;
    justify-content: start;
    justify-items: start;
    gap: 0;
    border: 0;
    align-content: center;
    min-block-size: calc(var(--_target) * 1.5);
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_tone-surface, var(--_surface-sunken));
    color: var(--_tone, var(--_text-quiet));
  }
  .counts .number {
    font-size: var(--_size-4);
    font-weight: 600;
    line-height: 1.2;
  }
  .counts .word {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) / 2);
    font-size: var(--_size-1);
    font-weight: 600;
  }
  .lists {
    column-gap: calc(var(--_space) * 4);
  }
  section {
    padding-block-end: calc(var(--_space) * 2);
    break-inside: avoid;
  }
  .line {
    display: flex;
    align-items: start;
    justify-content: start;
    gap: var(--_space);
    inline-size: calc(100% + var(--_space) * 2);
    margin-inline: calc(var(--_space) * -1);
    padding: calc(var(--_space) * 0.75) var(--_space);
    color: inherit;
    font-weight: 400;
    text-align: start;
  }
  li + li,
  .more {
    margin-block-start: var(--_gap);
  }
  div.line {
    inline-size: auto;
    margin: 0;
    padding-inline: 0;
  }
  .words {
    display: grid;
    gap: calc(var(--_space) / 4);
    min-inline-size: 0;
  }
  .what {
    font-weight: 600;
  }
  .what,
  .said,
  .words > .hint {
    inline-size: fit-content;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .said {
    display: -webkit-box;
    overflow: hidden;
    white-space: pre-line;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .words > .badge {
    justify-self: start;
  }
  .sign {
    color: var(--_tone, var(--_text-quiet));
  }
  .sign.hold,
  .sign.redline,
  .sign.failed {
    display: inline-grid;
    border-radius: 50%;
    box-shadow: 0 0 0 2px var(--_status);
    background: var(--_status);
    color: var(--_on-status);
  }
  :is(.hold, .redline, .failed) > .glyph {
    scale: 0.8;
  }
  .folded {
    display: none;
  }
  .ended,
  .summary {
    display: flex;
    gap: var(--_space);
  }
  @container (min-width: 44em) {
    .lists {
      columns: 2;
    }
  }
  @container (max-width: 26em) {
    .counts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media print {
    :host {
      color: #000;
      font-size: 10pt;
    }
    .copy,
    .more {
      display: none;
    }
    .folded {
      display: list-item;
    }
    .line {
      min-block-size: 0;
      padding-block: 2pt;
    }
    .said {
      display: block;
    }
    .tile {
      min-block-size: 0;
      border: 1px solid #000;
      background: none;
    }
    .tile,
    h4,
    .hint,
    .line,
    .sign {
      color: #000;
    }
    li {
      break-inside: avoid;
    }
  }
`;
