import { css } from 'lit';

/** The button with what the gauge said beside it, or below where it is narrow. */
export const styles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  p {
    flex: 1 1 16em;
    margin: 0;
    overflow-wrap: anywhere;
  }
  p:empty {
    display: none;
  }
`;
