/** Which issues are listed, and in which order: those that are not resolved first, the newest first among each. */
import { isOpen, issuesOf } from '../../domain/issue.js';
import type { Id, Issue, Run } from '../../domain/run.js';

const ordered = new WeakMap<readonly Issue[], readonly Issue[]>();

/** The issues of a step, or of the whole run where no step is named. */
export function listed(run: Run, stepId: Id | undefined): readonly Issue[] {
  const all = stepId === undefined ? run.issues : issuesOf(run, stepId);
  let sorted = ordered.get(all);
  if (!sorted) {
    const places = new Map(run.issues.map(({ id }, at) => [id, at]));
    const place = ({ id }: Issue): number => places.get(id) ?? -1;
    sorted = [...all].sort(
      (one, other) => Number(isOpen(other)) - Number(isOpen(one)) || place(other) - place(one),
    );
    ordered.set(all, sorted);
  }
  return sorted;
}

export type Showing = 'all' | 'open' | 'settled';
export interface Filter {
  text: string;
  showing: Showing;
}

/** Those that fit what a person looks for, in number, title, and `read`: what else is shown of an issue. */
export function fitting(
  issues: readonly Issue[],
  { text, showing }: Filter,
  read: (issue: Issue) => string,
): readonly Issue[] {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  return issues.filter((issue) => {
    if (showing !== 'all' && isOpen(issue) !== (showing === 'open')) return false;
    if (parts.length === 0) return true;
    const whole = `${issue.number} ${issue.title} ${read(issue)}`.toLowerCase();
    return parts.every((part) => whole.includes(part));
  });
}
