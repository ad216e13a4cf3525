// The steps of the open run, as links. Nodes are made once and then updated, so that the focus stays where it is.
import { availableToWork, stepNumbers } from './stepwright/stepwright.bundle.js';
import { make, showStatus } from './status.js';

export class StepList {
  #list;
  #items = new Map();

  constructor(list) {
    this.#list = list;
  }

  /** Shows the run's steps; `shownId` is the one on screen, `href` makes a step's address. */
  show(run, shownId, href) {
    if (!sameOrder([...this.#items.keys()], run.steps)) this.#rebuild(run, href);
    const numbers = stepNumbers(run);
    for (const step of run.steps) {
      const { link, name, status, waits } = this.#items.get(step.id);
      if (step.id === shownId) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
      name.textContent = step.title;
      showStatus(status, step);
      const waitsFor = step.status === 'todo' ? availableToWork(run, step).waitsFor : [];
      waits.hidden = waitsFor.length === 0;
      waits.textContent = `Waits for ${waitsFor.map((id) => numbers.get(id) ?? id).join(', ')}`;
    }
  }

  #rebuild(run, href) {
    const numbers = stepNumbers(run);
    this.#items.clear();
    this.#list.replaceChildren(
      ...run.steps.map((step) => {
        const number = numbers.get(step.id);
        const name = make('span', { className: 'step-name' });
        const status = make('span');
        const waits = make('span', { className: 'step-waits' });
        const facts = make('span', { className: 'step-facts' }, status, ' ', waits);
        const link = make(
          'a',
          { href: href(step.id) },
          make('span', { className: 'step-number' }, number),
          ' ',
          name,
          ' ',
          facts,
        );
        if (!step.required) facts.append(' ', make('span', { className: 'step-optional' }, 'Optional'));
        const item = make('li', {}, link);
        item.dataset.level = String(number.split('.').length);
        this.#items.set(step.id, { link, name, status, waits });
        return item;
      }),
    );
  }
}

const sameOrder = (ids, steps) =>
  ids.length === steps.length && steps.every((step, index) => step.id === ids[index]);
