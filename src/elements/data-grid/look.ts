/** How a cell looks: its text, and a mark with a word for how it stands. */
import { fieldBlockers } from '../../domain/completion.js';
import type { Verdict } from '../../domain/measurement.js';
import { recordOf } from '../../domain/record.js';
import type { Field, Run, Step } from '../../domain/run.js';
import { signoffState, type SignoffState } from '../../domain/signoff.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { grid as gridWords } from '../../messages/en/grid.js';
import { history as historyWords } from '../../messages/en/history.js';
import { signoff as signoffWords } from '../../messages/en/signoff.js';
import { verdict as verdictWords } from '../../messages/en/verdict.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import * as glyphs from '../../styles/glyphs.js';
import { cellText } from './cell-text.js';

export type Tone = '' | 'ok' | 'bad' | 'warn';
export interface Look {
  text: string;
  tone: Tone;
  /** A glyph and what it means; none where there is nothing to say. */
  mark?: { path: string; word: string };
  /** There is no value: it says something about that. */
  quiet?: boolean;
}

/** Nothing is recorded, and nothing is to be said about that. */
export const blank: Look = { text: '', tone: '' };

/** A field where it stands. */
export interface Shown {
  run: Run;
  step: Step;
  field: Field;
}

export type Trouble = 'asking' | 'invalid' | 'refused' | 'failed';
export const troubles: readonly string[] = ['asking', 'invalid', 'refused', 'failed'] satisfies Trouble[];

const stateMarks: Readonly<Record<string, readonly [path: string, tone: Tone]>> = {
  drafting: [glyphs.redline, ''],
  asking: [glyphs.warning, 'warn'],
  invalid: [glyphs.unknown, 'bad'],
  refused: [glyphs.blocked, 'bad'],
  failed: [glyphs.retry, 'bad'],
  saving: [glyphs.pending, ''],
};
const verdictMarks: Readonly<Partial<Record<Verdict, readonly [path: string, tone: Tone]>>> = {
  'in-range': [glyphs.ok, 'ok'],
  low: [glyphs.low, 'bad'],
  high: [glyphs.high, 'bad'],
  'not-a-number': [glyphs.unknown, 'bad'],
};
const signoffMarks: Readonly<Record<SignoffState, readonly [path: string, tone: Tone]>> = {
  open: [glyphs.sign, ''],
  approved: [glyphs.ok, 'ok'],
  rejected: [glyphs.failed, 'bad'],
  stale: [glyphs.warning, 'warn'],
};

export function lookOf(element: Element, session: RunSession, { run, step, field }: Shown): Look {
  const its = words(element, 'grid', gridWords);
  if (field.type === 'signoff') {
    const state = signoffState(run, step, field);
    const [path, tone] = signoffMarks[state];
    const word = words(element, 'signoff', signoffWords).states[state];
    return { text: word, tone, mark: { path, word: '' }, quiet: state === 'open' };
  }
  if (field.type === 'unknown') {
    const { empty, unknownType } = words(element, 'field', fieldWords);
    const mark = { path: glyphs.lock, word: unknownType(field.reported) };
    return { text: field.shown ?? empty, tone: '', mark, quiet: true };
  }
  const entry = session.ongoing.peek('entry', field.id);
  const record = recordOf(field);
  const state = entry?.value as keyof typeof its.states | undefined;
  if (entry && state && state in its.states) {
    const [path, tone] = stateMarks[state]!;
    const { draft } = entry.context;
    const text =
      draft === undefined
        ? record
          ? cellText(element, field, record)
          : ''
        : cellText(element, field, { value: draft });
    return { text, tone, mark: { path, word: its.states[state] } };
  }
  if (!record) return blank;
  const text = cellText(element, field, record);
  if (session.isPending(field.id)) {
    return {
      text,
      tone: '',
      mark: { path: glyphs.pending, word: words(element, 'field', fieldWords).queued },
    };
  }
  if (record.notApplicable) return { text, tone: '', quiet: true };
  const verdict = session.verdict(field.id);
  const marked = verdict && verdictMarks[verdict];
  if (!verdict || !marked) return { text, tone: '' };
  const [path, tone] = marked;
  if (record.deviation) {
    const word = words(element, 'history', historyWords).accepted;
    return { text, tone: 'warn', mark: { path, word } };
  }
  // A check says it in its own word.
  const word = field.type === 'pass-fail' ? '' : words(element, 'verdict', verdictWords).words[verdict];
  return {
    text,
    tone,
    mark: { path: field.type === 'pass-fail' && tone === 'bad' ? glyphs.failed : path, word },
  };
}

export interface RowLook {
  text: string;
  tone: Tone;
  path?: string;
}

/** What is outstanding in a row. */
export function rowLook(element: Element, run: Run, step: Step, fields: readonly Field[]): RowLook {
  const its = words(element, 'grid', gridWords);
  const blocking = fields.filter((field) => fieldBlockers(run, step, field).length > 0);
  const values = fields.flatMap((field) => recordOf(field) ?? []);
  if (values.length > 0 && values.every(({ notApplicable }) => notApplicable) && blocking.length === 0)
    return { text: its.notApplicable, tone: '' };
  if (blocking.length === 0) return { text: its.done, tone: 'ok', path: glyphs.ok };
  const bad = blocking.some((field) => recordOf(field) !== undefined);
  return { text: its.open(blocking.length), tone: bad ? 'bad' : '', ...(bad && { path: glyphs.warning }) };
}
