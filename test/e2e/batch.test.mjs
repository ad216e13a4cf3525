// Runs that are worked as one: what is done in one of them is done in the others that are alike, each by its own rules,
// and the one that took no part is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';
import { storedEvents, typesOf } from './record.mjs';

test('R81, R82, R83: a batch of wheels is worked at once, and the one that differs is told', () =>
  withPortal(async ({ page }) => {
    const { amara, mei } = peopleAt(page);
    const title = 'Drive wheel DW-0017';
    await amara.openRun(title);
    await amara.sees(/what you record here is recorded in 3 other runs too/);
    const card = page.getByRole('complementary').getByRole('region', { name: /^Batch/ });
    await amara.starts();
    await amara.sees('Done here and in 2 of 3 other runs.', card);
    await amara.sees(/The step is not the same there/, card);
    await amara.measures('Hole 1 distance from center', '11.4');

    // A step in redline keeps the run in its batch; without one it may leave.
    await mei.takesOver();
    await mei.presses('Leave the batch', card);
    await mei.presses('Leave', page.getByRole('dialog', { name: /^Leave batch/ }));
    await mei.sees('This run is worked on its own.', card);

    const [own, alike, other] = await Promise.all(
      ['0017', '0018', '0020'].map((serial) => storedEvents(page, `batch-wheel-${serial}`)),
    );
    assert.deepEqual(typesOf(own ?? []), [
      'run-started',
      'step-started',
      'checked-in',
      'value-set',
      'batch-left',
    ]);
    assert.deepEqual(typesOf(alike ?? []), ['run-started', 'step-started', 'checked-in', 'value-set']);
    assert.deepEqual(typesOf(other ?? []), []);
  }));
