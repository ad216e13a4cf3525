/** The forms of an issue: what is asked before it is opened, decided, returned or linked, and before what follows from it. */
import type { Id, Issue, Run, Step } from '../../domain/run.js';
import type { issue as issueSlice } from '../../messages/en/issue.js';
import { clip } from '../../messages/phrases.js';
import type { RunSession } from '../../session.js';
import type { CommandForm, FormOption } from '../command-form.js';
import { placesIn, stepName, type Place } from './places.js';

type Words = typeof issueSlice;
interface At {
  stepId?: Id;
}

/** Up to so many are looked over; more are searched. */
const few = 7;

/** What is in another step says in which one. */
const optionOf = ({ id, name, stepId, within }: Place, own: Id | undefined, thisStep: string): FormOption => {
  const hint = id === own ? name : stepId === own ? '' : within;
  return { value: id, label: id === own ? thisStep : clip(name), ...(hint && { hint: clip(hint) }) };
};

/** Everything in the run that an issue may concern, the things of its step first. */
function placesOf(run: Run, stepId: Id | undefined, whole: boolean): readonly Place[] {
  const own = run.steps.find(({ id }) => id === stepId);
  if (own && !whole) return placesIn(run, own);
  const others = run.steps.filter((step) => step !== own);
  const gates = run.gates.map(({ id, label }) => ({ id, name: label, stepId: '', within: '', targetId: id }));
  return [...(own ? placesIn(run, own) : []), ...others.flatMap((step) => placesIn(run, step)), ...gates];
}

const about = (label: string, options: readonly FormOption[], value?: string) =>
  ({
    name: 'about',
    kind: 'cards',
    label,
    options,
    search: options.length > few,
    required: true,
    ...(value !== undefined && { value }),
  }) as const;

/** A new one: against the step or something in it, or against anything in the run. */
export function opening(say: Words, session: RunSession, at: At, targetId?: Id): CommandForm {
  const run = session.run!;
  const { stepId } = at;
  const places = placesOf(run, stepId, false);
  const options = places.map((one) => optionOf(one, stepId, say.thisStep));
  if (stepId === undefined) options.unshift({ value: '', label: say.thisRun });
  const chosen = places.some(({ id }) => id === targetId) ? targetId : (stepId ?? '');
  return {
    key: `open-issue:${stepId ?? ''}`,
    title: say.open,
    submit: say.openNow,
    busy: say.opening,
    inputs: [
      { name: 'title', kind: 'text', label: say.whatIsWrong, required: true },
      { ...about(say.about, options, chosen), required: stepId !== undefined },
    ],
    request: (values) => ({
      type: 'open-issue',
      ...at,
      title: values.title!,
      links: values.about ? [values.about] : [],
    }),
  };
}

const key = (type: string, { id }: { id: Id }): Id => `${type}:${id}`;

/** The organization's dispositions, and the one that it has already (R89). */
export function disposing(say: Words, { policy }: Run, issue: Issue, at: At): CommandForm {
  const { disposition } = issue;
  const known = policy.dispositions.map(({ value, label, hint }) => {
    const follows = hint ?? say.follows(value);
    return { value, label: label ?? say.disposition(value), ...(follows && { hint: follows }) };
  });
  return {
    key: key('disposition-issue', issue),
    title: say.dispositionOf(issue.number),
    text: issue.status === 'pending' ? clip(issue.title) : `${clip(issue.title)}. ${say.pendingAgain}`,
    submit: say.chooseNow,
    inputs: [
      {
        name: 'disposition',
        kind: 'cards',
        label: say.whatBecomes,
        required: true,
        options: known,
        ...(known.some(({ value }) => value === disposition) && { value: disposition! }),
      },
    ],
    request: (values) => ({
      type: 'disposition-issue',
      ...at,
      issueId: issue.id,
      disposition: values.disposition!,
    }),
  };
}

/** Back to in progress, from review or after it was resolved. */
export function returning(say: Words, issue: Issue, at: At): CommandForm {
  const resolved = issue.status === 'resolved';
  return {
    key: key('reopen-issue', issue),
    title: resolved ? say.reopenOf(issue.number) : say.giveBackOf(issue.number),
    text: say.toInProgress,
    submit: resolved ? say.reopen : say.giveBack,
    inputs: [{ name: 'reason', kind: 'text', label: say.why, required: true }],
    request: (values) => ({ type: 'reopen-issue', ...at, issueId: issue.id, reason: values.reason! }),
  };
}

/** To anything in the run that it is not linked to yet. */
export function linking(say: Words, run: Run, issue: Issue, at: At): CommandForm {
  const options = placesOf(run, at.stepId, true)
    .filter(({ id }) => !issue.links.includes(id))
    .map((one) => optionOf(one, at.stepId, say.thisStep));
  return {
    key: key('link-issue', issue),
    title: say.linkOf(issue.number),
    text: clip(issue.title),
    submit: say.linkNow,
    inputs: [about(say.linkTo, options)],
    request: (values) => ({ type: 'link-issue', ...at, issueId: issue.id, links: [values.about!] }),
  };
}

// What a disposition leads to ---------------------------------------------------------------------------------

const because = (say: Words, { number, title }: Issue): string => clip(say.oneIssue(number, title));

export const reopeningStep = (say: Words, run: Run, step: Step, issue: Issue): CommandForm => ({
  key: `rework:${step.id}`,
  title: say.reopenStepOf(clip(stepName(run, step))),
  text: say.reopenStepText,
  submit: say.reopenStep,
  inputs: [{ name: 'reason', kind: 'text', label: say.why, required: true, value: because(say, issue) }],
  request: (values) => ({ type: 'reopen-step', stepId: step.id, reason: values.reason! }),
});

export const duplicatingStep = (say: Words, run: Run, step: Step): CommandForm => ({
  key: `repeat:${step.id}`,
  title: say.duplicateStepOf(clip(stepName(run, step))),
  text: say.duplicateStepText,
  submit: say.duplicateStep,
  inputs: [],
  request: () => ({ type: 'duplicate-step', stepId: step.id }),
});

export const failingRun = (say: Words, run: Run, issue: Issue): CommandForm => ({
  key: `fail-run:${issue.id}`,
  title: say.failRunOf(run.number),
  text: say.failRunText,
  submit: say.failRun,
  danger: true,
  inputs: [{ name: 'reason', kind: 'text', label: say.why, required: true, value: because(say, issue) }],
  request: (values) => ({ type: 'fail-run', reason: values.reason! }),
});
