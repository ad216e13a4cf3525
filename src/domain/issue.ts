/** Issues: opening one, linking it to what it concerns, and its way from pending to resolved. */
import { createdId, type Decider, type DecisionContext, type EventRequest, type Refusal } from './command.js';
import { closeRedlinesOf } from './redline.js';
import {
  findStep,
  type Id,
  type Issue,
  type IssueStatus,
  type Requirement,
  type Run,
  type Step,
} from './run.js';
import { list, said } from './said.js';

const nothingSaid: Refusal = { refused: 'invalid', detail: { reason: 'text-needed' } };

/** An issue as it begins. */
export const newIssue = (
  { run, by, at }: Pick<DecisionContext, 'run' | 'by' | 'at'>,
  { id, title, links }: Pick<Issue, 'id' | 'title' | 'links'>,
): Issue => ({ id, number: nextNumber(run), title, status: 'pending', links, by, at });

/** A number that no issue has: those from elsewhere count in their own way. */
function nextNumber({ issues }: Run): string {
  const taken = new Set(issues.map(({ number }) => number));
  let next = issues.length + 1;
  while (taken.has(`ISS-${next}`)) next += 1;
  return `ISS-${next}`;
}

const named = (links: unknown): readonly Id[] => [...new Set(list(links).map(said))].filter(Boolean);

export const openIssue: Decider<'open-issue'> = (command, context) => {
  const title = said(command.title);
  if (title === '') return nothingSaid;
  const issue = newIssue(context, { id: createdId(command), title, links: named(command.links) });
  return [{ type: 'issue-opened', ...(command.stepId !== undefined && { stepId: command.stepId }), issue }];
};

export const linkIssue: Decider<'link-issue'> = (command, { run }) => {
  const issue = run.issues.find(({ id }) => id === command.issueId);
  if (!issue) return { refused: 'not-found' };
  const links = named(command.links).filter((id) => !issue.links.includes(id));
  if (links.length === 0) return [];
  return [
    {
      type: 'issue-linked',
      ...(command.stepId !== undefined && { stepId: command.stepId }),
      issueId: issue.id,
      links,
    },
  ];
};

export const isOpen = ({ status }: Issue): boolean => status !== 'resolved';

const byLink = new WeakMap<readonly Issue[], ReadonlyMap<Id, readonly Issue[]>>();

/** The issues by what they are linked to, found once for as long as no issue changes. */
function issuesByLink({ issues }: Run): ReadonlyMap<Id, readonly Issue[]> {
  let found = byLink.get(issues);
  if (!found) {
    const made = new Map<Id, Issue[]>();
    for (const issue of issues) {
      for (const id of new Set(issue.links)) made.set(id, [...(made.get(id) ?? []), issue]);
    }
    byLink.set(issues, (found = made));
  }
  return found;
}

/**
 * The issues of a step with all that is in it, of a field, a requirement or an installed part; resolved ones too, since
 * a badge tells both (R92).
 */
export function issuesOf(run: Run, id: Id): readonly Issue[] {
  if (run.issues.length === 0) return [];
  const step = findStep(run, id);
  if (step) return issuesIn(run, step);
  const linked = issuesByLink(run).get(id) ?? [];
  const excusing = excusedBy(run, [findAmong(run, id)]);
  return excusing.length === 0 ? linked : [...new Set([...linked, ...excusing])];
}

/** Those of a step that is at hand. */
export function issuesIn(run: Run, step: Step): readonly Issue[] {
  const links = issuesByLink(run);
  const linked = idsIn(step).flatMap((id) => links.get(id) ?? []);
  return [...new Set([...linked, ...excusedBy(run, step.requirements)])];
}

const idsIn = ({ id, fields, requirements }: Step): readonly Id[] => [
  id,
  ...fields.map((field) => field.id),
  ...requirements.flatMap((one) => [one.id, ...one.installs.map((install) => install.id)]),
];

const findAmong = ({ steps }: Run, id: Id): Requirement | undefined => {
  for (const { requirements } of steps) {
    const found = requirements.find((one) => one.id === id);
    if (found) return found;
  }
  return undefined;
};

/** The issues that excuse these (R65). */
function excusedBy(run: Run, requirements: readonly (Requirement | undefined)[]): readonly Issue[] {
  const ids = requirements.flatMap((one) => one?.exception?.issueId ?? []);
  return ids.length > 0 ? run.issues.filter((issue) => ids.includes(issue.id)) : [];
}

/** The steps that an issue concerns, itself or by something in them. */
export function stepsOfIssue(run: Run, { links }: Issue): readonly Step[] {
  const ids = new Set(links);
  return run.steps.filter((step) => idsIn(step).some((id) => ids.has(id)));
}

// The way of an issue (R90) -----------------------------------------------------------------------------------

/** What stands after what. Only a resolved issue, or one in review, goes back. */
const nextStatus: Readonly<Partial<Record<Issue['status'], IssueStatus>>> = {
  pending: 'in-progress',
  'in-progress': 'in-review',
};

export const wrongIssue = ({ status, reported }: Issue): Refusal => ({
  refused: 'invalid',
  detail: { reason: 'issue-status', status: reported ?? status },
});

interface AtIssue {
  stepId?: string;
  issueId: string;
}

/** The event that changes an issue, or why it may not be changed so. */
function change(
  run: Run,
  { stepId, issueId }: AtIssue,
  decide: (issue: Issue) => Refusal | { status: IssueStatus; disposition?: string; reason?: string },
): readonly EventRequest[] | Refusal {
  const issue = run.issues.find(({ id }) => id === issueId);
  if (!issue) return { refused: 'not-found' };
  const decided = decide(issue);
  if ('refused' in decided) return decided;
  const left = issue.status === 'pending' && decided.status !== 'pending';
  return [
    { type: 'issue-changed', ...(stepId !== undefined && { stepId }), issueId, ...decided },
    ...(left ? closeRedlinesOf(run, issueId) : []),
  ];
}

/** One of the organization's. Another one than before makes it pending again: it has to be approved anew. */
export const dispositionIssue: Decider<'disposition-issue'> = (command, { run }) =>
  change(run, command, (issue) => {
    const disposition = said(command.disposition);
    if (disposition === '') return { refused: 'invalid', detail: { reason: 'disposition-needed' } };
    if (issue.status === 'resolved' || issue.status === 'unknown') return wrongIssue(issue);
    if (!run.policy.dispositions.some(({ value }) => value === disposition)) {
      return { refused: 'invalid', detail: { reason: 'not-an-option', message: disposition } };
    }
    const status = issue.disposition === disposition ? issue.status : 'pending';
    return { status, disposition };
  });

export const advanceIssue: Decider<'advance-issue'> = (command, { run }) =>
  change(run, command, (issue) => {
    const status = nextStatus[issue.status];
    if (!status) return wrongIssue(issue);
    return issue.disposition === undefined
      ? { refused: 'invalid', detail: { reason: 'disposition-needed' } }
      : { status };
  });

export const resolveIssue: Decider<'resolve-issue'> = (command, { run }) =>
  change(run, command, (issue) =>
    issue.status === 'in-review' ? { status: 'resolved' } : wrongIssue(issue),
  );

export const reopenIssue: Decider<'reopen-issue'> = (command, { run }) =>
  change(run, command, (issue) => {
    const reason = said(command.reason);
    if (issue.status !== 'in-review' && issue.status !== 'resolved') return wrongIssue(issue);
    return reason === ''
      ? { refused: 'invalid', detail: { reason: 'reason-needed' } }
      : { status: 'in-progress', reason };
  });
