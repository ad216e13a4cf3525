/** The field of a session whose control has the focus, through shadow roots. */
import type { Id } from '../domain/run.js';
import type { RunSession } from '../session.js';

export function focusedField(session: RunSession): Id | undefined {
  let field: Id | undefined;
  for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null) {
    const { fieldId, session: its } = at as { fieldId?: Id; session?: unknown };
    if (its === session) field = fieldId ?? field;
  }
  return field;
}
