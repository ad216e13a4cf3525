/** Parts: what an install does to stock, and finding what a scan means. */
import type { Adapter } from '../../adapters/adapter.js';
import { equal } from './expect.js';
import type { Case } from './trial.js';

const found = async (adapter: Adapter, text: string): Promise<string[]> =>
  (await adapter.findUnits!(undefined, text)).map(({ id }) => id).sort();

const install = {
  type: 'install-part',
  stepId: 'assemble',
  how: 'scanned',
} as const;

export const stockCases: readonly Case[] = [
  {
    name: 'stock: a part of a lot becomes a unit of its own, and the lot holds the rest',
    needs: ['findUnits'],
    uses: ['start-step', 'install-part'],
    async body({ adapter, done }) {
      await done('worker', { type: 'start-step', stepId: 'assemble' });
      await done('worker', { ...install, targetId: 'wire', unitId: 'wire-lot', quantity: '2.5' });
      const units = await adapter.findUnits!(undefined, 'Wire-1');
      equal(
        units
          .map(({ id, splitFrom, quantity, status }) => [
            id === 'wire-lot' ? 'the lot' : splitFrom,
            quantity,
            status,
          ])
          .sort(),
        [
          ['the lot', '97.5', 'available'],
          ['wire-lot', '2.5', 'installed'],
        ],
        'the lot and its part',
      );
    },
  },
  {
    name: 'stock: a part that was taken out again can be installed again',
    uses: ['start-step', 'install-part', 'uninstall-part'],
    async body({ done, load }) {
      const part = { ...install, targetId: 'motor', unitId: 'motor-2', quantity: '1' };
      await done('worker', { type: 'start-step', stepId: 'assemble' });
      await done('worker', part);
      const installs = async (): Promise<string[]> =>
        (await load()).steps[1]!.requirements[0]!.installs.map(({ id }) => id);
      const [installId] = await installs();
      await done('worker', {
        type: 'uninstall-part',
        stepId: 'assemble',
        targetId: 'motor',
        installId: installId!,
      });
      equal(await installs(), [], 'what is installed after it was taken out');
      await done('worker', part);
      equal((await installs()).length, 1, 'how many are installed after it was put in again');
    },
  },
  {
    name: 'findUnits: by serial, lot or part number, however it was typed',
    needs: ['findUnits'],
    async body({ adapter }) {
      equal(await found(adapter, 'Mot-2'), ['motor-2'], 'a serial');
      equal(
        await found(adapter, ' mot-2\n'),
        ['motor-2'],
        'a serial in another case, with what scanners add',
      );
      equal(await found(adapter, 'WIRE-1'), ['wire-lot'], 'a lot');
      equal(
        await found(adapter, 'p-motor'),
        ['motor-1', 'motor-2', 'motor-held'],
        'a part number, fit or not',
      );
      equal(await found(adapter, 'nothing'), [], 'nothing');
    },
  },
  {
    name: 'findUnits: without a text, every unit of the parts that may go in',
    needs: ['findUnits'],
    async body({ adapter, load }) {
      const motor = (await load()).steps[1]!.requirements[0]!;
      const units = await adapter.findUnits!(motor, '');
      equal(
        units.map(({ id }) => id).sort(),
        ['motor-1', 'motor-2', 'motor-b', 'motor-held'],
        'motors and their substitute',
      );
    },
  },
];
