// The open run: its head, its step list, the step and the review. The elements do the work; the portal only
// follows along by the event `run-changed`.
import { activeStep, availableToWork, stepNumbers } from './stepwright/stepwright.bundle.js';
import { MeasuringMachine } from './measuring-machine.js';
import { StepList } from './step-list.js';
import { make, showStatus } from './status.js';

export class RunView {
  #place;
  #adapter;
  #runId;
  #stepId;
  #person;
  #run;
  #opening;
  #isFollowing = false;
  #shownId;
  #parts;

  constructor(place, adapter) {
    this.#place = place;
    this.#adapter = adapter;
  }

  /** Opens a run at a step; without one the active step is shown, and the next one after it is complete. */
  async open(runId, stepId, person) {
    const opening = (this.#opening = Symbol(runId));
    const run = runId === this.#runId ? this.#run : await this.#adapter.load(runId);
    // Somebody may have gone elsewhere meanwhile.
    if (opening !== this.#opening) return;
    this.#stepId = stepId;
    this.#person = person;
    if (runId !== this.#runId) {
      this.#runId = runId;
      this.#run = run;
      this.#build();
    }
    this.#parts.session.person = person;
    this.#update();
  }

  close() {
    this.#opening = undefined;
    this.#runId = undefined;
    this.#parts = undefined;
    this.#place.replaceChildren();
  }

  #build() {
    const view = document.importNode(document.querySelector('#run-template').content, true);
    const find = (selector) => view.querySelector(selector);
    const parts = {
      session: find('run-session'),
      title: find('h1'),
      facts: find('.run-facts'),
      toggle: find('.steps-toggle'),
      now: find('.steps-now'),
      list: new StepList(find('#steps')),
      work: find('.work'),
      elsewhere: find('.elsewhere'),
      step: find('run-step'),
    };
    Object.assign(parts.session, { adapter: this.#adapter, runId: this.#runId, person: this.#person });
    parts.session.addEventListener('run-changed', () => this.#follow());
    // Somebody wants to go to something in a step that is not on screen.
    parts.session.addEventListener('locate-requested', ({ stepId, targetId }) => {
      if (stepId !== '') location.hash = this.#address(stepId);
      this.#reveal(targetId);
    });
    parts.toggle.addEventListener('click', () => this.#unfold(!this.#isUnfolded()));
    find('#steps').addEventListener('click', ({ target }) => {
      if (!target.closest('a') || !this.#isUnfolded()) return;
      // On a phone the list makes room for the step, and the focus may not go with it.
      this.#unfold(false);
      parts.toggle.focus();
    });
    parts.machine = new MeasuringMachine(find('.machine'), this.#adapter);
    this.#parts = parts;
    this.#place.replaceChildren(view);
  }

  /** Reads the run again after events; many that come at once are one reading. */
  async #follow() {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    await new Promise(requestAnimationFrame);
    this.#isFollowing = false;
    const runId = this.#runId;
    const run = await this.#adapter.load(runId).catch(() => undefined);
    if (!run || runId !== this.#runId) return;
    this.#run = run;
    this.#update();
  }

  /** The step needs some frames until its controls are there. */
  #reveal(targetId, tries = 60) {
    if (this.#parts?.session.session?.reveal(targetId) || tries === 0) return;
    requestAnimationFrame(() => this.#reveal(targetId, tries - 1));
  }

  #isUnfolded = () => this.#parts.toggle.getAttribute('aria-expanded') === 'true';
  #unfold = (open) => this.#parts.toggle.setAttribute('aria-expanded', String(open));

  #update() {
    const run = this.#run;
    const { title, facts, now, list, work, elsewhere, machine, step } = this.#parts;
    const active = activeStep(run, this.#person);
    const shown = run.steps.find(({ id }) => id === this.#stepId) ?? active;
    const name = (one) => `${stepNumbers(run).get(one.id)} ${one.title}`;

    document.title = `${run.title} · Stepwright demo`;
    title.textContent = run.title;
    facts.replaceChildren(
      showStatus(make('span', { className: 'pill' }), run),
      make('span', {}, `Run ${run.number}`),
      ...(run.unit?.serial ? [make('span', {}, run.unit.serial)] : []),
      ...(run.procedure
        ? [make('span', {}, `${run.procedure.title}, revision ${run.procedure.revision}`)]
        : []),
    );

    if (this.#stepId !== undefined && shown) step.setAttribute('step-id', shown.id);
    else step.removeAttribute('step-id');
    machine.show(run.id, shown, this.#person);
    list.show(run, shown?.id, this.#address);
    now.textContent = shown ? name(shown) : 'Steps';
    elsewhere.hidden = !shown || !active || shown === active || availableToWork(run, shown).available;
    if (!elsewhere.hidden) {
      const link = elsewhere.querySelector('a');
      link.textContent = name(active);
      link.href = `#/${encodeURIComponent(run.id)}`;
    }
    if (shown?.id !== this.#shownId) {
      this.#shownId = shown?.id;
      // The end of a long step is not where the next one begins.
      if (work.getBoundingClientRect().top < 0) work.scrollIntoView();
    }
  }

  #address = (stepId) => `#/${encodeURIComponent(this.#runId)}/${encodeURIComponent(stepId)}`;
}
