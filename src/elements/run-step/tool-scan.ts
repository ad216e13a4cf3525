/**
 * A scan that no requirement of a step takes may name a tool. Where exactly one empty field accepts it, it is offered
 * there; the person chooses it. Loaded with the first scan at a step that asks for tools.
 */
import { isFilled, type Field, type Id, type Step, type ToolField } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { candidates, named } from '../value-field/link-finder.js';

/** Milliseconds that a look-up among parts may take. */
const patience = 10_000;

const isEmptyTool = (field: Field): field is ToolField => field.type === 'tool' && !isFilled(field);

/** Whether the parts of the step know nothing by this text. */
async function isUnknown(session: RunSession, stepId: Id, text: string): Promise<boolean> {
  const key = `scan:${stepId}`;
  return await new Promise((resolve) => {
    const answer = (unknown: boolean): void => {
      clearTimeout(timer);
      unfollow();
      resolve(unknown);
    };
    const look = (): void => {
      const { value, context } = session.ongoing.peek('install', key) ?? {};
      if (context?.text === text.trim() && value !== 'finding') {
        answer(value === 'choosing' && context.found.length === 0);
      }
    };
    const timer = setTimeout(() => answer(false), patience);
    const unfollow = session.follow(key, look);
    look();
  });
}

/** The field that it was offered at, if one. `asked`: whether the parts of the step are asked as well. */
export async function offerTool(
  session: RunSession,
  step: Step,
  text: string,
  asked: boolean,
): Promise<ToolField | undefined> {
  if (asked && !(await isUnknown(session, step.id, text))) return undefined;
  const accepting: ToolField[] = [];
  for (const field of step.fields.filter(isEmptyTool)) {
    if (session.ongoing.peek('entry', field.id)) continue;
    const found = await named(session, await candidates(session, field, text, 'scanned'), text, 'scanned');
    if (found.some(({ problem }) => !problem)) accepting.push(field);
  }
  const [field, ...others] = accepting;
  if (!field || others.length > 0) return undefined;
  session.entry(field.id).send({ type: 'EDIT', draft: text.trim(), base: field.version, how: 'scanned' });
  // It is no part that was not found.
  if (asked && session.ongoing.peek('install', `scan:${step.id}`)) {
    session.install(`scan:${step.id}`).send({ type: 'CANCEL' });
  }
  return field;
}
