import type { Adapter } from '../src/adapters/adapter.js';
import { AdapterFault } from '../src/adapters/adapter.js';
import { define } from '../src/define.js';
import { gridOf, type GridPlan } from '../src/domain/grid.js';
import type { Field, Policy, Run, Step } from '../src/domain/run.js';
import type { DataGrid } from '../src/elements/data-grid/data-grid.js';
import { de } from '../src/messages/de.js';
import { addLanguage } from '../src/messages/registry.js';
import type { RunSession } from '../src/session.js';
import { roverMotors } from '../src/testing/rover-motors.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun } from '../src/testing/rover.js';
import { step as seedStep } from '../src/testing/seed.js';
import { failing, neverAnswering, refusing, sessionOn, whenReady } from './backends.js';

define();
addLanguage('de', de);

const stepId = 'run-in';
const at = '2026-11-20T17:42:00.000Z';
const { technician, customer } = roverPeople;

const recordOf = (value: unknown) =>
  value === null
    ? { value, notApplicable: true, how: 'typed', by: technician.id, at }
    : { value, how: 'typed', by: technician.id, at };

/** The step of the rover's motors; `values` are recorded already, by cell. */
function motors(values: Readonly<Record<string, unknown>> = {}): Step {
  const step = roverMotors();
  const fields = step.fields.map((field) =>
    field.id in values ? ({ ...field, record: recordOf(values[field.id]) } as Field) : field,
  );
  return { ...step, fields };
}

const half = {
  'motor-1:current': '0.42',
  'motor-1:encoder': '751',
  'motor-1:direction': 'cw',
  'motor-1:sound': 'pass',
  'motor-2:current': '0.58',
  'motor-2:encoder': '752',
  'motor-2:direction': 'cw',
  'motor-2:sound': 'fail',
  'motor-2:note': 'Grinds for the first ten seconds, then runs quietly; the grease was cold.',
  'motor-3:current': '0.40',
  'spare:current': null,
  'spare:encoder': null,
  'spare:direction': null,
  'spare:sound': null,
  'spare:note': null,
};

interface Args {
  step?: Step;
  person?: string;
  policy?: Partial<Policy>;
  backend?: (memory: Adapter) => Adapter;
  /** What a person has done when the story is looked at. */
  act?: (session: RunSession, element: DataGrid) => void | Promise<void>;
  dir?: 'rtl';
  lang?: string;
}

const runOf = ({ step = motors(half), policy }: Args): Run => {
  const run = roverRun();
  const work = {
    ...step,
    status: 'in-progress' as const,
    upstream: [],
    startedAt: at,
    labor: [{ id: 'labor', personId: technician.id, in: at }],
  };
  delete (work as Partial<Step>).parentId;
  return {
    ...run,
    status: 'in-progress',
    policy: { ...run.policy, ...policy },
    steps: [...run.steps.filter(({ id }) => id !== step.id), work],
  };
};

function show(args: Args): HTMLElement {
  const run = runOf(args);
  const session = sessionOn(run, args.person ?? technician.id, args.backend);
  const element = document.createElement('data-grid');
  Object.assign(element, { session, stepId: args.step?.id ?? stepId, lang: args.lang ?? 'en' });
  if (args.dir) element.dir = args.dir;
  void whenReady(session).then(async () => {
    while (!element.shadowRoot?.querySelector('table, .hint'))
      await new Promise((resolve) => setTimeout(resolve));
    await args.act?.(session, element);
  });
  return element;
}

const cell = (element: DataGrid, row: number, column: number): HTMLElement =>
  element.shadowRoot!.querySelectorAll<HTMLTableRowElement>('tbody tr')[row]!.cells[column + 1]!;
const focus = (element: DataGrid, row: number, column: number): void => cell(element, row, column).focus();

