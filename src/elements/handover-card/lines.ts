/** The lines of a hand-over in words: what, where, how it looks, and which place it leads to. */
import type { Handover, Waiting } from '../../domain/handover.js';
import { personName, type Id, type Instant } from '../../domain/run.js';
import { handover as handoverWords } from '../../messages/en/handover.js';
import { hold as holdWords } from '../../messages/en/hold.js';
import { status as statusWords } from '../../messages/en/status.js';
import { formatInstant } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import * as glyphs from '../../styles/glyphs.js';
import { holdReason } from '../hold-reason.js';
import { namer } from '../names.js';

/** `tone` is a class of the sheet `tones`, or a status. */
export interface Line {
  stepId: Id;
  targetId: Id;
  glyph: string;
  tone: string;
  what: string;
  detail: string;
}

export interface List {
  kind: 'done' | 'half' | 'waits' | 'doubtful' | 'later' | 'present';
  title: string;
  glyph: string;
  tone: string;
  count: number;
  /** The first so many, or all. There may be thousands, of which few are drawn. */
  lines: (most?: number) => readonly Line[];
}

type Counted = Pick<List, 'count' | 'lines'>;
const listOf = <T>(given: readonly T[], line: (one: T) => Line): Counted => ({
  count: given.length,
  lines: (most) => given.slice(0, most).map(line),
});

const statusGlyphs: Readonly<Record<string, string>> = {
  hold: glyphs.hold,
  redline: glyphs.redline,
  failed: glyphs.failed,
  todo: glyphs.todo,
};

const isLater = (one: Waiting): boolean =>
  one.kind === 'upstream' ||
  one.kind === 'parent' ||
  (one.kind === 'signoff' && !one.ready && one.stepId === '');

export class Lines {
  readonly #host: Element;
  readonly #session: RunSession;
  readonly #name: (id: Id) => string;
  readonly #given: Handover;

  constructor(host: Element, session: RunSession, given: Handover) {
    this.#host = host;
    this.#session = session;
    const name = namer(session);
    this.#name = (id) => clip(name(id));
    this.#given = given;
  }

  get #words() {
    return words(this.#host, 'handover', handoverWords);
  }

