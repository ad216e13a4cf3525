/** Faults in what reaches the other runs of a batch, and in what is told of it. */
import { isReceipt, isRefusal } from '../../../src/domain/index.js';
import { answering, but, keeping, reopening, type Broken } from './broken-kit.js';

const other = 'suite-2';

export const brokenBatches: readonly Broken[] = [
  {
    fault: 'says nothing of the siblings where somebody checks in',
    found:
      'batches: what is done at a step is done at its sibling, in events of its own, and the receipt tells of it',
    create: answering((answer, { type }) => {
      if (!isReceipt(answer) || type !== 'check-in') return answer;
      const { siblings: _, ...receipt } = answer;
      return receipt;
    }),
  },
  {
    fault: 'passes on what was said to somebody',
    found: 'batches: parts and what is said of a unit stay with it',
    create: answering(async (answer, command, inner, as) => {
      const { batch } = await inner.load(command.runId);
      if (batch && command.type === 'comment' && command.mentions)
        await inner.execute({ ...command, runId: other }, { as });
      return answer;
    }),
  },
  {
    fault: 'keeps silent about a sibling that refused',
    found:
      'batches: a sibling that stands elsewhere takes no part, stops nobody, and is told with its reason',
    create: answering((answer) =>
      isReceipt(answer) && answer.siblings
        ? { ...answer, siblings: answer.siblings.filter(({ refused }) => !refused) }
        : answer,
    ),
  },
  {
    fault: 'goes on telling that a sibling which is over is locked',
    found: 'batches: a sibling that is over takes no part, and nothing is told of it',
    create: answering(async (answer, { runId, type }, inner) => {
      const { batch, status } = await inner.load(other);
      return isReceipt(answer) && runId !== other && type === 'start-step' && batch && status === 'canceled'
        ? { ...answer, siblings: [{ runId: other, refused: { refused: 'locked' } }] }
        : answer;
    }),
  },
  {
    fault: 'forgets the siblings in the receipt of a repeated command',
    found: 'batches: a repeated command id is told of the same siblings',
    create: (seed) => {
      const seen = new Set<string>();
      return answering((answer, { id }) => {
        if (!isReceipt(answer) || !seen.has(id)) {
          seen.add(id);
          return answer;
        }
        const { siblings: _, ...receipt } = answer;
        return receipt;
      })(seed);
    },
  },
  {
    fault: 'tells only the watchers of one run',
    found: 'batches: whoever watches a sibling is told',
    create: (seed) =>
      but(seed, (inner) => ({
        watch: (runId, ...more) => (runId === other ? () => {} : inner.watch(runId, ...more)),
      })),
  },
  {
    fault: 'refuses to let a run leave without a word about where',
    found: 'batches: a run does not leave while a step is in redline, and the step is named',
    create: answering((answer, { type }) =>
      isRefusal(answer) && type === 'leave-batch' && answer.blockers ? { ...answer, blockers: [] } : answer,
    ),
  },
  {
    fault: 'lists runs without their batch',
    found: 'batches: listRuns tells which runs go together',
    create: (seed) =>
      but(seed, (inner) => ({
        listRuns: async () => (await inner.listRuns()).map(({ batch: _, ...run }) => run),
      })),
  },
  {
    fault: 'forgets the batches when it is closed',
    found: 'batches: go on after a reload',
    create: keeping,
    reopen: (adapter) => reopening(adapter, ([{ type }]) => type !== 'join-batch'),
  },
];
