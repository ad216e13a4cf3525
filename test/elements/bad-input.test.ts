// Whatever a backend returns, no element breaks the page: nothing throws, nothing is executed (the watch in
// test/support/csp.ts sees what the policy would stop), what stands outside the elements stays as it was, and what can
// be shown is shown as text.
import { expect } from 'chai';
import { AdapterFault, type Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { Answer } from '../../src/domain/command.js';
import type { NumberField, Run, Step } from '../../src/domain/run.js';
import type { RunSessionElement } from '../../src/elements/run-session/run-session.js';
import { createRunSession } from '../../src/session.js';
import { rockerBogieRun } from '../../src/testing/rover-others.js';
import { roverPeople, roverRun, roverUnits } from '../../src/testing/rover.js';
import { until } from '../support/fields.js';

// Whatever is registered comes to the test by itself.
const names: string[] = [];
const register = customElements.define.bind(customElements);
customElements.define = (name, ...rest) => {
  names.push(name);
  register(name, ...rest);
};
define();
customElements.define = register;

const { technician, lead } = roverPeople;

const errors: string[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
  const error: unknown = 'reason' in event ? event.reason : event.error;
  errors.push(error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error));
  event.preventDefault();
};
before(() => {
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
});
after(() => {
  removeEventListener('error', note);
  removeEventListener('unhandledrejection', note);
});
afterEach(() => {
  document.body.replaceChildren();
  errors.length = 0;
});

const settled = async (): Promise<void> => {
  for (let frames = 0; frames < 6; frames += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
  }
};

/** An element with what it may be told about. */
function make(name: string, stepId: string, fieldId: string): HTMLElement {
  const element = document.createElement(name);
  element.setAttribute('step-id', stepId);
  element.setAttribute('field-id', fieldId);
  return element;
}

interface Asked {
  steps?: readonly string[];
  fields?: readonly string[];
  person?: string;
}

/** A page with every element, at every step and field that is named, and a sibling that must stay as it is. */
async function page(
  adapter: Adapter,
  { steps = ['drill-wheels'], fields = ['hole-1'], person = technician.id }: Asked = {},
): Promise<RunSessionElement> {
  const outer = document.createElement('run-session');
  Object.assign(outer, { adapter, runId: 'rover-007', person });
  const places = [
    ...steps.map((stepId) => [stepId, ''] as const),
    ...fields.map((fieldId) => ['', fieldId] as const),
  ];
  for (const name of names) {
    if (name === 'run-session') continue;
    for (const [stepId, fieldId] of places) outer.append(make(name, stepId, fieldId));
  }
  const review = document.createElement('completion-review');
  review.setAttribute('inline', '');
  const beside = document.createElement('p');
  beside.textContent = 'Beside';
  outer.append(review, beside);
  document.body.append(outer);
  const light = document.body.innerHTML;
  await settled();
  expect(errors, errors.join('\n')).to.deep.equal([]);
  expect(document.body.innerHTML, 'the light DOM').to.equal(light);
  return outer;
}

/** Every shadow root below, those inside others too. */
const roots = (inside: ParentNode): ShadowRoot[] =>
  [...inside.querySelectorAll('*')].flatMap((one) =>
    one.shadowRoot ? [one.shadowRoot, ...roots(one.shadowRoot)] : [],
  );
const textOf = (inside: ParentNode): string =>
  roots(inside)
    .map((root) => root.textContent)
    .join(' ');

const loading = (value: unknown): Adapter => ({
  ...memoryAdapter({ runs: [roverRun()], units: roverUnits() }),
  load: () => Promise.resolve(value as Run),
});

/** The run with every string in it changed, but for ids and the words that mean something to the program. */
function everyText(run: Run, change: (text: string) => string): Run {
  const texts = new Set(
    'number title label hint unit description meaning instructions name role roles serial lot partNumber reason revision note text reported disposition'.split(
      ' ',
    ),
  );
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return texts.has(key) ? change(value) : value;
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  };
  return walk(run, '') as Run;
}

const withFirstStep = (change: (step: Step) => unknown, more: Partial<Run> = {}): unknown => {
  const run = roverRun();
  return { ...run, ...more, steps: run.steps.map((step, at) => (at === 0 ? change(step) : step)) };
};
const begun = (step: Step): Step => ({
  ...step,
  status: 'in-progress',
  startedAt: '2026-11-20T08:00:00.000Z',
  labor: [{ id: 'labor', personId: technician.id, in: '2026-11-20T08:00:00.000Z' }],
});

