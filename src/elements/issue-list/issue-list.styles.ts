import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  p {
    margin: 0;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space);
  }
  .issue {
    padding-block-end: var(--_gap);
    border-block-end: 1px solid var(--_line);
    scroll-margin-block: 8em;
  }
  summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--_space) / 2) var(--_space);
    align-items: start;
    min-block-size: var(--_target);
    padding-block: calc(var(--_space) * 1.25);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary > .glyph {
    margin-block-start: 0.15em;
    color: var(--_text-quiet);
  }
  [open] > summary > .glyph {
    rotate: 180deg;
  }
  .what {
    display: grid;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .name {
    font-weight: 600;
    text-align: inherit;
    unicode-bidi: plaintext;
    overflow-wrap: anywhere;
  }
  .marks {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) / 2) var(--_space);
  }
  .body {
    display: grid;
    gap: var(--_space);
    padding-block-end: calc(var(--_space) * 1.5);
  }
  .concerns ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap) calc(var(--_space) * 2);
  }
  .body .concerns button {
    justify-content: start;
    padding-inline: 0;
    text-align: start;
  }
  .concerns small {
    display: block;
    font-weight: 400;
  }
  .offer {
    display: grid;
    gap: var(--_space);
    padding: calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }
  .body .quiet,
  .more,
  .new {
    padding-inline: var(--_space);
  }
  /* Their words stand in line with the text above. */
  .body .actions > .quiet:first-child,
  .more,
  .new {
    margin-inline-start: calc(var(--_space) * -1);
  }
  .more {
    justify-self: start;
  }
  /* Two by two where there is little room: each keeps its place, and words stand below words. */
  @container (max-width: 34em) {
    .body > .actions {
      display: grid;
      grid-template-columns: repeat(2, auto);
    }
    .body > .actions > .quiet:nth-child(odd) {
      margin-inline-start: calc(var(--_space) * -1);
    }
    .body > .actions > .quiet {
      justify-content: start;
      text-align: start;
    }
    .body > .actions > :not(.quiet) {
      padding-inline: var(--_space);
    }
  }
  .notice .actions {
    margin-block-start: var(--_space);
  }
  @container (min-width: 34em) {
    summary {
      grid-template-columns: minmax(0, 1fr) auto auto;
      align-items: center;
    }
    summary > .glyph {
      order: 1;
      margin: 0;
    }
    .what {
      grid-template-columns: 5.5em minmax(0, 1fr);
      align-items: baseline;
    }
    .marks {
      grid-column: auto;
      justify-content: end;
    }
    .body {
      padding-inline-start: 5.5em;
    }
  }
`;