/** As from a spreadsheet, into a cell. */
function paste(element: DataGrid, row: number, column: number, text: string): void {
  focus(element, row, column);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {
    clipboardData,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  cell(element, row, column).dispatchEvent(event);
}

/** Types and saves as a person would. */
function enter(session: RunSession, id: string, draft: string, { typing = false } = {}): void {
  const actor = session.entry(id);
  actor.send({ type: 'EDIT', draft, base: '0' });
  if (typing) return;
  const asked = session.draftRequest(id, 'en');
  if ('problem' in asked) actor.send({ type: 'INVALID', problem: asked.problem });
  else if ('request' in asked && asked.asks) actor.send({ type: 'ASK', asked: asked.asks });
  else if ('request' in asked) actor.send({ type: 'SUBMIT', submission: session.submission(asked.request) });
}
const entering =
  (draft: string, id = 'motor-4:current', place: readonly [number, number] = [3, 0]) =>
  (session: RunSession, element: DataGrid): void => {
    focus(element, ...place);
    enter(session, id, draft);
  };

interface Story {
  args?: Args;
}

export default {
  title: 'data-grid',
  component: 'data-grid',
  render: (args: Args) => show(args),
};

export const Empty: Story = { args: { step: motors() } };
export const HalfDone: Story = { args: { act: (_, element) => focus(element, 1, 0) } };
export const Editing: Story = {
  args: {
    act: (_, element) => {
      focus(element, 3, 0);
      cell(element, 3, 0).dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true }));
    },
  },
};
export const Choosing: Story = {
  args: {
    act: (_, element) => {
      focus(element, 3, 2);
      cell(element, 3, 2).dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true }));
    },
  },
};
export const Drafting: Story = {
  args: {
    act: (session, element) => {
      focus(element, 3, 0);
      enter(session, 'motor-4:current', '0.4', { typing: true });
    },
  },
};
export const Saving: Story = { args: { act: entering('0.41'), backend: neverAnswering } };
export const Asking: Story = { args: { act: entering('0.61') } };
export const AskingWhy: Story = {
  args: { act: entering('0.44', 'motor-1:current', [0, 0]), policy: { reasonForChange: true } },
};
export const Invalid: Story = { args: { act: entering('0.4.1') } };
export const Refused: Story = {
  args: {
    act: entering('0.41'),
    backend: (memory) =>
      refusing(memory, { refused: 'rule', detail: { message: 'Meter M-3 is out of calibration.' } }),
  },
};
export const Failed: Story = {
  args: { act: entering('0.41'), backend: (memory) => failing(memory, 'offline') },
};
export const Stale: Story = {
  args: {
    act: entering('0.41', 'motor-3:current', [2, 0]),
    backend: (memory) => refusing(memory, { refused: 'stale' }),
  },
};
export const Selected: Story = {
  args: {
    act: (_, element) => {
      focus(element, 0, 0);
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight'])
        // On a page of many stories another one may have taken the focus.
        (element.shadowRoot!.activeElement ?? cell(element, 0, 0)).dispatchEvent(
          new KeyboardEvent('keydown', { key, shiftKey: true, bubbles: true }),
        );
    },
  },
};

const block = [
  '0.41\t751\tClockwise\tPass\t',
  '0.62\t752\tClockwise\tPass\tLoud at 9 V',
  '0.39\t75O\tLeft\tPass\t',
  '0.40\t749\tcounterclockwise\tpass\t',
].join('\n');

/** Two values out of range, two that cannot be read. */
export const Pasted: Story = { args: { step: motors(), act: (_, element) => paste(element, 0, 0, block) } };
export const PastedWithReason: Story = {
  args: { policy: { reasonForChange: true }, act: (_, element) => paste(element, 0, 0, block) },
};
export const PastedTooLarge: Story = {
  args: { step: motors(), act: (_, element) => paste(element, 5, 0, block) },
};
export const Pasting: Story = {
  args: { step: motors(), backend: neverAnswering, act: (_, element) => paste(element, 0, 0, block) },
};
/** The third value finds no connection; the others wait behind it. */
export const PastedPartly: Story = {
  args: {
    step: motors(),
    backend: (memory) => {
      let count = 0;
      return {
        ...memory,
        execute: (command, options) =>
          (count += 1) > 2 ? Promise.reject(new AdapterFault('offline')) : memory.execute(command, options),
      };
    },
    act: (_, element) => paste(element, 0, 0, block),
  },
};
export const RowNotApplicable: Story = {
  args: { act: (_, element) => element.shadowRoot!.querySelector<HTMLElement>('.row-action')!.focus() },
};
export const RowNotMarked: Story = {
  args: {
    step: motors(),
    backend: (memory) => failing(memory, 'offline'),
    act: (_, element) => {
      const button = element.shadowRoot!.querySelector<HTMLElement>('.row-action')!;
      button.focus();
      button.click();
    },
  },
};
export const Details: Story = {
  args: {
    act: (_, element) => {
      focus(element, 1, 0);
      cell(element, 1, 0).dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', altKey: true, bubbles: true }),
      );
    },
  },
};
export const ReadOnly: Story = { args: { person: customer.id } };
export const NoRows: Story = {
  args: { step: { ...motors(), fields: [], grid: { columns: [], rows: [] } } },
};

