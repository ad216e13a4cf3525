/** What, why and what next, for a command that was refused or could not be sent. */
import type { CommandRequest, Refusal } from '../domain/command.js';
import { permits } from '../domain/permission.js';
import {
  findField,
  findStep,
  personName,
  type Id,
  type Permission,
  type Person,
  type Run,
} from '../domain/run.js';
import { maySign } from '../domain/signoff.js';
import type { FlowContext } from '../machines/command-flow.js';
import { fault as faultWords } from '../messages/en/fault.js';
import { refusal as refusalWords } from '../messages/en/refusal.js';
import type { Explanation } from '../messages/explain.js';
import { localeOf, words } from '../messages/registry.js';
import { nameOf } from './names.js';

/** `name` is what the command was about, in the words of the page. */
export function explain(
  element: Element,
  run: Run,
  name: string,
  { refusal, fault, submission }: Partial<FlowContext>,
): Explanation | undefined {
  const request = submission?.request;
  const about = {
    name,
    locale: localeOf(element),
    nameOf: (id: Id) => nameOf(run, id),
    personName: (id: Id) => personName(run, id),
    ...(refusal?.refused === 'not-permitted' && { others: whoMay(run, refusal, request) }),
    ...(request && { command: request.type }),
    // A decision is pressed; only a comment on it is typed.
    ...(request?.type === 'sign' && { kept: Boolean(request.comment) }),
  };
  return refusal
    ? words(element, 'refusal', refusalWords).say(refusal, about)
    : fault && words(element, 'fault', faultWords).say(fault, about);
}

/** The names of the people who may do what was refused to one of them. */
function whoMay(
  run: Run,
  { detail: { reason, needs } = {} }: Refusal,
  request: CommandRequest | undefined,
): readonly string[] {
  const may = (person: Person): boolean => {
    if (reason === 'permission')
      return request ? !permits(person, request.type) : person.permissions.includes(needs as Permission);
    if (request?.type !== 'sign' || permits(person, 'sign')) return false;
    const step = request.stepId === undefined ? undefined : findStep(run, request.stepId);
    const field = findField(run, step, request.targetId);
    return field?.type === 'signoff' && !maySign(run, step, field, person.id);
  };
  return run.people.filter(may).map(({ name }) => name);
}
