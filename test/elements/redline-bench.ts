// A redline-list over a run with a step that is worked on, one beside it and one after it.
import type { Adapter } from '../../src/adapters/adapter.js';
import type { CommandRequest, ProposedChange } from '../../src/domain/command.js';
import { isRefusal } from '../../src/domain/command.js';
import type { Person, Redline, Run, Step } from '../../src/domain/run.js';
import type { RedlineList } from '../../src/elements/redline-list/redline-list.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { number, part, passFail, singleSelect, step } from '../../src/testing/seed.js';
import { benchOf, runOf, until, type Bench } from '../support/fields.js';

export const engineer: Person = roverPeople.qualityEngineer;
export const at = '2026-11-20T08:00:00.000Z';

export const redlineRun = (more: Partial<Run> = {}): Run => ({
  ...runOf([]),
  steps: [
    step('frame', 'Cut the frame', { status: 'complete' }),
    step('work', 'Measure', {
      status: 'in-progress',
      startedAt: at,
      upstream: ['frame'],
      instructions: ['Clean both faces with the blue cloth.', 'Measure the gap at the rim.'],
      labor: [{ id: 'labor', personId: roverPeople.technician.id, in: at }],
      fields: [
        number('gap', 'Gap', 'mm', { min: '1', max: '5' }),
        singleSelect('grade', 'Grade', { a: 'Grade A', b: 'Grade B' }),
        passFail('clean', 'Is clean'),
      ],
      requirements: [part('bolt', 'lot', '4', 'P-1', 'Bolt')],
    }),
    step('beside', 'Paint the lid'),
    step('next', 'Close the lid', { upstream: ['work'] }),
  ],
  issues: [
    { id: 'issue', number: 'ISS-7', title: 'Gap drifts', status: 'pending', links: [], by: 'lead', at },
  ],
  ...more,
});

export const proposal = (changes: readonly ProposedChange[], more: object = {}): CommandRequest => ({
  type: 'propose-redline',
  stepId: 'work',
  title: 'Wider gap',
  changes,
  ...more,
});

export interface RedlineBench extends Bench {
  element: RedlineList;
  root: ShadowRoot;
  step(id?: string): Step;
  newest(): Redline;
  give(...requests: readonly (CommandRequest | (() => CommandRequest))[]): Promise<void>;
  named(name: string | RegExp): HTMLElement | undefined;
  press(name: string | RegExp): Promise<void>;
  type(label: string, text: string): Promise<void>;
  text(): string;
}

export async function show({
  run = redlineRun(),
  person = engineer,
  stepId = 'work',
  change = {},
  lang = 'en',
}: {
  run?: Run;
  person?: Person;
  stepId?: string | undefined;
  change?: Partial<Adapter>;
  lang?: string;
} = {}): Promise<RedlineBench> {
  const bench = benchOf(run, { person, change });
  await until(() => bench.session.status === 'ready');
  const element = Object.assign(document.createElement('redline-list'), {
    lang,
    session: bench.session,
    ...(stepId !== '' && { stepId }),
  });
  document.body.append(element);
  await element.updateComplete;
  const root = element.shadowRoot!;
  const nameOf = (one: Element): string =>
    (one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/g, ' ').trim();
  const within = (): ParentNode => root.querySelector('dialog[open]') ?? root;
  const named = (name: string | RegExp): HTMLElement | undefined =>
    [...within().querySelectorAll<HTMLElement>('button, summary, [role=tab]')].find((one) =>
      typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one)),
    );
  const newest = (): Redline => bench.session.run!.redlines.at(-1)!;
  return {
    ...bench,
    element,
    root,
    named,
    newest,
    step: (id = 'work') => bench.session.run!.steps.find((one) => one.id === id)!,
    async give(...requests) {
      for (const one of requests) {
        const answer = await bench.session.execute(typeof one === 'function' ? one() : one);
        if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
      }
      await element.updateComplete;
    },
    async press(name) {
      await until(() => named(name));
      named(name)!.focus();
      named(name)!.click();
      await element.updateComplete;
    },
    async type(label, text) {
      const find = (): HTMLInputElement | undefined => {
        for (const one of within().querySelectorAll('label')) {
          const words = one.cloneNode(true) as HTMLElement;
          words.querySelector('.required')?.remove();
          if (words.textContent.trim() === label)
            return root.querySelector<HTMLInputElement>(`#${CSS.escape(one.htmlFor)}`) ?? undefined;
        }
        return root.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`) ?? undefined;
      };
      await until(find);
      const input = find()!;
      input.focus();
      input.value = text;
      input.dispatchEvent(new Event(input.localName === 'select' ? 'change' : 'input', { bubbles: true }));
      await element.updateComplete;
    },
    text: () => root.textContent.replace(/\s+/g, ' ').trim(),
  };
}
