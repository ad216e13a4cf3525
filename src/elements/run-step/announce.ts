/** What the live region of a step says: one short text for each thing that has just happened there. */
import type { EventType, RunEvent } from '../../domain/command.js';
import {
  personName,
  type Decision,
  type Evidence,
  type Field,
  type Id,
  type SignoffField,
  type Step,
  type ValueRecord,
} from '../../domain/run.js';
import { changedSince, lastDecision } from '../../domain/signoff.js';
import type { FlowContext } from '../../machines/command-flow.js';
import { batch as batchWords } from '../../messages/en/batch.js';
import { evidence as evidenceWords } from '../../messages/en/evidence.js';
import { fault as faultWords } from '../../messages/en/fault.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { life as lifeWords } from '../../messages/en/life.js';
import { measurement as measurementWords } from '../../messages/en/measurement.js';
import { redline as redlineWords } from '../../messages/en/redline.js';
import { signoff as signoffWords } from '../../messages/en/signoff.js';
import { status as statusWords } from '../../messages/en/status.js';
import { step as stepWords } from '../../messages/en/step.js';
import { value as valueWords } from '../../messages/en/value.js';
import { verdict as verdictWords } from '../../messages/en/verdict.js';
import { clip } from '../../messages/phrases.js';
import { words } from '../../messages/registry.js';
import type { AdapterFault } from '../../adapters/adapter.js';
import type { RunSession, SessionNews } from '../../session.js';
import { explain } from '../explain.js';
import { holdReason } from '../hold-reason.js';
import { namer } from '../names.js';
import { valueText } from '../value-text.js';

/** Whose words, and of what. */
interface Place {
  host: Element;
  session: RunSession;
  step: Step;
}

/** Why a command of this step was not carried out, and what to do. */
export function explainCommand({ host, session, step }: Place, flow: Partial<FlowContext>): string {
  const request = flow.submission?.request;
  const id = request && 'targetId' in request && request.targetId ? request.targetId : step.id;
  const { what, why, next } = explain(host, session.run!, namer(session)(id), flow)!;
  return `${what} ${why} ${next}`;
}

/** Why the run could not be read. */
export function notLoaded(host: Element, fault: AdapterFault): string {
  const { what, why, next } = words(host, 'fault', faultWords).notLoaded(fault);
  return `${what} ${why} ${next}`;
}

function recorded({ host, session }: Place, targetId: Id, record: ValueRecord): string {
  const target = session.target(targetId);
  if (target?.kind !== 'field') return '';
  const { field } = target;
  const text = valueText(host, field, record);
  const verdict = session.verdict(targetId);
  return field.type === 'number' && verdict && verdict !== 'no-limits'
    ? words(host, 'measurement', measurementWords).announce(
        field.label,
        text,
        words(host, 'verdict', verdictWords).words[verdict],
      )
    : words(host, 'value', valueWords).announce(field.label, text);
}

type Sayings = { [T in EventType]?: (event: RunEvent<T>, place: Place) => string };
const is = (place: Place): string =>
  words(place.host, 'step', stepWords).announce(
    namer(place.session)(place.step.id),
    words(place.host, 'status', statusWords).work(place.step.status, place.step.reported),
  );

/** How the step is now; by whom, where it was somebody else; and why. */
function became({ by }: RunEvent, place: Place, why = ''): string {
  const { host, session } = place;
  const name = by === session.person ? '' : personName(session.run!, by);
  return words(host, 'life', lifeWords).announce(is(place), name, why);
}

/** A redline is decided, and the step stays as it is. */
function decided(
  event: RunEvent<'redline-approved' | 'redline-rejected'>,
  { host, session }: Place,
  say: 'announceApproved' | 'announceRejected',
): string {
  const { by, redlineId, comment = '' } = event;
  const run = session.run!;
  const title = run.redlines.find(({ id }) => id === redlineId)?.title ?? '';
  const name = by === session.person ? '' : personName(run, by);
  return words(host, 'life', lifeWords).announce(
    words(host, 'redline', redlineWords)[say](clip(title)),
    name,
    comment,
  );
}

/** What anybody does: no step changes its status in silence. */
const everybodys: Sayings = {
  'step-started': (event, place) => became(event, place),
  'step-completed': (event, place) => became(event, place),
  'step-read': (_, place) => is(place),
  'step-held': (event, place) => {
    const { reason, comment } = event.hold;
    const why = holdReason(place.host, place.session.run!, reason);
    return became(event, place, [`${why}.`, comment].filter(Boolean).join(' '));
  },
  'step-resumed': (event, place) => became(event, place),
  'step-failed': (event, place) => became(event, place, event.failure.reason),
  'step-reopened': (event, place) => became(event, place, event.reason),
  'step-duplicated': ({ stepId, step }, { host, session }) => {
    const nameOf = namer(session);
    return words(host, 'life', lifeWords).announceRepeat(nameOf(stepId), nameOf(step.id));
  },
  'step-canceled': (event, place) => became(event, place, event.reason),
  'step-restored': (event, place) => became(event, place),
  'redline-proposed': (event, place) => became(event, place, event.redline.title),
  'redline-approved': (event, place) => decided(event, place, 'announceApproved'),
  'redline-rejected': (event, place) => decided(event, place, 'announceRejected'),
  'redline-closed': (event, place) => became(event, place),
  'redline-canceled': (event, place) => became(event, place),
  'run-ended': ({ status, reason }, { host }) =>
    words(host, 'life', lifeWords).announce(words(host, 'life', lifeWords).ended[status], '', reason),
  'batch-joined': ({ batch }, { host }) =>
    words(host, 'batch', batchWords).reaches(clip(batch.name), undefined),
  'batch-left': (_, { host }) => words(host, 'batch', batchWords).alone,
};
const ofTheRun: ReadonlySet<EventType> = new Set(['run-ended', 'batch-joined', 'batch-left']);

