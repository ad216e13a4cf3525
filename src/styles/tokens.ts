import { css } from 'lit';

/**
 * What every element adopts first: the design tokens, and what a host needs to lay out fast.
 *
 * A page sets the public `--stepwright-NAME` anywhere above an element; the sheets read the private `--_NAME`, which
 * is resolved here, on every host. Declaring the public names on `:host` would defeat what the page set, and
 * declaring them on the outermost element alone would leave a field without looks where it is used alone. The price
 * was measured: 1,000 hosts mount as fast with 45 such properties as with literal colors, because hosts with one
 * parent and one shared sheet share their computed style. Status colors are resolved where a status is shown
 * (status.ts), so that a field does not carry them.
 *
 * Light or dark follows the page's `color-scheme`; without one the elements are light.
 *
 * Offers: `--_NAME` for each name below, the class `glyph` (glyphs.ts), `[hidden]`.
 */
export const tokens = css`
  :host {
    /* The ground that elements lie on. */
    --_surface: var(--stepwright-surface, light-dark(#f2f5f6, #101417));
    /* Cards, inputs and buttons, which lie above it. */
    --_surface-raised: var(--stepwright-surface-raised, light-dark(#fff, #1a2025));
    /* What is cut into it: tracks, read-only and disabled controls. */
    --_surface-sunken: var(--stepwright-surface-sunken, light-dark(#e7ecee, #252d33));
    /* Text. */
    --_text: var(--stepwright-text, light-dark(#10191e, #e8edf0));
    /* Labels, units, hints. */
    --_text-quiet: var(--stepwright-text-quiet, light-dark(#4b5961, #a3b0b8));
    /* Rules and card edges; decoration only. */
    --_line: var(--stepwright-line, light-dark(#d3dbdf, #313a41));
    /* Edges of controls, which must be seen to be used. */
    --_line-strong: var(--stepwright-line-strong, light-dark(#6b7a83, #7d8c96));
    /* The one accent: the primary action, links, what is chosen. */
    --_accent: var(--stepwright-accent, light-dark(#00687a, #4cc3d6));
    /* A tint of the accent: information, what is active. */
    --_accent-surface: var(--stepwright-accent-surface, light-dark(#dff1f4, #0c323b));
    /* Text on the accent. */
    --_on-accent: var(--stepwright-on-accent, light-dark(#fff, #00232b));
    /* The focus ring. */
    --_focus: var(--stepwright-focus, light-dark(#00839a, #7fe0ef));
    /* In range, passed, approved. */
    --_ok: var(--stepwright-ok, light-dark(#17693a, #6bd08f));
    --_ok-surface: var(--stepwright-ok-surface, light-dark(#e1f3e7, #11301d));
    /* Out of range, failed, refused. */
    --_bad: var(--stepwright-bad, light-dark(#b3161b, #ff9a92));
    --_bad-surface: var(--stepwright-bad-surface, light-dark(#fdeae8, #3d1514));
    /* Needs attention, and does not block. */
    --_warn: var(--stepwright-warn, light-dark(#7d5000, #f0c04d));
    --_warn-surface: var(--stepwright-warn-surface, light-dark(#fdf1d3, #362705));
    /* Corners of controls; cards have twice as much. */
    --_radius: var(--stepwright-radius, 6px);
    /* The unit that all distances are multiples of. */
    --_space: var(--stepwright-space, 8px);
    /* The least height and width of what is pressed; 15mm for gloves. */
    --_target: var(--stepwright-target, 44px);
    /* The least distance between two things that are pressed; 3mm for gloves. Rows of a list touch without it. */
    --_gap: var(--stepwright-gap, 0px);
    /* Everything but measured values. */
    --_font: var(--stepwright-font, system-ui, sans-serif);
    /* Measured values, limits, serials; always set in tabular figures. */
    --_font-numeric: var(--stepwright-font-numeric, var(--_font));
    /* Hints and badges, text, titles, measured values. */
    --_size-1: var(--stepwright-size-1, 0.875rem);
    --_size-2: var(--stepwright-size-2, 1rem);
    --_size-3: var(--stepwright-size-3, 1.25rem);
    --_size-4: var(--stepwright-size-4, 1.625rem);

    display: block;
    contain: layout style;
    color: var(--_text);
    accent-color: var(--_accent);
    font: var(--_size-2) / 1.4 var(--_font);
    overflow-wrap: anywhere;
    -webkit-tap-highlight-color: transparent;
  }
  * {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
  }
  .glyph {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    vertical-align: -0.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
