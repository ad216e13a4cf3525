import { css } from 'lit';

export const styles = css`
  form {
    display: grid;
    gap: var(--_space);
  }
  .head {
    display: flex;
    align-items: baseline;
    gap: var(--_space);
  }
  h3:focus,
  .comment:focus {
    outline: none;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .comment {
    display: grid;
    gap: calc(var(--_space) / 2);
    padding-block: calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_line);
  }
  .comment.mine {
    padding-inline-start: calc(var(--_space) * 1.25);
    border-inline-start: 4px solid var(--_accent);
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) / 2) var(--_space);
  }
  .name {
    font-weight: 600;
  }
  .who > .status,
  .comment > button {
    justify-self: start;
  }
  .status {
    white-space: normal;
  }
  .comment > button {
    padding-inline: 0;
  }
  .text {
    margin: 0;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    white-space: pre-wrap;
  }
  .mention {
    unicode-bidi: plaintext;
    color: var(--_accent);
    font-weight: 600;
  }
  .mention.you {
    padding-inline: 0.2em;
    border-radius: var(--_radius);
    background: var(--_accent-surface);
  }
  textarea {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    min-block-size: calc(var(--_target) * 1.5);
    field-sizing: content;
    max-block-size: 16em;
  }
  .write {
    padding-block-end: var(--_space);
  }
  .message {
    min-block-size: 0;
  }
  .whom {
    display: flex;
    gap: calc(var(--_space) / 2);
    color: var(--_accent);
    font-weight: 600;
  }
  .at {
    font-size: var(--_size-3);
  }
  .keys {
    margin-inline-start: auto;
  }
  @media (pointer: coarse), (max-width: 30em) {
    .keys {
      display: none;
    }
  }
  [role='listbox'] {
    max-block-size: calc(var(--_target) * 5.5);
    padding: calc(var(--_space) / 2);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--stepwright-shadow, 0 8px 28px #0005);
    overflow-y: auto;
  }
  [role='option'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space);
    min-block-size: var(--_target);
    padding: calc(var(--_space) / 2) var(--_space);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  [role='option'] + [role='option'] {
    margin-block-start: var(--_gap);
  }
  [role='option'][aria-selected='true'] {
    background: var(--_accent-surface);
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  [role='option'] > .hint {
    margin-inline-start: auto;
  }
  .more {
    inline-size: 100%;
  }
  @media (forced-colors: active) {
    [role='option'][aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
