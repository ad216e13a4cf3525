/** From what a person has entered to the command that proposes it, with the place in the editor that each change came from. */
import type { CommandRequest, ProposedChange, RefusalReason } from '../../../domain/command.js';
import { numberSigns, parseNumber } from '../../../domain/typed-number.js';
import { keysOf } from '../../../domain/redline-content.js';
import { linesOf } from '../../../domain/redline-grid.js';
import type {
  Axis,
  FieldContent,
  Id,
  Limits,
  Option,
  RequirementContent,
  Run,
  Step,
} from '../../../domain/run.js';
import {
  contentShown,
  partShown,
  placesIn,
  type Draft,
  type FieldDraft,
  type LimitTexts,
  type NewField,
  type PartDraft,
} from './draft.js';

/** Where in the editor something was entered: `field:ID`, `new-part:2`. */
export type Place = string;
export type Tab = 'instructions' | 'fields' | 'parts' | 'order';

export const tabOf = (place: Place): Tab =>
  /^(new-)?(field|row|column):/.test(place)
    ? 'fields'
    : /^(new-)?part:/.test(place)
      ? 'parts'
      : place.startsWith('order:')
        ? 'order'
        : 'instructions';

/** Of a row or a column of the table, and of one that comes in. */
export const linePlace = (axis: Axis, id: Id): Place => `${axis}:${id}`;
export const newLinePlace = (axis: Axis, index: number): Place => `new-${axis}:${index}`;

/** A number that cannot be read. */
export interface Unreadable {
  place: Place;
  name: string;
  reason: RefusalReason;
  text: string;
}

export interface Proposal {
  request: CommandRequest<'propose-redline'>;
  /** Of each change of the request. */
  places: readonly Place[];
  unreadable: readonly Unreadable[];
}

