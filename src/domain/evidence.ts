/** Evidence beside the fields: photos, drawings and documents of a step. */
import { createdId, type Decider } from './command.js';
import { isFileRef } from './fields.js';
import { findStep, type Evidence } from './run.js';
import { said } from './said.js';

export const attachFile: Decider<'attach-file'> = (command, { by, at }) => {
  const { stepId, file } = command;
  if (!isFileRef(file)) return { refused: 'invalid', detail: { reason: 'not-a-value' } };
  const caption = said(command.caption);
  const evidence: Evidence = { id: createdId(command), file, ...(caption && { caption }), by, at };
  return [{ type: 'file-attached', stepId, evidence }];
};

/** What was removed stays in the record, with who did it and why. */
export const removeFile: Decider<'remove-file'> = (command, { run, by, at }) => {
  const { stepId, targetId } = command;
  const evidence = findStep(run, stepId)!.evidence?.find(({ id }) => id === targetId);
  if (!evidence) return { refused: 'not-found' };
  if (evidence.removed) return { refused: 'invalid', detail: { reason: 'removed-already' } };
  const reason = said(command.reason);
  if (reason === '') return { refused: 'invalid', detail: { reason: 'reason-needed' } };
  return [{ type: 'file-removed', stepId, targetId, removed: { reason, by, at } }];
};
