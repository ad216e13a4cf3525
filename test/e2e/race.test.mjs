// Two benches, one motor: the same label is scanned at both at once, each for its own run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';
import { storedEvents, storedUnit } from './record.mjs';

const motor = 'Planetary gear motor with encoder, 223 RPM';

test('R49, R61: of two runs that scan the same serial at once one gets it, and the other is told', () =>
  withPortal(async ({ page, context, url }) => {
    const neighbor = await context.newPage();
    await neighbor.goto(url);
    const { amara } = peopleAt(page);
    const { mei } = peopleAt(neighbor);
    await mei.stepsUp();
    await amara.openRun('Drive wheel DW-0015');
    await mei.openRun('Drive wheel DW-0016');
    await amara.starts();
    await mei.starts();
    await Promise.all([amara.scans('MOT-0417'), mei.scans('MOT-0417')]);

    const both = [amara, mei].map((person) => ({
      person,
      got: person
        .part(motor)
        .getByText('All installed')
        .waitFor()
        .then(() => true),
      told: person.sees(/MOT-0417 is installed\. Take another one\./).then(() => false),
    }));
    const outcomes = await Promise.all(both.map(({ got, told }) => Promise.race([got, told])));
    assert.deepEqual(outcomes.toSorted(), [false, true], 'one has it, one is told');
    const runs = ['drive-wheel-0015', 'drive-wheel-0016'];
    const events = (await Promise.all(runs.map((runId) => storedEvents(page, runId)))).flat();
    assert.equal(events.filter(({ type }) => type === 'part-installed').length, 1);
    assert.equal((await storedUnit(page, 'unit-mot-0417'))?.installedIn?.runId, runs[outcomes.indexOf(true)]);

    // Whoever was told takes another one.
    const other = outcomes[0] ? mei : amara;
    await other.scans('MOT-0418');
    await other.seesPart(motor, 'All installed');
    await Promise.allSettled(both.flatMap(({ got, told }) => [got, told]));
  }));
