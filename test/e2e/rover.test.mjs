// The whole story of a rover: three people execute a run from the first check-in to its completion, with everything
// that goes wrong on the way. They use roles, names and keys; what is asserted beside the screen is what was stored.
import { test } from 'node:test';
import { peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';
import { buildTheBoard } from './rover/board.mjs';
import { completeTheCorners, dressTheWires, drillTheWheels, mountTheWheels } from './rover/building.mjs';
import { inspectTheBracket, testTheBoard } from './rover/checking.mjs';
import { closeTheLid, completeTheRun, nothingCanBeChanged } from './rover/closing.mjs';
import { runTheMotorsIn } from './rover/motors.mjs';
import { theRecordIsWhole } from './rover/recorded.mjs';
import { fitTheWheels } from './rover/wheels.mjs';

test('a rover is built from the first check-in to the completed run', (context) =>
  withPortal(
    async ({ page }) => {
      const { amara, jonas, mei } = peopleAt(page);
      /** A part of the story, on which the next one stands. */
      const part = async (/** @type {string} */ name, /** @type {() => Promise<void>} */ story) => {
        /** @type {unknown} */
        let problem;
        await context.test(name, () =>
          story().catch((error) => {
            problem = error;
            throw error;
          }),
        );
        if (problem) throw problem;
      };
      await amara.openRun('Six-wheel rover 007');
      await part('R30–R33: holes are measured by keys alone', () => drillTheWheels(amara));
      await part('R46, R49, R53, R55, R59, R61: wheels and motors, by scanner', () => mountTheWheels(amara));
      await part('R48, R54, R56: wires, with lots that split', () => dressTheWires(amara, jonas));
      await part('corners are complete when what is inside them is', () => completeTheCorners(amara));
      await part('R38: a board is tested, on a device that is full', () => testTheBoard(amara, jonas));
      await part('R34: a bracket is inspected', () => inspectTheBracket(amara));
      await part('R47, R58, R60, R62, R63: a board is made here', () => buildTheBoard(amara));
      await part('R27, R28, R35, R42: motors are run in', () => runTheMotorsIn(amara, mei));
      await part('R51, R57, R65: assemblies go in and out', () => fitTheWheels(amara, jonas));
      await part('the lid is closed', () => closeTheLid(amara, mei));
      await part('the lead completes the run', () => completeTheRun(mei));
      await part('R43: nothing can be changed then', () => nothingCanBeChanged(amara));
      await part('R50, R52: the record is whole', () => theRecordIsWhole(page));
    },
    { quota: 8_000_000 },
  ));
