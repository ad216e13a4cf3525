import { expect } from 'chai';
import type { FaultCode } from '../../src/adapters/adapter.js';
import {
  commandTypes,
  type BlockerKind,
  type Refusal,
  type RefusalCode,
  type RefusalReason,
  type WarningKind,
} from '../../src/domain/command.js';
import { bounds, type Verdict } from '../../src/domain/measurement.js';
import {
  issueStatuses,
  permissions,
  redlineStatuses,
  stepStatuses,
  unitStatuses,
  type Unit,
  type ValueRecord,
} from '../../src/domain/run.js';
import { de } from '../../src/messages/de.js';
import { en } from '../../src/messages/en.js';
import type { Explanation } from '../../src/messages/explain.js';
import {
  counted,
  formatBytes,
  formatDate,
  formatDecimal,
  formatInstant,
  formatList,
  formatPercent,
} from '../../src/messages/format.js';
import { addLanguage, localeOf, words } from '../../src/messages/registry.js';

// Records, so that the compiler asks for a new code here.
const keys = <Key extends string>(record: Record<Key, 0>): Key[] => Object.keys(record) as Key[];
const refusalCodes = keys<RefusalCode>({
  blocked: 0,
  'not-permitted': 0,
  'wrong-status': 0,
  'wrong-part': 0,
  'not-installable': 0,
  'scan-required': 0,
  stale: 0,
  invalid: 0,
  locked: 0,
  rule: 0,
  reauthenticate: 0,
  'not-found': 0,
  'not-supported': 0,
});
const refusalReasons = keys<RefusalReason>({
  'not-a-number': 0,
  'ambiguous-number': 0,
  'not-a-date': 0,
  'not-an-option': 0,
  'not-a-value': 0,
  'comment-needed': 0,
  'rationale-needed': 0,
  'text-needed': 0,
  'not-applicable-not-allowed': 0,
  'not-out-of-range': 0,
  upstream: 0,
  parent: 0,
  'already-checked-in': 0,
  'not-checked-in': 0,
  role: 0,
  permission: 0,
  'peer-review': 0,
  'unit-status': 0,
  'kitted-elsewhere': 0,
  'already-installed': 0,
  'too-many': 0,
  'not-enough': 0,
  'quantity-one': 0,
  'quantity-needed': 0,
  'nothing-installed': 0,
  'not-a-unit': 0,
  'other-unit': 0,
  'reason-needed': 0,
  'issue-needed': 0,
  'other-role': 0,
  'disposition-needed': 0,
  'issue-status': 0,
  'rework-otherwise': 0,
  'redline-empty': 0,
  'redline-unfit': 0,
  'redline-status': 0,
  'recorded-already': 0,
  'both-in-redline': 0,
  'waits-for-itself': 0,
  'times-crossed': 0,
  expired: 0,
  'serial-needed': 0,
  'lot-needed': 0,
  'designator-needed': 0,
  'designator-filled': 0,
  'not-made-here': 0,
  'made-here': 0,
  'parts-missing': 0,
  'inside-made': 0,
  'serial-taken': 0,
  'not-found': 0,
  'tool-unavailable': 0,
  'tool-overdue': 0,
  'tool-other': 0,
  'removed-already': 0,
  'in-batch': 0,
  'not-in-batch': 0,
  'not-alike': 0,
  unreadable: 0,
  'not-recognized': 0,
  'too-many-tries': 0,
  'proof-refused': 0,
});
const faultCodes = keys<FaultCode>({
  offline: 0,
  timeout: 0,
  'rate-limited': 0,
  unavailable: 0,
  unauthorized: 0,
  'not-found': 0,
  malformed: 0,
  'storage-full': 0,
  'storage-blocked': 0,
  unsupported: 0,
  internal: 0,
});
const blockerKinds = keys<BlockerKind>({
  'empty-field': 0,
  'out-of-range': 0,
  'failed-check': 0,
  'unapproved-signoff': 0,
  'rejected-signoff': 0,
  'stale-signoff': 0,
  'uninstalled-requirement': 0,
  'not-checked-in': 0,
  'upload-pending': 0,
  'incomplete-step': 0,
  'open-gate': 0,
  'blocking-issue': 0,
});
const warningKinds = keys<WarningKind>({
  'open-issue': 0,
  'open-redline': 0,
  'out-of-range-without-issue': 0,
  'stale-signoff': 0,
  'unfinished-step': 0,
});
const verdicts = keys<Verdict>({ 'in-range': 0, low: 0, high: 0, 'no-limits': 0, 'not-a-number': 0 });

