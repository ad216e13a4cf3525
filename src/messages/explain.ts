/**
 * Explains what did not happen: from a refusal or a fault and a language's tables to what, why and what next. The
 * tables have a row for every code and reason, so that a language which lacks one does not compile.
 */
import type { FaultCode } from '../adapters/adapter.js';
import type { CommandType, Refusal, RefusalCode, RefusalReason } from '../domain/command.js';
import type { Id, ValueRecord } from '../domain/run.js';
import { decimalSign, formatDate, formatDecimal, formatList } from './format.js';
import { clip, fill, known, type TemplateFacts } from './phrases.js';

/** Three sentences of plain text. */
export interface Explanation {
  what: string;
  why: string;
  next: string;
}

/** What a command was about, in the words of the page. */
export interface About {
  /** A field's or a requirement's label, a step's or a run's title. */
  name: string;
  command?: CommandType;
  /** BCP 47, for numbers. The language's own if not said. */
  locale?: string;
}
export interface RefusalAbout extends About {
  /** The label of a target, the title of a step, the number of an issue. */
  nameOf(id: Id): string;
  personName?(id: Id): string;
  /** The names of those who may do it instead. */
  others?: readonly string[];
  /** A recorded value in words, for two that differ; text is shown as it is if not given. */
  show?(record: ValueRecord): string;
}
export interface FaultAbout extends About {
  /** Whether an entry is still on the screen; told by the command if not said. */
  kept?: boolean;
}

/**
 * Why, a bar, and what to do next, as a template of `fill`: "{unit} is {state}[: {unitReason}].|Take another one."
 * Its names: `it` (the entry in quotes, or "this"), `message`, `decimalSign`, `yours`, `theirs`, `by`, `partNumber`,
 * `expected`, `unit`, `state`, `unitReason`, `expires`, `tool`, `toolReason`, `due`, `available`, `remaining`, `needs`, `who`, `status`, `waitsFor`,
 * `blockers`, `warnings`. What misses a fact becomes `vague`.
 */
export type WhyAndNext = string;

/** Beside codes and reasons: the cases that need sentences of their own. */
export type RefusalCase =
  RefusalCode | RefusalReason | 'stale-value' | 'unacknowledged' | 'all-installed' | 'not-started';

export interface RefusalWords {
  language: string;
  notDone: NotDone;
  cases: Readonly<Record<RefusalCase, WhyAndNext>>;
  /** Where the backend gave no facts. */
  vague: WhyAndNext;
  quoted(text: string): string;
  /** Instead of a quoted entry. */
  it: string;
  status(status: string, of: 'work' | 'unit' | 'issue' | 'redline'): string;
  /** What somebody may not do. */
  permission(permission: string): string;
  /** `{who}` is to be asked, where no name is known. */
  somebody: Readonly<Record<'permission' | 'role' | 'peer-review', string>>;
  more(count: number): string;
  /** Where a value was cleared. */
  empty: string;
}

/** What did not happen to `{name}`, by command; `other` for the rest. */
export type NotDone = Readonly<Partial<Record<CommandType, string>>> & { readonly other: string };

const notDoneAt = (words: NotDone, { command, name }: About): string =>
  fill((command && words[command]) ?? words.other, { name: name || '—' })!;

const split = (
  sentences: WhyAndNext,
  facts: TemplateFacts = {},
  vague = '',
): Pick<Explanation, 'why' | 'next'> => {
  const all = sentences.split('|').map((sentence) => fill(sentence, facts));
  const [why = '', next = ''] = all.includes(undefined) ? vague.split('|') : all;
  return { why, next };
};

export const explainRefusals =
  (words: RefusalWords) =>
  (refusal: Refusal, about: RefusalAbout): Explanation => {
    const facts = factsOf(words, refusal, about);
    const sentences = known<string>(words.cases, caseOf(refusal)) ?? words.cases.rule;
    return { what: notDoneAt(words.notDone, about), ...split(sentences, facts, words.vague) };
  };

function caseOf({ refused, blockers = [], detail = {} }: Refusal): string {
  if (refused === 'stale' && detail.yours) return 'stale-value';
  if (refused === 'blocked' && blockers.length === 0 && detail.warnings) return 'unacknowledged';
  if (detail.reason === 'too-many' && detail.remaining === '0') return 'all-installed';
  if (refused === 'wrong-status' && detail.status === 'todo') return 'not-started';
  return detail.reason ?? refused;
}

/** So many people are named: whoever needs one of them needs no more. */
const mostNamed = 3;

