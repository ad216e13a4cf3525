// What 500 steps, 50 people at once and 10,000 comments cost, as counts: what is drawn, how often, what is asked for. They
// are the same on every machine.
import { expect } from 'chai';
import type { ReactiveElement } from 'lit';
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { Command, CommandRequest, Comment, Run } from '../../src/domain/index.js';
import { ShellElement } from '../../src/elements/shell-element.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { shell } from '../../src/styles/shell.js';
import { busyRun } from '../../src/testing/busy-run.js';
import { fieldIn, textOf, until } from './step.js';

define();

const at = '2026-11-20T09:00:00.000Z';
const me = 'person-1';
/** One of the hundred steps at which everybody works. */
const here = 'step-120';
const there = 'step-130';

/** The elements of a page of a run, and what tells that each is there. */
const page = {
  'step-list': '.rows li',
  'run-step': 'comment-list',
  'comment-list': 'li.comment:nth-child(20)',
  'operator-bar': '.steps li',
  'handover-card': '#present',
  'completion-review': '[part=button]',
  'labor-list': '.people li',
};
type Tag = keyof typeof page;

interface Shop {
  session: RunSession;
  adapter: Adapter;
  /** What was asked of the backend, by method. */
  asked: string[];
  elements: readonly ReactiveElement[];
}
let close: (() => void)[] = [];

const commentAt = (index: number, people: number): Comment => ({
  id: `comment-${index}`,
  stepId: here,
  by: `person-${(index % people) + 1}`,
  at: new Date(Date.parse(at) + index * 1000).toISOString(),
  text: `@Person 1, this is number ${index}.`,
  mentions: [me],
});

async function open({ people, comments }: { people: number; comments: number }): Promise<Shop> {
  const busy = busyRun({ people });
  const all = Array.from({ length: comments }, (_, index) => commentAt(index, people));
  const run: Run = {
    ...busy,
    steps: busy.steps.map((step) =>
      step.id === here ? { ...step, commentCount: comments, latestComment: all.at(-1)! } : step,
    ),
  };
  const asked: string[] = [];
  const memory = memoryAdapter({ runs: [run] });
  const adapter: Adapter = {
    ...memory,
    load: (...given) => (asked.push('load'), memory.load(...given)),
    history: (...given) => (asked.push('history'), memory.history(...given)),
    values: (...given) => (asked.push('values'), memory.values(...given)),
    listRuns: () => (asked.push('listRuns'), memory.listRuns()),
    comments(_run, _step, { cursor, limit = 50 } = {}) {
      asked.push(`comments ${limit}`);
      const end = Number(cursor ?? all.length);
      return Promise.resolve({ items: all.slice(end - limit, end).reverse(), cursor: String(end - limit) });
    },
  };
  const session = createRunSession({ adapter, runId: run.id, person: me });
  await until(() => session.status === 'ready');
  const elements = (Object.keys(page) as Tag[]).map((tag) => {
    const element = document.createElement(tag);
    const isOfStep = tag === 'run-step' || tag === 'comment-list' || tag === 'labor-list';
    Object.assign(element, { lang: 'en', session, ...(isOfStep && { stepId: here }) });
    document.body.append(element);
    return element;
  });
  close.push(() => {
    elements.forEach((element) => element.remove());
    session.stop();
  });
  for (const one of elements) await until(() => one.shadowRoot?.querySelector(page[one.localName as Tag]));
  await settled(elements);
  return { session, adapter, asked, elements };
}

/** With all that is nested. */
function* inside(root: ParentNode): Generator<Element> {
  for (const one of root.querySelectorAll('*')) {
    yield one;
    if (one.shadowRoot) yield* inside(one.shadowRoot);
  }
}
const all = (elements: readonly ReactiveElement[]): ReactiveElement[] =>
  elements.flatMap((element) => [
    element,
    ...[...inside(element.shadowRoot!)].filter((one): one is ReactiveElement => 'updateComplete' in one),
  ]);
const drawnIn = (element: ReactiveElement): number => [...inside(element.shadowRoot!)].length;

/** What it draws has come: a shell takes its styles with it. */
const hasCome = (one: ReactiveElement): boolean =>
  !(one instanceof ShellElement) || one.shadowRoot!.adoptedStyleSheets.includes(shell.styleSheet!);

