/** What a person has entered in the editor of a redline, as it is kept with the session: what they touched, as they typed it. */
import type {
  Axis,
  FieldContent,
  FieldType,
  Id,
  Limits,
  Requirement,
  Tracking,
} from '../../../domain/run.js';

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
  /** Of a sign-off. */
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

/** A row or a column of the table that comes in; of a row there is no type to choose. */
export interface NewLine extends NewField {
  axis: Axis;
}

export interface PartDraft {
  partNumber?: string;
  description?: string;
  quantity?: string;
  unit?: string;
  substitutes?: readonly { partNumber: string; description: string }[];
  /** As typed, with commas between them. */
  designators?: string;
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
  /** Rows and columns of the table, by their places in the editor; which of them go, and which come in. */
  lines: Readonly<Record<string, FieldDraft>>;
  removedLines: readonly string[];
  newLines: readonly NewLine[];
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
  lines: {},
  removedLines: [],
  newLines: [],
  parts: {},
  newParts: [],
  removed: [],
  dropped: [],
  added: [],
});

/** What was kept, as far as it can be read; what an earlier version did not know was not touched. */
export function readDraft(kept: unknown, empty: Draft): Draft {
  if (typeof kept !== 'string' || kept === '') return empty;
  try {
    const read = { ...empty, ...(JSON.parse(kept) as Partial<Draft>) };
    const sound = Object.entries(empty).every(
      ([key, value]) =>
        typeof read[key as keyof Draft] === typeof value &&
        Array.isArray(read[key as keyof Draft]) === Array.isArray(value),
    );
    return sound ? read : empty;
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

/** What a form shows of a field or a line: as it is, with what was entered over it. */
export const contentShown = (
  now: FieldContent,
  draft: FieldDraft | undefined,
  sign: string,
): Required<FieldDraft> => ({
  label: now.label ?? '',
  hint: now.hint ?? '',
  unit: now.unit ?? '',
  limits: limitTexts(now.limits ?? undefined, sign),
  options: now.options ?? [],
  required: now.required ?? true,
  allowNotApplicable: now.allowNotApplicable ?? false,
  role: now.role ?? '',
  meaning: now.meaning ?? '',
  peerReview: now.peerReview ?? false,
  ...draft,
});

/** The places that somebody has typed. */
export const placesIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

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
  designators: part?.designators?.join(', ') ?? '',
  ...draft,
});
