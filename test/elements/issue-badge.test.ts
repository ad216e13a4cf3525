// What has issues says so, wherever it is shown, and leads to them; what an issue blocks leads to it.
import { expect } from 'chai';
import { define } from '../../src/define.js';
import type { Issue, Policy, Run, Step } from '../../src/domain/run.js';
import type { RunSession } from '../../src/session.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { number, part, signoff } from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';
import { benchOf, runOf, stepId, until } from '../support/fields.js';

define();

const { technician, lead } = roverPeople;
const at = '2026-11-20T09:00:00.000Z';
const issue = (count: number, links: readonly string[], more: Partial<Issue> = {}): Issue => ({
  id: `i${count}`,
  number: `ISS-${count}`,
  title: 'Burr',
  status: 'pending',
  links,
  by: technician.id,
  at,
  ...more,
});
const settled = { status: 'resolved', disposition: 'use-as-is' } as const;

function runWith(issues: readonly Issue[], policy: Partial<Policy> = {}, step: Partial<Step> = {}): Run {
  const gap = number('gap', 'Flange gap', 'mm', { max: '0.3' });
  const run = runOf([gap, signoff('witness', 'Torque witnessed', 'Witness')], policy);
  const requirements = [part('motor', 'serial', '1', 'M-1', 'Drive motor')];
  return { ...run, issues, steps: run.steps.map((one) => ({ ...one, requirements, ...step })) };
}

let session: RunSession;
let placed: HTMLElement[] = [];
let located: [string, string][] = [];

async function show(
  tag: string,
  run: Run,
  more: object = { stepId },
  person = technician,
): Promise<HTMLElement> {
  ({ session } = benchOf(run, { person: person }));
  await until(() => session.status === 'ready');
  return put(tag, more);
}
function put(tag: string, more: object): HTMLElement {
  const element = Object.assign(document.createElement(tag), { lang: 'en', session, ...more });
  element.addEventListener('locate-requested', (event) => {
    const { stepId: step, targetId } = event as Event & { stepId: string; targetId: string };
    located.push([step, targetId]);
  });
  document.body.append(element);
  placed.push(element);
  return element;
}
const badge = (element: Element): HTMLButtonElement | null | undefined =>
  element.shadowRoot?.querySelector<HTMLButtonElement>('[part=issue-badge]');
const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const shownIn = (element: Element, ...path: readonly string[]): Element | null =>
  path.reduce<Element | null>((one, tag) => one?.shadowRoot?.querySelector(tag) ?? null, element);

