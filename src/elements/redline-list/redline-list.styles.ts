import { css } from 'lit';

export const styles = css`
  section,
  .one,
  .one > header {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5);
  }
  .one > header {
    gap: calc(var(--_space) * 0.75);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
  }
  p {
    margin: 0;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .standing {
    gap: calc(var(--_space) * 2.5);
    padding-inline-start: calc(var(--_space) * 2);
    border-radius: 3px;
  }
  .standing + .standing {
    margin-block-start: calc(var(--_space) * 2);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
  }
  .head > .heading {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .head > .heading:focus {
    outline: none;
  }
  .badge.redline {
    background: var(--_status);
    color: var(--_on-status);
  }
  .step {
    justify-self: start;
    margin-inline-start: calc(var(--_space) * -2);
    text-align: start;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  blockquote {
    max-block-size: 20em;
    margin: calc(var(--_space) / 2) 0;
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_line-strong);
    overflow: auto;
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }
  .next {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  @media (max-width: 30em) {
    .actions > :nth-child(3) {
      flex: 1 0 100%;
    }
  }
  summary {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) / 2);
    inline-size: fit-content;
    min-block-size: var(--_target);
    padding-inline-end: var(--_space);
    color: var(--_text-quiet);
    cursor: pointer;
    touch-action: manipulation;
  }
  summary > .glyph {
    rotate: -90deg;
  }
  :host(:dir(rtl)) summary > .glyph {
    rotate: 90deg;
  }
  [open] > summary > .glyph {
    rotate: none !important;
  }
  .over > ul > li {
    padding-block: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  .over .heading {
    font-size: var(--_size-2);
  }
  .one .difference {
    padding-block: var(--_space);
  }
  .standing .difference {
    padding-block: 0;
  }
`;
