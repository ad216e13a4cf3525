import type { Run } from './run.js';
export const readRun = (value: unknown): { run: Run; problems: readonly string[] } => ({
  run: value as Run,
  problems: [],
});
