/** Links of a field to a tool, a person or a part: whether this one may stand there, and under which name. */
import { factOf, type DecisionContext, type RefusalDetail } from './command.js';
import { dayAt } from './day.js';
import {
  findPerson,
  rolesOf,
  type Field,
  type FieldValue,
  type Link,
  type Tool,
  type ToolField,
} from './run.js';

export const isLink = (value: unknown): value is Link =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Link).id === 'string' &&
  typeof (value as Link).name === 'string';

type Linked = { value: FieldValue } | { problem: RefusalDetail };

/** The value to record: a link gets the name that the backend knows, whatever the client called it. */
export function linked(
  field: Field,
  value: FieldValue,
  { run, at, facts }: Pick<DecisionContext, 'run' | 'at' | 'facts'>,
): Linked {
  if (!isLink(value)) return { value };
  const { id } = value;
  const missing: Linked = { problem: { reason: 'not-found', message: value.name || id } };
  if (field.type === 'person') {
    const person = findPerson(run, id);
    if (!person) return missing;
    if (field.role !== undefined && !rolesOf(run, person).has(field.role)) {
      return { problem: { reason: 'other-role', needs: field.role, message: person.name } };
    }
    return { value: { id, name: person.name } };
  }
  if (field.type === 'tool') {
    const tool = factOf(facts.tools, id);
    if (!tool) return missing;
    const problem = toolProblem(field, tool, dayAt(at, run.zone));
    return problem ? { problem } : { value: { id, name: toolName(tool) } };
  }
  const part = factOf(facts.parts, id);
  return part ? { value: { id, name: `${part.partNumber} ${part.description}`.trim() } } : missing;
}

export const toolName = ({ name, serial }: Tool): string => (serial ? `${name} · ${serial}` : name);

/** Why a tool may not be used here on this day (R42), or nothing. */
export function toolProblem(field: ToolField, tool: Tool, day: string): RefusalDetail | undefined {
  const wanted = [field.partNumber, field.subtype].filter((one) => one !== undefined);
  if (
    (field.partNumber !== undefined && field.partNumber !== tool.partNumber) ||
    (field.subtype !== undefined && field.subtype !== tool.subtype)
  ) {
    return { reason: 'tool-other', tool, expected: wanted };
  }
  if (tool.status !== 'available') return { reason: 'tool-unavailable', tool };
  return tool.calibrationDue !== undefined && tool.calibrationDue < day
    ? { reason: 'tool-overdue', tool }
    : undefined;
}
