import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
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
  :is(.person, .choose) .who {
    display: grid;
    min-inline-size: 0;
    line-height: 1.3;
  }
  .person {
    flex: 1 1 8em;
  }
  .switch-person {
    padding-inline: calc(var(--_space) * 1.25);
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
    text-align: -webkit-match-parent;
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
    flex: 1 0 100%;
    grid-column: 1 / -1;
    min-inline-size: 0;
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
  .head {
    margin-block-end: var(--_gap);
  }
  .head > .label {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .all {
    margin-inline-start: auto;
    margin-inline-end: calc(var(--_space) * -2);
  }
  .steps > li {
    display: grid;
    grid-template: 'go out' auto 'time out' auto / minmax(0, 1fr) auto;
    align-items: center;
    column-gap: max(var(--_gap), calc(var(--_space) * 1.5));
    padding-block: max(var(--_gap), var(--_space) / 2);
    border-block-start: 1px solid var(--_line);
  }
  .go {
    grid-area: go;
    justify-content: start;
    margin-inline-start: calc(var(--_space) * -2);
    text-align: start;
  }
  .time {
    grid-area: time;
    font-weight: 600;
  }
  .out {
    grid-area: out;
  }
  .steps .notice {
    grid-column: 1 / -1;
    margin-block-start: var(--_gap);
  }
  .bar .notice {
    flex-wrap: wrap;
    align-items: center;
    padding-block: calc(var(--_space) / 2);
  }
  .notice > .text {
    flex: 1 1 7em;
    min-inline-size: 0;
  }
  /* The buttons stay beside each other. */
  .notice.bad > .text {
    flex-basis: 12em;
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .others > .glyph {
    margin-inline-end: calc(var(--_space) * -1);
  }
  .others > .other {
    color: var(--_text);
  }
  dialog.switch {
    inline-size: min(30em, 100% - var(--_space) * 2);
  }
  /* The dialog is frame enough for the question. */
  dialog.switch .identify {
    padding: 0;
    border: 0;
  }
  dialog.switch .identify > .who {
    font-size: var(--_size-3);
    outline: none;
  }
  .about {
    gap: calc(var(--_space) / 2);
  }
  .choose {
    display: grid;
    gap: var(--_gap);
    max-block-size: max(14em, 100dvh - 22em);
    padding: calc(var(--_space) * 0.75);
    margin: calc(var(--_space) * -0.75);
    overflow-y: auto;
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
  @container (min-width: 30em) {
    .steps > li {
      grid-template: 'go time out' auto / minmax(0, 1fr) auto auto;
    }
  }
  @container (min-width: 46em) {
    .bar {
      display: grid;
      grid-template-columns: fit-content(18em) minmax(0, 1fr) auto;
      align-items: start;
      gap: var(--_space) calc(var(--_space) * 3);
    }
    /* In line with the first step beside them. */
    .person {
      min-block-size: calc(var(--_target) + 2 * max(var(--_gap), var(--_space) / 2));
    }
    .at {
      grid-area: 1 / 2;
      align-self: center;
    }
    .switch-person {
      grid-area: 1 / 3;
      margin-block: max(var(--_gap), var(--_space) / 2);
      padding-inline: calc(var(--_space) * 2);
    }
    .at:not(.hint) {
      padding-inline: calc(var(--_space) * 3);
      border-inline: 1px solid var(--_line);
    }
  }
`;
