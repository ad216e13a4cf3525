/** Redlines: a change to a step of this run is proposed, decided, and closed; meanwhile the step stands still. */
import {
  createdId,
  isRefusal,
  type Command,
  type Decider,
  type DecisionContext,
  type EventRequest,
  type Refusal,
} from './command.js';
import { closeLabor } from './labor.js';
import { stepTransitions } from './lifecycle.js';
import { putIn } from './put-in.js';
import { applyChange } from './redline-apply.js';
import { stillFits } from './redline-change.js';
import { bornStep, resolveAll } from './redline-draft.js';
import { dependencyRefused } from './redline-order.js';
import { findStep, type Id, type Redline, type Run, type Step, type StepStatus } from './run.js';
import { said } from './said.js';

const wrongRedline = ({ status, reported }: Redline): Refusal => ({
  refused: 'invalid',
  detail: { reason: 'redline-status', status: reported ?? status },
});

/** The redline that keeps a step still. */
export const redlineAt = (run: Run, stepId: Id): Redline | undefined =>
  run.redlines.findLast((one) => one.stepId === stepId && !one.closed && one.status !== 'canceled');

// Proposing -------------------------------------------------------------------------------------------------

/** Everybody is checked out, and the step stands still until the redline is closed or canceled (R3, R87). */
export const proposeRedline: Decider<'propose-redline'> = (command, { run, by, at }) => {
  const id = createdId(command);
  const title = said(command.title);
  if (title === '') return { refused: 'invalid', detail: { reason: 'text-needed' } };
  const issue = run.issues.find((one) => one.id === command.issueId);
  if (command.issueId !== undefined && !issue) return { refused: 'not-found' };
  const born = command.stepId === undefined ? bornStep(run, command.step, id) : undefined;
  if (born && isRefusal(born)) return born;
  if (born?.step.title === '') return { refused: 'invalid', detail: { reason: 'text-needed' } };
  const step = born?.step ?? findStep(run, command.stepId!)!;
  const within = born ? putIn(run, step, born.after, born.before) : run;
  const { changes, refused } = resolveAll(within, step, command, id);
  if (refused[0]) return refused[0].refusal;
  if (!born && changes.length === 0) return { refused: 'invalid', detail: { reason: 'redline-empty' } };
  const redline: Redline = {
    id,
    stepId: step.id,
    title,
    status: 'open',
    by,
    at,
    ...(issue && { issueId: issue.id }),
    ...(born ? { adds: true as const } : { before: step.status as StepStatus }),
    changes,
  };
  return [
    ...(born ? [] : closeLabor(run, step)),
    { type: 'redline-proposed', stepId: step.id, redline, ...born },
    ...(issue && !issue.links.includes(step.id)
      ? [{ type: 'issue-linked' as const, stepId: step.id, issueId: issue.id, links: [step.id] }]
      : []),
  ];
};

// Deciding and closing --------------------------------------------------------------------------------------

type Settling = 'approve-redline' | 'reject-redline' | 'close-redline' | 'cancel-redline';

/** The redline of a command, with its step, or why nothing can be done with it in its present status. */
function open(
  { run }: DecisionContext,
  { stepId, redlineId }: Command<Settling>,
  statuses: readonly Redline['status'][],
): { redline: Redline; step: Step } | Refusal {
  const redline = run.redlines.find((one) => one.id === redlineId && one.stepId === stepId);
  if (!redline) return { refused: 'not-found' };
  return statuses.includes(redline.status) && !redline.closed
    ? { redline, step: findStep(run, stepId)! }
    : wrongRedline(redline);
}

/** Approving applies the changes; the step stays in redline until it is closed. */
export const approveRedline: Decider<'approve-redline'> = (command, context) => {
  const found = open(context, command, ['open']);
  if (isRefusal(found)) return found;
  const { redline, step } = found;
  let draft = step;
  for (const change of redline.changes ?? []) {
    if (!stillFits(draft, change)) return { refused: 'invalid', detail: { reason: 'redline-unfit' } };
    const refusal = dependencyRefused(context.run, draft, change);
    if (refusal) return refusal;
    draft = applyChange(draft, change, '0');
  }
  const comment = said(command.comment);
  return [{ type: 'redline-approved', stepId: step.id, redlineId: redline.id, ...(comment && { comment }) }];
};

export const rejectRedline: Decider<'reject-redline'> = (command, context) => {
  const found = open(context, command, ['open']);
  if (isRefusal(found)) return found;
  const comment = said(command.comment);
  if (comment === '') return { refused: 'invalid', detail: { reason: 'comment-needed' } };
  return [{ type: 'redline-rejected', stepId: found.step.id, redlineId: found.redline.id, comment }];
};

/** A step that was to be added and was not approved does not become work. */
const closed = (redline: Redline): EventRequest => ({
  type: 'redline-closed',
  stepId: redline.stepId,
  redlineId: redline.id,
  to: redline.adds && redline.status !== 'accepted' ? 'canceled' : 'todo',
});

/** A redline that was decided is closed, and its step is to do (R12). */
export const closeRedline: Decider<'close-redline'> = (command, context) => {
  const found = open(context, command, ['accepted', 'rejected']);
  return isRefusal(found) ? found : [closed(found.redline)];
};

/** What was not approved is given up, and the step is what it was before (R12). */
export const cancelRedline: Decider<'cancel-redline'> = (command, context) => {
  const found = open(context, command, ['open', 'rejected', 'unknown']);
  if (isRefusal(found)) return found;
  const { id: redlineId, stepId, adds, before } = found.redline;
  const known = stepTransitions.redline['cancel-redline']!;
  const to = adds ? 'canceled' : before && before !== 'canceled' && known.includes(before) ? before : 'todo';
  return [{ type: 'redline-canceled', stepId, redlineId, to }];
};

/** An issue that leaves pending closes its redlines: what was not decided by then is given up (R91). */
export const closeRedlinesOf = (run: Run, issueId: Id): readonly EventRequest[] =>
  run.redlines
    .filter(
      (one) =>
        one.issueId === issueId &&
        redlineAt(run, one.stepId) === one &&
        findStep(run, one.stepId)?.status === 'redline',
    )
    .map(closed);
