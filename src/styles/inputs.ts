import { css } from 'lit';

/**
 * Text-like inputs and what stands around them. `field` stacks them: `label` (with `required` inside it for the
 * word that marks it), `hint`, the control, `message`.
 *
 * Every `<input>` but checkbox and radio, `<select>` and `<textarea>` is styled by its tag, without weight, so that
 * an element's own sheet changes it with a plain selector; `aria-invalid="true"` and `readonly` show.
 * `numeric` on an input or an output makes it a measured value: large, tabular. `numbers` sets figures of equal width
 * in running text. `with-unit` makes one box of an input and the `unit` after it.
 *
 * `message` keeps its one line while it is empty: a message that came and went would lay out every field below.
 */
export const inputs = css`
  .field {
    display: grid;
    gap: max(var(--_gap), var(--_space) * 0.75);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .label {
    padding: 0;
    font-weight: 600;
  }
  /* What comes in a language of the other direction is read in its own. */
  .field > .label,
  .hint {
    inline-size: fit-content;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .required {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
    font-weight: 400;
  }
  .hint,
  .message {
    margin: 0;
    font-size: var(--_size-1);
  }
  /* A message with a tone has the color of that, in whatever order the sheets come. */
  .hint,
  .message:where(:not(.toned)) {
    color: var(--_text-quiet);
  }
  .message {
    display: flex;
    gap: calc(var(--_space) / 2);
    min-block-size: 1.4em;
    font-weight: 600;
  }
  .numbers,
  .numeric,
  .unit {
    font-family: var(--_font-numeric);
    font-variant-numeric: tabular-nums;
  }
  :where(input:not([type='checkbox'], [type='radio']), select, textarea, .with-unit) {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_target);
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
  }
  textarea {
    min-block-size: calc(var(--_target) * 2);
    resize: vertical;
  }
  .numeric {
    font-size: var(--_size-4);
    font-weight: 600;
    line-height: 1.2;
  }
  ::placeholder {
    color: var(--_text-quiet);
    opacity: 1;
  }
  .with-unit {
    display: flex;
    align-items: baseline;
    padding: 0;
    padding-inline-end: calc(var(--_space) * 1.5);
  }
  .with-unit > input {
    flex: 1;
    border: 0;
    background: none;
    outline: none;
  }
  .with-unit:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
  }
  .unit {
    direction: ltr;
    unicode-bidi: isolate;
    flex: none;
    color: var(--_text-quiet);
  }
  [aria-invalid='true'],
  .with-unit:has([aria-invalid='true']) {
    border-color: var(--_bad) !important;
    box-shadow: inset 0 0 0 1px var(--_bad);
  }
  .with-unit > [aria-invalid='true'] {
    box-shadow: none;
  }
  input[readonly],
  textarea[readonly],
  .with-unit:has([readonly]),
  :disabled:is(input, select, textarea) {
    border-style: dashed !important;
    background: var(--_surface-sunken) !important;
    box-shadow: none;
    color: var(--_text);
    opacity: 1;
    resize: none;
  }
`;
