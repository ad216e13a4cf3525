/** Tools, people and parts that a value names: the backend knows them, whatever a client says of them. */
import { isRefusal } from '../../domain/command.js';
import { equal } from './expect.js';
import { fieldIn, type Case, type Request } from './trial.js';

const uses = ['start-step', 'set-value'] as const;
const name = (targetId: string, id: string): Request => ({
  type: 'set-value',
  stepId: 'measure',
  targetId,
  value: { id, name: 'What the client calls it' },
});

/** What may not stand in a field, and why. */
const refused: readonly (readonly [field: string, id: string, reason: string])[] = [
  ['caliper', 'caliper-2', 'tool-unavailable'],
  ['caliper', 'caliper-3', 'tool-overdue'],
  ['caliper', 'scale', 'tool-other'],
  ['caliper', 'nowhere', 'not-found'],
  ['checker', 'worker', 'other-role'],
  ['checker', 'nobody', 'not-found'],
  ['kind', 'nothing', 'not-found'],
  ['kind', 'constructor', 'not-found'],
];

export const linkCases: readonly Case[] = [
  {
    name: 'links: a tool, a person and a part are recorded under the names that the backend knows',
    uses,
    async body({ done, load }) {
      await done('worker', { type: 'start-step', stepId: 'measure' });
      for (const [targetId, id, known] of [
        ['caliper', 'caliper-1', 'Caliper · Cal-1'],
        ['checker', 'inspector', 'Ines'],
        ['kind', 'part-motor', 'P-MOTOR Motor'],
      ] as const) {
        await done('worker', name(targetId, id));
        const field = fieldIn(await load(), targetId);
        equal('record' in field && field.record?.value, { id, name: known }, targetId);
      }
    },
  },
  {
    name: 'links: what may not be used is refused with its reason, a tool as it is',
    uses,
    async body({ done, give, load, seed }) {
      await done('worker', { type: 'start-step', stepId: 'measure' });
      const before = await load();
      for (const [targetId, id, reason] of refused) {
        const answer = await give('worker', name(targetId, id));
        const detail = isRefusal(answer) ? answer.detail : undefined;
        equal(detail?.reason, reason, `why ${id} may not stand in ${targetId}`);
        if (reason.startsWith('tool'))
          equal(
            detail?.tool,
            seed.tools.find((tool) => tool.id === id),
            `${id} as it is`,
          );
      }
      equal(await load(), before, 'the run afterwards');
    },
  },
  {
    name: 'findTools: by serial, name or part number; without a text, those that the field may take',
    needs: ['findTools'],
    async body({ adapter, load }) {
      const field = fieldIn(await load(), 'caliper');
      const found = async (text: string, fitting = true): Promise<string[]> => {
        const asked = fitting && field.type === 'tool' ? field : undefined;
        return (await adapter.findTools!(asked, text)).map(({ id }) => id).sort();
      };
      equal(await found(' cal-2\n'), ['caliper-2'], 'a serial, in another case');
      equal(await found('Scale'), ['scale'], 'a name, fit or not');
      equal(await found('t-caliper', false), ['caliper-1', 'caliper-2', 'caliper-3'], 'a part number');
      equal(await found('nothing'), [], 'nothing');
      equal(await found(''), ['caliper-1', 'caliper-2', 'caliper-3'], 'those of the field’s part number');
      equal((await found('', false)).length, 4, 'how many there are');
    },
  },
  {
    name: 'findParts: by any piece of the number, the trade item number or the description',
    needs: ['findParts'],
    async body({ adapter }) {
      const found = async (text: string): Promise<string[]> =>
        (await adapter.findParts!(text)).map(({ id }) => id).sort();
      equal(await found('p-'), ['part-motor', 'part-wire'], 'the beginning of a number');
      equal(await found(' WIRE '), ['part-wire'], 'a word of the description');
      equal(await found('134352'), ['part-motor'], 'the end of a trade item number');
      equal(await found('nothing'), [], 'nothing');
    },
  },
];
