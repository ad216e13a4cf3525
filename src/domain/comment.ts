/** Comments at a step. */
import { createdId, type Decider } from './command.js';
import { findPerson } from './record.js';
import { list, said } from './said.js';

export const addComment: Decider<'comment'> = (command, { run, by, at }) => {
  const text = said(command.text);
  if (text === '') return { refused: 'invalid', detail: { reason: 'text-needed' } };
  const { stepId } = command;
  const mentions = [...new Set(list(command.mentions).map(said))];
  if (mentions.some((id) => !findPerson(run, id))) return { refused: 'not-found' };
  const comment = {
    id: createdId(command),
    stepId,
    by,
    at,
    text,
    ...(mentions.length > 0 && { mentions }),
  };
  return [{ type: 'commented', stepId, comment }];
};