describe('the badge of what has issues', () => {
  afterEach(() => {
    for (const one of placed) one.remove();
    placed = [];
    located = [];
  });

  it('R92: a step tells how many there are in it, and leads to the first that is open', async () => {
    const run = runWith([issue(1, ['gap'], settled), issue(2, ['motor']), issue(3, [stepId], settled)]);
    const element = await show('run-step', run);
    await until(() => badge(element));
    expect(textOf(badge(element))).to.equal('3 issues, 1 open');
    expect(badge(element)!.getAttribute('aria-label')).to.equal('Go to: 3 issues, 1 open');
    await until(() => shownIn(element, 'issue-list')?.shadowRoot?.querySelector('.issue'));
    badge(element)!.click();
    const list = shownIn(element, 'issue-list')!;
    await until(() => list.shadowRoot!.activeElement?.textContent.includes('ISS-2'));
    await expectAccessible(element);
  });

  it('R92: a field, a requirement and a sign-off tell theirs, open or settled', async () => {
    for (const [tag, target, more] of [
      ['measurement-field', 'gap', { fieldId: 'gap' }],
      ['signoff-field', 'witness', { fieldId: 'witness' }],
      ['install-checklist', 'motor', { stepId }],
    ] as const) {
      const element = await show(tag, runWith([issue(1, [target])]), more);
      await until(() => badge(element));
      expect(textOf(badge(element)), tag).to.equal('1 issue');
      badge(element)!.click();
      // No list shows it here, so the page is asked.
      expect(located.pop(), tag).to.deep.equal([stepId, 'i1']);
      element.remove();
      const done = await show(tag, runWith([issue(1, [target], settled)]), more);
      await until(() => badge(done));
      expect(textOf(badge(done)), tag).to.equal('1 issue, settled');
      await expectAccessible(done);
    }
  });

  it('R92: what has none shows none, and gets one as soon as there is one', async () => {
    const element = await show('measurement-field', runWith([]), { fieldId: 'gap' });
    await (element as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
    expect(badge(element)).to.equal(null);
    await session.execute({ type: 'open-issue', stepId, title: 'Burr', links: ['gap'] });
    await until(() => badge(element));
    expect(textOf(badge(element))).to.equal('1 issue');
  });

  it('R34: an issue that is opened at a value out of range lets it pass, where the policy says so, and shows', async () => {
    const gap = {
      ...number('gap', 'Flange gap', 'mm', { max: '0.3' }),
      record: { value: '0.5', how: 'typed', by: technician.id, at },
    } as const;
    const element = await show(
      'measurement-field',
      runWith([], { outOfRange: 'with-issue' }, { fields: [gap] }),
      {
        fieldId: 'gap',
      },
    );
    const button = (name: string) =>
      [...element.shadowRoot!.querySelectorAll('button')].find((one) => textOf(one) === name);
    await until(() => button('Open an issue'));
    button('Open an issue')!.click();
    await until(() => button('Open issue'));
    button('Open issue')!.click();
    await until(() => badge(element));
    expect(session.blockers(stepId).map(({ kind }) => kind)).not.to.contain('out-of-range');
  });

  // What an issue blocks ----------------------------------------------------------------------------------------

  it('R100: an issue that blocks its step is outstanding there, and leads to the issue', async () => {
    const run = runWith([issue(1, ['gap'])], { blockingIssues: true });
    const element = await show('run-step', run);
    const go = (): HTMLElement | null | undefined =>
      element.shadowRoot?.querySelector('[aria-label="Go to: Issue ISS-1 is not resolved"]');
    await until(go);
    await until(() => shownIn(element, 'issue-list')?.shadowRoot?.querySelector('.issue'));
    go()!.click();
    const list = shownIn(element, 'issue-list')!;
    await until(() => list.shadowRoot!.activeElement?.textContent.includes('ISS-1'));
    element.remove();
    const lenient = await show('run-step', runWith([issue(1, ['gap'])]));
    await until(() => badge(lenient));
    expect(lenient.shadowRoot!.querySelector('[part=outstanding]')!.textContent).not.to.contain('ISS-1');
  });

  const done = { status: 'complete', fields: [], requirements: [], labor: [] } as const;
  const listed = (element: Element): string => textOf(element.shadowRoot!.querySelector('[part=reasons]'));

  it('R100: an open issue blocks the run by policy only, and the review leads to it', async () => {
    const open = [issue(1, [stepId])];
    const strict = await show(
      'completion-review',
      runWith(open, { blockingWarnings: ['open-issue'] }, { ...done, requirements: [] }),
      {},
      lead as never,
    );
    const list = put('issue-list', {});
    await until(() => strict.shadowRoot!.querySelector('[part=reasons] li button'));
    expect(listed(strict)).to.contain('Issue ISS-1 is not resolved');
    await until(() => list.shadowRoot!.querySelector('.issue'));
    strict.shadowRoot!.querySelector<HTMLElement>('[part=reasons] li button')!.click();
    await until(() => list.shadowRoot!.activeElement?.textContent.includes('ISS-1'));
    for (const one of placed.splice(0)) one.remove();
    const lenient = await show('completion-review', runWith(open, {}, done), {}, lead as never);
    await until(() => lenient.shadowRoot!.querySelector('[part=button]'));
    expect(lenient.shadowRoot!.querySelector('[part=button]')!.getAttribute('aria-disabled')).to.equal(null);
  });

  it('R99: a required step that failed blocks the run with the ways to settle it, until its issue is used as is', async () => {
    const failed = {
      ...done,
      status: 'failed',
      failures: [{ reason: 'Oval', issueId: 'i1', by: technician.id, at }],
    } as const;
    const inReview = issue(1, [stepId], { status: 'in-review', disposition: 'use-as-is' });
    const element = await show('completion-review', runWith([inReview], {}, failed), {}, lead as never);
    await until(() => element.shadowRoot!.querySelector('[part=reasons]'));
    expect(listed(element))
      .to.contain('1 Measure is not complete')
      .and.to.contain('resolve its issue as use as is');
    await session.execute({ type: 'resolve-issue', issueId: 'i1' });
    await until(() => !element.shadowRoot!.querySelector('[part=reasons]'));
  });
});
