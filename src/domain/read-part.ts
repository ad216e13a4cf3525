/** Foreign requirements and what is installed for them. One that cannot be read whole stands there as an unknown field. */
import { isAbsent, listOf, optional, orNone, shape, thingsOf, type Reader } from './reading.js';
import { flag, instant, oneOf, quantity, targetId, text, title } from './read-plain.js';
import type { Child, Install, Requirement, RequirementContent, Substitute, UnknownField } from './run.js';

/** What is built into what is built in: as deep as anything is that people make. */
const deepest = 40;
const child = shape<Child>({
  partNumber: text,
  serial: optional(text),
  lot: optional(text),
  quantity,
  designator: optional(text),
  children: (...given) => childrenOf(...given),
});
const childList = optional(listOf(child));
const childrenOf: Reader<readonly Child[] | undefined> = (value, reading, source) => {
  if (reading.depth < deepest) return childList(value, reading, source);
  if (!isAbsent(value)) reading.problem('too-long');
  return undefined;
};

const places: Reader<readonly string[]> = (...given) => [...new Set(listOf(text)(...given))].filter(Boolean);
const designators: Reader<readonly string[] | undefined> = (...given) => {
  const all = places(...given);
  return all.length > 0 ? all : undefined;
};

const install = shape<Install>({
  id: text,
  unitId: text,
  splitFrom: optional(text),
  partNumber: text,
  serial: optional(text),
  lot: optional(text),
  quantity,
  designator: optional(text),
  into: optional(text),
  children: childrenOf,
  by: text,
  at: instant,
  how: oneOf(['scanned', 'picked', 'typed', 'made'], 'picked'),
});

const substitutes = listOf(shape<Substitute>({ partNumber: text, description: title }));
const requirement = shape<Requirement>({
  id: targetId,
  partNumber: text,
  description: title,
  quantity,
  unit: optional(title),
  tracking: oneOf(['serial', 'lot', 'bulk'], 'lot'),
  substitutes,
  designators,
  madeOnAssembly: (one, reading, source) => flag(false)(one, reading, source) || undefined,
  partOf: optional(text),
  installs: thingsOf(install),
  exception: optional(shape({ issueId: text, by: text, at: instant })),
  version: text,
});

/** A requirement, or the unknown field that stands for one that cannot be read. */
export const readRequirement: Reader<Requirement | UnknownField> = (value, reading, source) => {
  reading.spoiled = false;
  const read = requirement(value, reading, source);
  if (!reading.spoiled) return read;
  const { id, partNumber, description, version } = read;
  return {
    id,
    type: 'unknown',
    label: description || partNumber,
    required: true,
    allowNotApplicable: false,
    version,
    reported: 'requirement',
    ...(partNumber && { shown: partNumber }),
  };
};

/** What a redline says of a requirement. */
export const requirementContent = shape<RequirementContent>({
  partNumber: optional(text),
  description: optional(title),
  quantity: optional(quantity),
  unit: orNone(title),
  substitutes: optional(substitutes),
  designators: orNone(places),
});
