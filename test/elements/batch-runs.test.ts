import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { CommandRequest, Run } from '../../src/domain/index.js';
import type { BatchRuns } from '../../src/elements/batch-runs/batch-runs.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { roverBatch } from '../../src/testing/rover-batch.js';
import { roverPeople } from '../../src/testing/rover-people.js';

define();

const { technician, lead } = roverPeople;
const start: CommandRequest = { type: 'start-step', stepId: 'drill' };

const shown: Element[] = [];
afterEach(() => shown.splice(0).forEach((one) => one.remove()));

/** Waits until something is so. */
async function until(is: () => unknown): Promise<void> {
  while (!is()) await new Promise(requestAnimationFrame);
}

interface Scene {
  element: BatchRuns;
  session: RunSession;
  text(): string;
  button(name: string): HTMLButtonElement | undefined;
}

let listed = 0;

async function scene(runs: readonly Run[], person: string = lead.id, brief = false): Promise<Scene> {
  const memory = memoryAdapter({ runs });
  listed = 0;
  const listRuns = (): ReturnType<typeof memory.listRuns> => {
    listed += 1;
    return memory.listRuns();
  };
  const adapter = { ...memory, listRuns };
  const session = createRunSession({ adapter, runId: runs[0]!.id, person, run: runs[0]! });
  const element = Object.assign(document.createElement('batch-runs'), { session, brief, lang: 'en' });
  shown.push(element);
  document.body.append(element);
  await until(() => session.status === 'ready' && (element.matches(':state(empty)') || text()));
  function text(): string {
    return (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }
  const button = (name: string): HTMLButtonElement | undefined =>
    [...element.shadowRoot!.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === name,
    );
  return { element, session, text, button };
}
const alone = ([first, ...others]: readonly Run[]): Run[] => {
  const { batch: _, ...run } = first!;
  return [run, ...others];
};

describe('batch-runs', () => {
  it('R81: tells in how many other runs something was done, and in which it was not until that is dismissed', async () => {
    const { session, text, button, element } = await scene(roverBatch(), technician.id);
    await until(() => text().includes('Run 1053'));
    await session.execute(start);
    await until(() => text().includes('Done here and in 2 of 3 other runs.'));
    expect(text()).to.include('Not done in run 1053');
    expect(text()).to.include('The step is not the same there.');
    await session.execute({ type: 'set-value', stepId: 'drill', targetId: 'deburred', value: 'pass' });
    await until(() => text().includes('In progress'));
    expect(text()).to.include('Not done in run 1053');
    // What has become of it since is said with its run.
    expect(element.shadowRoot!.querySelector('[part=refused]')!.ariaAtomic).to.equal('true');
    const live = element.shadowRoot!.querySelectorAll('[aria-live="polite"]');
    expect([...live].some((one) => one.textContent.includes('Not done'))).to.equal(true);
    button('Dismiss: not done in run 1053')!.click();
    await until(() => !text().includes('Not done'));
  });

  it('R81, R83: one line tells before anybody acts how far it reaches, and what was not done stays with it', async () => {
    const { session, text, button } = await scene(roverBatch(), technician.id, true);
    await until(() => text().includes('is recorded in 3 other runs too'));
    expect(button('Leave the batch')).to.equal(undefined);
    await session.execute(start);
    await until(() => text().includes('Not done in run 1053'));
  });

  it('R81: one that is drawn once more as it leaves the page leaves it to another to say what was not done', async () => {
    const { session, element } = await scene(roverBatch(), technician.id);
    element.requestUpdate();
    element.remove();
    await element.updateComplete;
    const other = Object.assign(document.createElement('batch-runs'), { session, lang: 'en' });
    shown.push(other);
    document.body.append(other);
    await session.execute(start);
    const live = () => [...other.shadowRoot!.querySelectorAll('[aria-live="polite"]')];
    await until(() => other.shadowRoot!.textContent.includes('Not done in run 1053'));
    expect(live().some((one) => one.textContent.includes('Not done'))).to.equal(true);
  });

  it('R82: a run that is over is shown to be, is not counted, and is not said to refuse', async () => {
    const over = (run: Run): Run => ({ ...run, status: 'canceled' });
    const [own, first, ...others] = roverBatch() as [Run, Run, ...Run[]];
    const { session, element, text } = await scene([own, over(first), ...others], technician.id);
    await until(() => text().includes('Canceled'));
    await session.execute(start);
    await until(() => text().includes('Done here and in 1 of 2 other runs.'));
    expect(text()).not.to.include(`Not done in run ${first.number}`);
    element.brief = true;
    await until(() => text().includes('is recorded in 2 other runs too'));
    const alone = await scene([own, over(first)], technician.id, true);
    await until(() => alone.text().includes('its other runs are over'));
  });

  it('takes no room where the run is in no batch and the person may not change that', async () => {
    const { element, text } = await scene(alone(roverBatch()), technician.id);
    expect(element.matches(':state(empty)')).to.equal(true);
    expect([element.getBoundingClientRect().height, text()]).to.deep.equal([0, '']);
  });

  it('asks for no list, at a value neither, where the run is in no batch', async () => {
    const { session } = await scene(alone(roverBatch()), technician.id, true);
    await session.execute(start);
    await session.execute({ type: 'set-value', stepId: 'drill', targetId: 'deburred', value: 'pass' });
    expect(session.run!.sequence).to.be.above(3);
    expect(listed).to.equal(0);
  });

  it('R83: puts the run into a batch of the store', async () => {
    const { session, element, button, text } = await scene(alone(roverBatch()));
    await until(() => button('Put into a batch'));
    // Which batches there are is told by the list of runs.
    await until(() => {
      button('Put into a batch')!.click();
      return element.shadowRoot!.querySelector('dialog[open] input[type="radio"]');
    });
    element.shadowRoot!.querySelector<HTMLInputElement>('dialog input[type="radio"]')!.click();
    await element.updateComplete;
    button('Put in')!.click();
    await until(() => session.run!.batch);
    expect(session.run!.batch).to.deep.equal(roverBatch()[1]!.batch);
    await until(() => text().includes('Run 1052'));
  });

  it('R84: does not let the run leave while a step is in redline, and says which', async () => {
    const [first, ...others] = roverBatch();
    const steps = first!.steps.map((one) =>
      one.id === 'mount' ? { ...one, status: 'redline' as const } : one,
    );
    const { button, text, element } = await scene([{ ...first!, steps }, ...others]);
    await until(() => button('Leave the batch'));
    expect(button('Leave the batch')!.getAttribute('aria-disabled')).to.equal('true');
    expect(text()).to.include('2 Mount wheel and motor');
    button('Leave the batch')!.click();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('dialog')).to.equal(null);
  });

  it('R84: leaves otherwise, once that is confirmed', async () => {
    const { session, button } = await scene(roverBatch());
    await until(() => button('Leave the batch'));
    button('Leave the batch')!.click();
    await until(() => button('Leave'));
    expect(session.run!.batch).not.to.equal(undefined);
    button('Leave')!.click();
    await until(() => !session.run!.batch);
    await until(() => button('Put into a batch'));
  });
});
