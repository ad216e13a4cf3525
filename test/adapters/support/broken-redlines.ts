/** Faults in what redlines change. */
import type { Field } from '../../../src/domain/index.js';
import { loading, type Broken } from './broken-kit.js';

export const brokenRedlines: readonly Broken[] = [
  {
    fault: 'forgets the row that a redline has put into a table',
    found:
      'redlines: rows and columns of a table and places of a part are as the redline says once it is approved',
    create: loading((run) => ({
      ...run,
      steps: run.steps.map((step) =>
        step.grid
          ? {
              ...step,
              grid: { ...step.grid, rows: step.grid.rows.filter(({ label }) => label !== 'Middle') },
            }
          : step,
      ),
    })),
  },
  {
    fault: 'lets an approval stand whose sign-off asks for another role by now',
    found: 'redlines: where a sign-off asks for another role, an approval of before counts no more',
    create: loading((run) => ({
      ...run,
      steps: run.steps.map((step) => ({
        ...step,
        fields: step.fields.map((field): Field => {
          if (field.type !== 'signoff') return field;
          const { asked: _, ...rest } = field;
          return rest;
        }),
      })),
    })),
  },
];
