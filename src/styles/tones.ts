import { css } from 'lit';

/**
 * Good, bad, doubtful. The tone classes `ok`, `bad`, `warn` and `info` set `--_tone` and `--_tone-surface`; the
 * others use them, and are quiet without one:
 * `toned` (colored text, for example a message), `verdict` (glyph and word beside a value), and `badge` (shell.ts).
 * Each is a glyph and a word besides its color.
 */
export const tones = css`
  .ok {
    --_tone: var(--_ok);
    --_tone-surface: var(--_ok-surface);
  }
  .bad {
    --_tone: var(--_bad);
    --_tone-surface: var(--_bad-surface);
  }
  .warn {
    --_tone: var(--_warn);
    --_tone-surface: var(--_warn-surface);
  }
  .info {
    --_tone: var(--_accent);
    --_tone-surface: var(--_accent-surface);
  }
  .toned,
  .verdict {
    color: var(--_tone, var(--_text-quiet));
  }
  .verdict {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) / 2);
    font-weight: 600;
  }
`;
