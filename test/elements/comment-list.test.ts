import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { AdapterFault, type Adapter } from '../../src/adapters/adapter.js';
import { define } from '../../src/define.js';
import type { Comment, Person, Run, Step } from '../../src/domain/run.js';
import type { CommentList } from '../../src/elements/comment-list/comment-list.js';
import { de } from '../../src/messages/de.js';
import { addLanguage } from '../../src/messages/registry.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { expectAccessible } from '../support/axe.js';
import {
  benchOf,
  buttonNamed,
  pressNamed,
  runOf,
  shownText,
  stepId,
  until,
  type Bench,
} from '../support/fields.js';

define();

const { technician, lead, qualityEngineer, customer } = roverPeople;
let element: CommentList;
let bench: Bench;
const root = (): ShadowRoot => element.shadowRoot!;
const box = (): HTMLTextAreaElement => root().querySelector('textarea')!;
const named = (name: string): HTMLButtonElement | undefined => buttonNamed(element, name);
const press = (name: string): Promise<void> => pressNamed(element, name);
const texts = (): readonly string[] =>
  [...root().querySelectorAll('.comment .text')].map((one) => one.textContent);
const items = (): readonly HTMLElement[] => [...root().querySelectorAll<HTMLElement>('.comment')];
const options = (): readonly HTMLElement[] => [...root().querySelectorAll<HTMLElement>('[role=option]')];
const chosen = (): string | undefined =>
  root().querySelector(`#${box().getAttribute('aria-activedescendant') ?? 'none'}`)?.textContent;
const alert = (): string => root().querySelector('[role=alert]')?.textContent.trim() ?? '';
const step = (): Step => bench.session.run!.steps[0]!;
const recorded = (): readonly Comment[] =>
  bench.events.flatMap((event) => (event.type === 'commented' ? [event.comment] : []));

let count = 0;
/** Somebody elsewhere says something. */
const say = (text: string, by: Person = lead, mentions?: readonly string[]) =>
  bench.adapter.execute(
    {
      v: 1,
      id: `said-${++count}`,
      runId: 'run',
      madeAt: new Date().toISOString(),
      type: 'comment',
      stepId,
      text,
      ...(mentions && { mentions }),
    },
    { as: { person: by.id } },
  );

interface Shown {
  run?: Run;
  change?: Partial<Adapter>;
  person?: Person;
  before?: readonly string[];
}

async function show({ run = runOf([]), change = {}, person = technician, before = [] }: Shown = {}) {
  bench = benchOf(run, { change, person });
  await until(() => bench.session.status === 'ready');
  for (const text of before) await say(text);
  await until(() => step().commentCount >= before.length);
  element = Object.assign(document.createElement('comment-list'), {
    lang: 'en',
    session: bench.session,
    stepId,
  });
  document.body.append(element);
  await until(() => root().querySelector('section') ?? person === customer);
}
async function type(text: string): Promise<void> {
  await until(box);
  box().focus();
  await sendKeys({ type: text });
}

async function sendByKey(): Promise<void> {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: 'Enter' });
  await sendKeys({ up: 'Control' });
}

