import { css } from 'lit';

/** The bands below the header: each in the color of its status, across the whole sheet. */
export const styles = css`
  .band,
  .origin {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.75) calc(var(--_space) * 2);
  }
  .band {
    background: var(--_status);
    color: var(--_on-status);
  }
  .band.unknown {
    border-block-end: 1px solid var(--_line);
  }
  .band + .band {
    border-block-start: 1px solid color-mix(in srgb, var(--_on-status) 40%, transparent);
  }
  .band > .glyph {
    inline-size: 1.75rem;
    block-size: 1.75rem;
  }
  .about {
    display: grid;
    gap: calc(var(--_space) / 2);
    min-inline-size: 0;
    max-inline-size: 72ch;
  }
  .headline {
    margin: 0;
    font-size: var(--_size-3);
    font-weight: 650;
    line-height: 1.75rem;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .about .text {
    white-space: pre-line;
  }
  .about .long {
    max-block-size: 12em;
    overflow: auto;
  }
  .band .meta,
  .band .time {
    font-size: var(--_size-1);
  }
  .band .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space);
  }
  .band .time {
    unicode-bidi: plaintext;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .link {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 0.75);
    inline-size: auto;
  }
  .link button {
    padding-inline: calc(var(--_space) / 2);
    margin-inline: calc(var(--_space) / -2);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .band .quiet {
    color: inherit;
  }
  .band :focus-visible {
    outline-color: currentColor;
  }
  .band .actions {
    padding-block-start: var(--_space);
  }
  .origin {
    align-items: center;
    padding-block: 0;
    min-block-size: calc(var(--_target) + 1px);
    border-block-end: 1px solid var(--_line);
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  .origin.reopened {
    align-items: start;
    padding-block: var(--_space);
  }
  .reopened .text {
    color: var(--_text);
    font-size: var(--_size-2);
  }
  .origin button {
    font-size: inherit;
  }
  @container (min-width: 40em) {
    .band,
    .origin {
      padding-inline: calc(var(--_space) * 4);
    }
  }
  @media (forced-colors: active) {
    .band {
      border: 2px solid;
    }
  }
`;