describe('bad input: every element', () => {
  it('is here', () => {
    expect(names).to.include.members(['run-session', 'measurement-field', 'completion-review']);
  });

  const malformed: Record<string, unknown> = {
    null: null,
    nothing: undefined,
    'a string': 'run',
    'a list': [],
    'an empty object': {},
    'no steps': { ...roverRun(), steps: undefined },
    'no people, policy or gates': { ...roverRun(), people: undefined, policy: undefined, gates: undefined },
    'steps that are nothing': { ...roverRun(), steps: [null, 7, 'step', {}] },
    'steps without parts': withFirstStep(({ id }) => ({ id })),
    'fields that are nothing': withFirstStep((step) => ({
      ...step,
      fields: [null, 1, {}, { id: 'hole-1' }],
    })),
    'an unknown status of the run': { ...roverRun(), status: 'vaporized' },
    'an unknown status of a step': withFirstStep((step) => ({ ...step, status: 'vaporized' })),
    'an unknown version': { ...roverRun(), v: 99 },
    'a zone and instants that are none': {
      ...rockerBogieRun(),
      id: 'rover-007',
      zone: 'Nowhere/Else',
      startedAt: 'yesterday',
      completions: [{ by: 'nobody', at: 'noon', acknowledged: null }],
    },
    'complete, by nobody': { ...roverRun(), status: 'complete', completions: [] },
    'unknown people': withFirstStep((step) => ({
      ...begun(step),
      labor: [{ id: 'labor', personId: 'nobody', in: 'x' }],
    })),
    'limits that are none': withFirstStep((step) => ({
      ...begun(step),
      fields: step.fields.map((field) =>
        field.type === 'number' ? { ...field, limits: { min: 'low', max: {}, target: '1e999999' } } : field,
      ),
    })),
    'a record of the wrong kind': withFirstStep((step) => ({
      ...begun(step),
      fields: step.fields.map((field) => ({ ...field, record: { value: { a: [1] }, by: 5, at: null } })),
    })),
    'steps inside each other': withFirstStep((step) => ({ ...step, parentId: step.id, upstream: [step.id] })),
  };
  for (const [what, run] of Object.entries(malformed)) {
    it(`bears a run that is malformed: ${what}`, async () => {
      for (const person of [technician.id, lead.id, 'nobody']) {
        const outer = await page(loading(run), { person });
        outer.remove();
      }
    });
  }

  it('shows a field of an unknown type with its label, to be read', async () => {
    const run = withFirstStep(
      (step) => ({
        ...begun(step),
        fields: step.fields.map((field) =>
          field.id === 'hole-1' ? { ...field, type: 'hologram', record: { value: 'seen' } } : field,
        ),
      }),
      { status: 'in-progress' },
    );
    const outer = await page(loading(run));
    expect(textOf(outer)).to.contain('Hole 1 distance from center').and.contain('hologram');
    // The rest works.
    const session = outer.session!;
    expect(session.may('set-value', { stepId: 'drill-wheels' })).to.equal(true);
    expect(textOf(outer)).to.contain('Hole 2 distance from center');
  });

  it('shows an unknown status as it was reported', async () => {
    const outer = await page(loading(withFirstStep((step) => ({ ...step, status: 'vaporized' }))));
    expect(textOf(outer)).to.contain('vaporized');
  });

  it('shows both of two things with one id', async () => {
    const run = roverRun();
    const [first, second, ...others] = run.steps;
    const twice = [first, { ...second!, id: first!.id, fields: first!.fields }, ...others];
    const outer = await page(loading({ ...run, steps: twice }));
    expect(outer.session!.problems.some(({ code }) => code === 'duplicate-id')).to.equal(true);
    expect(outer.session!.run!.steps).to.have.length(run.steps.length);
  });

  it('bears a title of a million characters', async () => {
    const long = 'wide '.repeat(200_000);
    const run = roverRun();
    const steps = run.steps.map((step) => ({ ...step, title: long, instructions: [long] }));
    const from = performance.now();
    await page(loading({ ...run, title: long, steps }));
    expect(performance.now() - from).to.be.lessThan(5000);
  });

  for (const [what, mark] of Object.entries({
    'an image with a script': '<img src=x onerror="window.broken = true">',
    'the end of a style': '</style><script>window.broken = true</script>',
    'the end of a text area': '</textarea></title><svg onload="window.broken = true">',
    'template signs': '${window.broken = true} {{constructor}} <!--?lit$-->',
  })) {
    it(`shows markup as text: ${what}`, async () => {
      const base = withFirstStep(begun, { status: 'in-progress' }) as Run;
      const run = everyText(
        {
          ...base,
          issues: [
            {
              id: 'issue',
              number: '1',
              title: 'Scratch',
              status: 'pending',
              links: ['hole-1'],
              by: technician.id,
              at: '2026-11-20T08:00:00.000Z',
            },
          ],
          redlines: [{ id: 'redline', stepId: 'drill-wheels', title: 'Redline', status: 'open' }],
        },
        (text) => `${mark}${text}`,
      );
      const outer = await page(loading(run), {
        steps: run.steps.map(({ id }) => id),
        fields: ['hole-1', 'drill-bit', 'release', 'board-review'],
      });
      expect(textOf(outer)).to.contain(mark);
      expect('broken' in window).to.equal(false);
      const made = roots(outer).flatMap((root) => [
        ...root.querySelectorAll('script, img, iframe, svg[onload], [onerror]'),
      ]);
      expect(made).to.deep.equal([]);
    });
  }

  it('bears events that make no sense', async () => {
    let tell: ((events: never) => void) | undefined;
    const memory = memoryAdapter({ runs: [roverRun()] });
    const outer = await page({
      ...memory,
      watch: (_, __, onEvents) => {
        tell = onEvents;
        return () => undefined;
      },
    });
    const event = { v: 1, id: 'e', runId: 'rover-007', sequence: 1, commandId: 'c', by: 'x', at: 'y' };
    tell!([null, 7, {}] as never);
    tell!('news' as never);
    tell!([{ ...event, type: 'teleported' }] as never);
    tell!([{ ...event, sequence: 2, type: 'value-set', stepId: 'nowhere', targetId: 'nothing' }] as never);
    await settled();
    expect(errors, errors.join('\n')).to.deep.equal([]);
    expect(textOf(outer)).to.contain('Drill the drive wheels');
  });
});

