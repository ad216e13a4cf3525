import { define } from '../src/define.js';
import type { Hold, Id, Issue, Policy, Run, Step } from '../src/domain/run.js';
import { roverPeople, roverRun } from '../src/testing/index.js';
import { neverAnswering, refusing } from './backends.js';
import { at, changed, press, show, working, type StepElement } from './step-scene.js';

define();

const { technician, lead, qualityEngineer } = roverPeople;
const stepId = 'drill-wheels';

/** The same for somebody who may do all of it. */
const asLead = lead.id;
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const held = (hold: Partial<Hold> = {}): Run =>
  working(stepId, {
    status: 'hold',
    labor: [{ id: 'labor-1', personId: technician.id, in: at, out: ago(35) }],
    hold: {
      reason: 'waiting-for-part',
      comment: 'Two wheel blanks are cracked. New ones come from the store at about ten.',
      by: technician.id,
      at: ago(35),
      ...hold,
    },
  });

const issue = (change: Partial<Issue> = {}): Issue => ({
  id: 'issue-1',
  number: 'ISS-1',
  title: 'Hole 2 broke out of the wheel',
  status: 'pending',
  links: [stepId],
  by: technician.id,
  at,
  ...change,
});

const failure = { reason: 'The drill walked, and hole 2 broke out of the wheel.', by: technician.id, at };

function failedRun(
  change: { policy?: Partial<Policy>; issues?: readonly Issue[]; step?: Partial<Step> } = {},
): Run {
  const { policy = {}, issues = [], step = {} } = change;
  const run = working(stepId, {
    status: 'failed',
    labor: [],
    failures: [{ ...failure, ...(issues[0] && { issueId: issues[0].id }) }],
    policy,
    ...step,
  });
  return { ...run, issues };
}

/** The same step once more, after the one that failed. */
function repeated(status: Step['status'], change: Partial<Step> = {}): Run {
  const run = failedRun({ policy: { rework: 'duplicate' } });
  const copy: Step = {
    ...roverRun().steps.find(({ id }) => id === stepId)!,
    id: 'again',
    duplicateOf: stepId,
    status,
    ...change,
  };
  copy.fields = copy.fields.map((field) => ({ ...field, id: `again:${field.id}` }));
  return { ...run, steps: run.steps.flatMap((one) => (one.id === stepId ? [one, copy] : [one])) };
}

const shown = (run: Run, person: Id = technician.id, step = stepId): StepElement =>
  show({ run, stepId: step, person });

/** The dialog of a menu row, by the row's words. */
function asked(
  row: string,
  run: Run,
  person: Id = technician.id,
  wrap?: Parameters<typeof show>[0],
): StepElement {
  const element = show({ run, stepId, person, ...wrap });
  void (async () => {
    await press(element, '.menu-button');
    for (const item of element.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]')) {
      if (item.textContent.trim() === row) item.click();
    }
  })();
  return element;
}

export default { title: 'Elements/Run step, its life', component: 'run-step' };

export const OnHold = { render: () => shown(held()) };

export const OnHoldForALead = { render: () => shown(held({ reason: 'waiting-for-quality' }), asLead) };

export const OnHoldByTheOrganizationsWord = {
  render: () => shown(held({ reason: 'Power is out in hall 3', comment: undefined as never, at: ago(3000) })),
};

export const OnHoldToRead = { render: () => shown(held(), qualityEngineer.id) };

/** A backend that keeps no reason. */
export const OnHoldWithoutAReason = {
  render: () => shown(changed(stepId, { status: 'hold' })),
};

export const FailedToReopen = { render: () => shown(failedRun(), asLead) };

export const FailedToRepeat = {
  render: () => shown(failedRun({ policy: { rework: 'duplicate' } }), asLead),
};

export const FailedToReopenOrRepeat = {
  render: () => shown(failedRun({ policy: { rework: 'both' }, issues: [issue()] }), asLead),
};

export const Failed = {
  render: () => shown(failedRun({ policy: { rework: 'both' }, issues: [issue()] })),
};

export const FailedAgain = {
  render: () =>
    shown(failedRun({ step: { failures: [failure, { ...failure, reason: 'The same again.' }] } })),
};

export const FailedAndSettledByItsIssue = {
  render: () =>
    shown(failedRun({ issues: [issue({ status: 'resolved', disposition: 'use-as-is' })] }), asLead),
};