const name = 'Hole <b>distance</b> & more';
const record = (value: ValueRecord['value'], by = 'ana'): ValueRecord => ({
  value,
  how: 'typed',
  by,
  at: '2026-03-03T10:00:00.000Z',
});
const unit: Unit = {
  id: 'u1',
  partNumber: 'WHL-1',
  serial: 'SN-7',
  quantity: '1.5',
  status: 'on-hold',
  reason: 'waits for inspection',
};
const fullDetail: Refusal['detail'] = {
  message: '1,234',
  yours: record('11.3'),
  theirs: record('11.6'),
  partNumber: 'WHL-9',
  expected: ['WHL-1', 'WHL-2'],
  unit,
  needs: 'Quality Engineer',
  status: 'hold',
  waitsFor: ['s1'],
  remaining: '2',
};
const about = {
  name,
  nameOf: (id: string) => `«${id}»`,
  personName: (id: string) => `Person ${id}`,
};

const check = (sentence: string): string => {
  expect(sentence).to.be.a('string');
  expect(sentence.trim()).to.not.equal('');
  expect(sentence).to.not.match(/undefined|\[object|null|NaN|\s{2}|“”|„“|\(\)/);
  return sentence;
};
const whole = ({ what, why, next }: Explanation): string =>
  [what, why, next].map((sentence) => check(sentence)).join(' ');

for (const [language, messages] of Object.entries({ en: en, de })) {
  describe(`messages: ${language}`, () => {
    it('explains every refusal, with all its facts and with none', () => {
      for (const refused of refusalCodes) {
        for (const reason of [undefined, ...refusalReasons]) {
          for (const facts of [fullDetail, {}]) {
            const refusal = { refused, detail: { ...facts, ...(reason && { reason }) } };
            expect(whole(messages.refusal.say(refusal, about))).to.contain(name);
          }
        }
        whole(messages.refusal.say({ refused }, about));
      }
    });

    it('says for every command what was not done', () => {
      const said = commandTypes.map((command) =>
        messages.refusal.say({ refused: 'locked' }, { ...about, command }),
      );
      for (const { what } of said) expect(what).to.contain(name);
      expect(new Set(said.map(({ what }) => what)).size).to.be.greaterThan(9);
    });

    it('names what stands behind a refusal', () => {
      const say = (refusal: Refusal): string => whole(messages.refusal.say(refusal, about));
      expect(say({ refused: 'wrong-part', detail: fullDetail }))
        .to.contain('WHL-9')
        .and.contain('WHL-2');
      const held = say({ refused: 'not-installable', detail: { reason: 'unit-status', unit } });
      expect(held).to.contain('SN-7').and.contain('waits for inspection');
      expect(held.toLowerCase()).to.contain(messages.status.unit('on-hold').toLowerCase());
      const stale = say({ refused: 'stale', detail: fullDetail });
      expect(stale).to.contain('11.3').and.contain('11.6').and.contain('Person ana');
      expect(say({ refused: 'blocked', detail: { reason: 'upstream', waitsFor: ['s1'] } })).to.contain(
        '«s1»',
      );
      expect(
        say({ refused: 'blocked', blockers: [{ kind: 'empty-field', stepId: 's1', targetId: 'f1' }] }),
      ).to.contain('«f1»');
      expect(
        say({
          refused: 'blocked',
          blockers: [],
          detail: { warnings: [{ kind: 'open-issue', stepId: 's1', targetId: 'i1' }] },
        }),
      ).to.contain('«i1»');
      expect(say({ refused: 'rule', detail: { message: 'Torque tool <i>T1</i> is overdue.' } })).to.contain(
        'Torque tool <i>T1</i> is overdue.',
      );
      for (const permission of permissions) {
        const denied = say({ refused: 'not-permitted', detail: { reason: 'permission', needs: permission } });
        if (permission.includes('-')) expect(denied).to.not.contain(permission);
      }
      for (const [reason, status, of] of [
        ['issue-status', 'in-review', 'issue'],
        ['redline-status', 'accepted', 'redline'],
      ] as const) {
        const { why } = messages.refusal.say({ refused: 'invalid', detail: { reason, status } }, about);
        expect(why.toLowerCase()).to.contain(messages.status[of](status).toLowerCase());
      }
    });

    it('names three at most of those who may do it instead', () => {
      const ask = (reason: RefusalReason, others: readonly string[]): string =>
        messages.refusal.say(
          { refused: 'not-permitted', detail: { reason, needs: 'sign' } },
          { ...about, others },
        ).next;
      for (const reason of ['permission', 'role', 'peer-review'] as const) {
        const next = ask(reason, ['Mei', 'Rafael', 'Lena', 'Jonas']);
        expect(next).to.contain('Mei').and.contain('Rafael').and.contain('Lena').and.not.contain('Jonas');
        expect(next).to.not.match(/\d|role|Rolle/);
        expect(check(ask(reason, []))).to.not.equal(ask(reason, ['Mei']));
      }
    });

    it('explains what a newer backend says', () => {
      const refused = 'too-hot' as RefusalCode;
      expect(whole(messages.refusal.say({ refused, detail: { message: 'Let it cool.' } }, about))).to.contain(
        'Let it cool.',
      );
      const detail = { reason: 'toString' as RefusalReason };
      whole(messages.refusal.say({ refused: 'invalid', detail }, about));
      expect(check(messages.blocker.line('too-hot', name))).to.contain(name);
      expect(check(messages.warning.line('constructor', name))).to.contain(name);
      whole(messages.fault.notLoaded({ code: 'odd' as FaultCode, outcome: 'unknown' }));
    });

    it('buries no sentence under a million characters', () => {
      const text = 'x'.repeat(1_000_000);
      const said = messages.refusal.say(
        { refused: 'stale', detail: { yours: record(text), theirs: record(text) } },
        { ...about, name: text },
      );
      expect(whole(said).length).to.be.lessThan(2500);
    });

    it('explains every fault', () => {
      for (const code of faultCodes) {
        for (const outcome of ['not-done', 'unknown'] as const) {
          for (const retryAfter of [undefined, 1000, 5000]) {
            const fault = { code, outcome, retryAfter };
            const said = messages.fault.say(fault, { name, command: 'set-value' });
            expect(whole(said)).to.contain(name);
            const start = messages.fault.say(fault, { name, command: 'start-step' });
            expect(said.what.split('. ').length).to.be.greaterThan(start.what.split('. ').length);
            whole(messages.fault.notLoaded(fault));
          }
        }
      }
      const busy = { code: 'rate-limited', outcome: 'not-done', retryAfter: 4200 } as const;
      expect(messages.fault.say(busy, { name }).next).to.contain('5 ');
    });

    it('has a line for every blocker and warning, with its label as text', () => {
      for (const kind of blockerKinds) expect(check(messages.blocker.line(kind, name))).to.contain(name);
      for (const kind of warningKinds) expect(check(messages.warning.line(kind, name))).to.contain(name);
    });

    it('has a word for every status and shows an unknown one as reported', () => {
      const { work, unit: ofUnit, issue, redline } = messages.status;
      const known = [
        ...[...stepStatuses, 'partial-complete'].map((status) => [status, work(status)] as const),
        ...unitStatuses.map((status) => [status, ofUnit(status)] as const),
        ...issueStatuses.map((status) => [status, issue(status)] as const),
        ...redlineStatuses.map((status) => [status, redline(status)] as const),
      ];
      for (const [status, word] of known) expect(check(word), status).to.not.contain(': ');
      for (const say of [work, ofUnit, issue, redline]) {
        expect(check(say('unknown', 'COOLING'))).to.contain('COOLING');
        expect(check(say('__proto__'))).to.contain('__proto__');
      }
    });

    it('has a word for every verdict', () => {
      for (const verdict of verdicts) check(messages.verdict.words[verdict]);
    });

    it('says nothing odd anywhere, whatever the count', () => {
      let sentences = 0;
      const visit = (part: unknown, path: string): void => {
        if (typeof part === 'string') {
          check(part);
          sentences++;
        } else if (typeof part === 'object' && part !== null) {
          for (const [key, inner] of Object.entries(part)) visit(inner, `${path}.${key}`);
        }
      };
      visit(messages, language);
      expect(sentences).to.be.greaterThan(100);
      for (const count of [0, 1, 2, 5000]) {
        check(messages.step.outstanding(count));
        check(messages.step.progress(count, 5000));
        check(messages.step.comments(count));
        check(messages.review.blockers(count));
        check(messages.review.warnings(count));
        check(messages.review.acknowledge(count));
        check(messages.file.count(count));
        check(messages.install.found(count));
        check(messages.session.problems(count));
        check(messages.session.queued(count));
      }
      check(messages.file.uploading(name, 0.4, language));
      check(messages.file.size(1_500_000, language));
      check(messages.step.checkedIn([]));
      expect(check(messages.step.checkedIn(['A', 'B', 'C', 'D', 'E']))).to.not.contain('E');
      check(messages.signoff.changed([name]));
      for (const reason of ['role', 'permission', 'peer-review', 'status'])
        check(messages.signoff.readOnly(reason, 'QE'));
      for (const say of Object.values(messages.review.of)) check(say(3));
      for (const say of Object.values(messages.review.also)) check(say(1));
      check(messages.review.kinds('incomplete-step', 2));
      check(messages.review.more(950));
    });

    it('has the same shape as English', () => {
      const shape = (part: unknown): unknown =>
        typeof part === 'object' && part !== null
          ? Object.fromEntries(
              Object.entries(part)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, inner]) => [key, shape(inner)]),
            )
          : typeof part;
      expect(shape(messages)).to.deep.equal(shape(en));
    });
  });
}

