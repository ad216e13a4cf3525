import { css } from 'lit';

export const styles = css`
  .identify {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    max-inline-size: 28em;
    margin-block: var(--_space);
    padding-block: calc(var(--_space) / 2);
    padding-inline-start: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_accent);
  }
  .identify p {
    margin: 0;
  }
  .identify .who {
    font-size: var(--_size-3);
    font-weight: 600;
  }
  .identify .way {
    display: grid;
    gap: calc(var(--_space) / 2);
  }
  .identify .way .label {
    font-weight: 600;
  }
  .identify .badge-line {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_target);
    color: var(--_text-quiet);
    font-weight: 600;
  }
  .identify .badge-line > .glyph {
    inline-size: 1.75em;
    block-size: 1.75em;
    color: var(--_accent);
  }
  .identify #pin {
    max-inline-size: 12em;
    letter-spacing: 0.3em;
    font-size: var(--_size-3);
  }
  /* Its word stands in line with the text above. */
  .identify .actions > .quiet:first-child {
    margin-inline-start: calc(var(--_space) * -2);
  }
`;
