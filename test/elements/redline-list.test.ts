import { expect } from 'chai';
import { define } from '../../src/define.js';
import { availableToWork } from '../../src/domain/lifecycle.js';
import type { ProposedChange } from '../../src/domain/command.js';
import { gridOf } from '../../src/domain/grid.js';
import type { Redline, Run } from '../../src/domain/run.js';
import { createRunSession } from '../../src/session.js';
import { addLanguage } from '../../src/messages/registry.js';
import { de } from '../../src/messages/de.js';
import { signoff } from '../../src/testing/seed.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { expectAccessible } from '../support/axe.js';
import { until } from '../support/fields.js';
import { at, proposal, redlineRun, show, type RedlineBench } from './redline-bench.js';

define();
addLanguage('de', de);

const words = proposal([
  { change: 'instructions', to: ['Clean both faces with the green cloth.', 'Measure the gap at the rim.'] },
]);
const everything = proposal(
  [
    { change: 'change-field', targetId: 'gap', to: { limits: { min: '1', max: '7' }, required: false } },
    {
      change: 'change-field',
      targetId: 'grade',
      to: {
        options: [
          { value: 'a', label: 'Grade A' },
          { value: 'c', label: 'Grade C' },
        ],
      },
    },
    {
      change: 'add-field',
      field: { type: 'text', label: 'Batch', required: true, allowNotApplicable: false },
      after: 'gap',
    },
    { change: 'remove-field', targetId: 'clean' },
    {
      change: 'change-requirement',
      targetId: 'bolt',
      to: { quantity: '6', substitutes: [{ partNumber: 'P-2', description: 'Bolt, long' }] },
    },
    { change: 'remove-dependency', targetId: 'frame' },
  ],
  { issueId: 'issue' },
);

const table = gridOf({
  columns: [
    { id: 'torque', label: 'Torque', type: 'number', unit: 'Nm', limits: { min: '8', max: '10' } },
    { id: 'seen', label: 'Seen', type: 'signoff', role: 'Quality', peerReview: false },
  ] as never,
  rows: [
    { id: 'a', label: 'Bolt A' },
    { id: 'b', label: 'Bolt B' },
  ],
});
const tableRun = (): Run => {
  const base = redlineRun();
  return {
    ...base,
    steps: base.steps.map((one) => (one.id === 'work' ? { ...one, ...table } : one)),
  };
};
const tableChanges: readonly ProposedChange[] = [
  { change: 'change-line', axis: 'column', targetId: 'torque', to: { limits: { max: '12' } } },
  { change: 'change-line', axis: 'row', targetId: 'a', to: { label: 'Bolt 1' } },
  { change: 'add-line', axis: 'row', line: { label: 'Bolt C' }, after: 'a' },
  { change: 'remove-line', axis: 'column', targetId: 'seen' },
  {
    change: 'change-requirement',
    targetId: 'bolt',
    to: { designators: ['R1', 'R2', 'R3', 'R4'] },
  },
];

let bench: RedlineBench;
const group = (name: string): string =>
  [...bench.root.querySelectorAll<HTMLElement>('.group')]
    .map((one) => one.innerText.replace(/\s+/g, ' ').trim())
    .find((text) => text.includes(name)) ?? '';

