import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { AdapterFault } from '../../src/adapters/adapter.js';
import { define } from '../../src/define.js';
import type { Change } from '../../src/domain/run.js';
import { gridOf } from '../../src/domain/grid.js';
import { emptyDraft } from '../../src/elements/redline-list/editor/draft.js';
import { signoff, step } from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';
import { until } from '../support/fields.js';
import { at, proposal, redlineRun, show, type RedlineBench } from './redline-bench.js';

define();

let bench: RedlineBench;
const open = async (given: Parameters<typeof show>[0] = {}): Promise<void> => {
  bench = await show(given);
  expect(bench.element.propose()).to.equal(true);
  await until(() => bench.root.querySelector('dialog.editor[open]'));
};
const tab = (name: string): Promise<void> => bench.press(new RegExp(`^${name}( \\d.*)?$`));
const area = async (at: number, text: string): Promise<void> => {
  await until(() => bench.root.querySelector(`#paragraph-${at}`));
  const input = bench.root.querySelector<HTMLTextAreaElement>(`#paragraph-${at}`)!;
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await bench.element.updateComplete;
};
const propose = async (title = 'Wider gap'): Promise<readonly Change[]> => {
  await bench.type('What is changed, in a few words', title);
  await bench.press('Propose redline');
  await until(() => bench.session.run!.redlines.length > 0);
  await until(() => !bench.root.querySelector('dialog[open]'));
  return bench.newest().changes!;
};
const check = async (label: string): Promise<void> => {
  const find = () =>
    [...bench.root.querySelectorAll<HTMLElement>('dialog .check')].find(
      (one) => one.textContent.trim() === label,
    );
  await until(find);
  find()!.querySelector('input')!.click();
  await bench.element.updateComplete;
};

const table = gridOf({
  columns: [
    { id: 'torque', label: 'Torque', type: 'number', unit: 'Nm', limits: { min: '8', max: '10' } },
    { id: 'clean', label: 'Clean', type: 'pass-fail' },
  ],
  rows: [
    { id: 'a', label: 'Bolt A' },
    { id: 'b', label: 'Bolt B' },
  ],
});
/** The editor at a step with a table, of which some cells are other ones. */
async function openTable(cells: Readonly<Record<string, object>> = {}): Promise<void> {
  const run = redlineRun();
  const fields = table.fields.map((one) => ({ ...one, ...cells[one.id] }));
  bench = await show({
    run: { ...run, steps: [...run.steps, step('grid', 'Torque the bolts', { ...table, fields })] },
    stepId: 'grid',
  });
  bench.element.propose();
  await until(() => bench.root.querySelector('dialog.editor[open]'));
  await tab('Fields');
}
const limitsOf = (row: string, limits: object) => ({ [`${row}:torque`]: { limits } });

