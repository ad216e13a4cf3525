/** What a person has entered in the editor of a redline, as it is kept with the session: what they touched, as they typed it. */
import type { Field, FieldType, Id, Limits, Requirement, Tracking } from '../../../domain/run.js';

/** Limits as typed. */
export type LimitTexts = Readonly<Record<keyof Limits, string>>;
export interface OptionText {
  /** Of one that there was before. */
  value?: string;
  label: string;
}

/** What of a field is entered; what is not there was not touched. */
export interface FieldDraft {
  label?: string;
  hint?: string;
  unit?: string;
  limits?: LimitTexts;
  options?: readonly OptionText[];
  required?: boolean;
  allowNotApplicable?: boolean;
  /** Of a new sign-off. */
  role?: string;
  meaning?: string;
  peerReview?: boolean;
}
export type NewType = Exclude<FieldType, 'unknown'>;
export interface NewField extends FieldDraft {
  type: NewType;
  /** The field that it stands after; at the end if empty. */
  after: Id;
}

export interface PartDraft {
  partNumber?: string;
  description?: string;
  quantity?: string;
  unit?: string;
  substitutes?: readonly { partNumber: string; description: string }[];
}
export interface NewPart extends PartDraft {
  tracking: Tracking;
}

export type Where = 'after' | 'before' | 'inside';

export interface Draft {
  title: string;
  issueId: Id;
  /** Of a new step. */
  place: { title: string; required: boolean; where: Where; beside: Id };
  /** All paragraphs, once one was touched. */
  instructions?: readonly string[];
  fields: Readonly<Record<Id, FieldDraft>>;
  newFields: readonly NewField[];
  parts: Readonly<Record<Id, PartDraft>>;
  newParts: readonly NewPart[];
  /** Fields and parts that go. */
  removed: readonly Id[];
  /** Steps that are no longer waited for, and those that are from now on. */
  dropped: readonly Id[];
  added: readonly Id[];
}

export const emptyDraft = (beside = '', where: Where = 'after'): Draft => ({
  title: '',
  issueId: '',
  place: { title: '', required: true, where, beside },
  fields: {},
  newFields: [],
  parts: {},
  newParts: [],
  removed: [],
  dropped: [],
  added: [],
});

/** What was kept, as far as it can be read. */
export function readDraft(kept: unknown, empty: Draft): Draft {
  if (typeof kept !== 'string' || kept === '') return empty;
  try {
    const read = JSON.parse(kept) as Partial<Draft>;
    const sound = Object.entries(empty).every(
      ([key, value]) =>
        typeof read[key as keyof Draft] === typeof value &&
        Array.isArray(read[key as keyof Draft]) === Array.isArray(value),
    );
    return sound ? { ...empty, ...read } : empty;
  } catch {
    return empty;
  }
}

/** The text of limits as they stand, for the language of the person: with its decimal sign. */
export const limitTexts = (limits: Limits | undefined, sign: string): LimitTexts => {
  const text = (key: keyof Limits): string => limits?.[key]?.replace('.', sign) ?? '';
  return {
    min: text('min'),
    max: text('max'),
    target: text('target'),
    plus: text('plus'),
    minus: text('minus'),
  };
};

/** What a form shows of a field: as it is, with what was entered over it. */
export function fieldShown(field: Field, draft: FieldDraft | undefined, sign: string): Required<FieldDraft> {
  const one = field.type === 'number' ? field : undefined;
  const chosen = field.type === 'single-select' || field.type === 'multi-select' ? field.options : [];
  const signs = field.type === 'signoff' ? field : undefined;
  return {
    label: field.label,
    hint: field.hint ?? '',
    unit: one?.unit ?? '',
    limits: limitTexts(one?.limits, sign),
    options: chosen,
    required: field.required,
    allowNotApplicable: field.allowNotApplicable,
    role: signs?.role ?? '',
    meaning: signs?.meaning ?? '',
    peerReview: signs?.peerReview ?? false,
    ...draft,
  };
}

export const newFieldShown = (draft: NewField): Required<FieldDraft> => ({
  label: '',
  hint: '',
  unit: '',
  limits: limitTexts(undefined, ''),
  options: [],
  required: true,
  allowNotApplicable: false,
  role: '',
  meaning: '',
  peerReview: false,
  ...draft,
});

export const partShown = (
  part: Requirement | undefined,
  draft: PartDraft | undefined,
  sign: string,
): Required<PartDraft> => ({
  partNumber: part?.partNumber ?? '',
  description: part?.description ?? '',
  quantity: part ? part.quantity.replace('.', sign) : '1',
  unit: part?.unit ?? '',
  substitutes: part?.substitutes ?? [],
  ...draft,
});
