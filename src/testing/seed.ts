/** Small builders, so that a seeded run reads like the procedure it came from. */
import type {
  BooleanField,
  DateField,
  DateTimeField,
  FileField,
  Id,
  Limits,
  MultiSelectField,
  NumberField,
  Option,
  PartField,
  PassFailField,
  PersonField,
  Requirement,
  SignoffField,
  SingleSelectField,
  Step,
  Substitute,
  TextField,
  ToolField,
  Tracking,
} from '../domain/run.js';

/** The version of everything that no command has touched yet. */
export const seeded = '0';

const base = { required: true, allowNotApplicable: false, version: seeded };
type More = Partial<Pick<NumberField, 'required' | 'allowNotApplicable' | 'hint'>>;

export const number = (
  id: Id,
  label: string,
  unit: string | undefined,
  limits: Limits | undefined,
  more?: More,
): NumberField => ({
  ...base,
  id,
  type: 'number',
  label,
  ...(unit !== undefined && { unit }),
  ...(limits && { limits }),
  ...more,
});

export const passFail = (id: Id, label: string, more?: More): PassFailField => ({
  ...base,
  id,
  type: 'pass-fail',
  label,
  ...more,
});
export const text = (id: Id, label: string, more?: More): TextField => ({
  ...base,
  id,
  type: 'text',
  label,
  ...more,
});
export const date = (id: Id, label: string, more?: More): DateField => ({
  ...base,
  id,
  type: 'date',
  label,
  ...more,
});
export const dateTime = (id: Id, label: string, more?: More): DateTimeField => ({
  ...base,
  id,
  type: 'date-time',
  label,
  ...more,
});
export const boolean = (id: Id, label: string, more?: More): BooleanField => ({
  ...base,
  id,
  type: 'boolean',
  label,
  ...more,
});
export const file = (id: Id, label: string, more?: More): FileField => ({
  ...base,
  id,
  type: 'file',
  label,
  ...more,
});

export const tool = (
  id: Id,
  label: string,
  more?: More & Partial<Pick<ToolField, 'partNumber' | 'subtype'>>,
): ToolField => ({ ...base, id, type: 'tool', label, ...more });
export const person = (
  id: Id,
  label: string,
  more?: More & Partial<Pick<PersonField, 'role'>>,
): PersonField => ({
  ...base,
  id,
  type: 'person',
  label,
  ...more,
});
export const partLink = (id: Id, label: string, more?: More): PartField => ({
  ...base,
  id,
  type: 'part',
  label,
  ...more,
});

/** Repeated readings of one characteristic: a field for each. */
export const samples = (
  id: Id,
  label: string,
  count: number,
  unit: string | undefined,
  limits: Limits | undefined,
): NumberField[] =>
  Array.from({ length: count }, (_, at) => ({
    ...number(`${id}-${at + 1}`, `${label}, reading ${at + 1}`, unit, limits),
    sample: { of: id, label, index: at + 1 },
  }));

/** Options by value and label. */
const optionsOf = (options: Readonly<Record<string, string>>): Option[] =>
  Object.entries(options).map(([value, label]) => ({ value, label }));

export const singleSelect = (
  id: Id,
  label: string,
  options: Readonly<Record<string, string>>,
  more?: More,
): SingleSelectField => ({ ...base, id, type: 'single-select', label, options: optionsOf(options), ...more });

export const multiSelect = (
  id: Id,
  label: string,
  options: Readonly<Record<string, string>>,
  more?: More,
): MultiSelectField => ({ ...base, id, type: 'multi-select', label, options: optionsOf(options), ...more });

export const signoff = (
  id: Id,
  label: string,
  role: string,
  more?: More & Partial<Pick<SignoffField, 'meaning' | 'peerReview'>>,
): SignoffField => ({ ...base, id, type: 'signoff', label, role, peerReview: false, decisions: [], ...more });

export const part = (
  id: Id,
  tracking: Tracking,
  quantity: string,
  partNumber: string,
  description: string,
  substitutes: readonly Substitute[] = [],
): Requirement => ({
  id,
  partNumber,
  description,
  quantity,
  tracking,
  substitutes,
  installs: [],
  version: seeded,
});

/** A step that nobody has touched. */
export const step = (id: Id, title: string, more: Partial<Omit<Step, 'id' | 'title'>> = {}): Step => ({
  id,
  title,
  instructions: [],
  status: 'todo',
  upstream: [],
  required: true,
  version: seeded,
  fields: [],
  requirements: [],
  labor: [],
  commentCount: 0,
  ...more,
});