describe('redline-list', () => {
  afterEach(() => bench.element.remove());

  it('takes no room at a step without redlines', async () => {
    bench = await show();
    await until(() => getComputedStyle(bench.element).display === 'none');
    await bench.give(words);
    await until(() => getComputedStyle(bench.element).display !== 'none');
  });

  it('R85: an instruction is shown as it was and as it will be, with the words marked for the eye and the ear', async () => {
    bench = await show();
    await bench.give(words);
    await until(() => bench.root.querySelector('ins'));
    expect(bench.root.querySelector('del')!.textContent).to.match(/taken out:\s+blue\s+end/);
    expect(bench.root.querySelector('ins')!.textContent).to.match(/put in:\s+green\s+end/);
    expect(bench.root.querySelectorAll('.group'), 'what is the same is not shown').to.have.length(1);
    expect(getComputedStyle(bench.root.querySelector('del')!).textDecorationLine).to.contain('line-through');
    await expectAccessible(bench.element);
  });

  it('R85: fields, parts and dependencies are told by what differs, in words', async () => {
    bench = await show();
    await bench.give(everything);
    await until(() => bench.root.querySelector('.group'));
    expect(group('Field changed Gap')).to.contain('Limits Was 1 to 5 mm Will be 1 to 7 mm');
    expect(group('Field changed Gap')).to.contain('Required Was Yes Will be No');
    expect(group('Grade'))
      .to.match(/taken out: Grade B/)
      .and.match(/put in: Grade C/);
    expect(group('Field added')).to.contain('Batch').and.contain('Stands after Gap');
    expect(group('Field removed')).to.contain('Is clean');
    expect(group('Part changed Bolt')).to.contain('Quantity Was 4 Will be 6').and.contain('P-2 Bolt, long');
    expect(group('No longer waits for a step')).to.contain('1 Cut the frame');
    expect(bench.text()).to.contain('Proposed by Jonas Lindqvist').and.contain('For issue ISS-7: Gap drifts');
    await expectAccessible(bench.element);
  });

  it('R28, R85: rows and columns are told by what they ask for, places in one line', async () => {
    bench = await show({ run: tableRun() });
    await bench.give(proposal(tableChanges));
    await until(() => bench.root.querySelector('.group'));
    expect(group('Column changed Torque')).to.contain('Limits Was 8 to 10 Nm Will be at most 12 Nm');
    expect(group('Row changed Bolt A')).to.contain('Label');
    expect(group('Row added Bolt C')).to.contain('Torque at most 12 Nm').and.contain('Stands after Bolt A');
    expect(group('Column removed Seen')).to.contain('Type Sign-off').and.contain('Role Quality');
    expect(group('Part changed Bolt')).to.contain('Places Was Nothing Will be R1, R2, R3, R4');
    await expectAccessible(bench.element);
  });

  it('R28, R85: the table itself has its new row as soon as it is approved', async () => {
    bench = await show({ run: tableRun() });
    const grid = Object.assign(document.createElement('data-grid'), {
      session: bench.session,
      stepId: 'work',
    });
    document.body.append(grid);
    const rows = () =>
      [...grid.shadowRoot!.querySelectorAll<HTMLElement>('[role=rowheader], th[scope=row]')].map((one) =>
        one.textContent.trim(),
      );
    await until(() => rows().length === 2);
    await bench.give(proposal(tableChanges), () => ({
      type: 'approve-redline',
      stepId: 'work',
      redlineId: bench.newest().id,
    }));
    await until(() => rows().length === 3);
    // With how much is open in each.
    expect(rows().map((one) => one.replace(/1 open$/, ''))).to.deep.equal(['Bolt 1', 'Bolt C', 'Bolt B']);
    grid.remove();
  });

  it('R66, R71: another role is told as it was and will be, and that who has decided decides again', async () => {
    const seen = {
      ...signoff('seen', 'Seen', 'Quality engineer'),
      decisions: [
        { id: 'd', decision: 'approve', by: 'x', role: 'Quality engineer', at, covers: {} } as const,
      ],
    };
    const base = redlineRun();
    const steps = base.steps.map((one) => (one.id === 'work' ? { ...one, fields: [seen] } : one));
    bench = await show({ run: { ...base, steps } });
    const asking = { role: 'Customer', meaning: 'I was there' };
    await bench.give(proposal([{ change: 'change-field', targetId: 'seen', to: asking }]));
    await until(() => bench.root.querySelector('.group'));
    expect(group('Seen')).to.contain('Role Was Quality engineer Will be Customer').and.contain('I was there');
    expect(group('Seen')).to.contain('It has been decided already. It has to be decided again.');
    await bench.give(() => ({
      type: 'approve-redline',
      stepId: 'work',
      redlineId: bench.newest().id,
    }));
    await until(() => bench.text().includes('Is now'));
    expect(group('Seen'), 'that has been said').not.to.contain('decided again');
  });

  it('R85: a step that comes in stands at its place, and leads there', async () => {
    bench = await show({ stepId: '' });
    const place = { stepId: undefined, step: { title: 'Deburr', before: 'beside' } };
    await bench.give(proposal([], place));
    await bench.press('Show the difference');
    await until(() => bench.root.querySelector('.group'));
    expect(group('New step')).to.contain('Deburr').and.contain('Between 2 Measure and 3 Paint the lid');
    let wanted = '';
    bench.element.addEventListener('locate-requested', ({ stepId }) => (wanted = stepId));
    await bench.press('2b Deburr');
    expect(wanted).to.equal(bench.newest().stepId);
  });

  it('R85, R86: the list of a run leads to the step of each, and offers to decide what has been unfolded', async () => {
    bench = await show({ stepId: '' });
    await bench.give(words);
    await until(() => bench.named('2 Measure'));
    expect(bench.named('Approve')).to.equal(undefined);
    await bench.press('Show the difference');
    await bench.press('Approve');
    await until(() => bench.root.querySelector('dialog[open]'));
    await bench.press('Approve');
    // What is next to be done with it has the focus.
    await until(() => bench.root.activeElement?.matches('[data-do=close]'));
  });

  it('R11, R12: approving says what happens then, is recorded with its comment, and closing returns the step to do', async () => {
    bench = await show();
    await bench.give(words);
    await bench.press('Approve');
    await until(() => bench.root.querySelector('dialog[open]'));
    expect(bench.text()).to.contain('The step has these changes from here on.');
    await bench.type('Comment', 'Right');
    await bench.press('Approve');
    await until(() => bench.newest().status === 'accepted');
    expect(bench.step().instructions[0]).to.equal('Clean both faces with the green cloth.');
    expect(bench.step().status).to.equal('redline');
    await until(() => bench.text().includes('Approved by Jonas Lindqvist'));
    expect(bench.text()).to.contain('Not closed yet').and.contain('Right').and.contain('Is now');
    await bench.press('Close redline');
    await until(() => bench.root.querySelector('dialog[open]'));
    expect(bench.text()).to.contain('The step returns to To do, with these changes.');
    await bench.press('Close redline');
    await until(() => bench.step().status === 'todo');
    await until(() => bench.named('1 earlier redline'));
    await until(() => bench.root.activeElement !== null);
  });

  it('R12: rejecting needs a comment; canceling says what the step will be and restores it', async () => {
    bench = await show();
    await bench.give(words);
    await bench.press('Reject');
    await until(() => bench.root.querySelector('dialog[open]'));
    await bench.press('Reject');
    await until(() => bench.text().includes('Fill this in first.'));
    await bench.type('Why is it rejected?', 'The blue one is right');
    await bench.press('Reject');
    await until(() => bench.newest().status === 'rejected');
    await until(() => !bench.root.querySelector('dialog[open]'));
    await bench.press('Cancel redline');
    await until(() => bench.root.querySelector('dialog[open]'));
    expect(bench.text()).to.contain('Nothing is changed. The step is as it was before: In progress.');
    await bench.press('Cancel redline');
    await until(() => bench.step().status === 'in-progress');
    expect(bench.step().instructions[0]).to.contain('blue');
  });

  it('R86: who lacks a permission reads it, and is offered nothing', async () => {
    const adapterRun = redlineRun();
    bench = await show({ run: adapterRun, person: roverPeople.technician, stepId: '' });
    const other = createRunSession({ adapter: bench.adapter, runId: 'run', person: 'quality-engineer' });
    await until(() => other.status === 'ready');
    await other.execute(words);
    await bench.press('Show the difference');
    await until(() => bench.root.querySelector('.group'));
    expect(bench.root.querySelector('button:not(.step)')).to.equal(null);
    expect(bench.text()).to.contain('It waits for somebody who may approve or reject it.');
    expect(bench.element.propose()).to.equal(false);
    expect(bench.element.proposeStep()).to.equal(false);
    other.stop();
  });

  it('R87: while it stands what comes after waits and what stands beside goes on', async () => {
    bench = await show();
    await bench.give(words);
    const run = bench.session.run!;
    expect(availableToWork(run, bench.step('next'))).to.deep.include({ available: false });
    expect(availableToWork(run, bench.step('beside')).available).to.equal(true);
  });

  it('R91: an issue that leaves pending elsewhere returns the step to do, and the view shows it', async () => {
    bench = await show();
    await bench.give(everything);
    await until(() => bench.named('Approve'));
    const other = createRunSession({ adapter: bench.adapter, runId: 'run', person: 'lead' });
    await until(() => other.status === 'ready');
    await other.execute({ type: 'disposition-issue', issueId: 'issue', disposition: 'rework' });
    await other.execute({ type: 'advance-issue', issueId: 'issue' });
    await until(() => bench.step().status === 'todo');
    await until(() => bench.named('1 earlier redline'));
    expect(bench.named('Approve')).to.equal(undefined);
    other.stop();
  });

  it('R84: the redline that stands is what keeps the run in its batch', async () => {
    bench = await show({ run: redlineRun({ batch: { id: 'b', name: 'Lids' } }) });
    await bench.give(words);
    const run = { ...bench.session.run!, people: [{ ...roverPeople.lead }] };
    const { leaveBatch } = await import('../../src/domain/membership.js');
    const answer = leaveBatch(
      { v: 1, id: 'c', runId: 'run', madeAt: at, type: 'leave-batch' },
      {
        run,
        by: 'lead',
        at,
        facts: { units: {}, tools: {}, parts: {} },
      },
    );
    expect(answer).to.have.property('refused');
  });

  it('those that are over are folded, and each is read again', async () => {
    bench = await show();
    await bench.give(words, () => ({ type: 'cancel-redline', stepId: 'work', redlineId: bench.newest().id }));
    await bench.press('1 earlier redline');
    await until(() => bench.named('Show the difference'));
    expect(bench.root.querySelector('.group')).to.equal(null);
    await bench.press('Show the difference');
    await until(() => bench.root.querySelector('.group'));
    expect(bench.text()).to.contain('Would have been').and.contain('Canceled by Jonas Lindqvist');
  });

  it('one of a kind that is not known is shown and not approved; odd ones do no harm', async () => {
    const odd = [
      {
        id: 'x',
        stepId: 'work',
        title: '<b>',
        status: 'open',
        changes: [{ change: 'unknown', reported: 'repaint' }],
      },
      { id: 'y', stepId: 'gone', title: '', status: 'unknown', reported: 'parked' },
      { id: 'z', stepId: 'work', title: 'Z', status: 'accepted', closed: { by: 'nobody', at: 'never' } },
    ] as unknown as readonly Redline[];
    const run = redlineRun({ redlines: odd });
    bench = await show({
      run: {
        ...run,
        steps: run.steps.map((one) => (one.id === 'work' ? { ...one, status: 'redline' } : one)),
      },
      stepId: '',
    });
    await bench.press('Show the difference');
    await until(() => bench.named('Reject'));
    expect(bench.text())
      .to.contain('“repaint”')
      .and.contain('Unknown: parked')
      .and.contain('No longer there');
    expect(bench.named('Approve')).to.equal(undefined);
    expect(bench.named('Reject')).not.to.equal(undefined);
    await expectAccessible(bench.element);
  });

  it('is German where the page is', async () => {
    bench = await show({ lang: 'de' });
    await bench.give(everything);
    await until(() => bench.root.querySelector('.group'));
    expect(group('Feld geändert')).to.contain('Grenzen War 1 bis 5 mm Wird 1 bis 7 mm');
    expect(bench.named('Annehmen')).not.to.equal(undefined);
    bench.element.remove();
    bench = await show({ lang: 'de', run: tableRun() });
    await bench.give(proposal(tableChanges));
    await until(() => bench.root.querySelector('.group'));
    expect(group('Spalte geändert Torque')).to.contain('Grenzen War 8 bis 10 Nm Wird höchstens 12 Nm');
    expect(group('Zeile kommt hinzu Bolt C')).to.contain('Steht nach Bolt A');
    expect(group('Teil geändert Bolt')).to.contain('Plätze War Nichts Wird R1, R2, R3, R4');
  });
});
