/**
 * `evolve`: a run after an event. Replaying a run's history over its first state gives the run; whatever an event does
 * not touch stays the identical object, so that a view can tell by `===` what to draw again.
 */
import type { EventType, RunEvent } from './command.js';
import { putIn } from './put-in.js';
import { applyChange } from './redline-apply.js';
import {
  fieldIndex,
  findStep,
  type Field,
  type Id,
  type Redline,
  type Requirement,
  type Run,
  type SignoffField,
  type Step,
  type ValueRecord,
} from './run.js';

type Evolver<T extends EventType> = (run: Run, event: RunEvent<T>) => Run;

const evolvers: { [T in EventType]: Evolver<T> } = {
  'run-started': (run, { at }) => ({
    ...run,
    status: run.status === 'todo' ? 'in-progress' : run.status,
    startedAt: run.startedAt ?? at,
  }),
  'step-started': (run, { stepId, at, sequence }) =>
    atStep(run, stepId, (step) => ({
      ...step,
      status: 'in-progress',
      startedAt: step.startedAt ?? at,
      version: String(sequence),
    })),
  'checked-in': (run, { stepId, labor }) =>
    atStep(run, stepId, (step) => ({ ...step, labor: [...step.labor, labor] })),
  'checked-out': (run, { stepId, laborId, at }) =>
    atStep(run, stepId, (step) => ({
      ...step,
      // A clock may have been set back meanwhile.
      labor: step.labor.map((one) => (one.id === laborId ? { ...one, out: at < one.in ? one.in : at } : one)),
    })),
  'value-set': (run, event) => record(run, event, event.record),
  'marked-not-applicable': (run, event) => record(run, event, event.record),
  'value-cleared': (run, event) =>
    atField(run, event, (field) => {
      const { record: _, ...empty } = field as Field & { record?: unknown };
      return empty;
    }),
  'deviation-accepted': (run, event) =>
    atField(run, event, (field) =>
      'record' in field && field.record
        ? ({ ...field, record: { ...field.record, deviation: event.deviation } } as Field)
        : field,
    ),
  signed: (run, event) => {
    const decide = (field: Field): Field =>
      field.type === 'signoff' ? { ...field, decisions: [...field.decisions, event.decision] } : field;
    const { stepId, targetId, sequence } = event;
    if (stepId !== undefined) return atField(run, { stepId, targetId, sequence }, decide);
    return {
      ...run,
      gates: atId(run.gates, targetId, (gate) => versioned(decide(gate) as SignoffField, sequence)),
    };
  },
  'file-attached': (run, { stepId, evidence, sequence }) =>
    atStep(run, stepId, (step) => ({
      ...step,
      version: String(sequence),
      evidence: [...(step.evidence ?? []), evidence],
    })),
  'file-removed': (run, { stepId, targetId, removed, sequence }) =>
    atStep(run, stepId, (step) => ({
      ...step,
      version: String(sequence),
      evidence: atId(step.evidence ?? [], targetId, (one) => ({ ...one, removed })),
    })),
  'part-installed': (run, event) => {
    const { install, stepId, targetId, sequence } = event;
    const installed = atRequirement(run, event, (one) => ({ ...one, installs: [...one.installs, install] }));
    if (install.how !== 'made') return installed;
    // What lay ready for it is in it now.
    return atStep(installed, stepId, (step) => ({
      ...step,
      requirements: step.requirements.map((one) =>
        one.partOf === targetId && one.installs.some(({ into }) => into === undefined)
          ? versioned(
              { ...one, installs: one.installs.map((part) => ({ into: install.id, ...part })) },
              sequence,
            )
          : one,
      ),
    }));
  },
  'requirement-excepted': (run, event) =>
    atRequirement(run, event, (one) => ({ ...one, exception: event.exception })),
  'part-uninstalled': (run, event) =>
    atRequirement(run, event, (one) => ({
      ...one,
      installs: one.installs.filter(({ id }) => id !== event.install.id),
    })),
  'step-completed': (run, { stepId, by, at, sequence }) =>
    atStep(run, stepId, (step) => ({
      ...step,
      status: 'complete',
      completedBy: by,
      completedAt: at,
      version: String(sequence),
    })),
  'step-failed': (run, { stepId, failure, sequence }) =>
    atStep(run, stepId, (step) => ({
      ...step,
      status: 'failed',
      failures: [...(step.failures ?? []), failure],
      version: String(sequence),
    })),
  'step-held': (run, { stepId, hold, sequence }) =>
    atStep(run, stepId, (step) => ({ ...step, status: 'hold', hold, version: String(sequence) })),
  'step-resumed': (run, { stepId, sequence }) =>
    atStep(run, stepId, ({ hold, ...step }) => ({
      ...step,
      status: hold?.before === 'todo' || step.startedAt === undefined ? 'todo' : 'in-progress',
      version: String(sequence),
    })),
  'step-reopened': (run, { stepId, reason, by, at, sequence }) =>
    atStep(run, stepId, ({ completedBy: _, completedAt: __, ...step }) => ({
      ...step,
      status: 'todo',
      reopenings: [...(step.reopenings ?? []), { reason, by, at }],
      version: String(sequence),
    })),
  'step-duplicated': (run, { stepId, step }) => {
    const original = findStep(run, stepId);
    if (!original) return run;
    if (original.parentId !== step.parentId) return putIn(run, step, undefined);
    return putIn(run, step, run.steps.findLast(({ duplicateOf }) => duplicateOf === stepId)?.id ?? stepId);
  },
  'step-canceled': (run, { stepId, reason, by, at, sequence }) =>
    atStep(run, stepId, ({ hold: _, ...step }) => ({
      ...step,
      status: 'canceled',
      canceled: { reason, by, at },
      version: String(sequence),
    })),
  'step-restored': (run, { stepId, sequence }) =>
    atStep(run, stepId, ({ canceled: _, ...step }) => ({
      ...step,
      status: 'todo',
      version: String(sequence),
    })),
  'redline-proposed': (run, { stepId, redline, step, after, before, sequence }) => {
    const told = { ...run, redlines: [...run.redlines, redline] };
    if (step) return putIn(told, step, after, before);
    return atStep(told, stepId, (one) => ({ ...one, status: 'redline', version: String(sequence) }));
  },
  'redline-approved': (run, { stepId, redlineId, comment, by, at, sequence }) => {
    const changes = run.redlines.find(({ id }) => id === redlineId)?.changes ?? [];
    const version = String(sequence);
    const decided = { by, at, ...(comment !== undefined && { comment }) };
    return atStep(atRedline(run, redlineId, { status: 'accepted', decided }), stepId, (step) => ({
      ...changes.reduce((now, change) => applyChange(now, change, version), step),
      version,
    }));
  },
  'redline-rejected': (run, { redlineId, comment, by, at }) =>
    atRedline(run, redlineId, { status: 'rejected', decided: { by, at, comment } }),
  'redline-closed': (run, event) => leaveRedline(run, event),
  'redline-canceled': (run, event) => leaveRedline(run, event),
  'labor-edited': (run, { stepId, labor }) =>
    atStep(run, stepId, (step) => ({
      ...step,
      labor: step.labor.map((one) => (one.id === labor.id ? labor : one)),
    })),
  'issue-changed': (run, { issueId, status, disposition }) => ({
    ...run,
    issues: atId(run.issues, issueId, (issue) => ({
      ...issue,
      status,
      ...(disposition !== undefined && { disposition }),
    })),
  }),
  'batch-joined': (run, { batch }) => ({ ...run, batch }),
  'batch-left': ({ batch: _, ...run }) => run,
  'run-ended': (run, { status, reason, by, at }) => ({ ...run, status, ended: { reason, by, at } }),
  commented: (run, { stepId, comment }) =>
    atStep(run, stepId, (step) => ({ ...step, commentCount: step.commentCount + 1, latestComment: comment })),
  'issue-opened': (run, { issue }) => ({ ...run, issues: [...run.issues, issue] }),
  'issue-linked': (run, { issueId, links }) => ({
    ...run,
    issues: atId(run.issues, issueId, (issue) => ({ ...issue, links: [...issue.links, ...links] })),
  }),
  'run-completed': (run, { completion }) => ({
    ...run,
    status: 'complete',
    completions: [...run.completions, completion],
    ...(run.unit && { unit: { ...run.unit, status: 'available' as const } }),
  }),
  'step-read': (run, { stepId, step }) => atStep(run, stepId, () => step),
};

