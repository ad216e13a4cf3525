import { css } from 'lit';

export const styles = css`
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding-block: calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_line);
  }
  li:first-child {
    border: 0;
  }
  li:focus {
    outline: none;
  }
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .what {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 1.5);
    align-items: center;
  }
  .value {
    font-weight: 600;
    unicode-bidi: plaintext;
  }
  .what .verdict,
  .said {
    font-size: var(--_size-1);
  }
  .said,
  .message > span {
    unicode-bidi: plaintext;
  }
  .message {
    margin-block-start: calc(var(--_space) / 2);
  }
  .message + button {
    margin-block-start: var(--_space);
  }
  .more {
    inline-size: 100%;
  }
`;
