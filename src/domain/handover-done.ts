/** What was done since an instant, step by step, and when the present work began. */
import { isValueField, type Decision, type Id, type Instant, type Run, type Step } from './run.js';

export interface Done {
  kind: 'completed' | 'worked' | 'approved' | 'run-completed';
  stepId: Id;
  targetId: Id;
  by: readonly Id[];
  /** The last of it. */
  at: Instant;
  values: number;
  parts: number;
  signoffs: number;
  files: number;
}

/** Between two steps nobody is checked in for a moment; that is no hand-over. */
const pause = 30 * 60_000;

/** When the present work, or the last that there was, began: before that everybody had gone. */
export function workBegan(steps: readonly Step[]): Instant | undefined {
  const all = steps.flatMap(({ labor }) => labor).sort((a, b) => (a.in < b.in ? -1 : a.in > b.in ? 1 : 0));
  let began: Instant | undefined;
  let end: number | undefined;
  for (const { in: from, out } of all) {
    if (end === undefined || Date.parse(from) - end > pause) began = from;
    end = Math.max(end ?? -Infinity, out === undefined ? Infinity : Date.parse(out));
  }
  return began;
}

/** One line for what was done at a step: that it is complete, else how much was recorded in it. */
export function doneAt(step: Step, since: Instant = ''): readonly Done[] {
  const { id, status, completedAt, completedBy } = step;
  const work = recordedAt(step, since);
  const place = { stepId: id, targetId: id };
  if (status === 'complete') {
    if (completedAt === undefined || completedAt < since) return [];
    const by = completedBy === undefined ? work.by : [completedBy];
    return [{ ...work, ...place, kind: 'completed', by, at: completedAt }];
  }
  const { values, parts, signoffs, files } = work;
  return values + parts + signoffs + files > 0 ? [{ ...work, ...place, kind: 'worked' }] : [];
}

function recordedAt(
  { fields, requirements, evidence = [] }: Step,
  since: Instant,
): Omit<Done, 'kind' | 'stepId' | 'targetId'> {
  const by = new Set<Id>();
  let at = '';
  const counts = { values: 0, parts: 0, signoffs: 0, files: 0 };
  const count = (kind: keyof typeof counts, act: { by: Id; at: Instant } | undefined): void => {
    if (!act || act.at < since) return;
    counts[kind] += 1;
    by.add(act.by);
    if (act.at > at) at = act.at;
  };
  for (const field of fields) {
    if (field.type === 'signoff') count('signoffs', approval(field.decisions));
    else if (isValueField(field)) count('values', field.record);
  }
  for (const { installs } of requirements) for (const install of installs) count('parts', install);
  for (const one of evidence) if (!one.removed) count('files', one);
  return { by: [...by], at, ...counts };
}

/** The decision that stands, where it approves. */
function approval(decisions: readonly Decision[]): Decision | undefined {
  const last = decisions.at(-1);
  return last?.decision === 'approve' ? last : undefined;
}

/** What was done to the run itself. */
export function doneByRun({ gates, completions, status }: Run, since: Instant = ''): readonly Done[] {
  const none = { values: 0, parts: 0, signoffs: 0, files: 0 };
  const approved = gates.flatMap(({ id, decisions }): Done[] => {
    const given = approval(decisions);
    if (!given || given.at < since) return [];
    return [{ ...none, kind: 'approved', stepId: '', targetId: id, by: [given.by], at: given.at }];
  });
  const last = status === 'complete' ? completions.at(-1) : undefined;
  return last
    ? [...approved, { ...none, kind: 'run-completed', stepId: '', targetId: '', by: [last.by], at: last.at }]
    : approved;
}
