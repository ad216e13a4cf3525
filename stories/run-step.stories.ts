import { define } from '../src/define.js';
import type { Adapter } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import type { Id, Run, Step } from '../src/domain/run.js';
import type { RunStep } from '../src/elements/run-step/run-step.js';
import { createRunSession, type RunSession } from '../src/session.js';
import { bigRun, roverPeople, roverRun, roverRuns, roverUnits } from '../src/testing/index.js';
import { failing, neverAnswering, neverLoading, notLoading, refusing, warning } from './backends.js';

define();

const { technician, qualityEngineer } = roverPeople;

interface Shown {
  run?: Run;
  stepId?: Id;
  person?: Id;
  adapter?: (memory: Adapter) => Adapter;
  /** What has been done before the story begins. */
  before?: (session: RunSession, memory: Adapter) => Promise<unknown>;
}

type StepElement = HTMLElement & Pick<RunStep, 'stepId' | 'session' | 'adapter' | 'runId' | 'person'>;
const element = (): StepElement => document.createElement('run-step') as StepElement;

/** A session may read its run first. */
const ready = (session: RunSession): Promise<void> =>
  new Promise((resolve) => {
    if (session.run) return resolve();
    const stop = session.follow('', () => {
      if (session.run) resolve(stop());
    });
  });

/** A step on the memory adapter; it may reach its state a little later. */
function show({
  run = roverRun(),
  stepId,
  person = technician.id,
  adapter,
  before,
}: Shown = {}): StepElement {
  const memory = memoryAdapter({ runs: [run], units: roverUnits() });
  const session = createRunSession({ adapter: adapter?.(memory) ?? memory, runId: run.id, person, run });
  const step = element();
  if (stepId !== undefined) step.stepId = stepId;
  step.session = session;
  if (before) void ready(session).then(() => before(session, memory));
  return step;
}

/** The rover run with one of its steps, or the run, as it is not when it starts. */
function changed(stepId: Id, change: Partial<Step>, more: Partial<Run> = {}): Run {
  const run = roverRun();
  return {
    ...run,
    status: 'in-progress',
    ...more,
    steps: run.steps.map((step) => (step.id === stepId ? { ...step, ...change } : step)),
  };
}

const at = '2026-11-20T15:25:00.000Z';
const labor = [{ id: 'labor-1', personId: technician.id, in: at }];
const working = (stepId: Id, change: Partial<Step> = {}): Run =>
  changed(stepId, { status: 'in-progress', startedAt: at, labor, upstream: [], ...change });

const value = (session: RunSession, stepId: Id, targetId: Id, one: string | boolean): Promise<unknown> =>
  session.execute({ type: 'set-value', stepId, targetId, value: one });

