import { css } from 'lit';

/**
 * The line below the control of a value: `foot` holds the `message` and a button. It keeps its height when either
 * comes or goes; the button reaches beyond it, so that it is large enough to press.
 */
export const foot = css`
  .foot {
    display: flex;
    gap: var(--_space);
    align-items: start;
    justify-content: space-between;
    min-block-size: 1.4rem;
    max-inline-size: 36em;
  }
  .foot > button {
    flex: none;
    margin-block: calc((1.4rem - var(--_target)) / 2);
    padding-inline: var(--_space);
    font-size: var(--_size-1);
  }
  .message span span {
    font-weight: 400;
  }
  .message:not(.toned) {
    font-weight: 400;
  }
  :host(:is(:state(asking), :state(invalid), :state(refused), :state(failed))) .foot > .message {
    color: var(--_bad);
    font-weight: 600;
  }
`;