export function proposalOf(draft: Draft, run: Run, stepId: Id | undefined, locale: string): Proposal {
  const signs = numberSigns(locale);
  const changes: ProposedChange[] = [];
  const places: Place[] = [];
  const unreadable: Unreadable[] = [];
  const step = run.steps.find(({ id }) => id === stepId);
  const put = (place: Place, change: ProposedChange): void => {
    changes.push(change);
    places.push(place);
  };
  /** Decimal text; as it was typed where it cannot be read, which is told. */
  const decimal = (place: Place, name: string, typed: string): string => {
    const read = parseNumber(typed, signs);
    if ('value' in read) return read.value;
    const reason = read.problem === 'empty' ? 'not-a-number' : read.problem;
    unreadable.push({ place, name, reason, text: typed });
    return typed;
  };
  const limitsOf = (place: Place, texts: LimitTexts): Limits | null => {
    const said = Object.entries(texts).filter(([, text]) => text.trim() !== '');
    return said.length === 0
      ? null
      : Object.fromEntries(said.map(([name, text]) => [name, decimal(place, name, text)]));
  };
  const contentOf = (place: Place, { limits, options, ...entered }: FieldDraft): FieldContent => {
    const { label, hint, unit, required, allowNotApplicable, role, meaning, peerReview } = entered;
    return {
      ...(label !== undefined && { label: label.trim() }),
      ...(hint !== undefined && { hint: hint.trim() || null }),
      ...(unit !== undefined && { unit: unit.trim() || null }),
      ...(required !== undefined && { required }),
      ...(allowNotApplicable !== undefined && { allowNotApplicable }),
      ...(limits && { limits: limitsOf(place, limits) }),
      ...(options && { options: optionsOf(options) }),
      ...(role !== undefined && { role: role.trim() }),
      ...(meaning !== undefined && { meaning: meaning.trim() || null }),
      ...(peerReview !== undefined && { peerReview }),
    };
  };
  const partOf = (
    place: Place,
    { quantity, unit, substitutes, designators, ...entered }: PartDraft,
  ): RequirementContent => {
    const places = designators === undefined ? undefined : placesIn(designators);
    const isPlaced = places !== undefined && places.length > 0;
    return {
      ...entered,
      ...(quantity !== undefined && !isPlaced && { quantity: decimal(place, 'quantity', quantity) }),
      ...(isPlaced && { quantity: String(places.length) }),
      ...(places && { designators: isPlaced ? places : null }),
      ...(unit !== undefined && { unit: unit.trim() || null }),
      ...(substitutes && { substitutes: substitutes.filter(({ partNumber }) => partNumber.trim() !== '') }),
    };
  };

  if (draft.instructions) put('instructions', { change: 'instructions', to: draft.instructions });
  // What goes is not changed before.
  const gone = new Set(draft.removed);
  for (const [targetId, entered] of Object.entries(draft.fields)) {
    const place = `field:${targetId}`;
    if (!gone.has(targetId) && has(step?.fields, targetId))
      put(place, { change: 'change-field', targetId, to: contentOf(place, entered) });
  }
  for (const [index, entered] of draft.newFields.entries()) {
    const place = `new-field:${index}`;
    put(place, {
      change: 'add-field',
      field: newField(entered, contentOf(place, contentShown({}, entered, signs.decimal))),
      ...(entered.after && !gone.has(entered.after) && { after: entered.after }),
    } as ProposedChange);
  }
  // A row that comes in is like another one as that is by then.
  const lines = (['column', 'row'] as const).flatMap((axis) =>
    (step ? linesOf(step, axis) : []).map(({ id: targetId }) => ({
      axis,
      targetId,
      place: linePlace(axis, targetId),
    })),
  );
  const goes = ({ place }: { place: Place }): boolean => draft.removedLines.includes(place);
  for (const line of lines) {
    const { axis, targetId, place } = line;
    const entered = draft.lines[place];
    if (entered && !goes(line))
      put(place, { change: 'change-line', axis, targetId, to: contentOf(place, entered) });
  }
  for (const [index, { axis, after, ...entered }] of draft.newLines.entries()) {
    const place = newLinePlace(axis, index);
    const content = contentOf(place, axis === 'row' ? entered : contentShown({}, entered, signs.decimal));
    const { label = '', limits } = content;
    put(place, {
      change: 'add-line',
      axis,
      line: axis === 'row' ? { label, ...(limits !== undefined && { limits }) } : newField(entered, content),
      ...(after && !draft.removedLines.includes(linePlace(axis, after)) && { after }),
    } as ProposedChange);
  }
  for (const line of lines.filter(goes)) {
    const { axis, targetId, place } = line;
    put(place, { change: 'remove-line', axis, targetId });
  }
  for (const [targetId, entered] of Object.entries(draft.parts)) {
    const place = `part:${targetId}`;
    if (!gone.has(targetId) && has(step?.requirements, targetId))
      put(place, { change: 'change-requirement', targetId, to: partOf(place, entered) });
  }
  for (const [index, entered] of draft.newParts.entries()) {
    const place = `new-part:${index}`;
    const { tracking } = entered;
    const { unit, designators, ...said } = partOf(place, partShown(undefined, entered, signs.decimal));
    put(place, {
      change: 'add-requirement',
      requirement: { ...said, tracking, ...(unit && { unit }), ...(designators && { designators }) },
    } as ProposedChange);
  }
  for (const targetId of gone) {
    if (has(step?.fields, targetId)) put(`field:${targetId}`, { change: 'remove-field', targetId });
    else if (has(step?.requirements, targetId))
      put(`part:${targetId}`, { change: 'remove-requirement', targetId });
  }
  for (const targetId of draft.dropped) put(`order:${targetId}`, { change: 'remove-dependency', targetId });
  for (const targetId of draft.added) put(`order:${targetId}`, { change: 'add-dependency', targetId });
  const said = {
    type: 'propose-redline' as const,
    title: draft.title.trim(),
    ...(draft.issueId && { issueId: draft.issueId }),
    changes,
  };
  return {
    request: stepId === undefined ? { ...said, step: placed(draft, run) } : { ...said, stepId },
    places,
    unreadable,
  };
}

const has = (list: readonly { id: Id }[] = [], id: Id): boolean => list.some((one) => one.id === id);

/** A choice that is new is recorded by its words. */
const optionsOf = (entered: NonNullable<FieldDraft['options']>): readonly Option[] =>
  entered
    .filter(({ label }) => label.trim() !== '')
    .map(({ value, label }) => ({ value: value ?? label.trim(), label: label.trim() }));

/** With what its type has, and nothing that it does not have. */
function newField({ type }: Pick<NewField, 'type'>, content: FieldContent): object {
  const has: readonly string[] = keysOf({ type });
  const own = Object.entries(content).filter(([key, value]) => has.includes(key) && value !== null);
  return { type, ...Object.fromEntries(own) };
}

type NewStep = NonNullable<CommandRequest<'propose-redline'>['step']>;

function placed({ place: { title, required, where, beside } }: Draft, run: Run): NewStep {
  const one: Step | undefined = run.steps.find(({ id }) => id === beside);
  const base = { title: title.trim(), required };
  if (!one) return base;
  if (where === 'inside') return { ...base, parentId: one.id };
  return {
    ...base,
    ...(one.parentId !== undefined && { parentId: one.parentId }),
    [where]: one.id,
  };
}