/** Nothing waits to be drawn any more, and nothing that was drawn brought something more. */
async function settled(elements: readonly ReactiveElement[]): Promise<void> {
  for (let before = -1; ;) {
    await until(() => all(elements).every((one) => one.hasUpdated && hasCome(one)));
    for (const one of all(elements)) await one.updateComplete;
    const now = elements.reduce((sum, one) => sum + drawnIn(one), 0);
    if (now === before && !all(elements).some(({ isUpdatePending }) => isUpdatePending)) return;
    before = now;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

let commands = 0;
/** Another person gives a command on another device. Tells how often which elements are drawn, and which rows change. */
async function given(
  { session, adapter, elements }: Shop,
  person: string,
  request: CommandRequest,
): Promise<{ times: Record<string, number>; most: number; rows: (string | undefined)[] }> {
  const counts = new Map<ReactiveElement, number>();
  const stop = all(elements).map((one) => {
    const controller = { hostUpdated: () => counts.set(one, (counts.get(one) ?? 0) + 1) };
    one.addController(controller);
    return () => one.removeController(controller);
  });
  const records: MutationRecord[] = [];
  const seen = new MutationObserver((some) => records.push(...some));
  const list = elements[0]!.shadowRoot!.querySelector('.rows')!;
  seen.observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
  const command = { v: 1, id: `command-${++commands}`, runId: session.runId, madeAt: at, ...request };
  const answer = await adapter.execute(command as Command, { as: { person } });
  if (!('events' in answer)) throw new Error(JSON.stringify(answer));
  await until(() => session.confirmed!.sequence === answer.events.at(-1)!.sequence);
  await settled(elements);
  const rows = [...records, ...seen.takeRecords()].map(({ target }) => {
    const element = target instanceof Element ? target : target.parentElement;
    return element?.closest('li')?.querySelector<HTMLElement>('.step')?.dataset.id;
  });
  seen.disconnect();
  for (const one of stop) one();
  const times: Record<string, number> = {};
  for (const [{ localName }, count] of counts) times[localName] = (times[localName] ?? 0) + count;
  return { times, most: Math.max(0, ...counts.values()), rows: [...new Set(rows)] };
}

describe('500 steps, 50 people at once, 10,000 comments', function () {
  this.timeout(60_000);
  afterEach(() => {
    for (const one of close) one();
    close = [];
  });

  it('what is drawn has a bound, and is no more than for a few people and comments', async () => {
    const drawn: Record<string, number>[] = [];
    for (const size of [
      { people: 12, comments: 60 },
      { people: 50, comments: 10_000 },
    ]) {
      const { elements } = await open(size);
      drawn.push(Object.fromEntries(elements.map((one) => [one.localName, drawnIn(one)])));
      for (const one of close) one();
      close = [];
    }
    const [few, many] = drawn as [Record<string, number>, Record<string, number>];
    expect(many).to.deep.equal(few);
    const bounds = {
      // A dozen for each of the 500 rows, a handful for each of the hundred steps that one is checked in to.
      'step-list': 12 * 500,
      'operator-bar': 6 * 100,
      'run-step': 700,
      'comment-list': 250,
      // Four lists, later, and who is there: a hundred lines of each, to be printed.
      'handover-card': 7 * 600,
      'completion-review': 1200,
      'labor-list': 120,
    };
    for (const [tag, bound] of Object.entries(bounds)) expect(many[tag], tag).to.be.within(20, bound);
  });

  it('R95: what others do is drawn once, where it is seen, and nothing is read for it', async () => {
    const shop = await open({ people: 50, comments: 10_000 });
    // Twenty for each list, and for what the person finds when they check in.
    const read = ['load', ...Array.from({ length: 3 }, () => 'comments 20')];
    expect(shop.asked).to.deep.equal(read);
    const value = (stepId: string, text: string, gap = 1): CommandRequest => ({
      type: 'set-value',
      stepId,
      targetId: `${stepId}-gap-${gap}`,
      value: text,
    });
    // What a field says of a record comes with the first of them.
    await given(shop, 'person-5', value(here, '5', 2));
    await until(() =>
      textOf(fieldIn(shop.elements[1]!.shadowRoot!, `${here}-gap-2`)).includes('Recorded by'),
    );
    const overview = { 'step-list': 1, 'completion-review': 1, 'handover-card': 1 };
    // At another step: who has an overview of all of them is drawn, and in the list one row.
    expect(await given(shop, 'person-2', value(there, '5'))).to.deep.include({
      times: overview,
      rows: [there],
    });
    expect(await given(shop, 'person-2', value(there, '4.9'))).to.deep.include({ times: {}, rows: [] });
    const out = await given(shop, 'person-3', { type: 'check-out', stepId: there });
    expect(out.times).to.deep.equal({ ...overview, 'operator-bar': 1 });
    expect(out.rows).to.deep.equal([there]);
    const said = await given(shop, 'person-4', { type: 'comment', stepId: there, text: 'Here' });
    expect(said).to.deep.include({ times: overview, rows: [] });

    // At the step on screen: no element twice, and of its ten fields the one.
    const filled = await given(shop, 'person-5', value(here, '5'));
    expect(filled).to.deep.include({ most: 1, rows: [here] });
    expect(filled.times).to.include({ ...overview, 'measurement-field': 1 });
    for (const tag of ['value-field', 'comment-list', 'labor-list', 'operator-bar'])
      expect(filled.times, tag).not.to.have.property(tag);
    expect(await given(shop, 'person-5', value(here, '4.9'))).to.deep.include({
      times: { 'measurement-field': 1 },
      rows: [],
    });
    for (const request of [
      { type: 'check-out', stepId: here },
      { type: 'comment', stepId: here, text: 'Look' },
    ] as const) {
      const seen = await given(shop, 'person-6', request);
      expect(seen.most, request.type).to.equal(1);
      expect(seen.times, request.type).to.include({ 'run-step': 1, 'comment-list': 2, 'labor-list': 2 });
      expect(seen.times, request.type).not.to.have.property('measurement-field');
    }

    // What may be done everywhere depends on a status: each is drawn once, and still only the row that changes.
    const held = await given(shop, 'person-7', {
      type: 'hold-step',
      stepId: there,
      reason: 'other',
      comment: 'No',
    });
    expect(held).to.deep.include({ most: 1, rows: [there] });
    expect(shop.asked).to.deep.equal(read);
  });
});
