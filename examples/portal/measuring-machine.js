// Stands for the measuring machine on the portal's network: its results go to the backend as any other value does, one
// command each, so that limits, verdicts and history are the same as for what is typed. The elements hear of it by
// themselves.
import { qifValues } from './stepwright/testing/qif-widget.js';

export class MeasuringMachine {
  #notice;
  #message;
  #adapter;
  #runId;
  #step;
  #person;
  #isBusy = false;

  /** `notice` is where it offers its results. */
  constructor(notice, adapter) {
    this.#notice = notice;
    this.#adapter = adapter;
    this.#message = notice.querySelector('[role=status]');
    notice.querySelector('button').addEventListener('click', () => this.#takeOver());
  }

  /** Offers what it has for the step on screen, where this person is at work there. */
  show(runId, step, person) {
    this.#runId = runId;
    this.#step = step;
    this.#person = person;
    if (!this.#isBusy) this.#offer();
  }

  #waiting = () => this.#step?.fields.filter(({ id, record }) => id in qifValues && !record) ?? [];

  #offer() {
    const count = this.#waiting().length;
    const atWork =
      this.#step?.status === 'in-progress' &&
      this.#step.labor.some(({ personId, out }) => personId === this.#person && !out);
    this.#notice.hidden = count === 0 || !atWork;
    const text = `Measuring machine: ${count} ${count === 1 ? 'result is' : 'results are'} ready.`;
    this.#message.textContent = this.#notice.hidden ? '' : text;
  }

  async #takeOver() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#message.textContent = 'Taking over the results …';
    const place = { v: 1, type: 'set-value', runId: this.#runId, stepId: this.#step.id };
    try {
      for (const { id, version } of this.#waiting()) {
        const answer = await this.#adapter.execute(
          {
            ...place,
            // The same result of the same state is one command, however often it is sent.
            id: `machine-${id}-${version}`,
            targetId: id,
            base: version,
            value: qifValues[id],
            how: 'imported',
            madeAt: new Date().toISOString(),
          },
          { as: { person: this.#person } },
        );
        if (answer.refused) break;
      }
      this.#message.textContent = 'The results have been taken over.';
    } catch {
      this.#message.textContent = 'The results could not be saved. Try again.';
    } finally {
      this.#isBusy = false;
    }
  }
}
