import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space) calc(var(--_space) * 2);
    align-items: center;
    padding: var(--_space) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_line);
    background: var(--_surface-raised);
  }
  .person,
  .choose button {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-inline-size: 0;
  }
  .who {
    display: grid;
    min-inline-size: 0;
    line-height: 1.3;
  }
  .person .name {
    font-weight: 600;
  }
  /* What comes in a language of the other direction is read in its own. */
  .name,
  .text,
  .hint,
  .time,
  .other {
    inline-size: fit-content;
    max-inline-size: 100%;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  p {
    margin: 0;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .at,
  .others,
  .said {
    grid-column: 1 / -1;
  }
  .said:empty {
    display: none;
  }
  .said {
    display: grid;
    gap: var(--_space);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 2);
  }
  .head > .label {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .all {
    margin-inline-end: calc(var(--_space) * -2);
  }
  .steps > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: max(var(--_gap), calc(var(--_space) / 2)) calc(var(--_space) * 1.5);
    padding-block: calc(var(--_space) / 2);
    border-block-start: 1px solid var(--_line);
  }
  .go {
    flex: 1 1 0;
    justify-content: start;
    min-inline-size: 6em;
    margin-inline-start: calc(var(--_space) * -2);
    text-align: start;
  }
  .time {
    flex: none;
    font-weight: 600;
  }
  .steps .notice {
    flex: 1 0 100%;
  }
  .notice {
    align-items: center;
    padding-block: calc(var(--_space) / 2);
  }
  .notice > .text {
    flex: 1;
    min-inline-size: 0;
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space);
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .others > .other {
    color: var(--_text);
  }
  dialog.switch {
    inline-size: min(30em, 100% - var(--_space) * 2);
  }
  .about {
    gap: calc(var(--_space) / 2);
  }
  .choose {
    display: grid;
    gap: var(--_gap);
  }
  .choose button {
    justify-content: start;
    inline-size: 100%;
    border-color: transparent;
    font-weight: 400;
    text-align: start;
  }
  .choose li:not(:last-child) {
    border-block-end: 1px solid var(--_line);
  }
  .choose [aria-current] .name {
    font-weight: 600;
  }
  .steps > li:first-child {
    border-block-start: 0;
  }
  .head:not([hidden]) + .steps > li:first-child {
    border-block-start: 1px solid var(--_line);
  }
  @container (min-width: 46em) {
    .bar {
      grid-template-columns: minmax(9em, auto) minmax(0, 1fr) auto;
      align-items: start;
      gap: var(--_space) calc(var(--_space) * 3);
    }
    .person,
    .switch-person {
      min-block-size: calc(var(--_target) + var(--_space));
    }
    .at {
      grid-area: 1 / 2;
      align-self: center;
    }
    .switch-person {
      grid-area: 1 / 3;
    }
    .at:not(.hint) {
      padding-inline: calc(var(--_space) * 3);
      border-inline: 1px solid var(--_line);
    }
  }
`;
