/** Small builders, so that a seeded run reads like the procedure it came from. */
import type {
  BooleanField,
  DateField,
  FileField,
  Id,
  Limits,
  MultiSelectField,
  NumberField,
  Option,
  PassFailField,
  Requirement,
  SignoffField,
  SingleSelectField,
  Step,
  Substitute,
  TextField,
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
