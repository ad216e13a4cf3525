/** What a proposal comes to: the step that it adds, and its changes one upon the other. */
import {
  isRefusal,
  type Command,
  type CommandRequest,
  type ProposedChange,
  type Refusal,
} from './command.js';
import { putIn } from './put-in.js';
import { applyChange } from './redline-apply.js';
import { resolveChange } from './redline-change.js';
import { dependencyRefused } from './redline-order.js';
import { findStep, type Change, type Id, type Redline, type Run, type Step } from './run.js';
import { list, said } from './said.js';

type Proposal = Command<'propose-redline'>;
type ProposedStep = NonNullable<Proposal['step']>;

/** The step that is to be added, as it is born: empty, in redline, and with all that it will hold still proposed. */
export function bornStep(
  run: Run,
  wanted: ProposedStep | undefined,
  redlineId: Id,
): { step: Step; after?: Id; before?: Id } | Refusal {
  if (!wanted) return { refused: 'not-found' };
  const { parentId, after, before } = wanted;
  const parent = parentId === undefined ? undefined : findStep(run, parentId);
  if (parentId !== undefined && !parent) return { refused: 'not-found' };
  for (const id of [after, before]) {
    const beside = id === undefined ? { parentId } : findStep(run, id);
    if (!beside || beside.parentId !== parentId) return { refused: 'not-found' };
  }
  if (parent && !['todo', 'in-progress', 'hold', 'redline'].includes(parent.status)) {
    return { refused: 'wrong-status', detail: { status: parent.reported ?? parent.status } };
  }
  const step: Step = {
    id: `${redlineId}:step`,
    ...(parentId !== undefined && { parentId }),
    addedBy: redlineId,
    title: said(wanted.title),
    instructions: [],
    status: 'redline',
    upstream: [],
    required: wanted.required ?? true,
    version: '0',
    fields: [],
    requirements: [],
    labor: [],
    commentCount: 0,
  };
  if (after !== undefined) return { step, after };
  return { step, ...(before !== undefined && { before }) };
}

/** One of the proposed changes that cannot be made, by its place among them. */
export interface RefusedChange {
  index: number;
  refusal: Refusal;
}

/** The changes whole, one upon the other; those that change nothing are left out, and so are those that cannot be made. */
export function resolveAll(
  run: Run,
  step: Step,
  { changes: proposed }: Pick<Proposal, 'changes'>,
  redlineId: Id,
): { changes: readonly Change[]; refused: readonly RefusedChange[] } {
  const changes: Change[] = [];
  const refused: RefusedChange[] = [];
  let draft = step;
  for (const [index, one] of list(proposed).entries()) {
    const change = resolveChange(draft, one as ProposedChange, `${redlineId}:${index}`);
    if (!change) continue;
    const steps = run.steps.map((other) => (other.id === draft.id ? draft : other));
    const refusal = isRefusal(change) ? change : dependencyRefused({ ...run, steps }, draft, change);
    if (refusal) refused.push({ index, refusal });
    else {
      draft = applyChange(draft, change as Change, '0');
      changes.push(change as Change);
    }
  }
  return { changes, refused };
}

/**
 * What a proposal comes to before it is made: the redline as it would stand, in the run that holds its step, and what of
 * it cannot be. For whoever writes one and wants to see it grow.
 */
export function draftRedline(
  run: Run,
  request: CommandRequest<'propose-redline'>,
): { run: Run; redline: Redline; unfit: readonly RefusedChange[] } | Refusal {
  const id = 'draft';
  const born = request.stepId === undefined ? bornStep(run, request.step, id) : undefined;
  if (born && isRefusal(born)) return born;
  const step = born?.step ?? findStep(run, request.stepId!);
  if (!step) return { refused: 'not-found' };
  const within = born ? putIn(run, step, born.after, born.before) : run;
  const { changes, refused: unfit } = resolveAll(within, step, request, id);
  const redline: Redline = {
    id,
    stepId: step.id,
    title: said(request.title),
    status: 'open',
    ...(born && { adds: true as const }),
    changes,
  };
  return { run: within, redline, unfit };
}
