import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 1.5);
  }
  h3:focus {
    outline: none;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-block-size: var(--_target);
    padding-block: calc(var(--_space) / 2);
    border-block-end: 1px solid var(--_line);
  }
  li > .icon {
    margin-inline: calc(var(--_space) * -0.5) calc(var(--_space) * -1);
  }
  .who {
    display: grid;
    flex: 1;
    min-inline-size: 0;
    line-height: 1.3;
  }
  .name {
    inline-size: fit-content;
    max-inline-size: 100%;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  /* What comes in a language of the other direction is read in its own. */
  .hint,
  .time,
  .total > span,
  summary > span {
    inline-size: fit-content;
    unicode-bidi: plaintext;
  }
  .own .name,
  .time,
  .total {
    font-weight: 600;
  }
  .time {
    flex: none;
    text-align: end;
  }
  .mark.away ~ .time {
    font-weight: 400;
  }
  .total {
    display: flex;
    justify-content: space-between;
    margin: 0;
    padding-block: calc(var(--_space) / 2);
  }
  .wide {
    justify-self: start;
    margin-inline-start: calc(var(--_space) * -2);
  }
  details > summary {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) / 2);
    min-block-size: var(--_target);
    color: var(--_text-quiet);
    cursor: pointer;
    list-style: none;
  }
  [open] > summary {
    margin-block-end: var(--_gap);
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary > .glyph {
    rotate: -90deg;
  }
  :host(:dir(rtl)) summary > .glyph {
    rotate: 90deg;
  }
  details[open] > summary > .glyph {
    rotate: none !important;
  }
  .entries .time {
    font-weight: 400;
  }
  .edited {
    color: var(--_warn);
    unicode-bidi: plaintext;
  }
  .notice {
    align-items: start;
    padding-block: var(--_space);
    padding-inline-end: 0;
  }
  .notice > p {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    padding-block: calc((var(--_target) - 1.4em) / 2);
  }
  .notice > .glyph {
    margin-block-start: calc((var(--_target) - 1.25em) / 2);
  }
`;