const every: GridPlan = {
  columns: [
    {
      id: 'a',
      label: 'Mass',
      type: 'number',
      unit: 'g',
      limits: { target: '12', plus: '0.5', minus: '-0.5' },
    },
    { id: 'b', label: 'Checked', type: 'boolean' },
    { id: 'c', label: 'Made on', type: 'date' },
    { id: 'd', label: 'Weighed at', type: 'date-time' },
    {
      id: 'e',
      label: 'Marks',
      type: 'multi-select',
      options: [
        { value: 'etched', label: 'Etched' },
        { value: 'inked', label: 'Inked' },
      ],
    },
    { id: 'f', label: 'Photo', type: 'file' },
    { id: 'g', label: 'Scale', type: 'tool' },
    { id: 'h', label: 'Weighed by', type: 'person' },
    { id: 'i', label: 'Part', type: 'part' },
    { id: 'j', label: 'Witnessed', type: 'signoff', role: 'Lead', peerReview: true, decisions: [] },
    { id: 'k', label: 'Torque curve', type: 'unknown', reported: 'curve' },
  ],
  rows: [1, 2, 3].map((row) => ({ id: `wheel-${row}`, label: `Wheel ${row}` })),
};
const withValues = (plan: GridPlan, values: Readonly<Record<string, unknown>>): Step => {
  const { grid, fields } = gridOf(plan);
  return seedStep(stepId, 'Weigh the wheels', {
    grid,
    fields: fields.map((field) =>
      field.id in values ? ({ ...field, record: recordOf(values[field.id]) } as Field) : field,
    ),
  });
};
export const EveryType: Story = {
  args: {
    step: withValues(every, {
      'wheel-1:a': '12.10',
      'wheel-1:b': true,
      'wheel-1:c': '2026-11-02',
      'wheel-1:d': '2026-11-20T09:12:00-08:00',
      'wheel-1:e': ['etched', 'inked'],
      'wheel-1:f': [{ id: 'f-1', name: 'wheel-1.jpg', type: 'image/jpeg', size: 120_400 }],
      'wheel-1:g': { id: 't-1', name: 'Scale S-4' },
      'wheel-1:h': { id: technician.id, name: technician.name },
      'wheel-1:i': { id: 'p-1', name: 'RV-1001 Wheel' },
    }),
  },
};

const long =
  'Distance of the first of two mounting holes from the wheel center, measured on the outer face. ';
export const LongTexts: Story = {
  args: {
    step: withValues(
      {
        columns: [
          {
            id: 'a',
            label: long,
            type: 'number',
            unit: 'µm/(m·K)',
            limits: { max: '0.9876543210987654321' },
          },
          { id: 'b', label: 'Unbreakable'.repeat(20), type: 'text' },
        ],
        rows: [
          { id: 'r1', label: long.repeat(3), allowNotApplicable: true },
          { id: 'r2', label: '<b>Wheel</b>' },
        ],
      },
      { 'r1:a': '0.5555555555555555555', 'r1:b': long.repeat(40), 'r2:b': 'two\nlines' },
    ),
  },
};

/** As large as they come. */
export const Large: Story = {
  args: {
    step: withValues(
      {
        columns: Array.from({ length: 30 }, (_, index) => ({
          id: `c${index}`,
          label: `Point ${index + 1}`,
          type: 'number' as const,
          unit: 'mm',
          limits: { target: String(10 + index), plus: '0.2', minus: '-0.2' },
        })),
        rows: Array.from({ length: 200 }, (_, index) => ({ id: `r${index}`, label: `Blade ${index + 1}` })),
      },
      Object.fromEntries(
        Array.from({ length: 900 }, (_, index) => [
          `r${Math.floor(index / 30)}:c${index % 30}`,
          (10 + (index % 30) + ((index * 7) % 45) / 100 - 0.2).toFixed(2),
        ]),
      ),
    ),
  },
};
export const RightToLeft: Story = { args: { dir: 'rtl', act: (_, element) => focus(element, 1, 0) } };
export const German: Story = { args: { lang: 'de', act: (_, element) => focus(element, 1, 0) } };