describe('messages: limits in words', () => {
  const { limits } = en.verdict;
  it('reads ranges, one-sided limits and tolerances', () => {
    expect(limits({ min: '11.1', max: '11.5' }, 'mm', 'en')).to.equal('11.1 to 11.5 mm');
    expect(limits({ min: '3' }, 'V', 'en')).to.equal('at least 3 V');
    expect(limits({ max: '5.0' }, 'V', 'en')).to.equal('at most 5.0 V');
    expect(limits({ target: '11.3', plus: '0.2', minus: '-0.1' }, 'mm', 'en')).to.equal(
      '11.3 mm, +0.2 / −0.1',
    );
    expect(limits({ target: '11.3', plus: '+0.1', minus: '-0.1' }, 'mm', 'en')).to.equal('11.3 ± 0.1 mm');
    expect(limits({ target: '20', plus: '-0.02', minus: '-0.05' }, 'mm', 'en')).to.equal(
      '20 mm, −0.02 / −0.05',
    );
    expect(limits({ target: '11.3' }, 'mm', 'en')).to.equal('target 11.3 mm');
    const oneSided = { target: '11.3', plus: '0.2' };
    expect(limits(oneSided, 'mm', 'en', bounds(oneSided))).to.equal('at most 11.5 mm, target 11.3 mm');
    expect(limits({ min: '-5', max: '5' }, '°', 'en')).to.equal('−5 to 5°');
    expect(limits({}, 'mm', 'en')).to.equal('');
    expect(limits(undefined, undefined, 'en')).to.equal('');
  });
  it('keeps every digit and uses the signs of the locale', () => {
    expect(de.verdict.limits({ min: '11.10', max: '1200.500' }, 'mm', 'de')).to.equal(
      '11,10 bis 1200,500 mm',
    );
    expect(limits({ max: '0.1234567890123456789' }, undefined, 'en')).to.equal(
      'at most 0.1234567890123456789',
    );
  });
});

