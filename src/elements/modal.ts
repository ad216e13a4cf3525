/** Opening dialogs that cover the page: `showModal` throws where the element has left it while they were loaded. */

/** Opens a dialog that is part of a drawing. */
export function showModal(dialog: HTMLDialogElement | null | undefined): void {
  if (dialog?.isConnected && !dialog.open) dialog.showModal();
}

/** Opens a dialog that was made for this moment; it is closed by a press beside it, and then taken away. */
export function openOver(root: ShadowRoot, dialog: HTMLDialogElement, closed?: () => void): void {
  if (!root.isConnected) {
    closed?.();
    return;
  }
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed?.();
  });
  root.append(dialog);
  dialog.showModal();
}
