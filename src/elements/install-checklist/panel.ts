/** What goes on at one place of the checklist: at a requirement, or at the input for scans. */
import type { nothing, TemplateResult } from 'lit';
import type { Run, Step } from '../../domain/run.js';
import type { FlowContext } from '../../machines/command-flow.js';
import type { InstallContext } from '../../machines/install.js';
import type { Explanation } from '../../messages/explain.js';
import type { Desk } from './desk.js';

export interface Panel {
  element: Element;
  run: Run;
  step: Step;
  key: string;
  desk: Desk;
  state: string;
  context: InstallContext;
  say(name: string, flow: Partial<FlowContext>): Explanation | undefined;
  /** Draws once more. */
  redraw(): void;
  /** Leads to another requirement. */
  lead(id: string): void;
}

export interface Shown {
  message: TemplateResult | typeof nothing;
  panel: TemplateResult | typeof nothing;
}

/** Ids of a panel's own, as several may be open. */
export const idIn = ({ step, key }: Panel, name: string): string => {
  const at = step.requirements.findIndex(({ id }) => id === key);
  return at < 0 ? name : `${name}-${at}`;
};
