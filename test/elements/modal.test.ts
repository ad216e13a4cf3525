import { expect } from 'chai';
import { openOver, showModal } from '../../src/elements/modal.js';

describe('a dialog over an element', () => {
  const made = (): { host: HTMLElement; root: ShadowRoot; dialog: HTMLDialogElement } => {
    const host = document.createElement('div');
    return { host, root: host.attachShadow({ mode: 'open' }), dialog: document.createElement('dialog') };
  };

  it('is not opened where the element has left the page meanwhile, and is closed for whoever waits for that', () => {
    const { root, dialog } = made();
    let closed = 0;
    openOver(root, dialog, () => (closed += 1));
    expect([dialog.open, root.childElementCount, closed]).to.deep.equal([false, 0, 1]);
    root.append(dialog);
    showModal(dialog);
    expect(dialog.open).to.equal(false);
  });

  it('opens once, closes by a press beside it, and is taken away then', async () => {
    const { host, root, dialog } = made();
    document.body.append(host);
    const closed = new Promise<void>((resolve) => openOver(root, dialog, resolve));
    expect(dialog.open).to.equal(true);
    showModal(dialog);
    dialog.click();
    await closed;
    expect(root.childElementCount).to.equal(0);
    host.remove();
  });
});
