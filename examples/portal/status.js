// How a status looks in the portal's own lists: a glyph, a word and (by portal.css) a color.

const looks = {
  todo: ['○', 'To do'],
  'in-progress': ['◐', 'In progress'],
  complete: ['✓', 'Complete'],
  'partial-complete': ['◑', 'Partly complete'],
  hold: ['‖', 'On hold'],
  redline: ['✎', 'Redline'],
  failed: ['✕', 'Failed'],
  canceled: ['⊘', 'Canceled'],
};

/** An element with properties and children; text is always text, never markup. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Writes a status into an element. One that this version does not know is shown as the backend reported it. */
export function showStatus(element, { status, reported }) {
  const [glyph, word] = looks[status] ?? ['?', reported ?? 'Unknown'];
  element.className = 'status';
  element.dataset.status = status;
  element.replaceChildren(
    Object.assign(make('span', { className: 'glyph' }, glyph), { ariaHidden: 'true' }),
    ` ${word}`,
  );
  return element;
}