const statusOf = { 'issue-status': 'issue', 'redline-status': 'redline' } as const;

const textOf = ({ raw, value }: ValueRecord): string => raw ?? (typeof value === 'string' ? value : '…');

function factsOf(
  words: RefusalWords,
  { blockers, detail = {} }: Refusal,
  about: RefusalAbout,
): TemplateFacts {
  const { language, more } = words;
  const { unit, tool, yours, theirs, message = '', partNumber = '', status, remaining, reason = '' } = detail;
  const needs = reason === 'permission' && detail.needs ? words.permission(detail.needs) : detail.needs;
  const locale = about.locale ?? language;
  const list = (all: readonly string[] = [], type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
    formatList([...new Set(all)].map(clip), language, type, more);
  const names = (all: readonly { targetId: Id }[] = []): string =>
    list(all.map(({ targetId }) => about.nameOf(targetId)));
  const show = (record: ValueRecord): string => (about.show ?? textOf)(record);
  return {
    message,
    it: message ? words.quoted(clip(message)) : words.it,
    decimalSign: decimalSign(locale),
    yours: yours ? show(yours) : '',
    theirs: theirs ? show(theirs) : words.empty,
    by: theirs ? (about.personName?.(theirs.by) ?? '') : '',
    partNumber,
    expected: list(detail.expected, 'disjunction'),
    unit: unit ? `${unit.partNumber} ${unit.serial ?? unit.lot ?? ''}`.trim() : '',
    state: unit ? words.status(unit.status, 'unit') : '',
    unitReason: unit?.reason ?? '',
    expires: unit?.expires ? formatDate(unit.expires, locale) : '',
    tool: tool ? `${tool.name} ${tool.serial}`.trim() : '',
    toolReason: tool?.reason ?? '',
    due: tool?.calibrationDue ? formatDate(tool.calibrationDue, locale) : '',
    available: unit ? formatDecimal(unit.quantity, locale) : '',
    remaining: remaining ? formatDecimal(remaining, locale) : '',
    needs: needs ?? '',
    who:
      list(about.others?.slice(0, mostNamed), 'disjunction') ||
      fill(known(words.somebody, reason) ?? '', { needs: needs ?? '' }) ||
      '',
    status: status ? words.status(status, known(statusOf, reason) ?? 'work') : '',
    waitsFor: list(detail.waitsFor?.map((id) => about.nameOf(id))),
    blockers: names(blockers),
    warnings: names(detail.warnings),
  };
}

// Faults ----------------------------------------------------------------------------------------------------

/** The facts of an `AdapterFault`. */
export interface FaultFacts {
  code: FaultCode;
  outcome: 'not-done' | 'unknown';
  /** Milliseconds. */
  retryAfter?: number | undefined;
}

export interface FaultWords {
  notDone: NotDone;
  /** `{name}` may have been recorded. */
  unsure: string;
  kept: string;
  notLoaded: string;
  /** Why; after a bar what to do, where trying again is not the way. */
  cases: Readonly<Record<FaultCode, WhyAndNext>>;
  /** Without seconds: at once. */
  tryAgain(seconds: number): string;
  /** A retry of what may have been recorded records nothing twice. */
  safe: string;
}

/** Commands that are a press of a button: nothing was typed that could be kept. */
const withoutEntry = /^(start|check|clear|mark|uninstall|complete|resume|restore|duplicate)-/;

/** Faults of saving (`say`) and of loading (`notLoaded`). */
export function explainFaults(words: FaultWords): {
  say(fault: FaultFacts, about: FaultAbout): Explanation;
  notLoaded(fault: FaultFacts): Explanation;
} {
  const explain = ({ code, retryAfter = 0 }: FaultFacts): Pick<Explanation, 'why' | 'next'> => {
    const { why, next } = split(known(words.cases, code) ?? words.cases.internal);
    return { why, next: next || words.tryAgain(Math.ceil(retryAfter / 1000)) };
  };
  return {
    say(fault, about) {
      const unsure = fault.outcome === 'unknown';
      const what = notDoneAt(unsure ? { other: words.unsure } : words.notDone, about);
      const kept = about.kept ?? !withoutEntry.test(about.command ?? '');
      const { why, next } = explain(fault);
      return {
        what: kept ? `${what} ${words.kept}` : what,
        why,
        next: unsure ? `${next} ${words.safe}` : next,
      };
    },
    notLoaded: (fault) => ({ what: words.notLoaded, ...explain(fault) }),
  };
}
