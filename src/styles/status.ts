import { css } from 'lit';

/**
 * Statuses of steps and runs (R10). The class is the status itself: `todo`, `in-progress`, `complete`,
 * `partial-complete`, `hold`, `redline`, `failed`, `canceled`, `unknown`; it sets `--_status` and `--_on-status`.
 * `status` is the pill that shows it: `<span class="status hold">${glyph(hold)} Hold</span>`.
 * `status-edge` paints it along a card's start: `<section class="card status-edge hold">`.
 *
 * Public: `--stepwright-STATUS` and, for text on it, `--stepwright-on-STATUS`.
 */
export const status = css`
  .todo,
  .unknown {
    --_status: var(--stepwright-todo, light-dark(#dfe5e8, #333d44));
    --_on-status: var(--stepwright-on-todo, light-dark(#2f3b42, #dbe3e8));
  }
  .in-progress {
    --_status: var(--stepwright-in-progress, light-dark(#00687a, #4cc3d6));
    --_on-status: var(--stepwright-on-in-progress, light-dark(#fff, #00232b));
  }
  .complete,
  .partial-complete {
    --_status: var(--stepwright-complete, light-dark(#17693a, #6bd08f));
    --_on-status: var(--stepwright-on-complete, light-dark(#fff, #04240f));
  }
  .hold {
    --_status: var(--stepwright-hold, light-dark(#f7c92e, #f5cf4a));
    --_on-status: var(--stepwright-on-hold, light-dark(#2a2000, #2a2000));
  }
  .redline {
    --_status: var(--stepwright-redline, light-dark(#fbb9b2, #f6aaa2));
    --_on-status: var(--stepwright-on-redline, light-dark(#560d0a, #450906));
  }
  .failed {
    --_status: var(--stepwright-failed, light-dark(#8c1114, #a8191c));
    --_on-status: var(--stepwright-on-failed, light-dark(#fff, #fff));
  }
  .canceled {
    --_status: var(--stepwright-canceled, light-dark(#454e54, #59646b));
    --_on-status: var(--stepwright-on-canceled, light-dark(#fff, #fff));
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 0.75);
    padding: calc(var(--_space) / 2) calc(var(--_space) * 1.5) calc(var(--_space) / 2) var(--_space);
    border: 1px solid transparent;
    border-radius: 99px;
    background: var(--_status);
    color: var(--_on-status);
    font-size: var(--_size-1);
    font-weight: 600;
    white-space: nowrap;
  }
  .partial-complete.status {
    border: 1px dashed var(--_status);
    background: none;
    color: inherit;
  }
  .status-edge.status-edge {
    border-inline-start: 6px solid var(--_status);
  }
`;
