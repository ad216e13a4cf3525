// Stands for the measuring machine on the portal's network: its results go in as any other value does, one command
// each, so that limits, verdicts and history are the same as for what is typed.
import { qifValues } from './stepwright/testing/rover.js';

export class MeasuringMachine {
  #notice;
  #message;
  #busy = false;

  /** `notice` is where it offers its results; `session` answers with the session of the open run. */
  constructor(notice, session) {
    this.#notice = notice;
    this.#message = notice.querySelector('[role=status]');
    notice.querySelector('button').addEventListener('click', () => this.#takeOver(session()));
  }

  /** Offers what it has for the step on screen, where somebody is at work there. */
  show(step, person) {
    if (this.#busy) return;
    this.#step = step;
    const waiting = this.#waiting();
    const atWork = step?.labor.some((labor) => labor.personId === person && !labor.out);
    this.#notice.hidden = waiting.length === 0 || step?.status !== 'in-progress' || !atWork;
    this.#message.textContent = this.#notice.hidden
      ? ''
      : `Measuring machine: ${waiting.length} ${waiting.length === 1 ? 'result is' : 'results are'} ready.`;
  }

  #step;
  #waiting = () => this.#step?.fields.filter(({ id, record }) => id in qifValues && !record) ?? [];

  async #takeOver(session) {
    if (this.#busy || !session) return;
    this.#busy = true;
    const stepId = this.#step.id;
    this.#message.textContent = 'Taking over the results …';
    try {
      for (const { id } of this.#waiting()) {
        const answer = await session.execute({
          type: 'set-value',
          stepId,
          targetId: id,
          value: qifValues[id],
          how: 'imported',
        });
        if (answer.refused) break;
      }
    } catch {
      // What has not been taken over is offered again.
    } finally {
      this.#busy = false;
      const run = session.run;
      this.show(
        run?.steps.find((step) => step.id === stepId),
        session.person,
      );
    }
  }
}
