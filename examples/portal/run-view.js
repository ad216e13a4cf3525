// The open run: its head, its step list, the step and the review. The elements do the work; the portal reads along in
// the session that they share, whenever the event `run-changed` tells of something new.
import { availableToWork, isFailureResolved, stepNumbers } from './stepwright/stepwright.bundle.js';
import { scanPatterns, switchGlove, switchSound } from './bench.js';
import { credentialsText } from './people.js';
import { MeasuringMachine } from './measuring-machine.js';
import { make, showStatus } from './status.js';

/** What a lead looks for first, where the list of the steps is folded: how many failed or stand still. */
const wrongIn = (run) =>
  ['failed', 'hold', 'redline'].flatMap((status) => {
    const { length } = run.steps.filter((step) => step.status === status && !isFailureResolved(run, step));
    const pill = showStatus(make('span', { className: 'pill' }), { status });
    pill.append(` ${length}`);
    return length > 0 ? [pill] : [];
  });

export class RunView {
  #place;
  #adapter;
  #missing;
  #runId;
  #stepId;
  #shownId;
  #parts;
  #unfollow;
  #drawn;
  #isDue = false;

  /** `missing` is called with the id of a run that the backend does not have. */
  constructor(place, adapter, missing) {
    this.#place = place;
    this.#adapter = adapter;
    this.#missing = missing;
  }

  /**
   * Opens a run at a step; without one the active step is shown, and the next one after it is complete. Resolves when
   * it is on the screen.
   */
  open(runId, stepId, person) {
    if (runId !== this.#runId) {
      this.close();
      this.#runId = runId;
      this.#drawn = Promise.withResolvers();
      this.#build();
    }
    this.#stepId = stepId;
    const { session, step } = this.#parts;
    Object.assign(session, { adapter: this.#adapter, runId, person });
    if (stepId === undefined) step.removeAttribute('step-id');
    else step.setAttribute('step-id', stepId);
    this.#update();
    return this.#drawn.promise;
  }

  close() {
    this.#unfollow?.();
    this.#drawn?.resolve();
    this.#runId = this.#stepId = this.#shownId = this.#parts = this.#unfollow = undefined;
    this.#place.replaceChildren();
  }

  #build() {
    const view = document.importNode(document.querySelector('#run-template').content, true);
    const find = (selector) => view.querySelector(selector);
    this.#parts = {
      session: find('run-session'),
      title: find('h1'),
      facts: find('.run-facts'),
      toggle: find('.steps-toggle'),
      now: find('.steps-now'),
      wrong: find('.steps-wrong'),
      list: find('step-list'),
      work: find('.work'),
      elsewhere: find('.elsewhere'),
      step: find('run-step'),
      machine: new MeasuringMachine(find('.machine'), this.#adapter),
    };
    const { session, toggle } = this.#parts;
    session.scanPatterns = scanPatterns;
    switchSound(find('.sound'));
    switchGlove(find('.glove'));
    find('.credentials').textContent = credentialsText;
    session.addEventListener('session-changed', () => {
      this.#unfollow?.();
      this.#unfollow = session.session?.follow('', () => this.#update());
      this.#update();
    });
    session.addEventListener('run-changed', ({ event }) => this.#followWork(event));
    session.addEventListener('locate-requested', (event) => this.#locate(event));
    toggle.addEventListener('click', () => this.#unfold(!this.#isUnfolded()));
    find('step-list').addEventListener('locate-requested', () => {
      if (!this.#isUnfolded()) return;
      // On a phone the list makes room for the step, and the focus may not go with it.
      this.#unfold(false);
      toggle.focus();
    });
    this.#place.replaceChildren(view);
  }

  /** What was opened by its address is left for the next step when this person has completed it. */
  #followWork({ type, stepId, by }) {
    const { person, activeStep } = this.#parts.session;
    if (type === 'step-completed' && stepId === this.#stepId && by === person)
      location.hash = this.#address(...(activeStep ? [activeStep.id] : []));
    this.#update();
  }

  /** Somebody wants to go to something in a step that is not on screen. */
  #locate({ stepId, targetId }) {
    if (stepId !== '' && stepId !== this.#stepId) location.hash = this.#address(stepId);
    this.#reveal(targetId);
  }

  /** The step needs some frames until its controls are there. */
  #reveal(targetId, tries = 60) {
    if (this.#parts?.session.session?.reveal(targetId) || tries === 0) return;
    requestAnimationFrame(() => this.#reveal(targetId, tries - 1));
  }

  #isUnfolded = () => this.#parts.toggle.getAttribute('aria-expanded') === 'true';
  #unfold = (open) => this.#parts.toggle.setAttribute('aria-expanded', String(open));

  /** Shows what is news, after the elements have; many events at once are shown once. */
  #update() {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      const session = this.#parts?.session.session;
      if (session?.run) return this.#show(session);
      if (session?.status !== 'failed') return;
      // The elements say why a run could not be read; one that is not there has no page of its own.
      if (session.fault.code === 'not-found') this.#missing(this.#runId);
      else this.#drawn.resolve();
    });
  }

  #show({ run, activeStep: active, person }) {
    const { title, facts, now, wrong, list, work, elsewhere, machine, step } = this.#parts;
    const shown = step.step;
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
    this.#drawn.resolve();
    machine.show(run.id, shown, person);
    list.stepId = shown?.id;
    now.textContent = shown ? name(shown) : 'Steps';
    wrong.replaceChildren(...wrongIn(run));
    elsewhere.hidden = !active || shown === active || (shown && availableToWork(run, shown).available);
    if (!elsewhere.hidden) {
      const link = elsewhere.querySelector('a');
      link.textContent = name(active);
      link.href = this.#address();
    }
    if (shown?.id !== this.#shownId) {
      this.#shownId = shown?.id;
      // The end of a long step is not where the next one begins.
      if (work.getBoundingClientRect().top < 0) work.scrollIntoView();
    }
  }

  /** Of a step, or of whichever is to be worked on. */
  #address = (...steps) => `#/${[this.#runId, ...steps].map(encodeURIComponent).join('/')}`;
}
