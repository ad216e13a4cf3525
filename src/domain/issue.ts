/** Issues: opening one, and linking it to what it concerns. */
import { createdId, type Decider, type Refusal } from './command.js';

const nothingSaid: Refusal = { refused: 'invalid', detail: { reason: 'text-needed' } };

export const openIssue: Decider<'open-issue'> = (command, { run, by, at }) => {
  const title = command.title.trim();
  if (title === '') return nothingSaid;
  const issue = {
    id: createdId(command),
    number: `ISS-${run.issues.length + 1}`,
    title,
    status: 'pending' as const,
    links: command.links,
    by,
    at,
  };
  return [{ type: 'issue-opened', ...(command.stepId !== undefined && { stepId: command.stepId }), issue }];
};

export const linkIssue: Decider<'link-issue'> = (command, { run }) => {
  const issue = run.issues.find(({ id }) => id === command.issueId);
  if (!issue) return { refused: 'not-found' };
  const links = [...new Set(command.links)].filter((id) => !issue.links.includes(id));
  if (links.length === 0) return [];
  return [
    {
      type: 'issue-linked',
      ...(command.stepId !== undefined && { stepId: command.stepId }),
      issueId: issue.id,
      links,
    },
  ];
};