export const FailedAndBeingRepeated = { render: () => shown(repeated('todo'), asLead) };

export const FailedAndSettledByItsRepetition = {
  render: () => shown(repeated('complete', { completedBy: technician.id, completedAt: at })),
};

export const FailedWithoutAReason = { render: () => shown(changed(stepId, { status: 'failed' })) };

export const SecondTry = {
  render: () => shown(repeated('in-progress', { startedAt: at }), technician.id, 'again'),
};

export const Canceled = { render: () => shown(changed(stepId, { status: 'canceled' })) };

export const CanceledForALead = { render: () => shown(changed(stepId, { status: 'canceled' }), asLead) };

const canceled = { reason: 'The wheels came drilled from the supplier.', by: lead.id, at };

export const CanceledWithAReason = {
  render: () => shown(changed(stepId, { status: 'canceled', canceled }), asLead),
};

export const Reopened = {
  render: () =>
    shown(
      working(stepId, {
        reopenings: [{ reason: 'Hole 2 was measured with the wrong gauge.', by: lead.id, at }],
      }),
    ),
};

const inRedline = (): Run =>
  changed(
    stepId,
    { status: 'redline' },
    {
      redlines: [
        {
          id: 'redline-1',
          stepId,
          title: 'Center-punch before drilling',
          status: 'open',
          before: 'in-progress',
          by: technician.id,
          at,
          changes: [],
        },
      ],
    },
  );

export const InRedline = { render: () => shown(inRedline()) };

export const InRedlineForALead = { render: () => shown(inRedline(), asLead) };

export const PutInByARedline = {
  render: () =>
    shown({
      ...working(stepId, { addedBy: 'redline-1' }),
      redlines: [
        {
          id: 'redline-1',
          stepId,
          title: 'Center-punch before drilling',
          status: 'accepted',
          adds: true,
          by: technician.id,
          at,
        },
      ],
    }),
};

export const UnknownStatus = {
  render: () => shown(changed(stepId, { status: 'unknown', reported: 'Parked' })),
};

export const UnknownStatusForALead = {
  render: () => shown(changed(stepId, { status: 'unknown', reported: 'Parked' }), asLead),
};

export const OfARunThatFailed = {
  render: () =>
    shown({
      ...working(stepId),
      status: 'failed',
      ended: { reason: 'The chassis fell off the bench.', by: lead.id, at },
    }),
};

export const MenuForALead = {
  render: () => {
    const element = show({ run: working(stepId), stepId, person: asLead });
    void press(element, '.menu-button');
    return element;
  },
};

export const HoldForm = { render: () => asked('Put on hold', working(stepId)) };

export const HoldRefused = {
  render: () => {
    const element = asked('Put on hold', working(stepId), technician.id, {
      adapter: (memory) =>
        refusing(memory, { refused: 'rule', detail: { message: 'Call the shift lead first.' } }),
    });
    void (async () => {
      await press(element, '.cards input');
      await press(element, 'dialog .primary');
    })();
    return element;
  },
};

export const FailForm = {
  render: () => asked('Fail step', { ...working(stepId), issues: [issue()] }),
};

/** What is left empty is told where it is. */
export const FailFormLeftEmpty = {
  render: () => {
    const element = asked('Fail step', working(stepId));
    void press(element, 'dialog .primary');
    return element;
  },
};

export const Repeating = {
  render: () => {
    const element = asked('Repeat step', failedRun({ policy: { rework: 'duplicate' } }), asLead, {
      adapter: (memory) => neverAnswering(memory),
    });
    void press(element, 'dialog .primary');
    return element;
  },
};

export const ReopenForm = {
  render: () => asked('Reopen step', working(stepId, { status: 'complete', labor: [] }), asLead),
};

export const LongTexts = {
  render: () =>
    shown(
      held({
        reason: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung '.repeat(4),
        comment: 'A long comment. <b>Markup is text.</b>\n\n'.repeat(40),
        by: 'somebody-who-left',
        at: 'some day',
      }),
    ),
};

export const RightToLeft = {
  render: () => {
    const element = shown(failedRun({ policy: { rework: 'both' }, issues: [issue()] }), asLead);
    element.dir = 'rtl';
    return element;
  },
};