describe('comment-list', () => {
  afterEach(() => element.remove());

  it('R93: a comment is written, sent by key, and shown as it was typed, with who and when', async () => {
    await show();
    expect(shownText(element)).to.contain('No comments yet.');
    await type('Bore <b>3</b> is rough.');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: '  Look again.' });
    await sendByKey();
    await until(() => items().length === 1);
    expect(texts()).to.deep.equal(['Bore <b>3</b> is rough.\n  Look again.']);
    expect(items()[0]!.textContent).to.contain('Amara Osei');
    expect(items()[0]!.querySelector('time')!.textContent).not.to.equal('');
    expect(root().querySelector('b')).to.equal(null);
    await until(() => box().value === '');
    expect(root().activeElement).to.equal(box());
    expect(root().querySelector('[role=status]')).not.to.equal(null);
  });

  it('R93: those of others come by themselves, the newest first, and are said', async () => {
    await show({ before: ['One', 'Two'] });
    await until(() => items().length === 2);
    expect(texts()).to.deep.equal(['Two', 'One']);
    await say('Three');
    await until(() => items().length === 3);
    expect(texts()).to.deep.equal(['Three', 'Two', 'One']);
    await until(() => shownText(element).includes('New comment by Mei Tanaka'));
  });

  it('R93: it can be written while the step is on hold, and tells why work stopped', async () => {
    const run = runOf([]);
    await show({ run });
    const { session } = bench;
    await session.execute({
      type: 'hold-step',
      stepId,
      reason: 'waiting-for-part',
      comment: 'Bearings on Monday',
    });
    await until(() => items().length === 1);
    expect(items()[0]!.textContent).to.contain('On hold: Waiting for a part');
    await type('Ordered.');
    await press('Send');
    await until(() => items().length === 2);
    expect(items()[0]!.textContent).not.to.contain('On hold');
  });

  it('R94: a hold of the record marks its comment even where the comment does not say so', async () => {
    const at = '2026-11-20T10:00:00.000Z';
    const hold = { reason: 'end-of-shift', comment: 'See you', by: lead.id, at };
    const run = runOf([]);
    const latestComment = { id: 'c', stepId, by: lead.id, at, text: 'See you' };
    await show({
      run: {
        ...run,
        steps: run.steps.map((one) => ({ ...one, status: 'hold', hold, commentCount: 0, latestComment })),
      },
    });
    await until(() => items().length === 1);
    expect(items()[0]!.textContent).to.contain('On hold: End of shift');
  });

  it('R93: a person is mentioned by keyboard, and their id goes along', async () => {
    await show();
    await type('Ask @');
    await until(() => options().length === 3);
    expect(options().map((one) => one.textContent)).not.to.contain('Amara Osei');
    expect(box().getAttribute('aria-controls')).to.equal('people');
    await sendKeys({ press: 'ArrowDown' });
    await until(() => chosen()?.includes('Mei Tanaka'));
    await sendKeys({ press: 'Enter' });
    await until(() => options().length === 0);
    expect(box().value).to.equal('Ask @Mei Tanaka ');
    await until(() => shownText(element).includes('For Mei Tanaka'));
    await sendKeys({ type: 'and @jon' });
    await until(() => options().length === 1);
    await sendKeys({ press: 'Escape' });
    await until(() => options().length === 0);
    await sendByKey();
    await until(() => recorded().length === 1);
    expect(recorded()[0]).to.deep.include({ text: 'Ask @Mei Tanaka and @jon', mentions: ['lead'] });
  });

  it('R93: by tap as well, and by typing the whole name without choosing', async () => {
    await show();
    await press('Mention somebody');
    await until(() => options().length === 3);
    options()[0]!.click();
    await until(() => box().value === '@Jonas Lindqvist ');
    expect(root().activeElement).to.equal(box());
    await sendKeys({ type: '@mei tanaka ' });
    await until(() => options().length === 0);
    await press('Send');
    await until(() => recorded().length === 1);
    expect(recorded()[0]!.mentions).to.deep.equal(['quality-engineer', 'lead']);
  });

  it('R93: who is mentioned sees it marked', async () => {
    await show();
    await say('@Amara Osei please look, @Jonas Lindqvist knows', lead, [technician.id, qualityEngineer.id]);
    await until(() => items().length === 1);
    expect(items()[0]!.textContent).to.contain('For you');
    expect([...root().querySelectorAll('.mention')].map((one) => one.textContent)).to.deep.equal([
      '@Amara Osei',
      '@Jonas Lindqvist',
    ]);
    await until(() => shownText(element).includes('New comment by Mei Tanaka, for you'));
  });

  it('R93: of ten thousand twenty are read at a time, and the focus goes to what came', async () => {
    const all = Array.from({ length: 10_000 }, (_, index): Comment => ({
      id: `c${index}`,
      stepId,
      by: lead.id,
      at: new Date(Date.parse('2026-01-01T00:00:00.000Z') + index * 60_000).toISOString(),
      text: `Comment ${index + 1}`,
    }));
    const asked: number[] = [];
    const comments: Adapter['comments'] = (_run, _step, { cursor, limit = 50, newestFirst } = {}) => {
      expect(newestFirst).to.equal(true);
      asked.push(limit);
      const end = Number(cursor ?? all.length);
      return Promise.resolve({ items: all.slice(end - limit, end).reverse(), cursor: String(end - limit) });
    };
    const run = runOf([]);
    bench = benchOf(
      {
        ...run,
        steps: run.steps.map((one) => ({ ...one, commentCount: all.length, latestComment: all.at(-1)! })),
      },
      { change: { comments } },
    );
    await until(() => bench.session.status === 'ready');
    element = Object.assign(document.createElement('comment-list'), {
      lang: 'en',
      session: bench.session,
      stepId,
    });
    document.body.append(element);
    await until(() => items().length === 20);
    expect(texts()[0]).to.equal('Comment 10000');
    expect(asked).to.deep.equal([20]);
    await press('Earlier comments');
    await until(() => items().length === 40);
    await until(() => root().activeElement === items()[20]);
    expect(texts()[39]).to.equal('Comment 9961');
    await say('One more');
    await until(() => items().length === 41);
    expect(texts().slice(0, 2)).to.deep.equal(['One more', 'Comment 10000']);
    expect(asked).to.deep.equal([20, 20]);
  });

  it('R93: what came while nobody listened is read, with nothing twice', async () => {
    await show({ before: ['One', 'Two'] });
    await until(() => items().length === 2);
    element.remove();
    for (const text of ['Three', 'Four', 'Five']) await say(text);
    document.body.append(element);
    await until(() => items().length === 5);
    expect(texts()).to.deep.equal(['Five', 'Four', 'Three', 'Two', 'One']);
  });

  it('R93: a refusal keeps what was typed and tells why', async () => {
    let refuse = true;
    const run = runOf([]);
    const probe = benchOf(run);
    await show({
      run,
      change: {
        ...probe.adapter,
        execute: (command, options) =>
          refuse
            ? Promise.resolve({ refused: 'rule', detail: { message: 'Closed for the audit.' } })
            : probe.adapter.execute(command, options),
      },
    });
    await type('Hello');
    await press('Send');
    await until(() => alert().includes('Closed for the audit.'));
    expect(box().value).to.equal('Hello');
    refuse = false;
    await press('Send');
    await until(() => texts()[0] === 'Hello');
  });

  it('R93: a fault is told, and the same comment is sent again once', async () => {
    const run = runOf([]);
    const probe = benchOf(run);
    const sent: string[] = [];
    await show({
      run,
      change: {
        ...probe.adapter,
        async execute(command, options) {
          sent.push(command.id);
          const answer = await probe.adapter.execute(command, options);
          if (sent.length === 1) throw new AdapterFault('timeout', { outcome: 'unknown' });
          return answer;
        },
        watch: () => () => undefined,
      },
    });
    await type('Hello');
    await press('Send');
    await until(() => named('Try again'));
    expect(alert()).to.contain('Not sent.');
    expect(box().readOnly).to.equal(true);
    expect(box().value).to.equal('Hello');
    await press('Try again');
    await until(() => box().value === '');
    expect(new Set(sent).size).to.equal(1);
    expect(texts()).to.deep.equal(['Hello']);
  });

  it('R93: after a fault the text can be changed instead', async () => {
    await show({ change: { execute: () => Promise.reject(new AdapterFault('offline')) } });
    await type('Hello');
    await press('Send');
    await press('Change it');
    await until(() => !box().readOnly);
    expect(box().value).to.equal('Hello');
    expect(root().activeElement).to.equal(box());
  });

  it('R93: to send is the primary action once something is typed, and competes with none before', async () => {
    await show();
    await until(() => named('Send'));
    const isPrimary = (): boolean => named('Send')!.classList.contains('primary');
    expect(isPrimary()).to.equal(false);
    box().focus();
    await sendKeys({ type: 'Chips' });
    await until(isPrimary);
    for (let i = 0; i < 5; i += 1) await sendKeys({ press: 'Backspace' });
    await until(() => !isPrimary());
  });

  it('R93: nothing typed is told in words', async () => {
    await show();
    await press('Send');
    await until(() => alert() === 'Write something first.');
    expect(box().getAttribute('aria-invalid')).to.equal('true');
    expect(root().activeElement).to.equal(box());
    expect(bench.events).to.have.length(0);
  });

  it('R93: what was typed stays with the session, and write() goes there', async () => {
    await show();
    await type('Half a sen');
    element.remove();
    element = Object.assign(document.createElement('comment-list'), {
      lang: 'en',
      session: bench.session,
      stepId,
    });
    document.body.append(element);
    element.write();
    await until(() => box() && root().activeElement === box());
    expect(box().value).to.equal('Half a sen');
  });

  it('R93: who may not comment reads only, and where there is nothing it takes no room', async () => {
    await show({ person: customer });
    await until(() => element.matches(':state(empty)'));
    expect(element.getBoundingClientRect().height).to.equal(0);
    await say('For everybody');
    await until(() => items().length === 1);
    expect(element.matches(':state(empty)')).to.equal(false);
    expect(root().querySelector('textarea')).to.equal(null);
  });

  it('R93: that they cannot be read is told, and they are asked for again', async () => {
    let broken = true;
    const probe = benchOf(runOf([]));
    bench = probe;
    for (const text of ['One', 'Two']) await say(text);
    const comments: Adapter['comments'] = (...asked) =>
      broken ? Promise.reject(new AdapterFault('timeout')) : probe.adapter.comments!(...asked);
    const run = await probe.adapter.load('run');
    await show({ run, change: { ...probe.adapter, comments }, before: ['Three'] }).catch(() => undefined);
    await until(() => alert().includes('The comments could not be loaded.'));
    broken = false;
    await press('Try again');
    await until(() => items().length === 3);
    expect(texts()).to.deep.equal(['Three', 'Two', 'One']);
    expect(root().activeElement).not.to.equal(null);
  });

  it('R93: one that is long is folded', async () => {
    await show({ before: [Array.from({ length: 60 }, (_, index) => `Line ${index}`).join('\n')] });
    await until(() => items().length === 1);
    expect(texts()[0]!.length).to.be.below(120);
    await press('Show all of it');
    await until(() => texts()[0]!.includes('Line 59'));
    expect(root().activeElement).not.to.equal(null);
  });

  it('speaks German', async () => {
    addLanguage('de', de);
    await show();
    element.lang = 'de';
    element.requestUpdate();
    await until(() => shownText(element).includes('Kommentare'));
    await press('Senden');
    await until(() => alert() === 'Schreiben Sie zuerst etwas.');
  });

  it('is accessible with its people open', async () => {
    await show({ before: ['One'] });
    await type('@');
    await until(() => options().length > 0);
    await expectAccessible(element);
  });
});
