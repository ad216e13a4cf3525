/** What can be done with a key, and the keys by the names that are printed on them. */
export const shortcut = {
  title: 'Keyboard shortcuts',
  /** Of the button that shows them. */
  open: 'Keyboard shortcuts',
  close: 'Close',
  now: 'What can be done now. Keys work while no text is being typed.',
  key: 'Key',
  effect: 'What it does',
  enter: 'Start, check in',
  complete: 'Complete the step',
  outstanding: 'Next outstanding entry',
  next: 'Next step',
  previous: 'Previous step',
  menu: 'More actions',
  list: 'Step list',
  help: 'This list',
};