/** Presses a button of the step once it is there. */
async function press(step: StepElement, selector: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const button = step.shadowRoot?.querySelector<HTMLElement>(selector);
    if (button) return button.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

const pressed = (step: StepElement, selector = '.bar .primary'): StepElement => {
  void press(step, selector);
  return step;
};

export default { title: 'Elements/Run step', component: 'run-step' };

export const ToDo = { render: () => show() };

export const Starting = {
  render: () => pressed(show({ adapter: (memory) => neverAnswering(memory) })),
};

export const InProgress = {
  render: () =>
    show({
      run: working('drill-wheels'),
      before: async (session) => {
        await value(session, 'drill-wheels', 'hole-1', '11.32');
        await value(session, 'drill-wheels', 'hole-2', '11.6');
        await session.execute({
          type: 'comment',
          stepId: 'drill-wheels',
          text: 'The drill walks on the second hole. Center-punch it first.',
        });
      },
    }),
};

export const PartsAndSignoffs = {
  render: () =>
    show({ run: working('dress-wires', { parentId: undefined as never }), stepId: 'dress-wires' }),
};

export const NotCheckedIn = {
  render: () => show({ run: working('drill-wheels', { labor: [{ ...labor[0]!, personId: 'lead' }] }) }),
};

export const ReadyToComplete = {
  render: () =>
    show({
      run: working('build-book'),
      stepId: 'build-book',
    }),
};

export const Refused = {
  render: () =>
    pressed(
      show({
        run: working('build-book'),
        stepId: 'build-book',
        adapter: (memory) =>
          refusing(memory, {
            refused: 'rule',
            detail: { message: 'The torque wrench at this bench is out of calibration.' },
          }),
      }),
    ),
};

export const Failed = {
  render: () =>
    pressed(
      show({
        run: working('build-book'),
        stepId: 'build-book',
        adapter: (memory) => failing(memory, 'offline'),
      }),
    ),
};

export const Warned = {
  render: () =>
    pressed(
      show({
        adapter: (memory) =>
          warning(memory, [{ kind: 'open-issue', stepId: 'drill-wheels', targetId: 'drill-wheels' }]),
      }),
    ),
};

export const Waiting = { render: () => show({ stepId: 'close-lid' }) };

export const ParentOfSteps = { render: () => show({ run: working('corners'), stepId: 'corners' }) };

export const Complete = {
  render: () => show({ run: roverRuns().find(({ status }) => status === 'complete')!, stepId: 'drill' }),
};

export const OnHold = {
  render: () => show({ run: changed('drill-wheels', { status: 'hold' }), stepId: 'drill-wheels' }),
};

export const Redlined = {
  render: () => show({ run: changed('drill-wheels', { status: 'redline' }), stepId: 'drill-wheels' }),
};

export const FailedStep = {
  render: () => show({ run: changed('drill-wheels', { status: 'failed' }), stepId: 'drill-wheels' }),
};

export const Canceled = {
  render: () => show({ run: changed('drill-wheels', { status: 'canceled' }), stepId: 'drill-wheels' }),
};

export const UnknownStatus = {
  render: () =>
    show({ run: changed('drill-wheels', { status: 'unknown', reported: 'Parked' }), stepId: 'drill-wheels' }),
};

export const ReadOnly = {
  render: () => show({ run: working('board-test'), stepId: 'board-test', person: qualityEngineer.id }),
};

export const CommentForm = {
  render: () => {
    const step = show({ run: working('drill-wheels') });
    void press(step, '[role=menuitem]');
    return step;
  },
};

export const LongTexts = {
  render: () =>
    show({
      run: working('drill-wheels', {
        title:
          'Drill the drive wheels, deburr the holes, and check the distance of every hole from the center twice',
        instructions: [
          'Drill two holes through each wheel so that it bolts to a clamping hub. '.repeat(12),
          'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung'.repeat(3),
          '<b>Markup is text.</b>',
        ],
        commentCount: 1204,
        latestComment: {
          id: 'c',
          stepId: 'drill-wheels',
          by: 'somebody-who-left',
          at,
          text: 'A long comment.\n\n'.repeat(30),
        },
      }),
    }),
};

export const RightToLeft = {
  render: () => {
    const step = show({ run: working('drill-wheels') });
    step.dir = 'rtl';
    return step;
  },
};

export const ManyFields = { render: () => show({ run: bigRun({ fields: 200 }) }) };

export const NothingToDo = {
  render: () => show({ run: { ...roverRun(), status: 'complete' } }),
};

export const StepNotFound = { render: () => show({ stepId: 'no-such-step' }) };

const loaded = (wrap: (memory: Adapter) => Adapter, run: Run = roverRun()): StepElement =>
  Object.assign(element(), {
    adapter: wrap(memoryAdapter({ runs: [run] })),
    runId: run.id,
    person: technician.id,
  });

export const Loading = { render: () => loaded(neverLoading) };

/** What the backend said no longer fits what is shown, and reading the run again takes its time. */
export const Reloading = {
  render: () => {
    let reads = 0;
    return show({
      run: working('drill-wheels'),
      adapter: (memory) => ({
        ...refusing(neverLoading(memory), { refused: 'stale' }),
        load: (runId) => (reads++ === 0 ? memory.load(runId) : neverLoading(memory).load(runId)),
        watch: undefined!,
      }),
      before: (session) => value(session, 'drill-wheels', 'hole-1', '11.3'),
    });
  },
};

export const LoadFailed = { render: () => loaded((memory) => notLoading(memory, 'unavailable')) };

export const ProblemsInTheData = {
  render: () =>
    loaded((memory) => memory, changed('drill-wheels', { status: 'parked' as never, title: 7 as never })),
};

export const NoRun = { render: () => element() };
