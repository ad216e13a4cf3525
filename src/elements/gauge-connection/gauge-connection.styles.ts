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
    display: flex;
    flex: 1 1 18em;
    gap: calc(var(--_space) / 2);
    margin: 0;
    font-size: var(--_size-1);
    overflow-wrap: anywhere;
  }
  p:is(.ok, .warn, .bad) {
    font-weight: 600;
  }
  .glyph {
    flex: none;
  }
`;
