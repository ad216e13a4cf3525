import { define } from '../src/define.js';
import type { Adapter } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import type { Run } from '../src/domain/run.js';
import { bigRun, roverPeople, roverRun, roverRuns } from '../src/testing/index.js';
import { failing, neverAnswering, neverLoading, notLoading, refusing, warning } from './backends.js';
import {
  at,
  changed,
  element,
  labor,
  press,
  pressed,
  show,
  value,
  working,
  type StepElement,
} from './step-scene.js';

define();

const { technician, qualityEngineer } = roverPeople;

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

/** For gloves: as with the theme `glove.css` and `data-density="glove"`. */
export const Gloves = {
  render: () => {
    const step = show({ run: working('drill-wheels') });
    for (const [name, size] of Object.entries({ target: '15mm', gap: '3mm', space: '3mm' }))
      step.style.setProperty(`--stepwright-${name}`, size);
    return step;
  },
};

export const Shortcuts = { render: () => pressed(show({ run: working('drill-wheels') }), '.beside > .help') };

export const WithoutShortcuts = {
  render: () => Object.assign(show({ run: working('drill-wheels') }), { shortcuts: 'off' }),
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
