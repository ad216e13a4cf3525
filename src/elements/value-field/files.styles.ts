import { css } from 'lit';

export const fileStyles = css`
  .files {
    display: grid;
    gap: max(var(--_gap), var(--_space) / 2);
    max-inline-size: 36em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .files > li {
    display: flex;
    flex-wrap: wrap;
    gap: max(var(--_gap), var(--_space) / 2) var(--_space);
    align-items: center;
  }
  .files > li > :is(.message, .hint.other) {
    flex-basis: 100%;
  }
  .files .numbers {
    unicode-bidi: plaintext;
  }
  .name {
    flex: 1 1 11em;
    justify-content: start;
    min-inline-size: 0;
    padding-inline: calc(var(--_space) / 2);
    overflow-wrap: anywhere;
    text-align: start;
  }
  span.name {
    display: flex;
    gap: var(--_space);
    align-items: center;
    min-block-size: var(--_target);
  }
  .name > .glyph {
    flex: none;
    inline-size: 3em;
  }
  .thumbnail {
    flex: none;
    inline-size: 3em;
    block-size: 3em;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface-sunken);
    object-fit: cover;
  }
  .name:has(.thumbnail) {
    padding-block: calc(var(--_space) / 4);
  }
  progress {
    flex: 1 1 7em;
    min-inline-size: 4em;
    max-inline-size: 12em;
    accent-color: var(--_accent);
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
    max-inline-size: 36em;
    border-radius: var(--_radius);
  }
  /* With a finger nothing is dropped. */
  @media (hover: none) {
    .drop > .hint {
      display: none;
    }
  }
  .drop.over {
    outline: 2px dashed var(--_accent);
    outline-offset: 4px;
    background: var(--_accent-surface);
  }
  .viewer {
    inline-size: fit-content;
    max-inline-size: calc(100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
  }
  .viewer header {
    display: flex;
    gap: var(--_space);
    align-items: center;
    justify-content: space-between;
    padding-inline-start: var(--_space);
  }
  .viewer h2 {
    overflow-wrap: anywhere;
  }
  .viewer img {
    display: block;
    max-inline-size: 100%;
    max-block-size: calc(100dvh - 9rem);
    margin: var(--_space) auto 0;
    border-radius: var(--_radius);
  }
`;
