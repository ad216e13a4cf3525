/** The board test of a rover with its sign-off in every state, and what a person does there. */
import type { Adapter, IdentificationMethod } from '../src/adapters/adapter.js';
import { pinsAndBadges } from '../src/adapters/identify.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import { define } from '../src/define.js';
import type { Decision, Run, SignoffField as Field, Step } from '../src/domain/run.js';
import type { SignoffField } from '../src/elements/signoff-field/signoff-field.js';
import type { RunSession } from '../src/session.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun } from '../src/testing/rover.js';
import { signoff } from '../src/testing/seed.js';
import { sessionOn } from './backends.js';

define();

const { qualityEngineer, technician } = roverPeople;
export const stepId = 'board-test';
export const fieldId = 'board-review';

/** The board test in progress, with what differs at its sign-off. */
export function boardRun(field: Partial<Field> = {}, step: Partial<Step> = {}): Run {
  const run = roverRun();
  return {
    ...run,
    status: 'in-progress',
    steps: run.steps.map((one) =>
      one.id === stepId
        ? {
            ...one,
            status: 'in-progress' as const,
            upstream: [],
            ...step,
            fields: one.fields.map((any) => (any.id === fieldId ? ({ ...any, ...field } as Field) : any)),
          }
        : one,
    ),
  };
}

export const covers = Object.fromEntries(
  boardRun()
    .steps.find(({ id }) => id === stepId)!
    .fields.filter(({ type }) => type !== 'signoff')
    .map(({ id, version }) => [id, version]),
);
export const decision = (more: Partial<Decision> = {}): Decision => ({
  id: `decision-${more.at ?? 1}`,
  decision: 'approve',
  by: qualityEngineer.id,
  role: 'Quality engineer',
  at: '2026-11-20T17:42:00.000Z',
  meaning: 'Readings reviewed; the board may be powered from the battery',
  covers,
  ...more,
});
export const rejection = decision({
  decision: 'reject',
  at: '2026-11-20T16:10:00.000Z',
  comment: '5 V bus was read with the load connected.\nMeasure it again without.',
});
export const stale = decision({ covers: { ...covers, 'bus-5v': 'before', 't4-t2': 'before' } });

export const gateCovers = Object.fromEntries(boardRun().steps.map(({ id, version }) => [id, version]));

/** With a witness by team and the customer at the same step. */
export function witnessed(): Run {
  const run = boardRun();
  const add = [
    signoff('sealed-witness', 'Sealing witnessed', 'Witness', {
      meaning: 'The seal was put on while I watched, and its number is right',
      peerReview: true,
    }),
    signoff('customer-look', 'Customer walk-around', 'Customer', {
      meaning: 'I have seen the rover as it leaves the line',
    }),
  ];
  return {
    ...run,
    steps: run.steps.map((one) => (one.id === stepId ? { ...one, fields: [...one.fields, ...add] } : one)),
  };
}

export interface Scene {
  run?: Run;
  person?: string;
  adapter?: (memory: Adapter) => Adapter;
  /** How it is asked who signs, if it is. */
  asks?: readonly IdentificationMethod[];
  field?: string;
  dir?: string;
  lang?: string;
  after?: (session: RunSession, element: SignoffField) => void | Promise<void>;
}

function scene({
  run = boardRun(),
  person = qualityEngineer.id,
  adapter,
  asks,
  field = fieldId,
  dir,
  lang,
  after,
}: Scene) {
  const wrap = asks ? (): Adapter => asking(run, asks, adapter) : adapter;
  const session = sessionOn(run, person, wrap);
  const element = document.createElement('signoff-field');
  element.session = session;
  element.fieldId = field;
  if (dir) element.dir = dir;
  if (lang) element.lang = lang;
  if (after) void drawn(element, session).then(() => after(session, element));
  return element;
}
/** When the session has its run and the element shows it. */
async function drawn(element: SignoffField, session: RunSession): Promise<void> {
  while (session.status !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5));
  await element.updateComplete;
}

const identities = pinsAndBadges([
  { person: technician.id, pin: '1111', badge: 'BADGE-T' },
  { person: qualityEngineer.id, pin: '2468', badge: 'BADGE-Q' },
]);
const asking = (
  run: Run,
  identifies: readonly IdentificationMethod[],
  wrap = (memory: Adapter): Adapter => memory,
): Adapter => ({ ...wrap(memoryAdapter({ ...identities, runs: [run] })), identifies });

/** When something is shown in it. */
export async function shown(element: SignoffField, selector: string): Promise<HTMLElement> {
  for (;;) {
    const found = element.shadowRoot!.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** Approves, and enters these PINs one after the other. */
export const entering =
  (...pins: string[]) =>
  async (session: RunSession, element: SignoffField) => {
    press('Approve')(session, element);
    for (const text of pins) {
      const pin = (await shown(element, '#pin:not([readonly])')) as HTMLInputElement;
      pin.value = text;
      await element.updateComplete;
      element.shadowRoot!.querySelector<HTMLElement>('.identify .primary')!.click();
      await new Promise((done) => setTimeout(done, 20));
    }
  };

export const story = (given: Scene = {}) => ({ render: () => scene(given) });

/** Presses the button that begins with this text. */
export const press = (name: string) => (_: RunSession, element: SignoffField) =>
  [...element.shadowRoot!.querySelectorAll('button')]
    .find((one) => one.textContent.trim().startsWith(name))
    ?.click();

export const rejecting = (comment: string) => (session: RunSession) => {
  const actor = session.signoff(fieldId);
  actor.send({ type: 'REJECT' });
  actor.send({ type: 'COMMENT', comment });
};
