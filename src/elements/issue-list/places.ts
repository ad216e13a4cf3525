/** What an issue may concern: where it stands, and what it is called. */
import {
  stepNumbers,
  type Id,
  type Install,
  type Requirement,
  type Run,
  type Step,
} from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { nameOf } from '../names.js';

export interface Place {
  /** What an issue is linked to. */
  id: Id;
  name: string;
  /** The step around it, by id and in words. Nothing for the step itself. */
  stepId: Id;
  within: string;
  /** What is shown of it in the page: an installed part is shown at its requirement. */
  targetId: Id;
}

const installName = ({ description, partNumber }: Requirement, install: Install): string =>
  [description || partNumber, install.serial ?? install.lot ?? install.designator]
    .filter(Boolean)
    .join(' · ');

const numbered = new WeakMap<Run['steps'], ReadonlyMap<Id, string>>();

/** Number and title of a step. */
export function stepName(run: Run, { id, title }: Step): string {
  let numbers = numbered.get(run.steps);
  if (!numbers) numbered.set(run.steps, (numbers = stepNumbers(run)));
  return `${numbers.get(id) ?? ''} ${title}`.trim();
}

/** The step, and all in it that an issue may concern. */
export function placesIn(run: Run, step: Step): readonly Place[] {
  const within = stepName(run, step);
  const stepId = step.id;
  const place = (id: Id, name: string, targetId = id): Place => ({ id, name, stepId, within, targetId });
  return [
    { ...place(stepId, within), within: '' },
    ...step.fields.map(({ id, label }) => place(id, label)),
    ...step.requirements.flatMap((requirement) => [
      place(requirement.id, requirement.description || requirement.partNumber),
      ...requirement.installs.map((one) => place(one.id, installName(requirement, one), requirement.id)),
    ]),
  ];
}

const placed = new WeakMap<Run['steps'], ReadonlyMap<Id, Place>>();

/** Installed parts are not targets of the session: they are looked up once for as long as no step changes. */
function installedPlaces(run: Run): ReadonlyMap<Id, Place> {
  let found = placed.get(run.steps);
  if (!found) {
    const steps = run.steps.filter(({ requirements }) =>
      requirements.some(({ installs }) => installs.length),
    );
    const all = steps.flatMap((step) => placesIn(run, step));
    placed.set(run.steps, (found = new Map(all.map((one) => [one.id, one]))));
  }
  return found;
}

/** Where something stands that an issue is linked to. Nothing where this run does not have it. */
export function placeOf(session: RunSession, id: Id): Place | undefined {
  const run = session.run!;
  const target = session.target(id);
  if (!target) return installedPlaces(run).get(id);
  const { step } = target;
  const name = target.kind === 'step' ? stepName(run, target.step) : nameWithout(session, id);
  const within = step && target.kind !== 'step' ? stepName(run, step) : '';
  return { id, name, stepId: step?.id ?? '', within, targetId: id };
}

function nameWithout(session: RunSession, id: Id): string {
  const target = session.target(id);
  if (target?.kind === 'field') return target.field.label;
  if (target?.kind === 'requirement') return target.requirement.description || target.requirement.partNumber;
  return nameOf(session.run!, id);
}