const captionOf = ({ caption, file }: Evidence): string => clip(caption ?? file.name);

/** What is said only to the person who did it; the others see it come. Of parts their checklist tells. */
const own: Sayings = {
  'checked-in': (_, place) => words(place.host, 'step', stepWords).announceCheckedIn(place.step.title),
  'checked-out': ({ because }, place) =>
    because === 'asked' ? words(place.host, 'step', stepWords).announceCheckedOut(place.step.title) : '',
  'value-set': ({ targetId, record }, place) => recorded(place, targetId, record),
  'marked-not-applicable': ({ targetId, record }, place) => recorded(place, targetId, record),
  'value-cleared': ({ targetId }, { host, session }) =>
    words(host, 'value', valueWords).announce(
      namer(session)(targetId),
      words(host, 'field', fieldWords).empty,
    ),
  signed: ({ targetId, decision }, { host, session }) =>
    words(host, 'value', valueWords).announce(
      namer(session)(targetId),
      words(host, 'signoff', signoffWords).states[decision.decision === 'approve' ? 'approved' : 'rejected'],
    ),
  'file-attached': ({ evidence }, { host }) =>
    words(host, 'evidence', evidenceWords).announceAttached(captionOf(evidence)),
  'file-removed': ({ targetId }, { host, step }) => {
    const evidence = step.evidence?.find(({ id }) => id === targetId);
    return evidence ? words(host, 'evidence', evidenceWords).announceRemoved(captionOf(evidence)) : '';
  },
  commented: (_, { host }) => words(host, 'step', stepWords).commented,
  'issue-opened': ({ issue }, { host }) => words(host, 'step', stepWords).issueOpened(issue.number),
};

/** Of these it has been said that they no longer stand. */
const over = new WeakSet<Decision>();

/** Approvals of the step and the run that what this person has just done has put an end to. */
function endedBy({ host, session, step }: Place, events: readonly RunEvent[]): readonly string[] {
  const mine = events.filter((event) => event.by === session.person);
  if (mine.length === 0) return [];
  const done = new Set<Id>([step.id]);
  for (const event of mine) {
    if ('targetId' in event && event.targetId) done.add(event.targetId);
    if ('evidence' in event) done.add(event.evidence.id);
  }
  const run = session.run!;
  const ends = (field: SignoffField, at?: Step): boolean => {
    const decision = lastDecision(field)!;
    if (over.has(decision)) return false;
    const changed = changedSince(run, at, decision, field);
    // What had changed before has been its end before.
    const isEnd = changed.length > 0 && changed.every((id) => done.has(id));
    if (isEnd) over.add(decision);
    return isEnd;
  };
  const ended = [
    ...step.fields.filter(isApproved).filter((field) => ends(field, step)),
    ...run.gates.filter(isApproved).filter((gate) => ends(gate)),
  ];
  const { stale } = words(host, 'signoff', signoffWords).states;
  return ended.map(({ label }) => words(host, 'value', valueWords).announce(label, stale));
}

/** In a grid each speaks of its row, and is told there. */
const isApproved = (field: Field): field is SignoffField =>
  field.type === 'signoff' && !field.cell && lastDecision(field)?.decision === 'approve';

/** The texts for what has happened at this step; none for what is said elsewhere or not at all. */
export function announcements(place: Place, news: SessionNews): readonly string[] {
  const { session, step } = place;
  if (news.kind !== 'events' && news.kind !== 'refused' && news.kind !== 'failed') return [];
  if (news.kind !== 'events') {
    const { request } = news;
    if (request?.stepId !== step.id) return [];
    return [
      explainCommand(place, {
        submission: { request, commandId: '' },
        ...(news.kind === 'refused' ? { refusal: news.refusal } : { fault: news.fault }),
      }),
    ];
  }
  // The comment of a hold is said with it.
  const isHeld = news.events.some(({ type }) => type === 'step-held');
  const events = news.events.filter(
    (event) =>
      ofTheRun.has(event.type) ||
      ('stepId' in event && event.stepId === step.id && !(isHeld && event.type === 'commented')),
  );
  const texts = events.map((event) => {
    const say = everybodys[event.type] ?? (event.by === session.person ? own[event.type] : undefined);
    return (say as ((event: RunEvent, place: Place) => string) | undefined)?.(event, place) ?? '';
  });
  return [...texts, ...endedBy(place, events)].filter(Boolean);
}
