import { AdapterFault, type Adapter } from '../src/adapters/adapter.js';
import { roverPeople } from '../src/testing/rover-people.js';
import type { Field, ValueRecord } from '../src/domain/run.js';
import { number } from '../src/testing/seed.js';
import { sessionOn } from './backends.js';
import { recordedAt, runWith, type Scene } from './field-scene.js';

const { technician, lead, qualityEngineer } = roverPeople;
const hole = number('hole-1', 'Hole 1 distance from center', 'mm', {
  target: '11.3',
  plus: '0.2',
  minus: '-0.2',
});
const by = technician.id;
const one = (value: ValueRecord['value'], more: Partial<ValueRecord> = {}): ValueRecord => ({
  value,
  how: 'typed',
  by,
  at: recordedAt,
  ...more,
});
const rationale = 'The hub is slotted; the bolt circle still fits.';
const allKinds: readonly ValueRecord[] = [
  one('11.38', { how: 'gauge', resolution: '0.01', reason: 'Measured again with the caliper' }),
  one('0.445', { unit: 'in', by: lead.id, reason: 'Read on the inch scale', how: 'pasted' }),
  one(null, { notApplicable: true, by: lead.id }),
  one(null, { cleared: true, reason: 'Recorded at the wrong wheel' }),
  one(null, { by: qualityEngineer.id, deviation: { rationale, by: qualityEngineer.id, at: recordedAt } }),
  one('11.92', { how: 'scanned' }),
  one('11.02', { how: 'imported', by: 'mes-import' }),
  one('11,3', { value: '11.3', raw: '11,3' }),
];

interface Args extends Pick<Scene, 'dir' | 'lang'> {
  field?: Field;
  values?: Adapter['values'];
}
interface Story {
  args?: Args;
}
const keeping =
  (records: readonly ValueRecord[]): NonNullable<Adapter['values']> =>
  (_run, _target, { cursor = '0', limit = 50 } = {}) => {
    const next = Number(cursor) + limit;
    return Promise.resolve({
      items: records.slice(Number(cursor), next),
      ...(next < records.length && { cursor: String(next) }),
    });
  };

export default {
  title: 'value-history',
  component: 'value-history',
  render: ({ field = hole, values, dir, lang = 'en' }: Args) => {
    const session = sessionOn(runWith([field]), technician.id, (memory) => ({
      ...memory,
      ...(values && { values }),
    }));
    const element = Object.assign(document.createElement('value-history'), {
      session,
      fieldId: field.id,
      lang,
    });
    if (dir) element.dir = dir;
    return element;
  },
};

export const Empty: Story = {};
export const AllKinds: Story = { args: { values: keeping(allKinds) } };
export const Many: Story = {
  args: {
    values: keeping(Array.from({ length: 10_000 }, (_, at) => one((11 + ((at * 37) % 61) / 100).toFixed(2)))),
  },
};
export const Loading: Story = { args: { values: () => new Promise(() => undefined) } };
export const Failing: Story = { args: { values: () => Promise.reject(new AdapterFault('offline')) } };
export const FromTheRun: Story = { args: { field: { ...hole, record: one('11.38') } as Field } };
export const Choices: Story = {
  args: {
    field: {
      ...hole,
      type: 'pass-fail',
      label: 'Burrs removed',
    } as Field,
    values: keeping([one('pass', { reason: 'Filed' }), one('fail')]),
  },
};
export const LongTexts: Story = {
  args: {
    values: keeping([
      one('0.'.padEnd(60, '5'), { reason: 'A reason of many words. '.repeat(40) }),
      one(null, { deviation: { rationale: 'Markup <b>stays</b> text. '.repeat(30), by, at: recordedAt } }),
    ]),
  },
};
export const RightToLeft: Story = { args: { values: keeping(allKinds), dir: 'rtl' } };
