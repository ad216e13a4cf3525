import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    container-type: inline-size;
    min-inline-size: min(100%, 16rem);
    min-block-size: 0;
  }
  nav {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    gap: calc(var(--_space) * 1.5);
  }
  header {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--_space) * 1.5);
    align-items: baseline;
  }
  header > :not(.heading, .summary) {
    grid-column: 1 / -1;
  }
  p {
    margin: 0;
  }
  .heading {
    margin: 0;
    font-size: var(--_size-3);
    font-weight: 650;
    line-height: 1.25;
  }
  .summary {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
    text-align: end;
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 5px;
    border: 0;
    border-radius: 3px;
    background: var(--_surface-sunken);
    overflow: hidden;
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
  .whole {
    margin-block-start: calc(var(--_space) * -0.75);
  }

  /* What is wrong is the loudest thing of the list. */
  .attention {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  .concern {
    flex: 0 1 auto;
    justify-content: start;
    padding-block: calc(var(--_space) / 2);
    padding-inline: calc(var(--_space) / 2) calc(var(--_space) * 1.5);
    font-size: var(--_size-1);
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: calc(var(--_radius) - 2px);
    background: var(--_status, var(--_warn-surface));
    color: var(--_on-status, var(--_warn));
  }
  .stale > .mark {
    background: var(--_bad-surface);
    color: var(--_bad);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  /* One control of three, in one row: its edge and filling tell what is chosen, so the radio buttons are unseen. */
  .segments {
    flex: 4 1 16rem;
    gap: var(--_gap);
  }
  .segments > label {
    flex: 1 1 auto;
    justify-content: center;
    position: relative;
    min-inline-size: var(--_target);
    padding: calc(var(--_space) / 2) var(--_space);
    border-radius: min(var(--_radius), var(--_gap));
    font-size: var(--_size-1);
    text-align: center;
  }
  .segments > label + label {
    margin-inline-start: min(0px, var(--_gap) * 9 - 1px);
  }
  .segments > label:first-child {
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .segments > label:last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .segments > :has(:checked) {
    z-index: 1;
  }
  .segments input {
    position: absolute;
    opacity: 0;
  }
  [type='search'] {
    flex: 1 1 10rem;
  }

  .rows {
    min-block-size: 0;
    margin: 0;
    /* The focus ring of a row is not cut off. */
    padding: 4px;
    margin-inline: -4px;
    list-style: none;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  .rows > li {
    border-block-start: 1px solid var(--_line);
  }
  .rows > li + li {
    margin-block-start: var(--_gap);
  }
  .many > li {
    content-visibility: auto;
    contain-intrinsic-size: auto 3.5rem;
  }
  .step {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: calc(var(--_space) / 4) calc(var(--_space) * 1.25);
    align-items: center;
    position: relative;
    inline-size: 100%;
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.25);
    border: 0;
    background: none;
    font-weight: 400;
    text-align: start;
  }
  .step:focus-visible {
    outline-offset: -3px;
  }
  .step[aria-current] {
    background: var(--_accent-surface);
    box-shadow: inset 4px 0 0 var(--_accent);
  }
  :host(:dir(rtl)) .step[aria-current] {
    box-shadow: inset -4px 0 0 var(--_accent);
  }
  .number {
    grid-row: 1 / span 2;
    align-self: start;
    min-inline-size: 2.25rem;
    padding: 0.3em 0.4em;
    border-radius: var(--_radius);
    background: var(--_status);
    color: var(--_on-status);
    font-size: var(--_size-1);
    font-weight: 600;
    text-align: center;
    white-space: nowrap;
  }
  .title,
  .summary,
  .concern > span,
  .done,
  .fact span {
    min-inline-size: 0;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .title {
    font-weight: 600;
    line-height: 1.3;
  }
  .complete .title,
  .canceled .title {
    color: var(--_text-quiet);
    font-weight: 400;
  }
  .canceled .title {
    text-decoration: line-through;
  }
  /* What has not begun and what is over is told quietly. */
  .todo .status,
  .complete .status,
  .canceled .status {
    padding-inline: 0;
    border: 0;
    background: none;
    color: var(--_text-quiet);
    font-weight: 400;
  }
  .facts {
    grid-column: 2 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 1.5);
  }
  .fact {
    display: inline-flex;
    gap: calc(var(--_space) / 2);
    min-inline-size: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .toned {
    color: var(--_tone);
    font-weight: 600;
  }
  .why,
  .people {
    color: var(--_text);
  }
  .done {
    display: block;
    margin-inline-start: auto;
  }
  .step > progress {
    grid-column: 2 / -1;
    block-size: 4px;
  }
  /* Steps stand in as they are nested, with what is inside others a little smaller. */
  .depth-2 {
    padding-inline-start: calc(var(--_space) * 2);
  }
  .depth-3 {
    padding-inline-start: calc(var(--_space) * 4);
  }
  .depth-4 {
    padding-inline-start: calc(var(--_space) * 6);
  }
  .depth-5 {
    padding-inline-start: calc(var(--_space) * 8);
  }
  .depth-6 {
    padding-inline-start: calc(var(--_space) * 10);
  }
  .empty {
    display: grid;
    gap: calc(var(--_space) * 2);
    justify-items: center;
    padding: calc(var(--_space) * 4) var(--_space);
    color: var(--_text-quiet);
    text-align: center;
  }
  .empty > p {
    margin: 0;
  }
  /* In a narrow column the status goes below the title, and depth takes less of the little room. */
  @container (max-width: 26em) {
    .step {
      grid-template-columns: auto auto minmax(0, 1fr);
    }
    .title {
      grid-column: 2 / -1;
    }
    .step > .status {
      grid-column: 2;
      justify-self: start;
      border-radius: 1em;
      white-space: normal;
    }
    /* A quiet status leaves room beside it. */
    :is(.todo, .complete, .canceled) .facts {
      grid-column: 3;
    }
    .unknown .status,
    :not(.todo, .complete, .canceled) > .step > .status {
      grid-column: 2 / -1;
    }
    .depth-2 {
      padding-inline-start: var(--_space);
    }
    .depth-3 {
      padding-inline-start: calc(var(--_space) * 2);
    }
    .depth-4 {
      padding-inline-start: calc(var(--_space) * 3);
    }
    .depth-5 {
      padding-inline-start: calc(var(--_space) * 4);
    }
    .depth-6 {
      padding-inline-start: calc(var(--_space) * 5);
    }
  }
  /* At twice the text on a phone nothing has room beside it. */
  @container (max-width: 14em) {
    .step > .facts {
      grid-column: 2 / -1;
    }
  }
  @media (forced-colors: active) {
    .step[aria-current] {
      border-inline-start: 4px solid Highlight;
    }
  }
`;
