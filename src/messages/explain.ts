/**
 * Explains what did not happen: from a refusal or a fault and a language's tables to what, why and what next. The
 * tables have a row for every code and reason, so that a language which lacks one does not compile.
 */
import type { FaultCode } from '../adapters/adapter.js';
import type { CommandType, Refusal, RefusalCode, RefusalDetail, RefusalReason } from '../domain/command.js';
import type { Id, ValueRecord } from '../domain/run.js';
import { decimalSign, formatDecimal, formatList } from './format.js';
import { clip, known } from './phrases.js';

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
  /** A recorded value in words; the text of the value if not given. */
  show?(record: ValueRecord): string;
}
export interface FaultAbout extends About {
  /** Whether an entry is still on the screen; told by the command if not said. */
  kept?: boolean;
}

/** What a refusal's sentences are made of, all of it text for reading. Empty is absent. */
export interface RefusalFacts extends Record<Exclude<keyof RefusalDetail, 'reason'>, string> {
  /** Names of what blocks. */
  blockers: string;
  /** Who recorded `theirs`. */
  by: string;
  /** The unit's state and how much of it there is. */
  state: string;
  unitReason: string;
  available: string;
  decimalSign: string;
}
type WhyAndNext = (facts: RefusalFacts) => readonly [why: string, next: string];

export interface RefusalWords {
  language: string;
  /** "… was not saved", by command. */
  notDone: NotDone;
  codes: Readonly<Record<RefusalCode, WhyAndNext>>;
  reasons: Readonly<Record<RefusalReason, WhyAndNext>>;
  status(status: string): string;
  unitStatus(status: string): string;
  /** A role as it is, a permission in words. */
  needs(needs: string): string;
  more(count: number): string;
  yes: string;
  no: string;
  notApplicable: string;
  empty: string;
}

/** What did not happen, by command; `other` for the rest. */
export type NotDone = Readonly<Partial<Record<CommandType, (name: string) => string>>> & {
  other(name: string): string;
};

const notDoneAt = (words: NotDone, { command, name }: About): string =>
  ((command && words[command]) ?? words.other)(clip(name));

export const explainRefusals =
  (words: RefusalWords) =>
  (refusal: Refusal, about: RefusalAbout): Explanation => {
    const facts = factsOf(words, refusal, about);
    const sentences =
      known(words.reasons, refusal.detail?.reason ?? '') ??
      known(words.codes, refusal.refused) ??
      words.codes.rule;
    const [why, next] = sentences(facts);
    return { what: notDoneAt(words.notDone, about), why, next };
  };

function factsOf(words: RefusalWords, { blockers, detail = {} }: Refusal, about: RefusalAbout): RefusalFacts {
  const { language, more } = words;
  const { unit, yours, theirs, message = '', partNumber = '', needs, status, waitsFor, remaining } = detail;
  const locale = about.locale ?? language;
  const list = (all: readonly string[] = [], type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
    formatList([...new Set(all)].map(clip), language, type, more);
  const names = (all: readonly { targetId: Id }[] = []): string =>
    list(all.map(({ targetId }) => about.nameOf(targetId)));
  const show = (record: ValueRecord | undefined): string =>
    clip(record ? (about.show ?? plainValue(words))(record) : words.empty);
  return {
    message: clip(message),
    partNumber: clip(partNumber),
    expected: list(detail.expected, 'disjunction'),
    needs: needs ? clip(words.needs(needs)) : '',
    status: status ? words.status(status) : '',
    waitsFor: list(waitsFor?.map((id) => about.nameOf(id))),
    remaining: remaining === undefined ? '' : formatDecimal(remaining, locale),
    yours: yours ? show(yours) : '',
    theirs: show(theirs),
    by: theirs ? (about.personName?.(theirs.by) ?? '') : '',
    blockers: names(blockers),
    warnings: names(detail.warnings),
    unit: unit ? clip(`${unit.partNumber} ${unit.serial ?? unit.lot ?? ''}`.trim()) : '',
    state: unit ? words.unitStatus(unit.status) : '',
    unitReason: clip(unit?.reason ?? ''),
    available: unit ? formatDecimal(unit.quantity, locale) : '',
    decimalSign: decimalSign(locale),
  };
}

const plainValue =
  ({ yes, no, notApplicable }: RefusalWords) =>
  ({ value, raw, notApplicable: skipped }: ValueRecord): string =>
    skipped
      ? notApplicable
      : (raw ??
        (typeof value === 'boolean'
          ? value
            ? yes
            : no
          : Array.isArray(value)
            ? value
                .map((one: string | { name: string }) => (typeof one === 'string' ? one : one.name))
                .join(', ')
            : String(value ?? '')));

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
  /** It may have been recorded. */
  unsure(name: string): string;
  kept: string;
  notLoaded: string;
  why: Readonly<Record<FaultCode, string>>;
  /** Where trying again is not the way. */
  next: Readonly<Partial<Record<FaultCode, string>>>;
  /** Without seconds: at once. */
  tryAgain(seconds: number): string;
  /** A retry of what may have been recorded records nothing twice. */
  safe: string;
}

const withEntry: ReadonlySet<CommandType> = new Set<CommandType>([
  'set-value',
  'accept-deviation',
  'sign',
  'install-part',
  'comment',
  'open-issue',
  'complete-run',
]);

/** Faults of saving (`say`) and of loading (`notLoaded`). */
export function explainFaults(words: FaultWords): {
  say(fault: FaultFacts, about: FaultAbout): Explanation;
  notLoaded(fault: FaultFacts): Explanation;
} {
  const why = ({ code }: FaultFacts): string => known(words.why, code) ?? words.why.internal;
  const next = ({ code, retryAfter = 0 }: FaultFacts): string =>
    known(words.next, code) ?? words.tryAgain(Math.ceil(retryAfter / 1000));
  return {
    say(fault, about) {
      const unsure = fault.outcome === 'unknown';
      const what = unsure ? words.unsure(clip(about.name)) : notDoneAt(words.notDone, about);
      const kept = about.kept ?? (!about.command || withEntry.has(about.command));
      return {
        what: kept ? `${what} ${words.kept}` : what,
        why: why(fault),
        next: unsure ? `${next(fault)} ${words.safe}` : next(fault),
      };
    },
    notLoaded: (fault) => ({ what: words.notLoaded, why: why(fault), next: next(fault) }),
  };
}
