/** What the stories of fields share: a step in progress with one field, and an element that shows it. */
import type { Adapter } from '../src/adapters/adapter.js';
import { define } from '../src/define.js';
import type { EntryMethod, Field, FieldValue, Issue, Policy, Run, ValueRecord } from '../src/domain/run.js';
import type { RunSession } from '../src/session.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun } from '../src/testing/rover.js';
import { sessionOn, whenReady } from './backends.js';

define();

const stepId = 'drill-wheels';

export const recordedAt = '2026-11-20T17:42:00.000Z';
/** A record for a field of any type; only its story knows that they fit. */
export const recorded = (
  value: FieldValue,
  more: Partial<ValueRecord> = {},
): { record: ValueRecord<never> } => ({
  record: {
    value,
    how: 'typed',
    by: roverPeople.technician.id,
    at: recordedAt,
    ...more,
  } as ValueRecord<never>,
});

export interface Scene {
  tag: 'measurement-field' | 'value-field';
  field: Field;
  person?: string;
  policy?: Partial<Policy>;
  issues?: readonly Issue[];
  backend?: (memory: Adapter) => Adapter;
  /** What a person has entered; it is saved unless `typing`. */
  draft?: FieldValue;
  /** How it came, if it was not typed. */
  how?: EntryMethod;
  typing?: boolean;
  dir?: 'rtl';
  lang?: string;
}

/** The rover's run with one step at work that has these fields. */
export function runWith(
  fields: readonly Field[],
  { policy, issues = [] }: Pick<Scene, 'policy' | 'issues'> = {},
): Run {
  const run = roverRun();
  return {
    ...run,
    status: 'in-progress',
    issues,
    policy: { ...run.policy, ...policy },
    steps: run.steps.map((step) =>
      step.id === stepId ? { ...step, status: 'in-progress' as const, upstream: [], fields } : step,
    ),
  };
}

/** Enters and saves as a person at the control would. */
export function enter(session: RunSession, { field, typing, how }: Scene, draft: FieldValue): void {
  const actor = session.entry(field.id);
  actor.send({ type: 'EDIT', draft, base: field.version, ...(how && { how }) });
  if (typing) return;
  const asked = session.draftRequest(field.id, 'en');
  if ('problem' in asked) actor.send({ type: 'INVALID', problem: asked.problem });
  else if ('asks' in asked && asked.asks) actor.send({ type: 'ASK', asked: asked.asks });
  else if ('request' in asked) {
    actor.send({ type: 'SUBMIT', submission: session.submission(asked.request) });
  }
}

export function show(scene: Scene): HTMLElement {
  const session = sessionOn(
    runWith([scene.field], scene),
    scene.person ?? roverPeople.technician.id,
    scene.backend,
  );
  const element = Object.assign(document.createElement(scene.tag), {
    session,
    fieldId: scene.field.id,
    lang: scene.lang ?? 'en',
  });
  if (scene.dir) element.dir = scene.dir;
  const { draft } = scene;
  if (draft !== undefined) void whenReady(session).then(() => enter(session, scene, draft));
  return element;
}
