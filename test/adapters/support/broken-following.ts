/** Faults in what is paged and what is watched. */
import { but, type Broken } from './broken-kit.js';

export const brokenFollowing: readonly Broken[] = [
  {
    fault: 'drops the last event from its history',
    found: 'history: reduces to the run, without a gap',
    create: (seed) =>
      but(seed, (inner) => ({
        history: async (...asked) => {
          const page = await inner.history(...asked);
          return page.cursor === undefined ? { items: page.items.slice(0, -1) } : page;
        },
      })),
  },
  {
    fault: 'begins each page with the last of the page before',
    found: 'pages: small pages reach the end, and join up to the whole',
    create: (seed) =>
      but(seed, (inner) => ({
        history: async (runId, page = {}) => {
          const cursor = page.cursor === undefined ? {} : { cursor: String(Number(page.cursor) - 1) };
          return inner.history(runId, { ...page, ...cursor });
        },
      })),
  },
  {
    fault: 'does not remember what was not applicable',
    found: 'values: every record of one field, the oldest first',
    create: (seed) =>
      but(seed, (inner) => ({
        values: async (...asked) => {
          const { items, ...more } = await inner.values(...asked);
          return { items: items.filter(({ notApplicable }) => !notApplicable), ...more };
        },
      })),
  },
  {
    fault: 'tells the comments of other steps too',
    found: 'comments: those of one step, the oldest first',
    create: (seed) =>
      but(seed, (inner) => ({
        comments: async (runId, stepId, page) => {
          const { items, ...more } = await inner.comments(runId, stepId, page);
          if (page?.newestFirst) return { items, ...more };
          const elsewhere = await inner.comments(runId, stepId === 'pack' ? 'measure' : 'pack');
          return { items: more.cursor === undefined ? [...items, ...elsewhere.items] : items, ...more };
        },
      })),
  },
  {
    fault: 'tells the newest comments last, whatever it is asked',
    found: 'comments: the newest first, however many come meanwhile',
    create: (seed) =>
      but(seed, (inner) => ({
        comments: (runId, stepId, page) => inner.comments(runId, stepId, { ...page, newestFirst: false }),
      })),
  },
  {
    fault: 'tells what came at once backwards',
    found: 'watch: events come in order and without gaps',
    create: (seed) =>
      but(seed, (inner) => ({
        watch: (runId, options, tell) => inner.watch(runId, options, (events) => tell(events.toReversed())),
      })),
  },
  {
    fault: 'tells only what is still to come',
    found: 'watch: what happened after `after` comes first, and nothing from before',
    create: (seed) =>
      but(seed, (inner) => ({
        watch: (runId, _options, tell) => {
          let stopped = false;
          let stop = (): void => {};
          void inner.load(runId).then(({ sequence }) => {
            if (!stopped) stop = inner.watch(runId, { after: sequence }, tell);
          });
          return () => {
            stopped = true;
            stop();
          };
        },
      })),
  },
  {
    fault: 'tells everything again, whatever was seen',
    found: 'watch: what happened after `after` comes first, and nothing from before',
    create: (seed) =>
      but(seed, (inner) => ({
        watch: (runId, { after }, tell) => inner.watch(runId, { after: after === 3 ? 0 : after }, tell),
      })),
  },
  {
    fault: 'never stops telling',
    found: 'watch: nothing comes after it was stopped',
    create: (seed) =>
      but(seed, (inner) => ({
        watch: (...given) => {
          inner.watch(...given);
          return () => {};
        },
      })),
  },
  {
    fault: 'stops telling anybody when one has heard enough',
    found: 'watch: two watchers are told the same, and one that stops does not stop the other',
    create: (seed) => {
      const stops = new Set<() => void>();
      return but(seed, (inner) => ({
        watch: (...given) => {
          stops.add(inner.watch(...given));
          return () => {
            for (const stop of stops) stop();
          };
        },
      }));
    },
  },
];
