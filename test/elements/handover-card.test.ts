import { expect } from 'chai';
import { define } from '../../src/define.js';
import type { Run, Step } from '../../src/domain/run.js';
import type { HandoverCard } from '../../src/elements/handover-card/handover-card.js';
import type { LocateRequestedEvent } from '../../src/elements/events.js';
import { de } from '../../src/messages/de.js';
import { addLanguage } from '../../src/messages/registry.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { busyRun } from '../../src/testing/busy-run.js';
import { number, signoff, step } from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';
import { benchOf, runOf, shownText, stepId, until, type Bench } from '../support/fields.js';

define();

const { technician, lead } = roverPeople;
let element: HandoverCard;
let bench: Bench;
const root = (): ShadowRoot => element.shadowRoot!;
const linesOf = (kind: string): readonly HTMLElement[] => [
  ...(root().getElementById(kind)?.parentElement?.querySelectorAll<HTMLElement>('.line') ?? []),
];
const textsOf = (kind: string): readonly string[] =>
  linesOf(kind).map((one) => one.textContent.replace(/\s+/g, ' ').trim());
const counts = (): readonly string[] =>
  [...root().querySelectorAll('.counts .number')].map((one) => one.textContent);
const named = (name: string): HTMLElement | undefined =>
  [...root().querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(name));

const width = number('w', 'Width', 'mm', { min: '0', max: '10' });
const depth = number('d', 'Depth', 'mm', undefined);
const seen = signoff('o', 'Torque seen', 'Witness');
const runWith = (more: Partial<Run> = {}, ...steps: readonly Step[]): Run => {
  const run = runOf([width, depth, seen]);
  return {
    ...run,
    steps: [...run.steps, ...steps],
    teams: [{ id: 't', name: 'Witnesses', members: [lead.id], roles: ['Witness'] }],
    ...more,
  };
};

async function show(run: Run, more: Partial<HandoverCard> = {}): Promise<void> {
  bench = benchOf(run, { person: lead });
  await until(() => bench.session.status === 'ready');
  element = Object.assign(document.createElement('handover-card'), {
    lang: 'en',
    session: bench.session,
    ...more,
  });
  document.body.append(element);
  await until(() => root().querySelector('article, .quiet-text'));
}

