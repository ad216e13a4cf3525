import { css } from 'lit';

export const styles = css`
  p {
    margin: 0;
  }
  .others {
    display: flex;
    gap: var(--_space);
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .reasons {
    border-block: 1px solid var(--_line);
  }
  details + details,
  .reasons li + li,
  .reasons ul,
  .reasons ul + button {
    margin-block-start: var(--_gap);
  }
  details + details {
    border-block-start: 1px solid var(--_line);
  }
  summary,
  .reasons button {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_target);
  }
  summary {
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary > span,
  li span {
    unicode-bidi: plaintext;
  }
  summary > .glyph:first-child {
    color: var(--_bad);
  }
  summary > .glyph:last-child,
  li .glyph {
    margin-inline-start: auto;
    color: var(--_text-quiet);
  }
  [open] > summary > .glyph:last-child {
    rotate: 180deg;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .reasons li,
  .reasons ul + button {
    padding-inline-start: calc(var(--_space) + 1.25em);
  }
  .reasons li > button {
    inline-size: 100%;
    padding: calc(var(--_space) / 2) 0;
    color: inherit;
    font-weight: 400;
    text-align: start;
  }
  small {
    display: block;
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  li .glyph {
    rotate: -90deg;
  }
  :host(:dir(rtl)) li .glyph {
    rotate: 90deg;
  }
  .ended {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 2);
    border-radius: var(--_radius);
    background: var(--_status);
    color: var(--_on-status);
  }
  :is(.ended, .done) > .glyph {
    inline-size: 1.75rem;
    block-size: 1.75rem;
  }
  .ended > div {
    display: grid;
    gap: calc(var(--_space) / 2);
    min-inline-size: 0;
  }
  .ended .note {
    margin: 0;
  }
  @media (forced-colors: active) {
    .ended {
      border: 2px solid;
    }
  }
  .note {
    margin-block-start: var(--_space);
    white-space: pre-line;
  }
`;
