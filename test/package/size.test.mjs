// The byte budgets of tools/size.mjs hold.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { budgets, sizes } from '../../tools/size.mjs';

/** @type {Awaited<ReturnType<typeof sizes>>} */
let measured;

before(async () => {
  measured = await sizes();
  console.log(measured.table);
});

budgets.forEach((budget, index) =>
  test(`${budget.name}: at most ${budget.limitKiB} KiB`, () => {
    const { size, limitKiB, unwanted, missing } = measured.results[index] ?? assert.fail();
    assert.ok(size <= limitKiB, `${size} KiB`);
    assert.deepEqual(unwanted, []);
    assert.deepEqual(missing, []);
  }),
);