describe('handover-card', () => {
  afterEach(() => element.remove());

  it('R93: tells how many first, then what is half done and for whom it waits', async () => {
    await show(runWith({}, step('next', 'Paint'), step('later', 'Pack', { upstream: ['next'] })));
    expect(counts()).to.deep.equal(['0', '1', '1', '0']);
    expect(textsOf('half')[0]).to.contain('1 Measure: 2 values and 1 sign-off missing');
    expect(textsOf('half')[0]).to.contain('Width and Depth');
    expect(textsOf('waits')[0]).to.contain('Torque seen: For Witness to sign, once the rest is done');
    expect(textsOf('waits')[0]).to.contain('Mei Tanaka');
    expect(textsOf('next')).to.deep.equal(['2 Paint']);
    expect(textsOf('later')[0]).to.contain('3 Pack: After 2 Paint');
    expect(textsOf('present')[0]).to.contain('Amara Osei');
  });

  it('R76, R93: a line leads to its place, by the page where nothing shows it', async () => {
    await show(runWith());
    const asked: LocateRequestedEvent[] = [];
    element.addEventListener('locate-requested', (event) => asked.push(event));
    linesOf('half')[0]!.click();
    expect(asked.map((event) => [event.stepId, event.targetId])).to.deep.equal([[stepId, 'w']]);
    let shown = 0;
    const stop = bench.session.onReveal('o', () => (shown += 1));
    linesOf('waits')[0]!.click();
    stop();
    expect([shown, asked.length]).to.deep.equal([1, 1]);
  });

  it('R93: follows what is recorded, held and said', async () => {
    await show(runWith());
    const as = { as: { person: technician.id } };
    const base = { v: 1, runId: 'run', madeAt: '2026-11-20T09:00:00.000Z', stepId } as const;
    const { adapter } = bench;
    await adapter.execute(
      { ...base, id: 'a', type: 'set-value', targetId: 'w', value: '12', how: 'typed' },
      as,
    );
    await until(() => counts().join() === '1,1,1,1');
    expect(textsOf('done')[0]).to.contain('1 Measure: 1 value');
    expect(textsOf('doubtful')[0]).to.contain('Width: Out of range');
    await adapter.execute(
      { ...base, id: 'b', type: 'hold-step', reason: 'waiting-for-part', comment: 'Bearings on Monday' },
      as,
    );
    await until(() => textsOf('waits')[0]?.includes('1 Measure: On hold: Waiting for a part'));
    expect(textsOf('waits')[0]).to.contain('Bearings on Monday');
    expect(shownText(element)).to.contain('Nobody is checked in.');
    await adapter.execute(
      { ...base, id: 'c', type: 'comment', text: '@Mei Tanaka look', mentions: [lead.id] },
      as,
    );
    await until(() => textsOf('comments')[0]?.includes('For you'));
  });

  it('R93: of one step only what is in it; one that is not there is told', async () => {
    await show(runWith({}, step('next', 'Paint', { latestComment: undefined as never })), { stepId });
    expect(root().querySelector('h3')!.textContent).to.equal('Hand-over: 1 Measure');
    expect(linesOf('next')).to.have.length(0);
    element.stepId = 'nowhere';
    await until(() => shownText(element).includes('This step is not in the run.'));
  });

  it('R93: a run that has not begun, one that is done and one that has failed say so', async () => {
    const fresh = runOf([]);
    const steps = [step('a', 'A')];
    await show({ ...fresh, status: 'todo', steps });
    expect(shownText(element)).to.contain('Nothing to hand over: no work has begun.');
    element.remove();
    const done = steps.map((one): Step => ({
      ...one,
      status: 'complete',
      completedBy: 'lead',
      completedAt: '2026-11-20T09:00:00.000Z',
    }));
    await show({ ...fresh, steps: done });
    expect(shownText(element)).to.contain('Everything is done.');
    element.remove();
    const ended = { reason: 'Cracked', by: lead.id, at: '2026-11-20T09:00:00.000Z' };
    await show({ ...fresh, steps, status: 'failed', ended });
    expect(shownText(element)).to.contain('The run has failed: Cracked');
    expect(counts()).to.deep.equal(['0', '0', '0', '0']);
  });

  it('R93: a long list is folded, and the focus goes to what it shows then', async () => {
    const steps = Array.from({ length: 12 }, (_, index) =>
      step(`s${index}`, `S${index}`, {
        status: 'hold',
        hold: { reason: 'other', by: lead.id, at: '2026-11-20T09:00:00.000Z' },
      }),
    );
    await show({ ...runOf([]), steps });
    const seen = (): number => linesOf('waits').filter((one) => one.checkVisibility()).length;
    expect(seen()).to.equal(4);
    named('8 more')!.click();
    await until(() => seen() === 12);
    await until(() => root().activeElement === linesOf('waits')[4]);
  });

  it('R93: of thousands who are checked in some are shown, and a hundred more with each press', async () => {
    await show(busyRun());
    const shown = (): number => linesOf('present').filter((one) => one.checkVisibility()).length;
    expect(root().getElementById('present')!.textContent).to.contain('5,000');
    expect([linesOf('present').length, shown()]).to.deep.equal([100, 4]);
    const more = (): HTMLElement =>
      root().getElementById('present')!.parentElement!.querySelector<HTMLElement>('.more')!;
    expect(more().textContent.trim()).to.equal('4,996 more');
    more().click();
    await until(() => shown() === 104);
    await until(() => root().activeElement === linesOf('present')[4]);
    expect(more().textContent.trim()).to.equal('4,896 more');
    expect(textsOf('present')[103]).to.match(/^Person 4 *103 Assemble station 103, since/);
  });

  it('R93: is copied as text, whole', async () => {
    await show(runWith({}, step('next', 'Paint')));
    let copied = '';
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void (copied = text)) },
    });
    try {
      named('Copy as text')!.click();
      await until(() => named('Copied'));
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
    expect(copied.split('\n')[0]).to.equal('Hand-over: 1 A run');
    expect(copied).to.contain(
      'Half done (1)\n- 1 Measure: 2 values and 1 sign-off missing (Width and Depth)',
    );
    expect(copied).to.contain('Next (1)\n- 2 Paint');
    expect(copied).to.contain('Checked in (1)\n- Amara Osei: 1 Measure, since');
  });

  it('R93: 500 steps of 100 fields are told in time', async () => {
    const fields = (at: number) =>
      Array.from({ length: 100 }, (_, index) => ({
        ...number(`f${at}-${index}`, `F ${index}`, 'mm', { min: '0', max: '10' }),
        ...(index % 2 === 0 && {
          record: { value: '5.1', how: 'typed', by: 'technician', at: '2026-11-20T08:30:00.000Z' } as const,
        }),
      }));
    const steps = Array.from({ length: 500 }, (_, index) =>
      step(`s${index}`, `S ${index}`, {
        status: index % 3 === 0 ? 'in-progress' : 'todo',
        ...(index % 3 === 0 && { startedAt: '2026-11-20T08:00:00.000Z' }),
        fields: fields(index),
      }),
    );
    await show({ ...runOf([]), steps });
    const from = performance.now();
    element.requestUpdate();
    await element.updateComplete;
    expect(performance.now() - from).to.be.below(1000);
  });

  it('speaks German', async () => {
    addLanguage('de', de);
    await show(runWith());
    element.lang = 'de';
    element.requestUpdate();
    await until(() => shownText(element).includes('Übergabe: 1 A run'));
    expect(textsOf('half')[0]).to.contain('Es fehlen: 2 Werte und 1 Freigabe');
    await expectAccessible(element);
  });
});
