/** What a queue tells of each step, found out once for all of them: it is asked at every event. */
import { availableToWork, isFailureResolved } from '../../domain/lifecycle.js';
import { openLabor, stepNumbers, type Id, type Issue, type Run, type Step } from '../../domain/run.js';
import type { RunSession } from '../../session.js';

/** What somebody should look at. */
export const concerns = ['failed', 'hold', 'redline', 'stale', 'issue'] as const;
export type Concern = (typeof concerns)[number];

export interface StepFacts {
  step: Step;
  number: string;
  /** Of nesting, from 1. */
  level: number;
  /** The numbers of the steps that it waits for. */
  waitsFor: readonly string[];
  /** Who is at work, this person first. */
  people: readonly Id[];
  /** The number of the step that it was put in for. */
  secondTryOf: string | undefined;
  /** Failed, and nothing is left to be done about it. */
  settled: boolean;
  issues: number;
  stale: number;
  done: number;
  total: number;
}

let numbered: { steps: Run['steps']; numbers: ReadonlyMap<Id, string> } | undefined;
/** The numbers change only when steps come or go. */
function numbersOf(run: Run): ReadonlyMap<Id, string> {
  const same =
    numbered?.steps.length === run.steps.length &&
    numbered.steps.every((one, at) => one.id === run.steps[at]!.id);
  if (!same) numbered = { steps: run.steps, numbers: stepNumbers(run) };
  return numbered!.numbers;
}

/** How many open issues concern each step, or something in it. */
function issuesByStep(session: RunSession, issues: readonly Issue[]): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>();
  for (const { status, links } of issues) {
    if (status === 'resolved') continue;
    const at = new Set(links.map((id) => session.target(id)?.step?.id));
    for (const id of at) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

export function factsOf(session: RunSession): readonly StepFacts[] {
  const run = session.run!;
  const numbers = numbersOf(run);
  const issues = issuesByStep(session, run.issues);
  const find = (id: Id): Step | undefined => {
    const target = session.target(id);
    return target?.kind === 'step' ? target.step : undefined;
  };
  return run.steps.map((step) => {
    const { id, status, duplicateOf } = step;
    const number = numbers.get(id) ?? '';
    const begun = status === 'in-progress';
    const { done, total } = begun ? session.progress(id) : { done: 0, total: 0 };
    return {
      step,
      number,
      level: number.split('.').length,
      waitsFor: availableToWork(run, step, find).waitsFor.map((one) => numbers.get(one) ?? one),
      people: atWork(step, session.person),
      secondTryOf: duplicateOf === undefined ? undefined : (numbers.get(duplicateOf) ?? duplicateOf),
      settled: status === 'failed' && isFailureResolved(run, step),
      issues: issues.get(id) ?? 0,
      stale: begun ? session.blockers(id).filter(({ kind }) => kind === 'stale-signoff').length : 0,
      done,
      total,
    };
  });
}

function atWork(step: Step, me: Id): readonly Id[] {
  const people = [...new Set(openLabor(step).map(({ personId }) => personId))];
  return people.includes(me) ? [me, ...people.filter((one) => one !== me)] : people;
}

export function concernsOf({ step, settled, stale, issues }: StepFacts): readonly Concern[] {
  const { status } = step;
  return concerns.filter((one) =>
    one === 'stale' ? stale > 0 : one === 'issue' ? issues > 0 : one === status && !settled,
  );
}

// Filters ---------------------------------------------------------------------------------------------------

export type Whose = 'now' | 'mine' | 'all';

/** A sign-off at which this person could decide now. */
function signsHere(session: RunSession, step: Step): boolean {
  if (step.status !== 'in-progress') return false;
  return step.fields.some(({ id, type }) => {
    if (type !== 'signoff') return false;
    const signing = session.signing(id);
    return signing?.whyNot === undefined && signing?.state !== 'approved';
  });
}

/** Whether this person can go on there now: work is possible and theirs to do, or a sign-off waits for them. */
function canDo(session: RunSession, { step, waitsFor }: StepFacts): boolean {
  const { id: stepId, status } = step;
  if (signsHere(session, step)) return true;
  if (waitsFor.length > 0) return false;
  return status === 'todo'
    ? session.may('start-step', { stepId })
    : status === 'in-progress' && session.may('set-value', { stepId });
}

/** Whether this person has worked there, or is to sign. */
const isMine = (session: RunSession, { step }: StepFacts): boolean =>
  step.labor.some(({ personId }) => personId === session.person) || signsHere(session, step);

export const isWhose = (session: RunSession, facts: StepFacts, whose: Whose): boolean =>
  whose === 'all' || (whose === 'now' ? canDo(session, facts) : isMine(session, facts));

/** In small letters, as its language has them; a browser may tell a language that no list knows. */
function lowered(text: string, locale: string): string {
  try {
    return text.toLocaleLowerCase(locale);
  } catch {
    return text.toLowerCase();
  }
}

/** By the beginning of its number, or by what stands in its title. */
export function isNamed({ number, step }: StepFacts, text: string, locale: string): boolean {
  const sought = lowered(text.trim(), locale);
  return (
    sought === '' || number.toLowerCase().startsWith(sought) || lowered(step.title, locale).includes(sought)
  );
}
