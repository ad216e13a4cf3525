import { css } from 'lit';

/** The marks of a difference: a sign and a word at each, and color besides. */
export const styles = css`
  .difference {
    display: grid;
    gap: calc(var(--_space) * 2);
    container-type: inline-size;
  }
  .difference .sides {
    display: none;
  }
  .group {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
  }
  .group > .about {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space);
    margin: 0;
    font: inherit;
  }
  .group .sign {
    flex: none;
    inline-size: 1.4em;
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    font-weight: 700;
    text-align: center;
  }
  .group .kind {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .group .name {
    flex-basis: 100%;
    font-weight: 600;
  }
  /* What comes in a language of the other direction is read in its own. */
  .group .name,
  .difference dd {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .added .sign {
    background: var(--_ok-surface);
    color: var(--_ok);
  }
  .removed .sign {
    background: var(--_bad-surface);
    color: var(--_bad);
  }
  .difference dl {
    display: grid;
    gap: var(--_space);
    margin: 0;
  }
  .difference dt {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .difference dd {
    min-inline-size: 0;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .difference .value {
    display: block;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    white-space: pre-line;
  }
  .fact {
    display: grid;
    grid-template-columns: minmax(6em, 11em) minmax(0, 1fr);
    gap: 0 calc(var(--_space) * 2);
    align-items: baseline;
  }
  .fact:has(> .visually-hidden) {
    grid-template-columns: minmax(0, 1fr);
  }
  .pair {
    display: grid;
    gap: calc(var(--_space) / 2);
  }
  .pair dd {
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.25);
    border-inline-start: 3px solid;
    border-radius: var(--_radius);
  }
  .pair .was {
    border-color: var(--_bad);
    background: var(--_bad-surface);
  }
  .pair .will {
    border-color: var(--_ok);
    background: var(--_ok-surface);
  }
  .pair .side {
    display: block;
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  del,
  ins {
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
    border-radius: 2px;
  }
  del {
    color: var(--_bad);
    text-decoration-line: line-through;
  }
  ins {
    color: var(--_ok);
    font-weight: 600;
  }
  @container (min-width: 36em) {
    .difference .sides,
    .pair {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: calc(var(--_space) / 2) calc(var(--_space) * 1.5);
    }
    .difference .sides {
      margin-block-end: calc(var(--_space) * -1);
      color: var(--_text-quiet);
      font-size: var(--_size-1);
      font-weight: 600;
    }
    .pair dt {
      grid-column: 1 / -1;
    }
    .pair .will {
      grid-column: 2;
    }
    /* The heads of the columns say it; it stays for who hears it. */
    .pair .side {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .group .name {
      flex-basis: auto;
    }
  }
  @media (forced-colors: active) {
    .pair dd {
      border: 1px solid;
    }
  }
`;
