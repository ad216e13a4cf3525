/** Issues: from pending to resolved, with a disposition of the organization's, and back; and the redlines that they ask for. */
import { equal } from './expect.js';
import type { Case } from './trial.js';

export const issueCases: readonly Case[] = [
  {
    name: 'issues: one goes from pending to resolved by a disposition, one status at a time, and is reopened',
    uses: ['open-issue', 'link-issue', 'disposition-issue', 'advance-issue', 'resolve-issue', 'reopen-issue'],
    async body({ done, give, load }) {
      const status = async (): Promise<unknown> => {
        const { issues } = await load();
        return [issues[0]!.status, issues[0]!.disposition, issues[0]!.links];
      };
      await done('worker', { type: 'open-issue', stepId: 'measure', title: 'Burr', links: ['width'] });
      const issueId = (await load()).issues[0]!.id;
      const at = { stepId: 'measure', issueId } as const;
      await done('worker', { type: 'link-issue', ...at, links: ['measure', 'width'] });
      equal(await status(), ['pending', undefined, ['width', 'measure']], 'the new issue');
      equal(
        await give('lead', { type: 'advance-issue', ...at }),
        { refused: 'invalid', detail: { reason: 'disposition-needed' } },
        'leaving pending without a disposition',
      );
      equal(
        await give('lead', { type: 'disposition-issue', ...at, disposition: 'whatever' }),
        { refused: 'invalid', detail: { reason: 'not-an-option', message: 'whatever' } },
        'a disposition that is not one',
      );
      equal(
        await give('worker', { type: 'disposition-issue', ...at, disposition: 'rework' }),
        { refused: 'not-permitted', detail: { reason: 'permission', needs: 'manage-issue' } },
        'a disposition by somebody who may not decide',
      );
      await done('lead', { type: 'disposition-issue', ...at, disposition: 'rework' });
      await done('lead', { type: 'advance-issue', ...at });
      await done('lead', { type: 'disposition-issue', ...at, disposition: 'use-as-is' });
      equal(await status(), ['pending', 'use-as-is', ['width', 'measure']], 'another disposition');
      await done('lead', { type: 'advance-issue', ...at });
      equal(
        await give('lead', { type: 'resolve-issue', ...at }),
        { refused: 'invalid', detail: { reason: 'issue-status', status: 'in-progress' } },
        'resolving before the review',
      );
      await done('lead', { type: 'advance-issue', ...at });
      await done('lead', { type: 'resolve-issue', ...at });
      equal(((await status()) as string[])[0], 'resolved', 'the end');
      await done('lead', { type: 'reopen-issue', ...at, reason: 'Seen again' });
      equal(((await status()) as string[])[0], 'in-progress', 'the issue that was reopened');
    },
  },
  {
    name: 'issues: one that leaves pending closes the redlines that it asks for, and their steps are to do',
    uses: ['open-issue', 'disposition-issue', 'advance-issue', 'propose-redline'],
    async body({ done, load }) {
      await done('lead', { type: 'open-issue', stepId: 'measure', title: 'Burr', links: ['measure'] });
      const issueId = (await load()).issues[0]!.id;
      await done('lead', {
        type: 'propose-redline',
        stepId: 'measure',
        title: 'Deburr first',
        issueId,
        changes: [{ change: 'instructions', to: ['Deburr first.'] }],
      });
      const at = { stepId: 'measure', issueId } as const;
      await done('lead', { type: 'disposition-issue', ...at, disposition: 'rework' });
      const stepStatus = async (): Promise<unknown> =>
        (await load()).steps.find(({ id }) => id === 'measure')?.status;
      equal(await stepStatus(), 'redline', 'the step while the issue is pending');
      await done('lead', { type: 'advance-issue', ...at });
      equal(await stepStatus(), 'todo', 'the step afterwards');
    },
  },
];
