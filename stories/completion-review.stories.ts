import { html, type TemplateResult } from 'lit';
import { runWarnings, warningKey } from '../src/domain/completion.js';
import type { Adapter } from '../src/adapters/adapter.js';
import type { Run, Step } from '../src/domain/run.js';
import { define } from '../src/define.js';
import type { CompletionReview } from '../src/elements/completion-review/completion-review.js';
import type { RunSession } from '../src/session.js';
import { driveWheelRun, rockerBogieRun } from '../src/testing/rover-others.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun } from '../src/testing/rover.js';
import { signoff, step, text } from '../src/testing/seed.js';
import { answering, failing, neverAnswering, refusing, sessionOn, whenReady } from './backends.js';

define();

const { lead, technician } = roverPeople;

/** Everything done but the completion itself. */
const readyRun = (): Run => ({ ...driveWheelRun(), status: 'in-progress', completions: [] });

/** Ready, with issues, a redline and a gate to be approved. */
const doubtfulRun = (): Run => {
  const run = readyRun();
  const issue = { by: technician.id, at: '2026-11-12T16:30:00.000Z', links: ['hole-1'] };
  return {
    ...run,
    gates: [
      signoff('release', 'Wheel released', 'Lead', {
        meaning: 'The wheel may leave the line',
        required: false,
      }),
    ],
    redlines: [
      { id: 'redline-1', stepId: 'drill', title: 'Use the 4.2 mm bit', status: 'open' },
      { id: 'redline-2', stepId: 'mount', title: 'Torque 1.2 N·m', status: 'accepted' },
    ],
    issues: [
      { ...issue, id: 'issue-1', number: 'ISS-1', title: 'Chatter marks at hole 1', status: 'pending' },
      {
        ...issue,
        id: 'issue-2',
        number: 'ISS-2',
        title: 'Bit worn',
        status: 'resolved',
        disposition: 'Use as is',
      },
    ],
  };
};

const gatedRun = (): Run => ({
  ...readyRun(),
  gates: [signoff('release', 'Wheel released', 'Lead', { meaning: 'The wheel may leave the line' })],
});

/** Many steps, each with many empty fields. */
const bigRun = (): Run => ({
  ...readyRun(),
  title: 'A thousand steps',
  steps: Array.from({ length: 1000 }, (_, at): Step =>
    step(`step-${at}`, `Station ${at + 1}`, {
      status: 'in-progress',
      startedAt: '2026-11-20T08:00:00.000Z',
      fields: Array.from({ length: 50 }, (__, field) => text(`field-${at}-${field}`, `Check ${field + 1}`)),
    }),
  ),
});

interface Scene {
  run: Run;
  person?: string;
  adapter?: (memory: Adapter) => Adapter;
  inline?: boolean;
  /** What has happened before, in the review. */
  after?: (session: RunSession, element: CompletionReview) => void;
}

const scene = ({ run, person = lead.id, adapter, inline = false, after }: Scene): TemplateResult => {
  const session = sessionOn(run, person, adapter);
  const element = document.createElement('completion-review');
  element.session = session;
  element.inline = inline;
  // A real dialog would lie over every other story of the page with the docs, so most are shown in place.
  if (after) void whenReady(session).then(() => after(session, element));
  return html`${element}`;
};

const reviewing = (session: RunSession): void => session.review().send({ type: 'OPEN' });
const confirmed = (session: RunSession): void => {
  reviewing(session);
  const actor = session.review();
  const acknowledged = runWarnings(session.run!).map(warningKey);
  actor.send({ type: 'NOTE', note: 'Spare for rover 007.' });
  actor.send({ type: 'ACKNOWLEDGE', keys: acknowledged });
  const request = { type: 'complete-run', note: 'Spare for rover 007.', acknowledged } as const;
  actor.send({ type: 'CONFIRM', submission: session.submission(request) });
};

export default { title: 'Elements/completion-review', component: 'completion-review' };

export const Ready = { render: () => scene({ run: readyRun() }) };
export const Blocked = { render: () => scene({ run: roverRun() }) };
export const BlockedByFew = { render: () => scene({ run: rockerBogieRun() }) };
export const BlockedByAnApproval = { render: () => scene({ run: gatedRun() }) };
export const NotPermitted = { render: () => scene({ run: readyRun(), person: technician.id }) };
export const ThousandSteps = { render: () => scene({ run: bigRun() }) };

