// Stands for the measuring machine on the portal's network: its results go to the backend as any other value does, one
// command each, so that limits, verdicts and history are the same as for what is typed. The elements hear of it by
// themselves.
import { qifValues } from './stepwright/testing/qif-widget.js';

export class MeasuringMachine {
  #notice;
  #message;
  #button;
  #adapter;
  #runId;
  #step;
  #person;
  /** What became of the results of the step on screen: nothing yet, or 'taking', 'taken', 'failed'. */
  #state;

  /** `notice` is where it offers its results. */
  constructor(notice, adapter) {
    this.#notice = notice;
    this.#adapter = adapter;
    this.#message = notice.querySelector('[role=status]');
    this.#button = notice.querySelector('button');
    this.#button.addEventListener('click', () => this.#takeOver());
  }

  /** Offers what it has for the step on screen, where this person is at work there. */
  show(runId, step, person) {
    if (step?.id !== this.#step?.id) this.#state = undefined;
    this.#runId = runId;
    this.#step = step;
    this.#person = person;
    this.#draw();
  }

  #waiting = () => this.#step?.fields.filter(({ id, record }) => id in qifValues && !record) ?? [];

  #draw() {
    const count = this.#waiting().length;
    const atWork =
      this.#step?.status === 'in-progress' &&
      this.#step.labor.some(({ personId, out }) => personId === this.#person && !out);
    const text = {
      taking: 'Taking over the results…',
      taken: 'The results have been taken over.',
      failed: 'The results could not be saved. Try again.',
      offering: `Measuring machine: ${count} ${count === 1 ? 'result is' : 'results are'} ready.`,
    }[this.#state ?? 'offering'];
    this.#notice.hidden = !atWork || (count === 0 && !this.#state);
    this.#button.hidden = this.#state === 'taken';
    this.#button.ariaDisabled = String(this.#state === 'taking');
    if (this.#message.textContent !== text) this.#message.textContent = text;
  }

  async #takeOver() {
    if (this.#state === 'taking') return;
    const [runId, step, person] = [this.#runId, this.#step, this.#person];
    const say = (state) => {
      if (this.#step?.id === step.id) this.#state = state;
      this.#draw();
    };
    say('taking');
    try {
      for (const { id, version } of this.#waiting()) {
        await this.#adapter.execute(
          {
            v: 1,
            // The same result of the same state is one command, however often it is sent.
            id: `machine-${id}-${version}`,
            type: 'set-value',
            runId,
            stepId: step.id,
            targetId: id,
            base: version,
            value: qifValues[id],
            how: 'imported',
            madeAt: new Date().toISOString(),
          },
          { as: { person } },
        );
      }
      say('taken');
    } catch {
      say('failed');
    }
  }
}
