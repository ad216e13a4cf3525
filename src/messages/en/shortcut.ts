/** What can be done with a key. */
export const shortcut = {
  title: 'Keyboard shortcuts',
  /** Of the button that shows them. */
  open: 'Keyboard shortcuts',
  close: 'Close',
  now: 'What can be done now. Keys work while no text is being typed.',
  outstanding: 'Next outstanding entry',
  /** With the key as it is printed on a keyboard. */
  control: 'Ctrl',
  whileTyping: 'Next outstanding entry, while typing too',
  list: 'Step list',
  help: 'This list',
  /** A check box. */
  use: 'Use single keys on this device',
};
