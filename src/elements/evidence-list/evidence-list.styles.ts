import { css } from 'lit';

export const styles = css`
  .files {
    max-inline-size: none;
  }
  .files > li {
    padding-block: calc(var(--_space) / 2);
    border-block-end: 1px solid var(--_line);
  }
  .about {
    display: grid;
    gap: calc(var(--_space) / 4);
    flex: 1 1 12em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .about > .name {
    max-inline-size: 100%;
    margin-inline-start: calc(var(--_space) / -2);
  }
  @media (max-width: 30em) {
    .about {
      flex-basis: calc(100% - var(--_target) - 6em);
    }
  }
  .about > .hint {
    unicode-bidi: plaintext;
  }
  .files > li > .field {
    flex: 1 1 16em;
    max-inline-size: 36em;
  }
  .files > li > form.field {
    flex: 0 0 100%;
    box-sizing: border-box;
    max-inline-size: none;
    padding: calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }
  form input {
    max-inline-size: 36em;
  }
  details > summary {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) / 2);
    min-block-size: var(--_target);
    color: var(--_text-quiet);
    cursor: pointer;
  }
  .gone s {
    color: var(--_text-quiet);
  }
  .gone .hint {
    flex-basis: 100%;
  }
`;