  person = (id: Id): string => clip(personName(this.#session.run!, id));
  step = (id: Id): string => this.#name(id);
  when = (at: Instant): string =>
    at ? formatInstant(at, localeOf(this.#host), this.#session.run!.zone) : '';

  /** What has its turn only when something else is done. */
  get later(): List {
    return { kind: 'later', title: this.#words.later, glyph: glyphs.lock, tone: '', ...this.#waits(true) };
  }

  get present(): List {
    const texts = this.#words;
    const all = listOf(this.#given.present, ({ personId, stepId, targetId, since }) => ({
      stepId,
      targetId,
      tone: '',
      glyph: glyphs.person,
      what: this.person(personId),
      detail: texts.isIn(this.step(stepId), this.when(since)),
    }));
    return { kind: 'present', title: texts.present, glyph: glyphs.person, tone: '', ...all };
  }

  get lists(): readonly List[] {
    const { done, half, waits, doubtful } = this.#words;
    return [
      { kind: 'done', title: done, glyph: glyphs.complete, tone: 'ok', ...this.#done() },
      { kind: 'half', title: half, glyph: glyphs.inProgress, tone: 'info', ...this.#half() },
      { kind: 'waits', title: waits, glyph: glyphs.pending, tone: 'warn', ...this.#waits(false) },
      { kind: 'doubtful', title: doubtful, glyph: glyphs.warning, tone: 'bad', ...this.#doubtful() },
    ];
  }

  /** Counts of several kinds, "3 values, 1 part", without those that are none. */
  #counts(given: Readonly<Record<string, number>>): readonly string[] {
    return Object.entries(given)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => this.#words.count(kind, count));
  }

  #done(): Counted {
    const texts = this.#words;
    return listOf(this.#given.done, ({ kind, stepId, targetId, by, at, values, parts, signoffs, files }) => {
      const detail = texts.by(by.map(this.person), this.when(at));
      const line = { stepId, targetId, tone: 'ok' };
      switch (kind) {
        case 'run-completed':
          return { ...line, glyph: glyphs.complete, what: texts.runCompleted, detail };
        case 'approved':
          return { ...line, glyph: glyphs.sign, what: `${this.#name(targetId)}: ${texts.approved}`, detail };
        case 'completed':
          return { ...line, glyph: glyphs.ok, what: this.#name(stepId), detail };
        case 'worked': {
          const much = texts.worked(this.#counts({ values, parts, signoffs, files }));
          return { ...line, glyph: glyphs.inProgress, what: `${this.#name(stepId)}: ${much}`, detail };
        }
      }
    });
  }

  /** Only the first few are said by name. */
  #names(ids: readonly Id[]): readonly string[] {
    const all = [...new Set(ids)];
    return all.map((id, index) => (index < 4 ? this.#name(id) : ''));
  }

  #half(): Counted {
    const texts = this.#words;
    // A step that failed is done anew or settled: nobody fills in what is missing.
    const half = this.#given.half.filter(({ status }) => status !== 'failed');
    return listOf(half, (one) => {
      const { stepId, targetId, values, parts, partsBegun, signoffs, uploads, status, missing } = one;
      const counts = this.#counts({ values, parts, signoffs, uploads });
      const what = counts.length > 0 ? texts.missing(counts) : texts.nothingMissing;
      const first = texts.list(this.#names(missing.map((blocker) => blocker.targetId)));
      const begun = partsBegun > 0 ? texts.begun(partsBegun) : '';
      return {
        stepId,
        targetId,
        glyph: statusGlyphs[status] ?? glyphs.inProgress,
        tone: status,
        what: `${this.#name(stepId)}: ${what}`,
        detail: [first, begun].filter(Boolean).join(' · '),
      };
    });
  }

  #waits(later: boolean): Counted {
    const texts = this.#words;
    const statuses = words(this.#host, 'status', statusWords);
    const onHold = words(this.#host, 'hold', holdWords);
    const waits = this.#given.waits.filter((one) => isLater(one) === later);
    return listOf(waits, (one): Line => {
      const { stepId, targetId } = one;
      const line = { stepId, targetId, tone: '' };
      const name = this.#name(targetId);
      const at = stepId === '' ? '' : this.#name(stepId);
      const who = 'people' in one ? texts.who(one.people.map(this.person)) : '';
      const detail = (...facts: readonly string[]): string => facts.filter(Boolean).join(' · ');
      switch (one.kind) {
        case 'hold':
          return {
            ...line,
            tone: 'hold',
            glyph: glyphs.hold,
            what: `${at}: ${onHold.state(holdReason(this.#host, this.#session.run!, one.reason))}`,
            detail: detail(clip(one.comment ?? ''), texts.by([this.person(one.by)], this.when(one.at))),
          };
        case 'failed':
          return {
            ...line,
            tone: 'failed',
            glyph: glyphs.failed,
            what: `${at}: ${texts.failed}`,
            detail: detail(clip(one.reason ?? ''), who),
          };
        case 'canceled':
          return { ...line, glyph: glyphs.canceled, what: `${at}: ${texts.canceled}`, detail: who };
        case 'stopped': {
          const status = texts.stopped(statuses.work(one.status, one.reported));
          return { ...line, glyph: glyphs.blocked, what: `${at}: ${status}`, detail: '' };
        }
        case 'issue': {
          const issue = this.#session.run!.issues.find(({ id }) => id === targetId);
          const status = statuses.issue(one.status, issue?.reported);
          return {
            ...line,
            glyph: glyphs.issue,
            what: texts.issue(name, status),
            detail: detail(clip(issue?.title ?? ''), at, who),
          };
        }
        case 'redline':
          return {
            ...line,
            tone: 'redline',
            glyph: glyphs.redline,
            what: texts.redline(name),
            detail: detail(at, who),
          };
        case 'signoff': {
          const role = clip(one.role);
          const what = one.ready ? texts.signoff(role) : texts.signoffLater(role);
          return { ...line, glyph: glyphs.sign, what: `${name}: ${what}`, detail: detail(at, who) };
        }
        case 'upstream':
        case 'parent':
          return {
            ...line,
            glyph: glyphs.lock,
            what: `${at}: ${texts.upstream(one.waitsFor.map(this.#name))}`,
            detail: '',
          };
      }
    });
  }

  #doubtful(): Counted {
    const texts = this.#words;
    return listOf(this.#given.doubtful, ({ kind, stepId, targetId, role }) => ({
      stepId,
      targetId,
      tone: 'bad',
      glyph: kind === 'failed-check' ? glyphs.failed : role === undefined ? glyphs.warning : glyphs.sign,
      what: `${this.#name(targetId)}: ${texts[kind]}`,
      detail: [stepId === '' ? '' : this.#name(stepId), role === undefined ? '' : texts.signoff(clip(role))]
        .filter(Boolean)
        .join(' · '),
    }));
  }
}
