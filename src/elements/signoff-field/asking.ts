/** Who signs: asked in place where the backend wants to know, at the moment of the decision (R73). */
import type { TemplateResult } from 'lit';
import { findPerson } from '../../domain/run.js';
import { identify as identifyWords } from '../../messages/en/identify.js';
import { signoff as signoffWords } from '../../messages/en/signoff.js';
import { words } from '../../messages/registry.js';
import { IdentifyPanel } from '../identify/panel.js';
import { signedHere, type Deciding } from './deciding.js';

const panels = new WeakMap<Element, IdentifyPanel>();

export function asking({ element, session, run, field, ongoing, sign, cancel }: Deciding): TemplateResult {
  let panel = panels.get(element);
  if (!panel) panels.set(element, (panel = new IdentifyPanel(element)));
  const say = words(element, 'signoff', signoffWords);
  const submission = ongoing!.context.submission!;
  const { request } = submission;
  const whyNot = (person: string) => session.signing(field.id, person)?.whyNot;
  return panel.draw({
    session,
    title: words(element, 'identify', identifyWords).whoSigns,
    submit: request.type === 'sign' && request.decision === 'reject' ? say.reject : say.approve,
    people: run.people.filter(({ id }) => !whyNot(id)),
    person: findPerson(run, session.person) && !whyNot(session.person) ? session.person : undefined,
    submission,
    recognized(as) {
      const refusal = whyNot(as.person);
      if (refusal) return refusal;
      signedHere.set(element, { command: submission.commandId, worker: session.person });
      sign({ ...submission, as });
      return undefined;
    },
    cancel,
  });
}
