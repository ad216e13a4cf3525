import { css } from 'lit';

export const styles = css`
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  /* What comes in a language of the other direction is read in its own. */
  p,
  .facts > * {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  :host,
  .told {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5);
  }
  .scan {
    max-inline-size: 72ch;
    /* The bar of the step lies over the end of the page. */
    scroll-margin-block: calc(var(--_target) * 0.5) calc(var(--_target) * 2.5);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  .entry {
    display: flex;
    flex: 1 1 12rem;
    align-items: center;
    padding-inline-start: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text-quiet);
  }
  .entry:has([readonly]) {
    border-style: dashed;
    background: var(--_surface-sunken);
  }
  .entry:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
  }
  .entry > input {
    border: 0;
    background: none !important;
    color: var(--_text);
    outline: none;
  }
  .requirement {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: max(var(--_gap), var(--_space) / 2) calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
  }
  .requirement > :not(.what, .acts) {
    grid-column: 1 / -1;
  }
  /* Rows far away are not laid out; padded, so that no focus ring is cut off. */
  .many > li {
    content-visibility: auto;
    contain-intrinsic-size: auto 7em;
    padding-inline: var(--_space);
    margin-inline: calc(var(--_space) * -1);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-self: start;
    justify-content: end;
  }
  .acts > .pick {
    order: 1;
  }
  /* What goes into a part that is made here: a tree, drawn by one line. */
  .parts,
  .tree {
    padding-inline-start: calc(var(--_space) * 2);
    border-inline-start: 1px solid var(--_line-strong);
  }
  .parts {
    margin-block-start: var(--_space);
  }
  .parts > :first-child {
    padding-block-start: calc(var(--_space) / 2);
    border-block-start: 0;
  }
  .parts > :last-child {
    padding-block-end: calc(var(--_space) / 2);
  }
  .tree {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  details {
    grid-column: 1 / -1;
    padding-block-end: calc(var(--_space) / 2);
  }
  summary {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  summary::before {
    content: '';
    inline-size: 0.45em;
    block-size: 0.45em;
    margin-inline: 0.2em 0.7em;
    border-block-end: 2px solid;
    border-inline-end: 2px solid;
    rotate: -45deg;
  }
  :host(:dir(rtl)) summary::before {
    rotate: 45deg;
  }
  :host [open] > summary::before {
    rotate: 45deg;
  }
  .installs {
    margin-block-start: calc(var(--_space) / 2);
  }
  .installs > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
    min-block-size: var(--_target);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_ok);
  }
  .installs > li + li {
    margin-block-start: var(--_gap);
  }
  .installs > .open {
    min-block-size: 2.25em;
    border-color: var(--_line-strong);
  }
  .installs .facts {
    align-items: baseline;
    padding-block: calc(var(--_space) / 2);
  }
  .installs b {
    font-weight: 600;
  }
  .place {
    min-inline-size: 3em;
  }
  .installs > .ask {
    grid-template-columns: minmax(0, 1fr) auto auto;
    padding-block: var(--_space);
    border-color: var(--_warn);
  }
  .ask > div > p {
    font-weight: 600;
  }
  .except {
    color: var(--_text-quiet);
  }
  .requirement > :is(.message, .notice, .filter) {
    margin-block-start: calc(var(--_space) / 2);
  }
  .pick[aria-expanded='true'] {
    background: var(--_accent-surface);
  }
  .installing {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    max-inline-size: 40em;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }
  .installing > .field > input,
  .filter > input,
  .short {
    max-inline-size: 24em;
  }
  .places {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(5.5em, 1fr));
    gap: 0 var(--_space);
  }
  .units {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: max(var(--_gap), var(--_space) / 2);
    max-block-size: 24em;
    overflow: auto;
  }
  .units > li {
    content-visibility: auto;
    contain-intrinsic-size: auto 5em;
  }
  .choice {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 calc(var(--_space) * 2);
    inline-size: 100%;
    font-weight: 400;
    text-align: start;
  }
  .choice:focus-visible {
    outline-offset: -3px;
  }
  .choice > b {
    color: var(--_accent);
  }
  .choice > .why {
    grid-column: 1 / -1;
  }
  .quantity {
    display: grid;
    grid-template-columns: minmax(6em, 12em) auto;
    gap: var(--_space);
    align-items: end;
    justify-content: start;
  }
  .quantity > label,
  .quantity > p {
    grid-column: 1 / -1;
  }
  @media (max-width: 30em) {
    .requirement {
      grid-template-columns: minmax(0, 1fr);
    }
    .acts {
      justify-content: start;
      margin-block: calc(var(--_space) / 2);
    }
    .installs > .ask {
      grid-template-columns: 1fr 1fr;
    }
    .ask > div {
      grid-column: 1 / -1;
      padding-block-end: var(--_space);
    }
    .acts > .pick {
      order: 0;
    }
  }
`;
