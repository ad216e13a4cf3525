/** Parts beyond one from the shelf: places, units that are made, exceptions, stock that is too old. */
import { isRefusal } from '../../domain/command.js';
import { equal } from './expect.js';
import { requirementIn, type Case, type Request } from './trial.js';

const at = { stepId: 'lights' } as const;
const install = (targetId: string, unitId: string, more: object = {}): Request => ({
  type: 'install-part',
  ...at,
  targetId,
  unitId,
  quantity: '1',
  how: 'scanned',
  ...more,
});
const board: Request = {
  type: 'install-part',
  ...at,
  targetId: 'board',
  made: { serial: 'Board-a1' },
  quantity: '1',
  how: 'made',
};
const uses = ['start-step', 'install-part'] as const;

export const partCases: readonly Case[] = [
  {
    name: 'parts: one goes to each place on the assembly, and to none that nobody chose',
    uses,
    async body({ done, give, load }) {
      await done('worker', { type: 'start-step', ...at });
      const refusal = await give('worker', install('lamp', 'lamps'));
      equal(
        isRefusal(refusal) && [refusal.refused, refusal.detail?.reason, refusal.detail?.expected],
        ['invalid', 'designator-needed', ['D1', 'D2']],
        'the answer where no place was said',
      );
      await done('worker', install('lamp', 'lamps', { designator: 'D2' }));
      const again = await give('worker', install('lamp', 'lamps', { designator: 'D2' }));
      equal(
        isRefusal(again) && [again.refused, again.detail?.reason],
        ['not-installable', 'designator-filled'],
        'the answer where the place is taken',
      );
      await done('worker', install('lamp', 'lamps', { designator: 'D1' }));
      equal(
        requirementIn(await load(), 'lamp').installs.map(({ designator, quantity }) => [
          designator,
          quantity,
        ]),
        [
          ['D2', '1'],
          ['D1', '1'],
        ],
        'the places',
      );
    },
  },
  {
    name: 'parts: a unit that is made here needs its parts, and holds them under the serial that it was given',
    uses,
    async body({ done, give, load }) {
      await done('worker', { type: 'start-step', ...at });
      equal(
        await give('worker', board),
        {
          refused: 'blocked',
          blockers: [{ kind: 'uninstalled-requirement', stepId: 'lights', targetId: 'chip' }],
          detail: { reason: 'parts-missing' },
        },
        'the answer while its parts are missing',
      );
      await done('worker', install('chip', 'chips', { quantity: '2' }));
      await done('worker', board);
      const run = await load();
      const [made] = requirementIn(run, 'board').installs;
      const [chip] = requirementIn(run, 'chip').installs;
      equal(
        [made?.partNumber, made?.serial, made?.how, made?.children],
        ['P-BOARD', 'Board-a1', 'made', [{ partNumber: 'P-CHIP', lot: 'Chip-1', quantity: '2' }]],
        'the board',
      );
      equal(chip?.into, made?.id, 'what the chips went into');
    },
  },
  {
    name: 'parts: what was made takes along what is in it when it comes out, and the stock knows',
    needs: ['findUnits'],
    uses: [...uses, 'uninstall-part'],
    async body({ adapter, done, give, load }) {
      await done('worker', { type: 'start-step', ...at });
      await done('worker', install('chip', 'chips', { quantity: '2' }));
      await done('worker', board);
      const run = await load();
      const remove = (targetId: string): Request => ({
        type: 'uninstall-part',
        ...at,
        targetId,
        installId: requirementIn(run, targetId).installs[0]!.id,
      });
      const inside = await give('worker', remove('chip'));
      equal(
        isRefusal(inside) && [inside.refused, inside.detail?.reason],
        ['not-installable', 'inside-made'],
        'the answer to taking out what is inside',
      );
      await done('worker', remove('board'));
      const after = await load();
      equal(
        ['board', 'chip'].map((id) => requirementIn(after, id).installs),
        [[], []],
        'what is installed afterwards',
      );
      const units = async (text: string): Promise<unknown[][]> =>
        (await adapter.findUnits!(undefined, text)).map(({ quantity, status, children }) => [
          quantity,
          status,
          children?.map((one) => [one.partNumber, one.lot, one.quantity]),
        ]);
      equal(await units('Board-a1'), [['1', 'available', [['P-CHIP', 'Chip-1', '2']]]], 'the board in stock');
      equal(
        (await units('Chip-1')).filter(([, status]) => status === 'installed'),
        [['2', 'installed', undefined]],
        'the chips: those inside are still inside',
      );
    },
  },
  {
    name: 'parts: a requirement is excused by the issue that says why, and by nothing else',
    uses: ['start-step', 'open-issue', 'except-requirement'],
    async body({ done, give, load }) {
      await done('worker', { type: 'start-step', ...at });
      const except = { type: 'except-requirement', ...at, targetId: 'label' } as const;
      equal(
        await give('lead', { ...except, issueId: 'nothing' }),
        { refused: 'invalid', detail: { reason: 'issue-needed' } },
        'the answer without an issue',
      );
      await done('worker', { type: 'open-issue', ...at, title: 'No labels left', links: [] });
      const { id: issueId } = (await load()).issues[0]!;
      const refusal = await give('worker', { ...except, issueId });
      equal(isRefusal(refusal) && refusal.refused, 'not-permitted', 'the answer to who may not');
      await done('lead', { ...except, issueId });
      const run = await load();
      const { exception } = requirementIn(run, 'label');
      equal([exception?.issueId, exception?.by], [issueId, 'lead'], 'the exception');
      equal(run.issues[0]?.links, ['label'], 'what the issue is linked to');
    },
  },
  {
    name: 'parts: what has expired is refused as it is',
    uses,
    async body({ done, give, seed }) {
      await done('worker', { type: 'start-step', ...at });
      const answer = await give('worker', install('lamp', 'lamps-old', { designator: 'D1' }));
      equal(
        answer,
        {
          refused: 'not-installable',
          detail: { reason: 'expired', unit: seed.units.find(({ id }) => id === 'lamps-old') },
        },
        'the answer',
      );
    },
  },
];
