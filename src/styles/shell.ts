import { css } from 'lit';

/**
 * What an element that is a shell has beyond a field: `badge`, a small boxed glyph and word in the tone of its class
 * (tones.ts), and `visually-hidden`, words for those who hear the page.
 */
export const shell = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) / 2);
    padding: calc(var(--_space) / 4) calc(var(--_space) * 0.75);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_tone-surface, var(--_surface-sunken));
    color: var(--_tone, var(--_text-quiet));
    font-size: var(--_size-1);
    font-weight: 600;
  }
  .visually-hidden:not(:focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
