import { css } from 'lit';

export const changesStyles = css`
  .notice > div {
    flex: 1;
    min-inline-size: 0;
  }
  .changes {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .changes > li {
    display: grid;
    gap: calc(var(--_space) / 2);
    padding: var(--_space) 0;
    border: 0;
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  .changes .label,
  .changes .value {
    font-weight: 600;
  }
  .changes .value {
    unicode-bidi: plaintext;
  }
  .changes .verdict,
  .changes dt {
    font-size: var(--_size-1);
  }
  .changes dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
    align-items: baseline;
    margin: 0;
  }
  .changes dt {
    color: var(--_text-quiet);
  }
  .changes dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 1.5);
    align-items: center;
    margin: 0;
  }
`;
