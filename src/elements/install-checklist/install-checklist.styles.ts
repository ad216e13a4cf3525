import { css } from 'lit';

export const styles = css`
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  :host,
  .told {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .scan {
    max-inline-size: 40em;
  }
  .entry {
    display: flex;
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
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
  }
  .requirement > :not(.what, .pick) {
    grid-column: 1 / -1;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
  }
  .pick {
    align-self: start;
  }
  .installs > li,
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
    min-block-size: var(--_target);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_ok);
  }
  .installs .numbers {
    font-weight: 600;
  }
  .installs .hint,
  .ask > p {
    flex: 1 1 12em;
  }
  .ask {
    border-color: var(--_warn);
  }
  .pick[aria-expanded='true'] {
    background: var(--_accent-surface);
  }
  .installing {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }
  .units {
    display: grid;
    gap: calc(var(--_space) / 2);
    max-block-size: 24em;
    overflow: auto;
  }
  .choice {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 calc(var(--_space) * 2);
    inline-size: 100%;
    font-weight: 400;
    text-align: start;
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
  }
`;
