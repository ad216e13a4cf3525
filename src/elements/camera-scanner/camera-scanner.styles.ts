import { css } from 'lit';

/** The button, and the dialog with the live picture. */
export const styles = css`
  dialog {
    inline-size: min(44em, 100% - var(--_space) * 2);
  }
  dialog[open] {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .heading:focus {
    outline: none;
  }
  .view {
    position: relative;
    overflow: hidden;
    block-size: min(26rem, 52dvb);
    border-radius: var(--_radius);
    background: #10181c;
    color: #fff;
  }
  video {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .mirrored {
    scale: -1 1;
  }
  /* What is read: the reader takes this part of the picture (finder.ts). Around it the picture is dimmed. */
  .frame {
    position: absolute;
    inset: 12% 8%;
    border-radius: calc(var(--_radius) * 2);
    box-shadow: 0 0 0 99rem #0008;
  }
  .frame::before {
    content: '';
    position: absolute;
    inset: 0;
    border: 3px solid #fff;
    border-radius: inherit;
    /* Only its corners are drawn. */
    mask:
      linear-gradient(#000 0 0) 0 0,
      linear-gradient(#000 0 0) 100% 0,
      linear-gradient(#000 0 0) 0 100%,
      linear-gradient(#000 0 0) 100% 100%;
    mask-size: 2.25rem 2.25rem;
    mask-repeat: no-repeat;
  }
  /* The answer passes over the frame, which is then ready for the next. Bright in both schemes: it lies on a picture. */
  .frame.taken {
    --_edge: #4ade80;
  }
  .frame.unknown {
    --_edge: #facc15;
  }
  .frame.refused {
    --_edge: #ff8a80;
  }
  .frame:is(.taken, .unknown, .refused)::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 6px solid var(--_edge);
    border-radius: inherit;
    background: color-mix(in srgb, var(--_edge) 25%, transparent);
    animation: pass 0.6s 0.6s ease-in forwards;
  }
  @keyframes pass {
    to {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .frame::after {
      animation: none !important;
      background: none !important;
    }
  }
  .over {
    position: absolute;
    inset: 0;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: calc(var(--_space) / 2);
    margin: 0;
    padding: calc(var(--_space) * 2);
    background: #10181c;
    text-align: center;
  }
  .over.preparing {
    inset: auto 0 0;
    padding: calc(var(--_space) * 1.5);
    background: #10181ccc;
  }
  .answer {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: 3.5rem;
  }
  .answer > .glyph {
    inline-size: 2rem;
    block-size: 2rem;
    color: var(--_tone, var(--_text-quiet));
  }
  .said {
    flex: 1;
    min-inline-size: 0;
  }
  .answer p {
    margin: 0;
  }
  .word {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space);
    font-size: var(--_size-1);
  }
  .word > strong {
    color: var(--_tone);
  }
  .text {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    direction: ltr;
    unicode-bidi: isolate;
    text-align: start;
    font: 600 var(--_size-3) / 1.25 var(--_font-numeric);
    font-variant-numeric: tabular-nums;
  }
  :host(:dir(rtl)) .text {
    text-align: end;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space);
  }
  .bar > .close {
    margin-inline-start: auto;
  }
  .choice {
    display: grid;
    flex: 1 1 10em;
    gap: calc(var(--_space) / 2);
    max-inline-size: 18em;
  }
  .problem {
    align-items: start;
  }
  .problem p {
    margin: 0;
  }
  .problem strong {
    display: block;
    margin-block-end: calc(var(--_space) / 2);
  }
  @media (max-width: 30em) {
    .view {
      block-size: min(24rem, 46dvb);
    }
    .choice {
      flex-basis: 100%;
      max-inline-size: none;
    }
    .bar > button {
      flex: 1 1 auto;
    }
    .bar > .close,
    .bar > .retry {
      flex-basis: 100%;
    }
  }
  @media (forced-colors: active) {
    .frame::before,
    .frame::after {
      forced-color-adjust: none;
    }
  }
`;
