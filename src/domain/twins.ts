/**
 * Which step of another run is the same one, and whether it is alike. Steps are paired by their place, what is in them
 * by its place in the step; steps that came in during the run are paired by the command that put them into both.
 */
import { stepsInside } from './lifecycle.js';
import { findStep, isPutIn, type Field, type Id, type Requirement, type Run, type Step } from './run.js';
import { same } from './same.js';
import { cameAlong } from './step-numbers.js';

/** Every step by its place: the places of the steps around it, and which one it is in there. */
function placesOf({ steps }: Run): ReadonlyMap<Id, string> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const places = new Map<Id, string>();
  const counts = new Map<string, number>();
  for (const step of steps) {
    const around = (step.parentId !== undefined && places.get(step.parentId)) || '';
    const count = counts.get(around) ?? 0;
    const own = isPutIn(step) && !cameAlong(byId, step) ? step.id : count;
    if (typeof own === 'number') counts.set(around, count + 1);
    places.set(step.id, `${around}/${own}`);
  }
  return places;
}

/** The step of another run at the place of this one, with the other's names for what is there and back. */
export interface Twins {
  step: Step | undefined;
  ids: ReadonlyMap<Id, Id>;
  back: ReadonlyMap<Id, Id>;
}

/** Pairs a run with others: asked once for each of them, after what is its own has been sorted out once for all. */
export function pairing(run: Run, stepId: Id | undefined): (sibling: Run) => Twins {
  const ours = placesOf(run);
  const within = stepId === undefined ? undefined : findStep(run, stepId);
  const inside = within ? [within, ...stepsInside(run, within.id)] : [];
  return (sibling) => {
    const theirs = new Map([...placesOf(sibling)].map(([id, place]) => [place, id]));
    const byId = new Map(sibling.steps.map((step) => [step.id, step]));
    const ids = new Map<Id, Id>();
    const back = new Map<Id, Id>();
    const name = (one: Id, other: Id | undefined): void => {
      if (other === undefined) return;
      ids.set(one, other);
      back.set(other, one);
    };
    const inOrder = (list: readonly { id: Id }[] = [], others: readonly { id: Id }[] = []): void =>
      list.forEach(({ id }, index) => name(id, others[index]?.id));
    for (const [id, place] of ours) name(id, theirs.get(place));
    for (const step of inside) {
      const twin = byId.get(ids.get(step.id) ?? '');
      inOrder(step.fields, twin?.fields);
      inOrder(step.requirements, twin?.requirements);
      inOrder(step.grid?.rows, twin?.grid?.rows);
      inOrder(step.grid?.columns, twin?.grid?.columns);
    }
    return { step: within && byId.get(ids.get(within.id) ?? ''), ids, back };
  };
}

// Being alike -----------------------------------------------------------------------------------------------

/** What is a run's own: names, and what was recorded. Cells and parts are compared by the names that they stand under. */
const own: ReadonlySet<string> = new Set([
  ...['id', 'version', 'record', 'decisions', 'shown', 'cell', 'sample'],
  ...['installs', 'exception', 'partOf'],
]);
const every = <T>(list: readonly T[], others: readonly T[], is: (one: T, other: T) => boolean): boolean =>
  list.length === others.length && list.every((one, index) => is(one, others[index]!));

/** Whether a step and its twin are the same work, with all that is inside. What was recorded does not count. */
export function isAlike(run: Run, step: Step, sibling: Run, { step: twin, ids }: Twins): boolean {
  const named = (id: Id | undefined, other: Id | undefined): boolean =>
    id === undefined ? other === undefined : (ids.get(id) ?? id) === other;
  const fields = (one: Field, other: Field): boolean =>
    same(one, other, own) &&
    named(one.cell?.row, other.cell?.row) &&
    named(one.cell?.column, other.cell?.column) &&
    same(sampleOf(one), sampleOf(other));
  const requirements = (one: Requirement, other: Requirement): boolean =>
    same(one, other, own) && named(one.partOf, other.partOf);
  const steps = (one: Step, other: Step): boolean =>
    ids.get(one.id) === other.id &&
    one.title === other.title &&
    one.required === other.required &&
    same(one.instructions, other.instructions) &&
    every(one.upstream, other.upstream, (id, before) => ids.get(id) === before) &&
    every(one.fields, other.fields, fields) &&
    every(one.requirements, other.requirements, requirements) &&
    every(one.grid?.rows ?? [], other.grid?.rows ?? [], (row, twinned) => same(row, twinned, own)) &&
    every(one.grid?.columns ?? [], other.grid?.columns ?? [], (column, twinned) =>
      same(column, twinned, own),
    );
  return (
    twin !== undefined &&
    steps(step, twin) &&
    every(stepsInside(run, step.id), stepsInside(sibling, twin.id), steps)
  );
}

/** Which characteristic a reading belongs to is told by its label; the name of it is the run's own. */
const sampleOf = (field: Field): unknown =>
  field.type === 'number' && field.sample && [field.sample.label, field.sample.index];
