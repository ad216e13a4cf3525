/** From what a person has entered to the command that proposes it, with the place in the editor that each change came from. */
import type { CommandRequest, ProposedChange, RefusalReason } from '../../../domain/command.js';
import { numberSigns, parseNumber } from '../../../domain/measurement.js';
import type { FieldContent, Id, Limits, Option, RequirementContent, Run, Step } from '../../../domain/run.js';
import {
  newFieldShown,
  partShown,
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
  /^(new-)?field:/.test(place)
    ? 'fields'
    : /^(new-)?part:/.test(place)
      ? 'parts'
      : place.startsWith('order:')
        ? 'order'
        : 'instructions';

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
    const { label, hint, unit, required, allowNotApplicable } = entered;
    return {
      ...(label !== undefined && { label }),
      ...(hint !== undefined && { hint: hint.trim() || null }),
      ...(unit !== undefined && { unit: unit.trim() || null }),
      ...(required !== undefined && { required }),
      ...(allowNotApplicable !== undefined && { allowNotApplicable }),
      ...(limits && { limits: limitsOf(place, limits) }),
      ...(options && { options: optionsOf(options) }),
    };
  };
  const partOf = (
    place: Place,
    { quantity, unit, substitutes, ...entered }: PartDraft,
  ): RequirementContent => ({
    ...entered,
    ...(quantity !== undefined && { quantity: decimal(place, 'quantity', quantity) }),
    ...(unit !== undefined && { unit: unit.trim() || null }),
    ...(substitutes && { substitutes: substitutes.filter(({ partNumber }) => partNumber.trim() !== '') }),
  });

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
      field: newField(entered, contentOf(place, newFieldShown(entered))),
      ...(entered.after && !gone.has(entered.after) && { after: entered.after }),
    } as ProposedChange);
  }
  for (const [targetId, entered] of Object.entries(draft.parts)) {
    const place = `part:${targetId}`;
    if (!gone.has(targetId) && has(step?.requirements, targetId))
      put(place, { change: 'change-requirement', targetId, to: partOf(place, entered) });
  }
  for (const [index, entered] of draft.newParts.entries()) {
    const place = `new-part:${index}`;
    const { tracking } = entered;
    const { unit, ...said } = partOf(place, partShown(undefined, entered, signs.decimal));
    put(place, {
      change: 'add-requirement',
      requirement: { ...said, tracking, ...(unit && { unit }) },
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
function newField(
  { type, role = '', meaning = '', peerReview = false }: NewField,
  content: FieldContent,
): object {
  const { unit, limits, options, hint, label = '', ...flags } = content;
  return {
    type,
    label: label.trim(),
    ...flags,
    ...(hint && { hint }),
    ...(type === 'number' && { ...(unit && { unit }), ...(limits && { limits }) }),
    ...(/select$/.test(type) && { options }),
    ...(type === 'signoff' && {
      role: role.trim(),
      peerReview,
      ...(meaning.trim() && { meaning: meaning.trim() }),
    }),
  };
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