describe('the editor of a redline', () => {
  afterEach(() => bench.element.remove());

  it('R85: instructions are changed, moved, added and removed, and the difference grows', async () => {
    await open();
    expect(bench.text()).to.contain('Redline for 2 Measure');
    await area(0, 'Clean both faces with the green cloth.');
    await bench.press('Add a paragraph');
    await until(() => bench.root.activeElement?.id === 'paragraph-2');
    await area(2, 'Say so.');
    await bench.press('Move Paragraph 3 up');
    await tab('Difference');
    await until(() => bench.root.querySelector('ins'));
    expect(bench.root.querySelectorAll('dialog .group')).to.have.length(2);
    await expectAccessible(bench.element);
    expect(await propose()).to.deep.equal([
      {
        change: 'instructions',
        from: ['Clean both faces with the blue cloth.', 'Measure the gap at the rim.'],
        to: ['Clean both faces with the green cloth.', 'Say so.', 'Measure the gap at the rim.'],
      },
    ]);
    expect(bench.step().status).to.equal('redline');
  });

  it('R85: what was proposed is not called impossible while the editor closes', async () => {
    await open();
    await area(0, 'Clean both faces with the green cloth.');
    const alerts: (string | null)[] = [];
    new MutationObserver(() => {
      for (const one of bench.root.querySelectorAll('[role=alert]')) alerts.push(one.textContent);
    }).observe(bench.root, { childList: true, subtree: true });
    await propose();
    expect(alerts).to.deep.equal([]);
  });

  it('R85: fields are changed, removed and added', async () => {
    await open();
    await tab('Fields');
    await bench.press('Change Gap');
    await bench.type('At most', '7.5');
    await check('Required');
    await bench.press('Done with Gap');
    await bench.press('Change Grade');
    await bench.press('Remove Grade B');
    await bench.press('Add an option');
    await bench.type('Option 2', 'Grade C');
    await bench.press('Remove Is clean');
    await bench.press('Add a field');
    await expectAccessible(bench.element);
    const last = [...bench.root.querySelectorAll<HTMLInputElement>('[id$=-label]')].at(-1)!;
    last.value = 'Depth';
    last.dispatchEvent(new Event('input', { bubbles: true }));
    await bench.element.updateComplete;
    const unit = [...bench.root.querySelectorAll<HTMLInputElement>('[id$=-unit]')].at(-1)!;
    unit.value = 'mm';
    unit.dispatchEvent(new Event('input', { bubbles: true }));
    const [gap, grade, depth, clean] = await propose();
    expect(gap).to.deep.include({
      from: { required: true, limits: { min: '1', max: '5' } },
      to: { required: false, limits: { min: '1', max: '7.5' } },
    });
    expect(grade).to.have.deep.nested.property('to.options', [
      { value: 'a', label: 'Grade A' },
      { value: 'Grade C', label: 'Grade C' },
    ]);
    expect(depth).to.have.nested.property('field.label', 'Depth');
    expect(depth).to.have.nested.property('field.unit', 'mm');
    expect(clean).to.have.nested.property('field.id', 'clean');
  }).timeout(30_000);

  it('R85: parts are changed, removed and added, with quantity and substitutes', async () => {
    await open();
    await tab('Parts');
    await bench.press('Change Bolt');
    await bench.type('Quantity', '6');
    await bench.press('Add a substitute');
    await bench.type('Substitute 1: Part number', 'P-2');
    await bench.type('Substitute 1: Description', 'Bolt, long');
    const [bolt] = await propose();
    expect(bolt).to.deep.equal({
      change: 'change-requirement',
      targetId: 'bolt',
      from: { quantity: '4', substitutes: [] },
      to: { quantity: '6', substitutes: [{ partNumber: 'P-2', description: 'Bolt, long' }] },
    });
  });

  it('R88: a dependency is dropped at will; one is added to a step in redline only, and it says why', async () => {
    await open();
    await tab('Order');
    expect(bench.text()).to.contain('Only a step that is in redline as well can be waited for');
    expect(bench.text()).to.contain('No other step is in redline.');
    await check('1 Cut the frame');
    expect((await propose())[0]).to.deep.equal({ change: 'remove-dependency', targetId: 'frame' });
  });

  it('R88: both in redline, it is added; where the step would wait for itself that is told at the change', async () => {
    bench = await show();
    const words = (stepId: string) => proposal([{ change: 'instructions', to: ['Slowly.'] }], { stepId });
    await bench.give(words('beside'), words('next'));
    bench.element.propose();
    await until(() => bench.root.querySelector('dialog.editor[open]'));
    await tab('Order');
    await check('4 Close the lid');
    await until(() => /wait for itself/.test(bench.text()));
    await bench.type('What is changed, in a few words', 'Order');
    await bench.press('Propose redline');
    expect(bench.session.run!.redlines, 'it is not sent').to.have.length(2);
    await check('4 Close the lid');
    await check('3 Paint the lid');
    await bench.press('Propose redline');
    await until(() => bench.session.run!.redlines.length === 3);
    expect(bench.newest().changes).to.deep.equal([{ change: 'add-dependency', targetId: 'beside' }]);
  });

  it('R85: a step is added before, after or inside another', async () => {
    bench = await show({ stepId: '' });
    await bench.press('Add a step');
    await until(() => bench.root.querySelector('dialog.editor[open]'));
    await bench.press('Propose redline');
    await until(() => bench.text().includes('Fill this in first.'));
    await bench.type('Title of the step', 'Deburr');
    await bench.type('Place', 'before');
    await bench.type('Which step', 'frame');
    await tab('Instructions');
    await bench.press('Add a paragraph');
    await area(0, 'Both edges.');
    await expectAccessible(bench.element);
    await propose('Deburr first');
    expect(bench.session.run!.steps[0]).to.include({ title: 'Deburr', status: 'redline' });
  });

  it('keeps what was entered when it is closed, and forgets it when it is discarded', async () => {
    await open();
    await area(0, 'Half a thought');
    await sendKeys({ press: 'Escape' });
    await until(() => !bench.root.querySelector('dialog[open]'));
    expect(getComputedStyle(bench.element).display).to.equal('none');
    bench.element.propose();
    await until(() => bench.root.querySelector<HTMLTextAreaElement>('#paragraph-0'));
    expect(bench.root.querySelector<HTMLTextAreaElement>('#paragraph-0')!.value).to.equal('Half a thought');
    await bench.press('Discard');
    await until(() => !bench.root.querySelector('dialog'));
    bench.element.propose();
    await until(() => bench.root.querySelector<HTMLTextAreaElement>('#paragraph-0'));
    expect(bench.root.querySelector<HTMLTextAreaElement>('#paragraph-0')!.value).to.contain('blue cloth');
  });

  it('a refusal is explained; a fault keeps everything and is tried again', async () => {
    let answers = 0;
    bench = await show();
    const { adapter } = bench;
    bench.element.remove();
    await open({
      change: {
        ...adapter,
        execute: (command, options) => {
          answers += 1;
          if (answers === 1)
            return Promise.resolve({ refused: 'rule', detail: { message: 'Frozen until Monday' } });
          if (answers === 2) return Promise.reject(new AdapterFault('offline', { outcome: 'not-done' }));
          return adapter.execute(command, options);
        },
      },
    });
    await bench.type('What is changed, in a few words', 'Nothing');
    await bench.press('Propose redline');
    await until(() => bench.text().includes('Frozen until Monday'));
    await area(0, 'Clean.');
    await bench.press('Propose redline');
    await until(() => bench.named('Try again'));
    expect(bench.root.querySelector<HTMLTextAreaElement>('#paragraph-0')!.readOnly).to.equal(true);
    await bench.press('Try again');
    await until(() => bench.session.run!.redlines.length === 1);
  });

  it('a number that cannot be read, and what holds a record, are told at their place', async () => {
    await open();
    await tab('Fields');
    await bench.press('Change Gap');
    await bench.type('At least', 'one');
    await until(() => bench.root.querySelector('[id^=row-field_gap] .message.bad'));
    expect(bench.text()).to.contain('is not a number');
    await bench.type('What is changed, in a few words', 'X');
    await bench.press('Propose redline');
    expect(bench.events.some(({ type }) => type === 'redline-proposed')).to.equal(false);
  });

  it('R28, R85: rows and columns of a table are renamed, get other limits, come in and go', async () => {
    await openTable();
    await bench.press('Change Torque');
    await bench.type('At most', '12');
    await bench.press('Done with Torque');
    await bench.press('Change Bolt A');
    await bench.type('Label', 'Bolt 1');
    await bench.press('Done with Bolt A');
    await bench.press('Remove Clean');
    await bench.press('Add a row');
    await bench.type('Label', 'Bolt C');
    await bench.type('Stands after', 'a');
    await expectAccessible(bench.element);
    await tab('Difference');
    await until(() => bench.text().includes('Row added'));
    const seen = [...bench.root.querySelectorAll<HTMLElement>('dialog .group')].map((one) =>
      one.innerText.replace(/\s+/g, ' ').trim(),
    );
    expect(seen).to.deep.equal([
      '± Column changed Torque Limits Was 8 to 10 Nm Will be 8 to 12 Nm',
      '± Row changed Bolt A Label Was Bolt [taken out: A end] Will be Bolt [put in: 1 end]',
      '+ Row added Bolt C Torque 8 to 12 Nm Stands after Bolt A',
      '− Column removed Clean Type Pass or fail Required Yes',
    ]);
    const changes = await propose();
    expect(changes.map((one) => one.change)).to.deep.equal([
      'change-line',
      'change-line',
      'add-line',
      'remove-line',
    ]);
  }).timeout(30_000);

  it('R28, R85: a column comes in with its type, and is taken back', async () => {
    await openTable();
    await bench.press('Add a column');
    await bench.type('Type', 'text');
    await bench.type('Label', 'Batch');
    expect(bench.named('Remove Batch')).not.to.equal(undefined);
    await bench.press('Remove Batch');
    await until(() => bench.root.activeElement?.id === 'add-column');
    await bench.press('Add a column');
    await bench.type('Label', 'Angle');
    await bench.type('Unit', '°');
    const [angle] = await propose();
    expect(angle).to.deep.include({ change: 'add-line', axis: 'column' });
    expect((angle as { cells: readonly unknown[] }).cells).to.have.length(2);
  });

  it('R31: a row has the limits of its numbers where these are not those of its column', async () => {
    const own = limitsOf('a', { max: '4' });
    await openTable(own);
    expect(bench.text()).to.contain('Its limits differ from row to row.').and.contain('Torque: at most 4 Nm');
    await bench.press('Change Bolt A');
    await bench.type('At most', '5');
    await bench.press('Add a row');
    const added = [...bench.root.querySelectorAll<HTMLInputElement>('[id$="0-label"]')].at(-1)!;
    added.value = 'Bolt C';
    added.dispatchEvent(new Event('input', { bubbles: true }));
    await bench.element.updateComplete;
    const [row, fresh] = await propose();
    expect(row).to.deep.include({ from: { limits: { max: '4' } }, to: { limits: { max: '5' } } });
    expect(fresh).to.have.deep.nested.property('cells[0].limits', { min: '8', max: '10' });
  });

  it('R85: what a row or column holds stays: that is told at its place, by its name', async () => {
    await openTable({ 'a:torque': { record: { value: '9', how: 'typed', by: 'x', at } } });
    await bench.press('Remove Bolt A');
    await until(() => bench.root.querySelector('#row-row_a .message.bad'));
    expect(bench.root.querySelector('#row-row_a')!.textContent).to.contain('“Bolt A, Torque”');
    await bench.press('Keep Bolt A');
    await until(() => !bench.root.querySelector('#row-row_a .message.bad'));
  });

  it('a row with a cell that is not known here stays as it is, and that is said', async () => {
    await openTable({ 'a:torque': { type: 'unknown', reported: 'hologram' } });
    expect(bench.root.querySelector('#row-row_a')!.textContent).to.contain('It is not known here');
    expect(bench.root.querySelector('#row-row_a button')).to.equal(null);
    expect(bench.root.querySelector('#row-row_b button')).not.to.equal(null);
  });

  it('R58: the places of a part say how many there are', async () => {
    await open();
    await tab('Parts');
    await bench.press('Change Bolt');
    await bench.type('Places', 'R1, R2 ,R2; R3');
    const quantity = bench.root.querySelector<HTMLInputElement>('#row-part_bolt-quantity')!;
    expect([quantity.value, quantity.readOnly]).to.deep.equal(['3', true]);
    await expectAccessible(bench.element);
    const [bolt] = await propose();
    expect(bolt).to.deep.include({
      from: { quantity: '4', designators: null },
      to: { quantity: '3', designators: ['R1', 'R2', 'R3'] },
    });
  });

  it('R66, R71: a sign-off asks for another role and meaning, and says what becomes of a decision', async () => {
    const run = redlineRun();
    const decided = {
      ...signoff('seen', 'Seen', 'Quality engineer'),
      decisions: [
        { id: 'd', decision: 'approve', by: 'x', role: 'Quality engineer', at, covers: {} } as const,
      ],
    };
    await open({
      run: {
        ...run,
        steps: run.steps.map((one) =>
          one.id === 'work' ? { ...one, fields: [...one.fields, decided] } : one,
        ),
      },
    });
    await tab('Fields');
    await bench.press('Change Seen');
    expect(bench.text()).to.contain('It has been decided already.');
    const role = bench.root.querySelector<HTMLInputElement>('[id$=-role]')!;
    expect([...role.list!.options].map(({ value }) => value)).to.include('Quality engineer');
    await bench.type('Role that signs', 'Customer');
    await bench.type('What the signature says', 'I was there');
    await check('By another person than who did the work');
    await expectAccessible(bench.element);
    const [seen] = await propose();
    expect(seen).to.deep.include({
      from: { role: 'Quality engineer', meaning: null, peerReview: false },
      to: { role: 'Customer', meaning: 'I was there', peerReview: true },
    });
    await until(() => bench.text().includes('It has to be decided again.'));
  });

  it('what an earlier version kept is read: what it did not know was not touched', async () => {
    bench = await show();
    const {
      newLines: _,
      lines: __,
      removedLines: ___,
      ...kept
    } = { ...emptyDraft(), title: 'Half a thought' };
    bench.session.entry('propose-redline:work').send({ type: 'EDIT', draft: JSON.stringify(kept) });
    bench.element.propose();
    await until(() => bench.root.querySelector<HTMLInputElement>('#edit-title')?.value === 'Half a thought');
  });

  it('works by keyboard: the tabs by arrows', async () => {
    await open();
    bench.root.querySelector<HTMLElement>('#tab-instructions')!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await until(() => bench.root.activeElement?.id === 'tab-fields');
    await sendKeys({ press: 'End' });
    await until(() => /tab-(order|difference)/.test(bench.root.activeElement?.id ?? ''));
    expect(bench.root.activeElement!.getAttribute('aria-selected')).to.equal('true');
  });
});
