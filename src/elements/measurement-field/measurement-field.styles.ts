import { css } from 'lit';

export const styles = css`
  .reading {
    display: grid;
    grid-template-columns: minmax(8em, 16em) minmax(6em, 1fr);
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    align-items: center;
  }
  .judged {
    display: grid;
    gap: calc(var(--_space) / 2);
    min-inline-size: 0;
  }
  .picture {
    inline-size: 100%;
    max-inline-size: 16em;
    block-size: 1.25em;
    fill: none;
    overflow: visible;
  }
  :host(:dir(rtl)) .picture {
    transform: scaleX(-1);
  }
  .picture path {
    vector-effect: non-scaling-stroke;
  }
  .track {
    stroke: var(--_line);
    stroke-width: 4;
  }
  .band {
    stroke: var(--_line-strong);
    stroke-width: 4;
  }
  .mark {
    stroke: var(--_tone, var(--_text));
    stroke-width: 5;
  }
  .verdict {
    min-block-size: 1.4em;
  }
`;
