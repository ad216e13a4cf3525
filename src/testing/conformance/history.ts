/** What is paged beside the run: its events, the records of a field, the comments of a step. */
import type { Page, Paged } from '../../adapters/adapter.js';
import { evolveAll } from '../../domain/evolve.js';
import { equal, ok, SuiteFailure } from './expect.js';
import { runId } from './seed-run.js';
import { equalRuns, from, measure, note, sequences, type Case, type Trial } from './trial.js';

type Pages<T> = (page: Page) => Promise<Paged<T>>;

/** Everything, page by page. */
async function all<T>(pages: Pages<T>, limit?: number): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let turn = 0; turn < 1000; turn += 1) {
    const page = await pages({
      ...(cursor !== undefined && { cursor }),
      ...(limit !== undefined && { limit }),
    });
    if (limit !== undefined) ok(page.items.length <= limit, `A page of ${limit} holds ${page.items.length}`);
    items.push(...page.items);
    cursor = page.cursor;
    if (cursor === undefined) return items;
  }
  throw new SuiteFailure('The pages do not end');
}

async function work({ done }: Trial): Promise<void> {
  await done('worker', { type: 'start-step', stepId: 'measure' });
  for (const value of ['9', '9.25', '10', '12', '10.75']) await done('worker', measure('width', value));
  await done('worker', measure('depth', '3'));
  await done('worker', { type: 'mark-not-applicable', stepId: 'measure', targetId: 'depth' });
  for (const text of ['One', 'Two', 'Three']) await done('inspector', note(text));
  await done('lead', { type: 'comment', stepId: 'pack', text: 'Elsewhere' });
}
const uses = ['start-step', 'set-value', 'mark-not-applicable', 'comment'] as const;

const textsOf = (comments: readonly { text: string }[]): readonly string[] =>
  comments.map(({ text }) => text);

export const historyCases: readonly Case[] = [
  {
    name: 'history: reduces to the run, without a gap',
    needs: ['history'],
    uses,
    async body(trial) {
      const before = trial.seed.runs[0]!;
      await work(trial);
      const events = await all((page) => trial.adapter.history!(runId, page), 1000);
      const run = await trial.load();
      equal(sequences(events), from(before.sequence + 1, run.sequence), 'the sequences');
      equalRuns(evolveAll(before, events), run, 'the run that the history makes');
    },
  },
  {
    name: 'pages: small pages reach the end, and join up to the whole',
    needs: ['history'],
    uses,
    async body(trial) {
      await work(trial);
      const { adapter } = trial;
      const lists: Record<string, Pages<unknown>> = {
        history: (page) => adapter.history!(runId, page),
        ...(adapter.values && { values: (page) => adapter.values!(runId, 'width', page) }),
        ...(adapter.comments && { comments: (page) => adapter.comments!(runId, 'measure', page) }),
      };
      for (const [name, pages] of Object.entries(lists))
        equal(await all(pages, 2), await all(pages, 1000), `pages of 2 from ${name}`);
    },
  },
  {
    name: 'values: every record of one field, the oldest first',
    needs: ['values'],
    uses,
    async body(trial) {
      await work(trial);
      const records = async (targetId: string): Promise<unknown> =>
        (await all((page) => trial.adapter.values!(runId, targetId, page))).map(({ value }) => value);
      equal(await records('width'), ['9', '9.25', '10', '12', '10.75'], 'the width');
      equal(await records('depth'), ['3', null], 'the depth, which was then not applicable');
      equal(await records('note'), [], 'a field without a value');
    },
  },
  {
    name: 'comments: those of one step, the oldest first',
    needs: ['comments'],
    uses,
    async body(trial) {
      await work(trial);
      const comments = await all((page) => trial.adapter.comments!(runId, 'measure', page));
      equal(
        comments.map(({ text, by }) => [text, by]),
        [
          ['One', 'inspector'],
          ['Two', 'inspector'],
          ['Three', 'inspector'],
        ],
        'the comments',
      );
    },
  },
  {
    name: 'comments: the newest first, however many come meanwhile',
    needs: ['comments'],
    uses,
    async body(trial) {
      await work(trial);
      const newest: Pages<{ text: string }> = (page) =>
        trial.adapter.comments!(runId, 'measure', { ...page, newestFirst: true });
      const first = await newest({ limit: 2 });
      equal(textsOf(first.items), ['Three', 'Two'], 'the first page');
      await trial.done('inspector', note('Four'));
      const second = await newest({ limit: 2, ...(first.cursor !== undefined && { cursor: first.cursor }) });
      equal(textsOf(second.items), ['One'], 'the second page');
      equal(textsOf(await all(newest, 1)), ['Four', 'Three', 'Two', 'One'], 'page by page');
    },
  },
];
