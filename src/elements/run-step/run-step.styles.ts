import { css } from 'lit';

export const styles = css`
  :host {
    min-inline-size: min(100%, 18rem);
    scroll-margin: var(--_space);
  }
  .sheet {
    container-type: inline-size;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface-raised);
  }
  .empty {
    margin: 0;
    padding: calc(var(--_space) * 6) calc(var(--_space) * 3);
    color: var(--_text-quiet);
    text-align: center;
  }
  header,
  .body,
  .bar {
    padding: calc(var(--_space) * 2);
  }
  header {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    position: relative;
    padding-block-end: calc(var(--_space) * 2.5);
    border-block-end: 1px solid var(--_line);
  }
  .title {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
    margin: 0;
    font-size: calc(var(--_size-3) * 1.1);
    font-weight: 650;
    line-height: 1.2;
    text-wrap: balance;
  }
  .number {
    flex: none;
    min-inline-size: 2.2em;
    padding: 0.4em;
    border-radius: var(--_radius);
    background: var(--_status);
    color: var(--_on-status);
    text-align: center;
  }
  .facts,
  .people {
    gap: calc(var(--_space) * 0.75) calc(var(--_space) * 2);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .people {
    display: flex;
    flex-wrap: wrap;
  }
  .fact {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .done {
    margin-inline-start: auto;
  }
  /* The lower edge of the header fills up. */
  progress {
    display: block;
    position: absolute;
    inset: auto 0 0;
    inline-size: 100%;
    block-size: 5px;
    border: 0;
    background: var(--_surface-sunken);
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--_surface-sunken);
  }
  progress::-webkit-progress-value {
    background: var(--_ok);
  }
  progress::-moz-progress-bar {
    background: var(--_ok);
  }
  .body,
  .main,
  .side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
    align-content: start;
  }
  /* What has nothing to show takes no room, before its own styles have come as well, and what holds nothing else neither. */
  :is(.main, .side) > :state(empty),
  .side:not(:has(> :not(:state(empty)))) {
    display: none;
  }
  .main > *,
  .fields > *,
  .side > *,
  .bar > * {
    max-inline-size: 72ch;
  }
  /* A table takes the room that there is. */
  .main > :has(.wide),
  .fields > .wide {
    max-inline-size: none;
  }
  p {
    margin: 0;
  }
  .instructions {
    display: grid;
    gap: var(--_space);
    font-size: calc(var(--_size-2) * 1.0625);
    line-height: 1.5;
  }
  h3.label {
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  h3.label + :not(.fields, ul, blockquote) {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .fields > :not(:defined) {
    display: none;
  }
  .fields > * {
    padding-block: calc(var(--_space) * 2.5);
    scroll-margin-block: 8em;
  }
  .fields > :not(:last-child) {
    border-block-end: 1px solid var(--_line);
  }
  .many > * {
    content-visibility: auto;
    contain-intrinsic-size: auto 11em;
    /* Rows far away are not laid out; padded, so that no focus ring is cut off. */
    padding-inline: var(--_space);
    margin-inline: calc(var(--_space) * -1);
  }
  :is(.lines, .outstanding ul) > li + li {
    margin-block-start: var(--_gap);
  }
  .lines > li {
    border-block-end: 1px solid var(--_line);
  }
  .lines button {
    inline-size: 100%;
    justify-content: start;
    padding-inline: var(--_space);
    margin-inline: calc(var(--_space) * -1);
    color: inherit;
    font-weight: 400;
    text-align: start;
  }
  .around {
    justify-self: start;
    margin-block: calc(var(--_space) * -1) calc(var(--_space) * -1.5);
    padding-inline: 0;
    font-weight: 400;
    text-align: start;
  }
  .around > .glyph {
    rotate: 90deg;
  }
  :host(:dir(rtl)) .around > .glyph {
    rotate: -90deg;
  }
  .notice .quiet:first-child {
    margin-inline-start: calc(var(--_space) * -2);
  }
  .notice .stack {
    gap: calc(var(--_space) / 2);
  }
  /* What comes in a language of the other direction is read in its own. */
  p,
  h3.label,
  span.fact,
  .title > span:not(.number),
  li span {
    inline-size: fit-content;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  /* A container has no width of its own. */
  p.empty {
    inline-size: auto;
  }
  .grow {
    flex: 1;
    min-inline-size: 8em;
  }
  .warned {
    display: block;
    font-weight: 600;
  }
  .outstanding {
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  .outstanding button {
    inline-size: 100%;
    justify-content: start;
    padding-inline: var(--_space);
    margin-inline: calc(var(--_space) * -1);
    color: inherit;
    font-weight: 400;
    text-align: start;
  }
  .outstanding .glyph {
    color: var(--_warn);
  }
  .outstanding .more {
    margin-block-start: var(--_gap);
  }
  .outstanding .more,
  .outstanding .more .glyph {
    color: var(--_accent);
  }
  blockquote {
    max-block-size: 20em;
    margin: var(--_space) 0 calc(var(--_space) / 2);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_line-strong);
    overflow: auto;
    white-space: pre-wrap;
  }
  .bar {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding-block-end: max(calc(var(--_space) * 2), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_line);
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
    background: var(--_surface-raised);
  }
  .bar:has(.actions > button:not(.menu-button)) {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
  }
  /* One row on a phone: rather two lines in a button than a second row over the work. */
  @container (max-width: 30em) {
    .bar > .actions > :not(.icon) {
      flex: 1 1 min-content;
      padding-inline: var(--_space);
      overflow-wrap: break-word;
    }
    .bar [data-command='complete-step'] {
      flex-grow: 1.25;
    }
  }
  .body {
    padding-block: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
  }
  @container (min-width: 40em) {
    header,
    .body,
    .bar {
      padding-inline: calc(var(--_space) * 4);
    }
    header {
      padding-block: calc(var(--_space) * 3) calc(var(--_space) * 2.5);
    }
    .title {
      font-size: var(--_size-4);
    }
  }
  @container (min-width: 58em) {
    .body:not(:has(.wide)) {
      grid-template-columns: minmax(0, 72ch) minmax(16em, 1fr);
      gap: calc(var(--_space) * 4);
    }
    .body:not(:has(.wide)) > .side {
      padding-inline-start: calc(var(--_space) * 4);
      border-inline-start: 1px solid var(--_line);
      position: sticky;
      inset-block-start: calc(var(--_space) * 2);
      align-self: start;
    }
    .outstanding {
      padding-block: 0;
      border: 0;
    }
  }
`;
