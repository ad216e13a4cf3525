// The list of runs: number, title, status and how far each one is.
import { make, showStatus } from './status.js';

export function showRuns(list, runs) {
  list.replaceChildren(...runs.map(runItem));
}

function runItem({ id, number, title, unit, stepsComplete, stepsTotal, ...run }) {
  const done = `${stepsComplete} of ${stepsTotal} ${stepsTotal === 1 ? 'step' : 'steps'}`;
  return make(
    'li',
    {},
    make('span', { className: 'run-number' }, number),
    make(
      'div',
      { className: 'run-name' },
      make('a', { href: `#/${encodeURIComponent(id)}` }, title),
      make('span', { className: 'run-unit' }, unit ?? ''),
    ),
    showStatus(make('span', { className: 'pill' }), run),
    make(
      'div',
      { className: 'run-progress' },
      Object.assign(make('progress', { max: stepsTotal, value: stepsComplete }), {
        ariaLabel: `${title}: ${done}`,
      }),
      make('span', {}, done),
    ),
  );
}
