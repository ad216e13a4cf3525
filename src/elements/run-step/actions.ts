/** The commands that a step offers, as tables: what comes later adds a row. */
import type { CommandType } from '../../domain/command.js';
import { reworkOf } from '../../domain/rework.js';
import type { Run, Step } from '../../domain/run.js';
import type { menu } from '../../messages/en/menu.js';
import type { step } from '../../messages/en/step.js';
import * as glyphs from '../../styles/glyphs.js';
import type { CompanyName } from './company.js';

type Words = typeof step & typeof menu;

/** The commands that need nothing more to be said. */
export type PressCommand =
  'start-step' | 'check-in' | 'complete-step' | 'check-out' | 'resume-step' | 'restore-step';
export const pressWords: Readonly<Record<PressCommand, readonly [rest: keyof Words, busy: keyof Words]>> = {
  'start-step': ['start', 'starting'],
  'check-in': ['checkIn', 'checkingIn'],
  'complete-step': ['complete', 'completing'],
  'check-out': ['checkOut', 'checkingOut'],
  'resume-step': ['resume', 'resuming'],
  'restore-step': ['restore', 'restoring'],
};

/** The commands that are asked about in a dialog. */
export type FormCommand =
  'comment' | 'open-issue' | 'hold-step' | 'reopen-step' | 'duplicate-step' | 'fail-step' | 'cancel-step';

/** A row of the menu. It is there where the status and the person's permissions allow its command. */
export interface MenuAction {
  command: PressCommand | FormCommand | 'propose-redline';
  label: keyof typeof menu;
  glyph: string;
  /** What stands together. */
  group: 'say' | 'state' | 'danger';
  /** What else decides whether it is there. */
  offered?(run: Run, step: Step): boolean;
  /** It belongs to this element beside the work, which alone has a form for it, or has a better one. */
  at?: CompanyName;
}

export const menuActions: readonly MenuAction[] = [
  { command: 'comment', label: 'comment', glyph: glyphs.comment, group: 'say', at: 'comment-list' },
  { command: 'open-issue', label: 'openIssue', glyph: glyphs.issue, group: 'say', at: 'issue-list' },
  { command: 'propose-redline', label: 'redline', glyph: glyphs.redline, group: 'say', at: 'redline-list' },
  { command: 'resume-step', label: 'resume', glyph: glyphs.inProgress, group: 'state' },
  { command: 'hold-step', label: 'hold', glyph: glyphs.hold, group: 'state' },
  {
    command: 'reopen-step',
    label: 'reopen',
    glyph: glyphs.undo,
    group: 'state',
    offered: (run, step) => reworkOf(run, step).includes('reopen'),
  },
  {
    command: 'duplicate-step',
    label: 'duplicate',
    glyph: glyphs.repeat,
    group: 'state',
    offered: (run, step) => reworkOf(run, step).includes('duplicate'),
  },
  { command: 'restore-step', label: 'restore', glyph: glyphs.undo, group: 'state' },
  { command: 'fail-step', label: 'fail', glyph: glyphs.failed, group: 'danger' },
  { command: 'cancel-step', label: 'cancel', glyph: glyphs.canceled, group: 'danger' },
];

export const isPress = (command: CommandType): command is PressCommand => Object.hasOwn(pressWords, command);