export const Dialog = {
  render: () => scene({ run: doubtfulRun() }),
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const element = canvasElement.querySelector('completion-review')!;
    await whenReady(element.session!);
    element.open();
    await new Promise((resolve) => setTimeout(resolve, 100));
  },
};
export const Reviewing = { render: () => scene({ run: doubtfulRun(), inline: true, after: reviewing }) };
export const NothingInTheWay = { render: () => scene({ run: readyRun(), inline: true, after: reviewing }) };
export const ReviewingBlocked = { render: () => scene({ run: rockerBogieRun(), inline: true }) };
export const ReviewingWithAGate = { render: () => scene({ run: gatedRun(), inline: true }) };
export const ReviewingReadOnly = {
  render: () => scene({ run: doubtfulRun(), inline: true, person: technician.id }),
};
export const Confirming = {
  render: () => scene({ run: doubtfulRun(), inline: true, adapter: neverAnswering, after: confirmed }),
};
export const Refused = {
  render: () =>
    scene({
      run: doubtfulRun(),
      inline: true,
      adapter: (memory) =>
        refusing(memory, {
          refused: 'blocked',
          blockers: [{ kind: 'empty-field', stepId: 'drill', targetId: 'hole-1' }],
        }),
      after: confirmed,
    }),
};
export const RefusedByARule = {
  render: () =>
    scene({
      run: readyRun(),
      inline: true,
      adapter: (memory) =>
        refusing(memory, { refused: 'rule', detail: { message: 'Serial DW-0012 is not in the ERP yet.' } }),
      after: confirmed,
    }),
};
export const Failed = {
  render: () =>
    scene({
      run: doubtfulRun(),
      inline: true,
      adapter: (memory) => failing(memory, 'offline', 'unknown'),
      after: confirmed,
    }),
};
export const Done = { render: () => scene({ run: readyRun(), inline: true, after: confirmed }) };
export const Queued = {
  render: () =>
    scene({
      run: readyRun(),
      inline: true,
      adapter: (memory) => answering(memory, { queued: true, commandId: 'kept' }),
      after: confirmed,
    }),
};
export const Complete = { render: () => scene({ run: driveWheelRun() }) };

const ended = (status: 'failed' | 'canceled'): Run => ({
  ...readyRun(),
  status,
  ended: {
    reason:
      status === 'failed'
        ? 'The wheel fell off the bench, and its rim is cracked.'
        : 'The customer took the order back.',
    by: lead.id,
    at: '2026-11-12T17:05:00.000Z',
  },
});
export const FailedRun = { render: () => scene({ run: ended('failed') }) };
export const CanceledRun = { render: () => scene({ run: ended('canceled'), person: technician.id }) };
export const FailedRunInline = { render: () => scene({ run: ended('failed'), inline: true }) };
/** Of a backend that keeps no reason. */
export const FailedWithoutAReason = { render: () => scene({ run: { ...readyRun(), status: 'failed' } }) };

const pressing =
  (...selectors: readonly string[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const element = canvasElement.querySelector('completion-review')!;
    await whenReady(element.session!);
    for (const selector of selectors) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      element.shadowRoot!.querySelector<HTMLElement>(selector)?.click();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  };
export const Menu = { render: () => scene({ run: readyRun() }), play: pressing('.menu-button') };
export const FailForm = {
  render: () => scene({ run: readyRun() }),
  play: pressing('.menu-button', '[role=menuitem]'),
};

const long = 'A very long title that somebody pasted from a specification, '.repeat(12);
export const LongTexts = {
  render: () => {
    const run = doubtfulRun();
    return scene({
      run: { ...run, title: long, redlines: run.redlines.map((one) => ({ ...one, title: long })) },
      inline: true,
      after: reviewing,
    });
  },
};
export const RightToLeft = {
  render: () =>
    html`<div dir="rtl" lang="ar">${scene({ run: doubtfulRun(), inline: true, after: reviewing })}</div>`,
};
