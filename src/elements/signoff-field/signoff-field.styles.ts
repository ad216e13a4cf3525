import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
  }
  p {
    margin: 0;
  }
  .meaning,
  .said {
    max-inline-size: 65ch;
  }
  .reason {
    color: var(--_text-quiet);
  }
  .said,
  li {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_tone, var(--_line));
  }
  .said {
    white-space: pre-line;
  }
  .hint.bad {
    color: var(--_tone);
    font-weight: 600;
  }
  .actions > .approve,
  .actions > .danger {
    min-inline-size: 8em;
  }
  /* Its word stands in line with the text above. */
  .actions > .quiet:first-child {
    margin-inline-start: calc(var(--_space) * -2);
  }
  textarea {
    max-inline-size: 45em;
  }
  summary {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    color: var(--_accent);
    font-weight: 600;
    margin-block-start: calc(var(--_space) / 2);
    cursor: pointer;
  }
  ol {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
