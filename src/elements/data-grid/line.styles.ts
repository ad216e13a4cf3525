import { css } from 'lit';

/** What stands below the table, and its dialog. */
export const lineStyles = css`
  /* Below the table: the active cell, whole. */
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
    align-items: start;
    justify-content: space-between;
    min-block-size: 7.5rem;
    margin-block-start: var(--_space);
    padding: var(--_space) var(--_edge);
    border-inline-start: 4px solid var(--_tone, var(--_line));
  }
  .line p {
    margin: 0;
  }
  .told {
    flex: 1 1 18rem;
    min-inline-size: 0;
  }
  .line .label {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    inline-size: fit-content;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .line .actions > .quiet:first-child {
    margin-inline-start: calc(var(--_space) * -2);
  }
  .whole {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 1.5);
    align-items: baseline;
    max-block-size: 8lh;
    overflow: auto;
    font-size: var(--_size-3);
    font-weight: 600;
  }
  .whole > bdi {
    white-space: pre-wrap;
  }
  .whole > .verdict {
    font-size: var(--_size-1);
  }
  .line .told > :is(form, .actions) {
    margin-block: var(--_space) calc(var(--_space) / 2);
  }
  .line form {
    max-inline-size: 32em;
  }
  .message:not(.toned),
  .message span span {
    font-weight: 400;
  }

  .summary {
    align-items: start;
    margin-block-start: var(--_space);
  }
  .result {
    display: grid;
    flex: 1;
    gap: var(--_space);
    min-inline-size: 0;
  }
  .result p {
    margin: 0;
  }
  .result p:empty {
    display: none;
  }
  .reason {
    display: grid;
    max-inline-size: 32em;
  }
  progress {
    inline-size: 100%;
    max-inline-size: 32em;
    block-size: 0.75rem;
    accent-color: var(--_accent);
  }
  .summary > .icon {
    margin: calc(var(--_gap) - var(--_space));
  }
  .details {
    padding-inline-end: calc(var(--_target) + var(--_space) * 2);
  }
  .details > .icon {
    position: absolute;
    inset-block-start: var(--_space);
    inset-inline-end: var(--_space);
  }
`;
