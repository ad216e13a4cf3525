import { expect } from 'chai';
import { define } from '../../src/define.js';
import type { Comment, Labor, Run } from '../../src/domain/run.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { number } from '../../src/testing/seed.js';
import { benchOf, runOf, shownText, stepId, until, type Bench } from '../support/fields.js';

define();

const { technician, lead, qualityEngineer } = roverPeople;
let element: HTMLElement;
let bench: Bench;
const root = (): ShadowRoot => element.shadowRoot!;
const box = (): HTMLElement | null => root().querySelector('.news');
const said = (): readonly string[] =>
  [...(box()?.querySelectorAll('.said') ?? [])].map((one) => one.textContent);
const named = (name: string): HTMLButtonElement | undefined =>
  [...root().querySelectorAll('button')].find((one) => one.textContent.trim() === name);

const hour = (count: number): string =>
  new Date(Date.parse('2026-11-20T08:00:00.000Z') + count * 3_600_000).toISOString();
const comment = (at: number, by: string, text: string, mentions?: readonly string[]): Comment => ({
  id: `c${at}`,
  stepId,
  by,
  at: hour(at),
  text,
  ...(mentions && { mentions }),
});

async function show(comments: readonly Comment[], labor: readonly Labor[] = []): Promise<void> {
  const run = runOf([number('w', 'Width', 'mm', undefined)]);
  const given: Run = {
    ...run,
    steps: run.steps.map((one) => ({
      ...one,
      labor,
      commentCount: comments.length,
      ...(comments.length > 0 && { latestComment: comments.at(-1)! }),
    })),
  };
  bench = benchOf(given, {
    change: { comments: () => Promise.resolve({ items: [...comments].reverse() }) },
  });
  await until(() => bench.session.status === 'ready');
  element = document.createElement('run-step');
  Object.assign(element, { lang: 'en', session: bench.session, stepId });
  document.body.append(element);
  await until(() => root().getElementById('title'));
}
const checkIn = () => bench.session.execute({ type: 'check-in', stepId });
const away: Labor = { id: 'before', personId: technician.id, in: hour(0), out: hour(2) };

describe('what is new at a step', () => {
  afterEach(() => element.remove());

  it('R93: the next person to check in sees the newest first, those for them before the others', async () => {
    await show([
      comment(1, lead.id, 'First'),
      comment(2, qualityEngineer.id, 'For you, @Amara Osei', [technician.id]),
      comment(3, technician.id, 'My own'),
      comment(4, lead.id, 'Newest'),
    ]);
    expect(box()).to.equal(null);
    await checkIn();
    await until(box);
    expect(said()).to.deep.equal(['For you, @Amara Osei', 'Newest', 'First']);
    expect(box()!.textContent).to.contain('For you');
    expect(box()!.textContent).to.contain('3 new comments · Before you came');
    await until(() => shownText(element).includes('3 new comments. Jonas Lindqvist: For you, @Amara Osei'));
  });

  it('R93: only what was said since they were there last', async () => {
    await show([comment(1, lead.id, 'Known'), comment(3, lead.id, 'New')], [away]);
    await checkIn();
    await until(box);
    expect(said()).to.deep.equal(['New']);
    expect(box()!.textContent).to.contain('Since you were here last');
  });

  it('R93: nothing where nothing is new', async () => {
    await show([comment(1, lead.id, 'Known')], [away]);
    await checkIn();
    await until(() => named('Check out'));
    expect(box()).to.equal(null);
  });

  it('R93: gone once it is read, and the focus is not lost', async () => {
    await show([comment(1, lead.id, 'Look')]);
    await checkIn();
    await until(() => named('Read'));
    named('Read')!.focus();
    named('Read')!.click();
    await until(() => box() === null);
    expect(root().activeElement?.id).to.equal('title');
  });

  it('R93: gone with the first thing that is done', async () => {
    await show([comment(1, lead.id, 'Look')]);
    await checkIn();
    await until(box);
    await bench.session.execute({ type: 'set-value', stepId, targetId: 'w', value: '3', how: 'typed' });
    await until(() => box() === null);
  });

  it('R93: what has left the page is held on to no more, and one that comes back is told again', async () => {
    await show([comment(1, lead.id, 'Look')]);
    await checkIn();
    await until(box);
    const other = document.createElement('run-step');
    Object.assign(other, { lang: 'en', session: bench.session, stepId });
    document.body.append(other);
    const boxOfOther = () => other.shadowRoot!.querySelector('.news');
    await until(boxOfOther);
    other.remove();
    let asked = 0;
    other.requestUpdate = () => (asked += 1);
    named('Read')!.click();
    await until(() => box() === null);
    expect(asked).to.equal(0);
    Reflect.deleteProperty(other, 'requestUpdate');
    document.body.append(other);
    await until(() => boxOfOther() === null);
    other.remove();
  });

  it('R93: the newest alone where the backend lists none', async () => {
    await show([comment(1, lead.id, 'Only this')]);
    Object.assign(bench.session.adapter, { comments: undefined });
    await checkIn();
    await until(box);
    expect(said()).to.deep.equal(['Only this']);
  });
});
