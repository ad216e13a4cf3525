import { css } from 'lit';

/**
 * Choices. `check` is a label around a checkbox or a radio button and its words: `<label class="check"><input
 * type="checkbox" /> Words</label>`.
 *
 * `segments` is a row of large radio buttons, for example pass and fail:
 * `<div class="segments" role="radiogroup"><label class="ok"><input type="radio" />${glyph(ok)} Pass</label>…</div>`.
 * A tone class (tones.ts) colors the chosen one; without one it takes the accent. The native radio button stays
 * visible, so what is chosen is not told by color alone.
 */
export const choices = css`
  [type='checkbox'],
  [type='radio'] {
    flex: none;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    margin: 0;
  }
  /* Neither yes nor no, it does not look like a choice. */
  [type='checkbox']:indeterminate {
    border: 1px solid var(--_line-strong);
    background: linear-gradient(var(--_line-strong) 0 0) center / 50% 2px no-repeat;
    appearance: none;
  }
  .check,
  .segments > label {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_target);
    cursor: pointer;
    touch-action: manipulation;
  }
  .segments {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  .segments > label {
    flex: 1 1 7em;
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    font-weight: 600;
  }
  .segments > :has(:checked) {
    border-color: var(--_tone, var(--_accent));
    background: var(--_tone-surface, var(--_accent-surface));
    box-shadow: inset 0 0 0 1px var(--_tone, var(--_accent));
    color: var(--_tone, var(--_accent));
    accent-color: var(--_tone, var(--_accent));
  }
  .segments > :has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
  }
  .segments :focus-visible {
    outline: none;
  }
  .segments > :has(:disabled) {
    border-style: dashed !important;
  }
  :has(> [type='checkbox']:disabled, > [type='radio']:disabled) {
    cursor: not-allowed !important;
  }
  @media (forced-colors: active) {
    .segments > :has(:checked) {
      border: 3px solid Highlight;
    }
  }
`;
