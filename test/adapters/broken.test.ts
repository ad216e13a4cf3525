import { expect } from 'chai';
import { adapterSuite } from '../../src/testing/index.js';
import { brokenBatches } from './support/broken-batches.js';
import { brokenCommands } from './support/broken-commands.js';
import { brokenFollowing } from './support/broken-following.js';
import type { Broken } from './support/broken-kit.js';
import { brokenIssues } from './support/broken-issues.js';
import { brokenProofs } from './support/broken-proofs.js';
import { brokenRecords } from './support/broken-records.js';
import { brokenRedlines } from './support/broken-redlines.js';
import { brokenStoring } from './support/broken-storing.js';

/** Adapters with one fault each, and the one test of the suite that is there to find it. */
const broken = [
  ...brokenCommands,
  ...brokenIssues,
  ...brokenRedlines,
  ...brokenFollowing,
  ...brokenRecords,
  ...brokenStoring,
  ...brokenBatches,
  ...brokenProofs,
];

/** The names of the tests that fail, each run as any runner would. */
async function failures({ create, reopen, peek, identification }: Broken): Promise<string[]> {
  const failed: string[] = [];
  const tests: [string, () => Promise<void>][] = [];
  void adapterSuite({
    test: (name, body) => tests.push([name, body]),
    create,
    patience: 500,
    ...(reopen && { reopen }),
    ...(peek && { peek }),
    ...(identification && { identification }),
  });
  for (const [name, body] of tests) await body().catch(() => failed.push(name));
  return failed;
}

describe('the conformance suite on a broken adapter', () => {
  for (const one of broken) {
    it(`finds that it ${one.fault}, by one test`, async () => {
      expect(await failures(one)).to.deep.equal([one.found]);
    });
  }

  it('has no test that no broken adapter needs', () => {
    const names: string[] = [];
    void adapterSuite({
      test: (name) => names.push(name),
      create: brokenProofs[0]!.create,
      identification: brokenProofs[0]!.identification!,
      reopen: (adapter) => adapter,
      peek: () => [],
    });
    expect(names.filter((name) => !broken.some(({ found }) => found === name))).to.deep.equal([
      'stock: a part that was taken out again can be installed again',
    ]);
  });
});
