import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Adapter } from '../../src/adapters/adapter.js';
import { define } from '../../src/define.js';
import type { Run, SignoffField as Field } from '../../src/domain/run.js';
import type { SignoffField } from '../../src/elements/signoff-field/signoff-field.js';
import { createRunSession } from '../../src/session.js';
import { roverRun } from '../../src/testing/rover.js';
import { failing, neverAnswering } from '../../stories/backends.js';
import { placed, type Placed } from '../support/placed.js';

define();

const stepId = 'board-test';
const fieldId = 'board-review';

const started = (change: (run: Run) => Run = (run) => run): Run => {
  const run = roverRun();
  const steps = run.steps.map((step) =>
    step.id === stepId ? { ...step, status: 'in-progress' as const, upstream: [] } : step,
  );
  return change({ ...run, status: 'in-progress', steps });
};

interface Place extends Placed<SignoffField> {
  decisions(): Field['decisions'];
}

async function place(
  person: string,
  { run = started(), field = fieldId, wrap = (memory: Adapter): Adapter => memory } = {},
): Promise<Place> {
  const session = createRunSession({
    adapter: wrap(memoryAdapter({ runs: [run] })),
    runId: run.id,
    person,
    run,
  });
  const element = Object.assign(document.createElement('signoff-field'), { fieldId: field });
  return {
    ...(await placed(element, session)),
    decisions: () => (session.target(field) as { field: Field }).field.decisions,
  };
}

const focused = (element: SignoffField): string =>
  element.shadowRoot!.activeElement?.textContent?.trim() ?? '';