describe('bad input: adapters', () => {
  const memory = memoryAdapter({ runs: [roverRun()] });
  const bad: Record<string, Partial<Adapter>> = {
    'that throw at once': {
      load: () => {
        throw new Error('broken');
      },
      watch: () => {
        throw new Error('broken');
      },
    },
    'that reject with no error at all': {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      load: () => Promise.reject(undefined),
    },
    'that never answer': { load: () => new Promise(() => undefined) },
    'whose watch throws': {
      watch: () => {
        throw new Error('broken');
      },
    },
    'whose watch returns nothing': { watch: () => undefined as never },
  };
  for (const [what, parts] of Object.entries(bad)) {
    it(`does not break for those ${what}`, async () => {
      const outer = await page({ ...memory, ...parts });
      outer.remove();
      await settled();
      expect(errors, errors.join('\n')).to.deep.equal([]);
    });
  }

  it('says that the run could not be loaded', async () => {
    const outer = await page({ ...memory, load: () => Promise.reject(new AdapterFault('unavailable')) });
    expect(textOf(outer)).to.contain('could not be loaded');
  });

  /** A page with one measurement, an entry typed into it and sent. */
  async function entered(execute: Adapter['execute']): Promise<HTMLElement> {
    const run = withFirstStep(begun, { status: 'in-progress' }) as Run;
    const field = run.steps[0]!.fields.find((one): one is NumberField => one.type === 'number')!;
    const adapter = { ...memoryAdapter({ runs: [run] }), execute };
    const session = createRunSession({ adapter, runId: run.id, person: technician.id, run });
    const element = document.createElement('measurement-field');
    Object.assign(element, { session, fieldId: field.id });
    document.body.append(element);
    await settled();
    const input = element.shadowRoot!.querySelector('input')!;
    input.value = '11.35';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    return element;
  }
  const valueOf = (element: HTMLElement): string => element.shadowRoot!.querySelector('input')!.value;

  const faults: Record<string, readonly [Adapter['execute'], says: string]> = {
    'is full': [() => Promise.reject(new AdapterFault('storage-full')), 'device is full'],
    'blocks its storage': [() => Promise.reject(new AdapterFault('storage-blocked')), 'cannot store data'],
    'throws something': [() => Promise.reject(new TypeError('broken')), 'may not have been saved'],
    'throws at once': [
      () => {
        throw new Error('broken');
      },
      'may not have been saved',
    ],
    'answers nothing': [() => Promise.resolve(undefined as unknown as Answer), 'makes no sense'],
    'answers nonsense': [() => Promise.resolve({ ok: 1 } as unknown as Answer), 'makes no sense'],
    'answers with a string': [() => Promise.resolve('saved' as unknown as Answer), 'makes no sense'],
    'answers with events that are none': [
      () => Promise.resolve({ commandId: 'c', events: 'none' } as unknown as Answer),
      'makes no sense',
    ],
    'refuses for a reason that nobody knows': [
      () => Promise.resolve({ refused: 'karma', detail: { reason: 'moon' } } as unknown as Answer),
      'gave no reason',
    ],
  };
  for (const [what, [execute, says]] of Object.entries(faults)) {
    it(`keeps the entry and says so where the backend ${what}`, async () => {
      const element = await entered(execute);
      expect(errors, errors.join('\n')).to.deep.equal([]);
      expect(valueOf(element)).to.equal('11.35');
      expect(element.shadowRoot!.textContent).to.contain('Hole 1 distance from center').and.contain(says);
    });
  }

  it('shows that it waits where the backend never answers', async () => {
    const element = await entered(() => new Promise(() => undefined));
    expect(valueOf(element)).to.equal('11.35');
    await until(() => element.shadowRoot!.textContent.includes('Saving…'));
  });
});
