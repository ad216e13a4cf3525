/** What can be done with an issue, by its status, and by what the person may do. */
import type { CommandType } from '../../domain/command.js';
import type { Id, Issue } from '../../domain/run.js';
import type { issue } from '../../messages/en/issue.js';
import type { RunSession } from '../../session.js';

export type Act = 'disposition' | 'advance' | 'resolve' | 'back' | 'link';

interface Offered {
  act: Act;
  /** The words of its button. */
  label: keyof typeof issue &
    ('choose' | 'change' | 'start' | 'review' | 'resolve' | 'giveBack' | 'reopen' | 'link');
  /** What is done next, as a rule. */
  next?: true;
  /** Why not yet. */
  needs?: 'needsDisposition';
}

const commandOf: Readonly<Record<Act, CommandType>> = {
  disposition: 'disposition-issue',
  advance: 'advance-issue',
  resolve: 'resolve-issue',
  back: 'reopen-issue',
  link: 'link-issue',
};

/**
 * Leaving pending needs a disposition (R90). Each has its place whatever the status: the disposition, what is done next,
 * linking, the way back. So a second press at the same place never does something else.
 */
function ways({ status, disposition }: Issue): readonly Offered[] {
  const change: Offered = { act: 'disposition', label: 'change' };
  const link: Offered = { act: 'link', label: 'link' };
  switch (status) {
    case 'pending':
      return disposition === undefined
        ? [
            { act: 'disposition', label: 'choose', next: true },
            { act: 'advance', label: 'start', needs: 'needsDisposition' },
            link,
          ]
        : [change, { act: 'advance', label: 'start', next: true }, link];
    case 'in-progress':
      return [change, { act: 'advance', label: 'review', next: true }, link];
    case 'in-review':
      return [
        change,
        { act: 'resolve', label: 'resolve', next: true },
        link,
        { act: 'back', label: 'giveBack' },
      ];
    case 'resolved':
      return [{ act: 'back', label: 'reopen' }];
    case 'unknown':
      return [];
  }
}

/** Where a command is given: at a step that this version knows, else at the run. */
export function placeFor(session: RunSession, stepId: Id | undefined): { stepId?: Id } {
  const target = stepId === undefined ? undefined : session.target(stepId);
  return target?.kind === 'step' && target.step.status !== 'unknown' ? { stepId: target.step.id } : {};
}

export const actsFor = (session: RunSession, stepId: Id | undefined, issue: Issue): readonly Offered[] =>
  ways(issue).filter(({ act }) => session.may(commandOf[act], placeFor(session, stepId)));
