import { AdapterFault, type Adapter } from '../src/adapters/adapter.js';
import type { Field, ValueRecord } from '../src/domain/run.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { boardRun, covers, decision, shown, stepId, story, type Scene } from './signoff-scene.js';

export default { title: 'Elements/signoff-field/What has changed', component: 'signoff-field' };

const record = <Value>(value: Value, at: string, more: Partial<ValueRecord> = {}) => ({
  value,
  how: 'typed' as const,
  by: roverPeople.technician.id,
  at: `2026-11-20T${at}:00.000Z`,
  ...more,
});

const before: Record<string, ValueRecord> = {
  'bus-5v': record('5.02', '17:20'),
  'bus-12v': record('12.1', '17:21'),
  'j5-continuity': record('pass', '17:30'),
};
const now: Record<string, ValueRecord> = {
  'bus-5v': record('5.31', '18:05', { reason: 'Measured again with the load connected' }),
  'bus-batt': record('14.79', '18:07'),
  'j5-continuity': record('fail', '18:09'),
};

const reviewed = decision({
  covers: {
    ...covers,
    'bus-5v': 'before',
    'bus-12v': 'before',
    'bus-batt': 'before',
    'j5-continuity': 'before',
  },
});
const run = boardRun({ decisions: [reviewed] });
const changed = {
  ...run,
  steps: run.steps.map((step) =>
    step.id === stepId
      ? {
          ...step,
          fields: step.fields.map((field) =>
            now[field.id] ? ({ ...field, record: now[field.id] } as Field) : field,
          ),
        }
      : step,
  ),
};

/** With what was recorded before the signature. */
const remembering = (memory: Adapter): Adapter => ({
  ...memory,
  values: (_, id) => Promise.resolve({ items: [now[id], before[id]].flatMap((one) => one ?? []) }),
});

const opened = (more: Scene = {}) =>
  story({
    run: changed,
    adapter: remembering,
    after: async (_, element) => {
      (await shown(element, '[part=changes] > summary')).click();
      await shown(element, '[part=change]');
    },
    ...more,
  });

export const FromWhatToWhat = opened();
export const ForWhoeverRecordedIt = opened({ person: roverPeople.technician.id });
export const WithoutAHistory = opened({
  adapter: (memory) => {
    const { values: _, ...rest } = memory;
    return rest;
  },
});
export const Loading = opened({
  adapter: (memory) => ({ ...memory, values: () => new Promise<never>(() => undefined) }),
});
export const NotLoaded = opened({
  adapter: (memory) => ({ ...memory, values: () => Promise.reject(new AdapterFault('offline')) }),
});
export const RightToLeft = opened({ dir: 'rtl', lang: 'ar' });
/** A redline has changed what the signature says and who gives it. */
export const AsksForAnotherRole = opened({
  run: boardRun({
    decisions: [decision()],
    asked: '42',
    role: 'Test lead',
    meaning: 'Readings reviewed twice; the board may be powered from the battery',
  }),
});