/** A run after an event. An event that is already in the run changes nothing. */
export function evolve(run: Run, event: RunEvent): Run {
  if (event.sequence <= run.sequence) return run;
  const next = (evolvers[event.type] as Evolver<EventType>)(run, event);
  return { ...next, sequence: event.sequence };
}

export const evolveAll = (run: Run, events: readonly RunEvent[]): Run => events.reduce(evolve, run);

const atRedline = (run: Run, redlineId: Id, change: Partial<Redline>): Run => ({
  ...run,
  redlines: atId(run.redlines, redlineId, (redline) => ({ ...redline, ...change })),
});

/** What was not decided is given up. A step that was to come in and did not is not asked for either. */
const leaveRedline = (
  run: Run,
  { stepId, redlineId, to, by, at, sequence }: RunEvent<'redline-closed' | 'redline-canceled'>,
): Run => {
  const { status } = run.redlines.find(({ id }) => id === redlineId) ?? {};
  const decided = status === 'accepted' || status === 'rejected';
  const told = atRedline(run, redlineId, { closed: { by, at }, ...(!decided && { status: 'canceled' }) });
  return atStep(told, stepId, (step) => ({
    ...step,
    status: to,
    ...(to === 'canceled' && { required: false }),
    version: String(sequence),
  }));
};

/** The list with one element replaced; the list itself where nothing changed. */
function atId<T extends { id: string }>(
  list: readonly T[],
  id: string,
  change: (one: T) => T,
  find: typeof fieldIndex = (all) => all.findIndex((one) => one.id === id),
): readonly T[] {
  const index = find(list, id);
  if (index < 0) return list;
  const changed = change(list[index]!);
  return changed === list[index] ? list : list.with(index, changed);
}

function atStep(run: Run, stepId: string, change: (step: Step) => Step): Run {
  const steps = atId(run.steps, stepId, change);
  return steps === run.steps ? run : { ...run, steps };
}

const versioned = <T extends { version: string }>(target: T, sequence: number): T => ({
  ...target,
  version: String(sequence),
});

interface Place {
  stepId: string;
  targetId: string;
  sequence: number;
}

const atField = (run: Run, { stepId, targetId, sequence }: Place, change: (field: Field) => Field): Run =>
  atStep(run, stepId, (step) => ({
    ...step,
    version: String(sequence),
    fields: atId(step.fields, targetId, (field) => versioned(change(field), sequence), fieldIndex),
  }));

const atRequirement = (
  run: Run,
  { stepId, targetId, sequence }: Place,
  change: (requirement: Requirement) => Requirement,
): Run =>
  atStep(run, stepId, (step) => ({
    ...step,
    version: String(sequence),
    requirements: atId(step.requirements, targetId, (one) => versioned(change(one), sequence)),
  }));

const record = (run: Run, place: Place, value: ValueRecord): Run =>
  atField(run, place, (field) => ({ ...field, record: value }) as Field);