describe('messages: formats', () => {
  it('shows an instant at the site, not at the device', () => {
    const at = '2026-03-29T00:30:00.000Z';
    expect(formatInstant(at, 'en', 'Europe/Berlin')).to.equal(
      formatInstant('2026-03-29T01:30:00.000+01:00', 'en', 'Europe/Berlin'),
    );
    expect(formatInstant(at, 'en', 'Europe/Berlin')).to.match(/Mar 29, 2026, 1:30\sAM/);
    expect(formatInstant(at, 'de', 'Europe/Berlin')).to.equal('29.03.2026, 01:30');
    expect(formatDate('2026-03-01', 'en')).to.equal('Mar 1, 2026');
  });
  it('survives what is no date, no zone and no language', () => {
    expect(formatInstant('soon', 'en', 'Europe/Berlin')).to.equal('soon');
    expect(formatInstant('2026-03-29T00:30:00.000Z', 'en', 'Mars/Base')).to.match(/UTC/);
    expect(formatDate('2026-03-01', 'not a tag')).to.not.equal('');
    expect(formatDecimal('1.50', '?')).to.not.equal('');
  });
  it('counts with the right form', () => {
    const forms = { one: 'step', other: 'steps' };
    expect([0, 1, 2, 1234].map((count) => counted('en', count, forms))).to.deep.equal([
      '0 steps',
      '1 step',
      '2 steps',
      '1,234 steps',
    ]);
    expect(formatList(['A', 'B', 'C', 'D', 'E'], 'en', 'conjunction', (count) => `${count} more`)).to.equal(
      'A, B, C, and 2 more',
    );
    expect(formatBytes(999, 'en')).to.equal('999 bytes');
    expect(formatBytes(1000, 'en')).to.equal('1 kB');
    expect(formatBytes(1_500_000, 'en')).to.equal('1.5 MB');
    expect(formatPercent(0.4, 'en')).to.equal('40%');
  });
});

