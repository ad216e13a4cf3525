/**
 * Which step of another run is the same one, and whether it is alike. Steps are paired by their place, what is in them
 * by its place in the step; steps that came in during the run are paired by the command that put them into both.
 */
import { stepsInside } from './lifecycle.js';
import { isPutIn, type Field, type Id, type Requirement, type Run, type Step } from './run.js';
import { same } from './same.js';
import { cameAlong } from './step-numbers.js';

/** Where a step stands: in which step, and which one it is in there. Those that came in go by their id, others by count. */
interface Place {
  around: Place | undefined;
  key: Id | number;
  step: Step;
  inside?: Inside;
}
interface Inside {
  counted: Place[];
  cameIn?: Map<Id, Place>;
}
interface Places {
  of: ReadonlyMap<Id, Place>;
  outermost: Inside;
}

function placesOf({ steps }: Run): Places {
  const byId = steps.some(isPutIn) ? new Map(steps.map((step) => [step.id, step])) : undefined;
  const of = new Map<Id, Place>();
  const outermost: Inside = { counted: [] };
  for (const step of steps) {
    const around = step.parentId === undefined ? undefined : of.get(step.parentId);
    const inside = around ? (around.inside ??= { counted: [] }) : outermost;
    const place: Place = { around, key: inside.counted.length, step };
    if (byId && isPutIn(step) && !cameAlong(byId, step)) {
      place.key = step.id;
      (inside.cameIn ??= new Map<Id, Place>()).set(step.id, place);
    } else inside.counted.push(place);
    of.set(step.id, place);
  }
  return { of, outermost };
}

/** What stands at the same place among others. */
function opposite({ around, key }: Place, others: Places): Place | undefined {
  const inside = around ? opposite(around, others)?.inside : others.outermost;
  return typeof key === 'number' ? inside?.counted[key] : inside?.cameIn?.get(key);
}

/** Another run's name for something here; nothing where it has none. */
export type Named = (id: Id) => Id | undefined;

/** The step of another run at the place of this one, with the other's names for what is there and back. */
export interface Twins {
  step: Step | undefined;
  there: Named;
  back: Named;
}

/** Pairs a run with others: asked once for each of them. A name is looked for when it is needed; few are. */
export function pairing(run: Run, stepId: Id | undefined): (sibling: Run) => Twins {
  const ours = placesOf(run);
  const within = stepId === undefined ? undefined : ours.of.get(stepId)?.step;
  const inside = within ? [within, ...stepsInside(run, within.id)] : [];
  return (sibling) => {
    const theirs = placesOf(sibling);
    const [ids, ownIds] = [new Map<Id, Id>(), new Map<Id, Id>()];
    const twinOf = (id: Id, from: Places, to: Places): Step | undefined => {
      const place = from.of.get(id);
      return place && opposite(place, to)?.step;
    };
    const inOrder = (list: readonly { id: Id }[] = [], others: readonly { id: Id }[] = []): void =>
      list.forEach(({ id }, index) => {
        const other = others[index];
        if (!other) return;
        ids.set(id, other.id);
        ownIds.set(other.id, id);
      });
    for (const step of inside) {
      const twin = twinOf(step.id, ours, theirs);
      inOrder(step.fields, twin?.fields);
      inOrder(step.requirements, twin?.requirements);
      inOrder(step.grid?.rows, twin?.grid?.rows);
      inOrder(step.grid?.columns, twin?.grid?.columns);
    }
    return {
      step: within && twinOf(within.id, ours, theirs),
      there: (id) => ids.get(id) ?? twinOf(id, ours, theirs)?.id,
      back: (id) => ownIds.get(id) ?? twinOf(id, theirs, ours)?.id,
    };
  };
}

// Being alike -----------------------------------------------------------------------------------------------

/** What is a run's own: names, and what was recorded. Cells and parts are compared by the names that they stand under. */
const own: ReadonlySet<string> = new Set([
  ...['id', 'version', 'record', 'decisions', 'asked', 'shown', 'cell', 'sample'],
  ...['installs', 'exception', 'partOf'],
]);
const every = <T>(list: readonly T[], others: readonly T[], is: (one: T, other: T) => boolean): boolean =>
  list.length === others.length && list.every((one, index) => is(one, others[index]!));

/** Whether a step and its twin are the same work, with all that is inside. What was recorded does not count. */
export function isAlike(run: Run, step: Step, sibling: Run, { step: twin, there }: Twins): boolean {
  const named = (id: Id | undefined, other: Id | undefined): boolean =>
    id === undefined ? other === undefined : (there(id) ?? id) === other;
  const fields = (one: Field, other: Field): boolean =>
    same(one, other, own) &&
    named(one.cell?.row, other.cell?.row) &&
    named(one.cell?.column, other.cell?.column) &&
    same(sampleOf(one), sampleOf(other));
  const requirements = (one: Requirement, other: Requirement): boolean =>
    same(one, other, own) && named(one.partOf, other.partOf);
  const steps = (one: Step, other: Step): boolean =>
    there(one.id) === other.id &&
    one.title === other.title &&
    one.required === other.required &&
    same(one.instructions, other.instructions) &&
    every(one.upstream, other.upstream, (id, before) => there(id) === before) &&
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
