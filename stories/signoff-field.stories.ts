import type { Adapter } from '../src/adapters/adapter.js';
import { define } from '../src/define.js';
import type { Decision, Run, SignoffField as Field, Step } from '../src/domain/run.js';
import type { SignoffField } from '../src/elements/signoff-field/signoff-field.js';
import type { RunSession } from '../src/session.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun } from '../src/testing/rover.js';
import { failing, neverAnswering, refusing, sessionOn } from './backends.js';

define();

const { qualityEngineer, technician, lead } = roverPeople;
const stepId = 'board-test';
const fieldId = 'board-review';

/** The board test in progress, with what differs at its sign-off. */
function boardRun(field: Partial<Field> = {}, step: Partial<Step> = {}): Run {
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

const covers = Object.fromEntries(
  boardRun()
    .steps.find(({ id }) => id === stepId)!
    .fields.filter(({ type }) => type !== 'signoff')
    .map(({ id, version }) => [id, version]),
);
const decision = (more: Partial<Decision> = {}): Decision => ({
  id: `decision-${more.at ?? 1}`,
  decision: 'approve',
  by: qualityEngineer.id,
  role: 'Quality engineer',
  at: '2026-11-20T17:42:00.000Z',
  meaning: 'Readings reviewed; the board may be powered from the battery',
  covers,
  ...more,
});
const rejection = decision({
  decision: 'reject',
  at: '2026-11-20T16:10:00.000Z',
  comment: '5 V bus was read with the load connected.\nMeasure it again without.',
});
const stale = decision({ covers: { ...covers, 'bus-5v': 'before', 't4-t2': 'before' } });

interface Scene {
  run?: Run;
  person?: string;
  adapter?: (memory: Adapter) => Adapter;
  field?: string;
  dir?: string;
  lang?: string;
  after?: (session: RunSession, element: SignoffField) => void | Promise<void>;
}

function scene({
  run = boardRun(),
  person = qualityEngineer.id,
  adapter,
  field = fieldId,
  dir,
  lang,
  after,
}: Scene) {
  const session = sessionOn(run, person, adapter);
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

const story = (given: Scene = {}) => ({ render: () => scene(given) });

/** Presses the button that begins with this text. */
const press = (name: string) => (_: RunSession, element: SignoffField) =>
  [...element.shadowRoot!.querySelectorAll('button')]
    .find((one) => one.textContent.trim().startsWith(name))
    ?.click();

const rejecting = (comment: string) => (session: RunSession) => {
  const actor = session.signoff(fieldId);
  actor.send({ type: 'REJECT' });
  actor.send({ type: 'COMMENT', comment });
};

export default { title: 'Elements/signoff-field', component: 'signoff-field' };

export const Open = story();
export const Explaining = story({ after: rejecting('') });
export const ExplainingWithoutAComment = story({
  after: (session, element) => {
    rejecting('')(session);
    void element.updateComplete.then(() => press('Reject')(session, element));
  },
});
export const Signing = story({ adapter: neverAnswering, after: press('Approve') });
export const Refused = story({
  adapter: (memory) => refusing(memory, { refused: 'stale' }),
  after: press('Approve'),
});
export const RefusedRejection = story({
  adapter: (memory) =>
    refusing(memory, { refused: 'rule', detail: { message: 'The audit of this line is running.' } }),
  after: (session, element) => {
    rejecting('5 V bus was read with the load connected.')(session);
    void element.updateComplete.then(() => press('Reject')(session, element));
  },
});
export const Failed = story({
  adapter: (memory) => failing(memory, 'offline', 'unknown'),
  after: press('Approve'),
});
export const Approved = story({ run: boardRun({ decisions: [decision()] }) });
export const Rejected = story({ run: boardRun({ decisions: [rejection] }) });
export const Stale = story({ run: boardRun({ decisions: [stale] }) });
export const SeveralDecisions = story({
  run: boardRun({ decisions: [rejection, decision()] }),
  after: async (_, element) => {
    // What has been decided is drawn when what draws it has come.
    while (!element.shadowRoot?.querySelector('details')) await new Promise((done) => setTimeout(done, 10));
    element.shadowRoot.querySelector('details')!.open = true;
  },
});
export const ReadOnlyForAnotherRole = story({ person: technician.id });
export const ReadOnlyForAPeer = story({
  run: boardRun(
    {},
    { labor: [{ id: 'labor-1', personId: qualityEngineer.id, in: '2026-11-20T15:00:00.000Z' }] },
  ),
});
export const ReadOnlyBeforeTheStart = story({ run: roverRun() });
export const ReadOnlyWhenComplete = story({
  run: boardRun({ decisions: [decision()] }, { status: 'complete' }),
  person: technician.id,
});
export const Gate = story({ run: boardRun(), person: lead.id, field: 'release' });
export const LongTexts = story({
  run: boardRun({
    label: 'Power test reviewed and released by a second pair of eyes '.repeat(4),
    role: 'Quality engineer for boards that are powered from batteries above sixty volts',
    meaning: 'I have read every value, compared it with the drawing, and hold the board to be safe. '.repeat(
      4,
    ),
    decisions: [{ ...rejection, comment: 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(12) }],
  }),
});
export const MarkupAndMissingPeople = story({
  run: boardRun({
    label: '<b>Reviewed</b>',
    decisions: [{ ...rejection, by: '<i>nobody</i>', comment: '<script>' }],
  }),
});
export const RightToLeft = story({
  run: boardRun({ decisions: [rejection, stale] }),
  dir: 'rtl',
  lang: 'ar',
});