describe('messages: registry', () => {
  const place = document.createElement('div');
  before(() => document.body.append(place));
  afterEach(() => {
    place.removeAttribute('lang');
    document.documentElement.lang = 'en';
    place.replaceChildren();
  });
  after(() => place.remove());

  /** An element two shadow roots deep. */
  const deep = (): HTMLElement => {
    let at: HTMLElement = place;
    for (let depth = 0; depth < 2; depth++) {
      const inner = document.createElement('span');
      (at.shadowRoot ?? at).append(inner);
      inner.attachShadow({ mode: 'open' }).append(document.createElement('p'));
      at = inner.shadowRoot!.firstElementChild as HTMLElement;
    }
    return at;
  };
  const start = (element: Element): string => words(element, 'step', en.step).start;
  const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done));

  it('follows the nearest lang, through shadow roots', async () => {
    const element = deep();
    expect(start(element)).to.equal(en.step.start);
    addLanguage('de', de);
    expect(start(element)).to.equal(en.step.start);
    await nextTask();
    place.lang = 'de-AT';
    expect(start(element)).to.equal(de.step.start);
    expect(localeOf(element)).to.equal('de-AT');
    await nextTask();
    element.lang = 'en-GB';
    expect(start(element)).to.equal(en.step.start);
    element.removeAttribute('lang');
    await nextTask();
    place.lang = 'fr';
    expect(start(element)).to.equal(en.step.start);
    await nextTask();
    place.removeAttribute('lang');
    document.documentElement.lang = 'DE';
    expect(start(element)).to.equal(de.step.start);
  });

  it('prefers the exact tag, and fills what a language lacks with English', async () => {
    const { checkIn: _, ...older } = de.step;
    addLanguage('de-CH', { ...de, step: { ...older, start: 'Los' } });
    const element = deep();
    place.lang = 'de-CH';
    expect(start(element)).to.equal('Los');
    expect(words(element, 'step', en.step).checkIn).to.equal('Check in');
    expect(words(element, 'step', en.step)).to.equal(words(element, 'step', en.step));
    await nextTask();
    place.lang = 'de_DE';
    expect(start(element)).to.equal(de.step.start);
  });

  it('is cheap for 5,000 fields in one rendering', () => {
    const root = deep().getRootNode() as ShadowRoot;
    const fields = Array.from({ length: 5000 }, () => root.appendChild(document.createElement('i')));
    const began = performance.now();
    for (const field of fields) words(field, 'field', en.field);
    expect(performance.now() - began).to.be.lessThan(100);
  });
});
