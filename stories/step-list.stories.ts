import { define } from '../src/define.js';
import type { Id, Run } from '../src/domain/run.js';
import type { StepList } from '../src/elements/step-list/step-list.js';
import { roverPeople, roverRun } from '../src/testing/index.js';
import { neverLoading, sessionOn } from './backends.js';
import { busyRun, deepRun, emptyRun, longRun } from './queue-run.js';
import { memoryAdapter } from '../src/adapters/memory.js';

define();

const { technician, qualityEngineer, lead } = roverPeople;

interface Shown {
  person?: Id;
  stepId?: Id;
  show?: 'now' | 'mine' | 'all';
  /** What is pressed once it is there. */
  press?: string;
  find?: string;
}

function list(run: Run, { person = technician.id, press, find, ...more }: Shown = {}): StepList {
  const element = Object.assign(document.createElement('step-list'), {
    session: sessionOn(run, person),
    ...more,
  });
  if (press !== undefined || find !== undefined) void filter(element, press, find);
  return element;
}

async function filter(element: StepList, press?: string, find?: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const root = element.shadowRoot;
    const input = root?.querySelector<HTMLInputElement>('[type=search]');
    if (root?.querySelector('.step')) {
      if (press) root.querySelector<HTMLElement>(press)?.click();
      if (find !== undefined && input) {
        input.value = find;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      return;
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

export default { title: 'Elements/Step list', component: 'step-list' };

export const Busy = { render: () => list(busyRun()) };

export const Lead = { render: () => list(busyRun(), { person: lead.id, stepId: 'inspect' }) };

export const WhatICanDoNow = { render: () => list(busyRun(), { show: 'now' }) };

/** Who signs sees the steps that wait for a signature. */
export const WhatWaitsForMySignature = {
  render: () => list(busyRun(), { show: 'now', person: qualityEngineer.id }),
};

export const Mine = { render: () => list(busyRun(), { show: 'mine' }) };

export const FailedAlone = { render: () => list(busyRun(), { press: '.concern.failed' }) };

export const Found = { render: () => list(busyRun(), { find: 'wash' }) };

export const NothingFound = { render: () => list(busyRun(), { find: 'no such thing' }) };

export const Nested = { render: () => list(deepRun()) };

export const Rover = { render: () => list(roverRun()) };

export const FiveHundredStepsFiftyPeople = {
  render: () => {
    const element = list(longRun(), { person: 'person-1' });
    element.style.maxBlockSize = '44rem';
    return element;
  },
};

export const UnknownStatuses = {
  render: () => {
    const run = busyRun();
    const steps = run.steps.map((step, index) => ({
      ...step,
      status: 'unknown' as const,
      reported: index % 2 ? '<b>parked</b>' : 'Awaiting a very long decision of the change board',
      title:
        index === 3 ? 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(3) : step.title,
    }));
    return list({ ...run, steps });
  },
};

export const Empty = { render: () => list(emptyRun()) };

export const RightToLeft = {
  render: () => Object.assign(list(busyRun()), { dir: 'rtl' }),
};

/** In a column beside the step, as on a wide screen, or on a phone. */
export const Narrow = {
  render: () => {
    const element = list(busyRun(), { stepId: 'solder' });
    element.style.maxInlineSize = '20rem';
    return element;
  },
};

export const Gloves = {
  render: () => {
    const element = list(busyRun());
    element.style.setProperty('--stepwright-target', '15mm');
    element.style.setProperty('--stepwright-gap', '3mm');
    element.style.setProperty('--stepwright-space', '3mm');
    return element;
  },
};

export const Loading = {
  render: () =>
    Object.assign(document.createElement('step-list'), {
      adapter: neverLoading(memoryAdapter({ runs: [busyRun()] })),
      runId: 'queue',
      person: technician.id,
    }),
};

export const NoRun = { render: () => document.createElement('step-list') };
