import { css } from 'lit';

/** A control with a button beside it. */
export const beside = css`
  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    min-inline-size: 0;
    max-inline-size: 36em;
  }
  .beside > input {
    flex: 1 1 8em;
    max-inline-size: 100%;
  }
  .beside > button {
    flex: none;
  }
  .beside > [type='datetime-local'] {
    max-inline-size: min(100%, 18em);
  }
`;

export const linkStyles = css`
  .choices {
    max-inline-size: 36em;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    list-style: none;
  }
  .choices > li + li {
    margin-block-start: var(--_gap);
    border-block-start: 1px solid var(--_line);
  }
  .choices button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--_space) / 4) calc(var(--_space) * 1.5);
    inline-size: 100%;
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: 0;
    border-radius: calc(var(--_radius) - 1px);
    background: none;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .choices button > * {
    grid-column: 1 / -1;
  }
  .choices strong {
    grid-column: 1;
  }
  .choices button > b {
    grid-column: 2;
    color: var(--_accent);
  }
  .choices small {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .choices .why {
    display: flex;
    gap: calc(var(--_space) / 2);
    color: var(--_tone);
    font-size: var(--_size-1);
    font-weight: 600;
  }
  .choices + button {
    justify-self: start;
  }
`;
