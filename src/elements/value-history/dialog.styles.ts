import { css } from 'lit';

export const dialogStyles = css`
  .history {
    padding: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .history > header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    justify-content: space-between;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    padding-inline-start: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_line);
    background: var(--_surface-raised);
  }
  .history h2 {
    overflow-wrap: anywhere;
  }
  .history > :last-child {
    display: block;
    padding: var(--_space) calc(var(--_space) * 3) calc(var(--_space) * 2);
  }
`;
