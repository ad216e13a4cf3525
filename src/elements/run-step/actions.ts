/** The commands that a step offers, as tables: what comes later adds a row. */
import type { CommandType } from '../../domain/command.js';
import type { Id } from '../../domain/run.js';
import type { step } from '../../messages/en/step.js';
import { comment, issue } from '../../styles/glyphs.js';

type Words = typeof step;

/** The commands of the bar, which need nothing more to be said. */
export type BarCommand = 'start-step' | 'check-in' | 'complete-step' | 'check-out';
export const barWords: Readonly<Record<BarCommand, readonly [rest: keyof Words, busy: keyof Words]>> = {
  'start-step': ['start', 'starting'],
  'check-in': ['checkIn', 'checkingIn'],
  'complete-step': ['complete', 'completing'],
  'check-out': ['checkOut', 'checkingOut'],
};

/** A command of the menu; all so far ask for a text first. */
export interface FormAction {
  command: CommandType & ('comment' | 'open-issue');
  label: 'comment' | 'openIssue';
  glyph: string;
}
export const menuActions: readonly FormAction[] = [
  { command: 'comment', label: 'comment', glyph: comment },
  { command: 'open-issue', label: 'openIssue', glyph: issue },
];

/** Where the entry of an action's form is kept: beside the step's own. */
export const formKey = ({ command }: FormAction, stepId: Id): Id => `${command}:${stepId}`;
