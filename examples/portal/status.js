// How a status looks in the portal's own lists: a glyph, a word and (by portal.css) a color.

const ring = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18';
const looks = {
  todo: [ring, 'To do'],
  'in-progress': [`${ring}m0 4a5 5 0 0 1 0 10zm2 3v4`, 'In progress'],
  complete: [`${ring}M8 12.5l3 3 5.5-6.5`, 'Complete'],
  'partial-complete': ['M12 3a9 9 0 1 0 0 18M8 12.5l3 3 6.5-7.5', 'Partly complete'],
  hold: ['M8 5v14M16 5v14', 'On hold'],
  redline: ['m4 20 1.5-5.5L16 4l4 4L9.5 18.5zM13 7l4 4', 'Redline'],
  failed: ['M4 4h16v16H4zM9 9l6 6m0-6-6 6', 'Failed'],
  canceled: [`${ring}M6 18 18 6`, 'Canceled'],
};

/** An element with properties and children; text is always text, never markup. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function drawing(path) {
  const svgElement = (tag) => document.createElementNS('http://www.w3.org/2000/svg', tag);
  const svg = svgElement('svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = svgElement('path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Writes a status into an element. One that this version does not know is shown as the backend reported it. */
export function showStatus(element, { status, reported }) {
  const [path, word] = looks[status] ?? [ring, reported ?? 'Unknown'];
  element.classList.add('status');
  element.dataset.status = status;
  element.replaceChildren(drawing(path), word);
  return element;
}
