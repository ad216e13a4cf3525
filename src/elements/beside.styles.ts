import { css } from 'lit';

/** An element beside the work of a step: gone while it is empty, and its heading is as those of the step around it. */
export const beside = css`
  :host(:state(empty)) {
    display: none;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  .label#title {
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
`;
