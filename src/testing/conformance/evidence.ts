/** Evidence beside the fields: it is added, taken away with a reason, and never gone. */
import { equal } from './expect.js';
import { stepIn, type Case } from './trial.js';

export const evidenceCases: readonly Case[] = [
  {
    name: 'evidence: what was attached stays in the record as it was, also when it was removed with a reason',
    uses: ['start-step', 'attach-file', 'remove-file'],
    async body({ done, give, load }) {
      await done('worker', { type: 'start-step', stepId: 'measure' });
      const file = { id: 'photo-1', name: 'Räder, links.png', type: 'image/png', size: 70_000 };
      const caption = 'Die Räder – vor dem Löten';
      await done('worker', { type: 'attach-file', stepId: 'measure', file, caption });
      await done('lead', { type: 'attach-file', stepId: 'measure', file: { ...file, id: 'photo-2' } });
      const listed = async (): Promise<unknown> =>
        stepIn(await load(), 'measure').evidence?.map((one) => [
          one.file,
          one.caption,
          one.by,
          one.removed?.reason,
          one.removed?.by,
        ]);
      const second = [{ ...file, id: 'photo-2' }, undefined, 'lead'];
      equal(await listed(), [[file, caption, 'worker'], second], 'what is attached');
      const targetId = stepIn(await load(), 'measure').evidence![0]!.id;
      const remove = { type: 'remove-file', stepId: 'measure', targetId } as const;
      equal(
        await give('lead', { ...remove, reason: ' ' }),
        { refused: 'invalid', detail: { reason: 'reason-needed' } },
        'the answer to removing it without a reason',
      );
      await done('lead', { ...remove, reason: 'Falsches Rad' });
      equal(
        await listed(),
        [[file, caption, 'worker', 'Falsches Rad', 'lead'], second],
        'what is left of it',
      );
      equal(
        await give('lead', { ...remove, reason: 'Once more' }),
        { refused: 'invalid', detail: { reason: 'removed-already' } },
        'the answer to removing it again',
      );
    },
  },
];
