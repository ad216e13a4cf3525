import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .label#title {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }
  p {
    margin: 0;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }
  .reach {
    display: flex;
    gap: var(--_space);
    align-items: start;
  }
  .reach > .glyph {
    flex: none;
    margin-block-start: 0.15em;
    color: var(--_text-quiet);
  }
  .runs {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .run {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--_space) / 2) var(--_space);
    align-items: center;
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .run:last-child {
    border-block-end: 0;
  }
  .about {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .about > * {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .name {
    font-weight: 600;
  }
  .run > .told {
    grid-column: 1 / -1;
  }
  .told {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .told:empty {
    display: none;
  }
  .refused {
    flex-wrap: wrap;
    align-items: start;
  }
  .refused > span {
    flex: 1 1 8em;
    min-inline-size: 0;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }
  .refused b {
    display: block;
    unicode-bidi: plaintext;
  }
  .dismiss {
    margin-block: calc(var(--_space) * -0.75);
    margin-inline-end: calc(var(--_space) * -0.75);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
  }
  .more {
    justify-self: start;
  }
`;