/** Types into the text area as a person would. */
function say(element: SignoffField, text: string): void {
  const area = element.shadowRoot!.querySelector('textarea')!;
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

describe('signoff-field', () => {
  it('R66: shows the role that is expected to approve, and what the signature means', async () => {
    const { text } = await place('technician');
    expect(text()).to.contain('Expecting approval by: Quality engineer');
    expect(text()).to.contain('Readings reviewed; the board may be powered from the battery');
  });

  it('R67: another role reads why it cannot decide, and has no buttons', async () => {
    const { text, button } = await place('technician');
    expect(text()).to.contain('Only Quality engineer can decide');
    expect(button('Approve')).to.equal(undefined);
    expect(button('Reject')).to.equal(undefined);
  });

  it('R67: before the step is started nobody decides, and the status is the reason', async () => {
    const { shows, button } = await place('quality-engineer', { run: roverRun() });
    await shows('It has not been started');
    expect(button('Approve')).to.equal(undefined);
  });

  it('R69: whoever has worked on the step may not sign its peer review, from that moment on', async () => {
    const run = started((one) => ({
      ...one,
      people: one.people.map((person) =>
        person.id === 'quality-engineer'
          ? { ...person, permissions: [...person.permissions, 'execute' as const] }
          : person,
      ),
    }));
    const { session, button, shows } = await place('quality-engineer', { run });
    expect(button('Approve')).not.to.equal(undefined);
    await session.execute({ type: 'check-in', stepId });
    await shows('You worked on this: another Quality engineer decides');
    expect(button('Approve')).to.equal(undefined);
  });

  it('R71: an approval is recorded with signer, role, meaning and what it covers', async () => {
    const { element, button, shows, decisions, text } = await place('quality-engineer');
    button('Approve')!.focus();
    button('Approve')!.click();
    await shows('Approved by Jonas Lindqvist, Quality engineer');
    expect(element.matches(':state(approved)')).to.equal(true);
    expect(text()).to.contain('Approved');
    expect(decisions()[0]).to.include({
      decision: 'approve',
      by: 'quality-engineer',
      role: 'Quality engineer',
    });
    expect(Object.keys(decisions()[0]!.covers)).to.include('bus-5v');
    expect(focused(element), 'the focus stays inside').to.equal('Approved');
  });

  it('R66: a rejection asks why, and the focus goes into the text and back', async () => {
    const { element, button, shows } = await place('quality-engineer');
    button('Reject')!.focus();
    button('Reject')!.click();
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement?.localName).to.equal('textarea');
    button('Cancel')!.click();
    await shows(() => focused(element) === 'Reject');
    expect(element.shadowRoot!.querySelector('textarea')).to.equal(null);
  });

  it('R71: a rejection without its reason is not sent; with it, both are shown', async () => {
    const { element, button, shows, decisions } = await place('quality-engineer');
    let asked = 0;
    element.addEventListener('command-requested', () => (asked += 1));
    button('Reject')!.click();
    await element.updateComplete;
    button('Reject')!.click();
    await element.updateComplete;
    expect(asked).to.equal(0);
    const area = element.shadowRoot!.querySelector('textarea')!;
    expect(area.getAttribute('aria-invalid')).to.equal('true');
    expect(element.shadowRoot!.activeElement).to.equal(area);
    say(element, '5 V bus under load');
    button('Reject')!.click();
    await shows('Rejected by Jonas Lindqvist');
    await shows('5 V bus under load');
    expect(decisions().at(-1)).to.include({ decision: 'reject', comment: '5 V bus under load' });
    expect(element.matches(':state(rejected)')).to.equal(true);
    expect(focused(element), 'not on the button that would approve').not.to.contain('Approve');
  });

  it('Q8: a value that changes after approval makes it stale, names it, and asks again', async () => {
    const run = started();
    const adapter = memoryAdapter({ runs: [run] });
    const other = createRunSession({ adapter, runId: run.id, person: 'lead' });
    const { element, button, shows, decisions } = await place('quality-engineer', {
      run,
      wrap: () => adapter,
    });
    button('Approve')!.click();
    await shows('Approved by');
    await other.execute({ type: 'set-value', stepId, targetId: 'bus-5v', value: '5.01' });
    await shows('Changed since: 5 V bus');
    expect(element.matches(':state(stale)')).to.equal(true);
    button('Approve again')!.click();
    await shows(() => element.matches(':state(approved)'));
    expect(decisions()).to.have.length(2);
    await shows('Earlier decisions (1)');
    other.stop();
  });

  it('R113: what you see is what you sign: over a change that was not on the screen it is refused', async () => {
    const run = started();
    const adapter = memoryAdapter({ runs: [run] });
    const deaf: Adapter = { ...adapter };
    delete deaf.watch;
    const { button, shows, decisions } = await place('quality-engineer', { run, wrap: () => deaf });
    const other = createRunSession({ adapter, runId: run.id, person: 'lead' });
    await other.execute({ type: 'set-value', stepId, targetId: 'bus-5v', value: '5.01' });
    button('Approve')!.click();
    await shows('It has changed since you looked');
    expect(decisions()).to.have.length(0);
    other.stop();
  });

  it('R72: a gate of the run is signed without a step', async () => {
    const { button, shows, decisions } = await place('lead', { field: 'release' });
    button('Approve')!.click();
    await shows('Approved by Mei Tanaka, Lead');
    expect(Object.keys(decisions()[0]!.covers)).to.include(stepId);
  });

  it('shows that it is signing, and stays on the button', async () => {
    const { element, button, shows } = await place('quality-engineer', { wrap: neverAnswering });
    button('Approve')!.focus();
    button('Approve')!.click();
    await shows('Signing…');
    expect(element.matches(':state(submitting)')).to.equal(true);
    expect(button('Approve')!.getAttribute('aria-disabled')).to.equal('true');
    expect(focused(element)).to.contain('Approve');
  });

  it('a failed approval speaks of no entry, since nothing was typed', async () => {
    const wrap = (memory: Adapter): Adapter => failing(memory, 'offline');
    const { button, shows, text } = await place('quality-engineer', { wrap });
    button('Approve')!.click();
    await shows('There is no connection');
    expect(text()).not.to.contain('entry is kept');
  });

  it('R115: a failed rejection keeps its text, and a retry sends the same command', async () => {
    let offline = true;
    const sent: string[] = [];
    const wrap = (memory: Adapter): Adapter => ({
      ...memory,
      execute(command, options) {
        sent.push(command.id);
        return (offline ? failing(memory, 'offline') : memory).execute(command, options);
      },
    });
    const { element, button, shows } = await place('quality-engineer', { wrap });
    button('Reject')!.click();
    await element.updateComplete;
    say(element, 'Again, please');
    button('Reject')!.click();
    await shows('There is no connection');
    expect(element.shadowRoot!.querySelector('textarea')!.value).to.equal('Again, please');
    offline = false;
    button('Try again')!.click();
    await shows('Rejected by Jonas Lindqvist');
    expect(sent[0]).to.equal(sent[1]);
  });

  it('takes part in a native form: required until it is approved', async () => {
    const { element, button, shows } = await place('quality-engineer');
    const form = document.createElement('form');
    document.body.append(form);
    form.append(element);
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    button('Approve')!.click();
    await shows('Approved by');
    expect(form.checkValidity()).to.equal(true);
    form.remove();
  });

  it('R76: can be revealed, whether it can be decided or not', async () => {
    const { element, session } = await place('technician');
    expect(session.reveal(fieldId)).to.equal(true);
    expect(focused(element)).to.equal('Open');
  });

  it('R68, R71: stale blocks until it is signed again, and a rejection blocks; what was decided before stays', async () => {
    const { session, button, shows, decisions, text } = await place('quality-engineer');
    const blocks = () =>
      session
        .blockers(stepId)
        .filter(({ targetId }) => targetId === fieldId)
        .map(({ kind }) => kind);
    button('Approve')!.click();
    await shows('Approved by');
    expect(blocks()).to.deep.equal([]);
    const set = { type: 'set-value', stepId, targetId: 'bus-5v', value: '5.01' } as const;
    await session.execute(set, undefined, { person: 'technician' });
    await shows('Changed since: 5 V bus');
    expect(blocks()).to.deep.equal(['stale-signoff']);
    button('Approve again')!.click();
    await shows(() => decisions().length === 2);
    expect(blocks()).to.deep.equal([]);
    expect(text()).to.contain('Earlier decisions (1)');
    const { base } = session.signing(fieldId)!;
    await session.execute({
      type: 'sign',
      stepId,
      targetId: fieldId,
      base,
      decision: 'reject',
      comment: 'Not my reading',
    });
    await shows('Not my reading');
    expect(blocks()).to.deep.equal(['rejected-signoff']);
    expect(text()).to.contain('Earlier decisions (2)');
  });

  it('R72: completing the run closes its gates: who and when stay, and nobody decides any more', async () => {
    const ready = (run: Run): Run => ({
      ...run,
      steps: run.steps.map((step) => ({
        ...step,
        status: 'complete' as const,
        fields: [],
        requirements: [],
      })),
    });
    const { session, button, shows, text, element } = await place('lead', {
      run: started(ready),
      field: 'release',
    });
    const complete = { type: 'complete-run', acknowledged: [] } as const;
    expect(await session.execute(complete), 'while the gate is open').to.have.property('refused', 'blocked');
    button('Approve')!.click();
    await shows('Approved by Mei Tanaka, Lead');
    expect(button('Reject'), 'until then it may be taken back').not.to.equal(undefined);
    expect(await session.execute(complete)).to.have.property('events');
    await shows(() => !button('Reject'));
    expect(text()).to.contain('Approved by Mei Tanaka, Lead');
    expect(element.shadowRoot!.querySelectorAll('button')).to.have.lengthOf(0);
    const again = { type: 'sign', targetId: 'release', decision: 'reject', comment: 'Too late' } as const;
    expect(await session.execute(again)).to.have.property('refused', 'locked');
  });
});
