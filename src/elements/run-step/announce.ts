/** What the live region of a step says: one short text for each thing that has just happened there. */
import type { EventType, RunEvent } from '../../domain/command.js';
import { personName, type Evidence, type Id, type Step, type ValueRecord } from '../../domain/run.js';
import type { FlowContext } from '../../machines/command-flow.js';
import { evidence as evidenceWords } from '../../messages/en/evidence.js';
import { fault as faultWords } from '../../messages/en/fault.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { hold as holdWords } from '../../messages/en/hold.js';
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
    const said = words(place.host, 'hold', holdWords);
    const { reason, comment } = event.hold;
    return became(event, place, [`${said.reason(reason)}.`, comment].filter(Boolean).join(' '));
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
};

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
  return news.events
    .filter(
      (event) =>
        event.type === 'run-ended' ||
        ('stepId' in event && event.stepId === step.id && !(isHeld && event.type === 'commented')),
    )
    .map((event) => {
      const say = everybodys[event.type] ?? (event.by === session.person ? own[event.type] : undefined);
      return (say as ((event: RunEvent, place: Place) => string) | undefined)?.(event, place) ?? '';
    })
    .filter(Boolean);
}
