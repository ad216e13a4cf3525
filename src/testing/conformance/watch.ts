/** Following a run: in order, without gaps, from any place, until stopped. */
import { equal } from './expect.js';
import { from, measure, note, sequences, sorted, type Case } from './trial.js';

const needs = ['watch'] as const;

export const watchCases: readonly Case[] = [
  {
    name: 'watch: events come in order and without gaps',
    needs,
    uses: ['start-step', 'set-value', 'comment'],
    async body({ follow, done, load }) {
      const before = (await load()).sequence;
      const follower = follow(before);
      await done('worker', { type: 'start-step', stepId: 'measure' });
      await done('lead', { type: 'start-step', stepId: 'assemble' });
      await Promise.all([
        done('worker', measure('width', '10')),
        done('lead', measure('check', 'pass')),
        done('inspector', note('I am watching')),
      ]);
      await done('worker', measure('width', '11'));
      const { sequence } = await load();
      await follower.until(sequence);
      follower.stop();
      equal(sequences(follower.events), from(before + 1, sequence), 'the sequences as they came');
    },
  },
  {
    name: 'watch: what happened after `after` comes first, and nothing from before',
    needs,
    uses: ['comment'],
    async body({ follow, done, load }) {
      const before = (await load()).sequence;
      for (const text of ['One', 'Two', 'Three', 'Four']) await done('worker', note(text));
      for (const skipped of [0, 1, 3]) {
        const follower = follow(before + skipped);
        await follower.until(before + 4);
        follower.stop();
        equal(
          sorted(sequences(follower.events)),
          from(before + skipped + 1, before + 4),
          `what came after ${skipped} of 4`,
        );
      }
    },
  },
  {
    name: 'watch: nothing comes after it was stopped',
    needs,
    uses: ['comment'],
    async body({ follow, done, load }) {
      const before = (await load()).sequence;
      const follower = follow(before);
      await done('worker', note('Before'));
      await follower.until(before + 1);
      follower.stop();
      follower.stop();
      // Whoever follows later has seen the next event: by then the first would have been told as well.
      const barrier = follow(before + 1);
      await done('worker', note('After'));
      await barrier.until(before + 2);
      barrier.stop();
      equal(sequences(follower.events), [before + 1], 'what was told');
    },
  },
  {
    name: 'watch: two watchers are told the same, and one that stops does not stop the other',
    needs,
    uses: ['comment'],
    async body({ follow, done, load }) {
      const before = (await load()).sequence;
      const first = follow(before);
      const second = follow(before);
      await done('worker', note('For both'));
      await Promise.all([first.until(before + 1), second.until(before + 1)]);
      first.stop();
      await done('worker', note('For one'));
      await second.until(before + 2);
      second.stop();
      equal(sorted(sequences(second.events)), from(before + 1, before + 2), 'what the second was told');
    },
  },
];
