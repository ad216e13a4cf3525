/** Comments at a step. */
import { createdId, type Decider } from './command.js';

export const addComment: Decider<'comment'> = (command, { by, at }) => {
  const text = command.text.trim();
  if (text === '') return { refused: 'invalid', detail: { reason: 'text-needed' } };
  const { stepId } = command;
  return [{ type: 'commented', stepId, comment: { id: createdId(command), stepId, by, at, text } }];
};
