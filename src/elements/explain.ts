/** What, why and what next, for a command that was refused or could not be sent. */
import { personName, type Id, type Run } from '../domain/run.js';
import { whoMay } from '../domain/who-may.js';
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
    ...(refusal?.refused === 'not-permitted' && {
      others: whoMay(run, refusal, request).map((person) => person.name),
    }),
    ...(request && { command: request.type }),
    // A decision is pressed; only a comment on it is typed.
    ...(request?.type === 'sign' && { kept: Boolean(request.comment) }),
  };
  return refusal
    ? words(element, 'refusal', refusalWords).say(refusal, about)
    : fault && words(element, 'fault', faultWords).say(fault, about);
}
