import { css } from 'lit';

export const fileStyles = css`
  .drop,
  .files > li {
    display: flex;
    gap: var(--_space);
    align-items: center;
  }
  .files {
    display: grid;
    gap: calc(var(--_space) / 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .name {
    flex: 0 1 auto;
    min-inline-size: 0;
    text-align: start;
  }
  progress {
    flex: 1;
    min-inline-size: 4em;
    max-inline-size: 16em;
  }
`;
