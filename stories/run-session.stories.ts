import { html, render, type TemplateResult } from 'lit';
import { AdapterFault, type Adapter } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import { define } from '../src/define.js';
import { availableToWork } from '../src/domain/lifecycle.js';
import { stepNumbers, type Id, type Run } from '../src/domain/run.js';
import type { LocateRequestedEvent } from '../src/elements/events.js';
import { status as statusWords } from '../src/messages/en/status.js';
import { rockerBogieRun } from '../src/testing/rover-others.js';
import { roverPeople, roverRun, roverUnits } from '../src/testing/rover.js';
import { neverLoading } from './backends.js';

define();

const { technician, qualityEngineer, lead, customer } = roverPeople;
const people = [technician, qualityEngineer, lead, customer];

export default { title: 'Elements/run-session', component: 'run-session' };

/** A whole run as a page would show it: a list of steps in plain HTML, the step, the review, a switch of person. */
function theatre(run: Run, adapter: Adapter): HTMLElement {
  const session = document.createElement('run-session');
  Object.assign(session, { adapter, runId: run.id, person: technician.id });
  let chosen: Id | undefined;

  const item = (now: Run, id: Id, number: string): TemplateResult => {
    const step = now.steps.find((one) => one.id === id)!;
    const waits = step.status === 'todo' && availableToWork(now, step).waitsFor.length > 0;
    const shown = id === (chosen ?? session.activeStep?.id);
    return html`<li>
      <button type="button" aria-current=${shown ? 'step' : 'false'} @click=${() => choose(id)}>
        ${number} ${step.title}: ${statusWords.work(step.status, step.reported)}${waits ? ', waits' : ''}
      </button>
    </li>`;
  };
  const draw = (): void => {
    const now = session.session?.run ?? run;
    render(
      html`<p>
          <label
            >Person
            <select @change=${(event: Event) => (session.person = (event.target as HTMLSelectElement).value)}>
              ${people.map(({ id, name, roles }) => html`<option value=${id}>${name}, ${roles[0]}</option>`)}
            </select></label
          >
        </p>
        <h1>${now.number} ${now.title}</h1>
        <nav aria-label="Steps">
          <ul>
            ${[...stepNumbers(now)].map(([id, number]) => item(now, id, number))}
          </ul>
        </nav>
        <run-step step-id=${chosen ?? session.activeStep?.id ?? run.steps[0]!.id}></run-step>
        <h2>Completion</h2>
        <completion-review></completion-review>`,
      session,
    );
  };
  const choose = (id: Id | undefined): void => {
    chosen = id;
    draw();
  };
  for (const type of ['run-changed', 'session-changed']) session.addEventListener(type, draw);
  session.addEventListener('locate-requested', ({ stepId, targetId }: LocateRequestedEvent) => {
    if (stepId !== '') choose(stepId);
    // The step that was opened for it draws itself first.
    setTimeout(() => session.session?.reveal(targetId));
  });
  draw();
  return session;
}

const stage = (run: Run, wrap = (memory: Adapter): Adapter => memory): HTMLElement =>
  theatre(run, wrap(memoryAdapter({ runs: [run], units: roverUnits() })));

export const RunTheatre = { render: () => stage(roverRun()) };
export const RunTheatreHalfWay = { render: () => stage(rockerBogieRun()) };
export const Loading = { render: () => stage(roverRun(), neverLoading) };
export const CannotLoad = {
  render: () =>
    stage(roverRun(), (memory) => ({
      ...memory,
      load: () => Promise.reject(new AdapterFault('unavailable', { retryAfter: 5000 })),
    })),
};
