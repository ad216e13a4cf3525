import { css } from 'lit';

/** `notice`: a box with a glyph, then its text, in the tone of its class (`tones.ts`); in a list item too. */
export const notice = css`
  .notice {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid transparent;
    border-inline-start: 4px solid var(--_tone, var(--_line-strong));
    border-radius: var(--_radius);
    background: var(--_tone-surface, var(--_surface-sunken));
  }
  .notice > .glyph {
    color: var(--_tone, var(--_text-quiet));
  }
  @media (forced-colors: active) {
    .notice > .glyph {
      color: inherit;
    }
  }
`;
