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

test('a rover is built from the first check-in to the completed run', () =>
  withPortal(
    async ({ page }) => {
      const { amara, jonas, mei } = peopleAt(page);
      await amara.openRun('Six-wheel rover 007');
      await drillTheWheels(amara);
      await mountTheWheels(amara);
      await dressTheWires(amara, jonas);
      await completeTheCorners(amara);
      await testTheBoard(amara, jonas);
      await inspectTheBracket(amara);
      await buildTheBoard(amara);
      await runTheMotorsIn(amara, mei);
      await fitTheWheels(amara, jonas);
      await closeTheLid(amara, mei);
      await completeTheRun(mei);
      await nothingCanBeChanged(amara);
      await theRecordIsWhole(page);
    },
    { quota: 8_000_000 },
  ));
