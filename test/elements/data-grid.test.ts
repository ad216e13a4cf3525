import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Adapter } from '../../src/adapters/adapter.js';
import { AdapterFault } from '../../src/adapters/adapter.js';
import { define } from '../../src/define.js';
import { isRefusal, type Command } from '../../src/domain/command.js';
import { gridOf, type GridPlan } from '../../src/domain/grid.js';
import type { Field, Person, Policy, Run, ValueRecord } from '../../src/domain/run.js';
import { readDate, readDateTime } from '../../src/elements/data-grid/dates.js';
import type { DataGrid } from '../../src/elements/data-grid/data-grid.js';
import { layoutOf } from '../../src/elements/data-grid/layout.js';
import { formatTsv, parseTsv } from '../../src/elements/data-grid/tsv.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { expectAccessible } from '../support/axe.js';
import { benchOf, runOf, stepId, until, type Bench } from '../support/fields.js';

define();

const at = '2026-11-20T17:42:00.000Z';
const motors: GridPlan = {
  columns: [
    { id: 'current', label: 'Current', type: 'number', unit: 'A', limits: { max: '0.54' } },
    {
      id: 'direction',
      label: 'Turns',
      type: 'single-select',
      options: [
        { value: 'cw', label: 'Clockwise' },
        { value: 'ccw', label: 'Counterclockwise' },
      ],
    },
    { id: 'sound', label: 'Sound', type: 'pass-fail' },
    { id: 'note', label: 'Note', type: 'text', required: false },
  ],
  rows: [
    { id: 'm1', label: 'Front left' },
    { id: 'm2', label: 'Rear left' },
    { id: 'm3', label: 'Rear right' },
    { id: 'spare', label: 'Spare', allowNotApplicable: true },
  ],
};

const recorded = (value: ValueRecord['value']): ValueRecord => ({
  value,
  how: 'typed',
  by: roverPeople.technician.id,
  at,
});

interface Options {
  values?: Readonly<Record<string, ValueRecord['value']>>;
  policy?: Partial<Policy>;
  person?: Person;
  change?: (memory: Adapter) => Partial<Adapter>;
  dir?: string;
}

const runWith = (plan: GridPlan, { values = {}, policy }: Options): Run => {
  const { grid, fields } = gridOf(plan);
  const run = runOf(
    fields.map((field) =>
      field.id in values ? ({ ...field, record: recorded(values[field.id]!) } as Field) : field,
    ),
    policy,
  );
  return { ...run, steps: run.steps.map((step) => ({ ...step, grid })) };
};

let element: DataGrid;
let bench: Bench;

async function show(plan: GridPlan = motors, options: Options = {}): Promise<void> {
  const run = runWith(plan, options);
  bench = benchOf(run, options.person ? { person: options.person } : {});
  if (options.change) {
    const { adapter } = bench;
    Object.assign(adapter, options.change({ ...adapter }));
  }
  await until(() => bench.session.status === 'ready');
  element = document.createElement('data-grid');
  Object.assign(element, { session: bench.session, stepId, lang: 'en' });
  if (options.dir) element.dir = options.dir;
  document.body.append(element);
  await until(() => element.shadowRoot?.querySelector('table, .hint'));
}

const root = (): ShadowRoot => element.shadowRoot!;
const table = (): HTMLTableElement => root().querySelector('table')!;
const line = (name: string): HTMLTableRowElement =>
  [...table().tBodies[0]!.rows].find((row) => row.cells[0]?.querySelector('.label')?.textContent === name)!;
const columns = (): string[] =>
  [...table().tHead!.rows[0]!.cells].map((one) => one.querySelector('.label')!.textContent);
const cell = (row: string, column: string): HTMLTableCellElement =>
  line(row).cells[columns().indexOf(column)]!;
const active = (): Element => root().activeElement!;
const editor = (): HTMLInputElement | null => root().querySelector('#input');
const text = (one: Element | null): string => (one?.textContent ?? '').replace(/\s+/g, ' ').trim();
const mark = (one: Element): string => one.querySelector('svg')?.getAttribute('aria-label') ?? '';
const below = (): string => text(root().querySelector('.line'));
const summary = (): string => text(root().querySelector('.summary'));
const button = (name: string): HTMLButtonElement =>
  [...root().querySelectorAll('button')].find((one) => text(one) === name)!;
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) {
    const parts = key.split('+');
    const last = parts.pop()!;
    for (const down of parts) await sendKeys({ down });
    await sendKeys({ press: last });
    for (const up of parts.reverse()) await sendKeys({ up });
  }
};
const type = (words: string): Promise<void> => sendKeys({ type: words });
const value = (id: string): ValueRecord['value'] | undefined => {
  const target = bench.session.target(id);
  return target?.kind === 'field' && 'record' in target.field ? target.field.record?.value : undefined;
};
const record = (id: string): ValueRecord | undefined => {
  const target = bench.session.target(id);
  return target?.kind === 'field' && 'record' in target.field ? target.field.record : undefined;
};
const idle = (): boolean => !root().querySelector('progress');

function paste(block: string, into: Element = active()): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', block);
  clipboardData.setData('text/html', '<table><tr><td>ignored</td></tr></table>');
  into.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
  );
}
function copied(): string {
  const clipboardData = new DataTransfer();
  active().dispatchEvent(
    new ClipboardEvent('copy', { clipboardData, bubbles: true, composed: true, cancelable: true }),
  );
  return clipboardData.getData('text/plain');
}
/** Where the keys are: row and column by name. */
const where = (): string => {
  const one = root().activeElement?.closest<HTMLTableCellElement>('td, th');
  if (!one) return '';
  const row = text(one.parentElement!.querySelector('.label'));
  return `${row}, ${columns()[one.cellIndex]!}`;
};

afterEach(function () {
  if (this.currentTest?.state === 'failed' && element?.isConnected)
    console.log(text(table()), '|', summary(), '|', below());
  element?.remove();
  bench?.session.stop();
});

describe('data-grid', () => {
  it('R28: shows a step as a table of typed rows and columns, by roles', async () => {
    await show(motors, { values: { 'm1:current': '0.42', 'm2:current': '0.61', 'm1:direction': 'cw' } });
    expect(table().getAttribute('role')).to.equal('grid');
    expect(columns()).to.deep.equal(['Row', 'Current', 'Turns', 'Sound', 'Note']);
    expect(text(table().tHead)).to.contain('at most 0.54 A');
    expect(text(cell('Front left', 'Current'))).to.equal('0.42');
    expect(mark(cell('Front left', 'Current'))).to.equal('In range');
    expect(mark(cell('Rear left', 'Current'))).to.equal('Too high');
    expect(text(cell('Front left', 'Turns'))).to.equal('Clockwise');
    expect(text(line('Front left').cells[0]!)).to.contain('1 open');
    expect(root().querySelectorAll('input, select, textarea, measurement-field').length).to.equal(0);
    await expectAccessible(element);
  });

  it('R28: typing over a cell and Enter saves it and goes down, cell by cell', async () => {
    await show();
    cell('Front left', 'Current').focus();
    await type('0.42');
    expect(editor()!.value).to.equal('0.42');
    expect(bench.events).to.have.length(0);
    await press('Enter');
    expect(where()).to.equal('Rear left, Current');
    await type('0.5');
    await press('Shift+Enter');
    expect(where()).to.equal('Front left, Current');
    await until(() => bench.events.length === 2);
    expect([value('m1:current'), value('m2:current')]).to.deep.equal(['0.42', '0.5']);
    expect(record('m1:current')!.how).to.equal('typed');
    await until(() => mark(cell('Front left', 'Current')) === 'In range');
    expect(below()).to.contain('Recorded by');
  });

  it('R28: keys move like those of a spreadsheet', async () => {
    await show();
    cell('Front left', 'Current').focus();
    const go = async (key: string, to: string): Promise<void> => {
      await press(key);
      expect(where(), key).to.equal(to);
    };
    await go('ArrowRight', 'Front left, Turns');
    await go('ArrowDown', 'Rear left, Turns');
    await go('End', 'Rear left, Note');
    await go('Tab', 'Rear right, Current');
    await go('Shift+Tab', 'Rear left, Note');
    await go('Home', 'Rear left, Current');
    await go('Control+End', 'Spare, Note');
    await go('Control+Home', 'Front left, Current');
    await go('PageDown', 'Spare, Current');
    await go('PageUp', 'Front left, Current');
    await go('ArrowUp', 'Front left, Current');
    await go('ArrowLeft', 'Front left, Row');
    await go('ArrowRight', 'Front left, Current');
  });

  it('R28: in a page from right to left the arrows follow the eye', async () => {
    await show(motors, { dir: 'rtl' });
    cell('Front left', 'Current').focus();
    await press('ArrowLeft');
    expect(where()).to.equal('Front left, Turns');
    await press('ArrowRight');
    expect(where()).to.equal('Front left, Current');
  });

  it('Escape and then Tab leaves the table for what stands below it', async () => {
    await show();
    cell('Front left', 'Current').focus();
    await press('Escape', 'Tab');
    expect(active()).to.equal(button('Edit'));
  });

  it('R28: F2 edits what is there, Escape takes it back, Delete clears', async () => {
    await show(motors, { values: { 'm1:current': '0.42' } });
    cell('Front left', 'Current').focus();
    await press('F2');
    expect(editor()!.value).to.equal('0.42');
    await press('End');
    await type('1');
    expect(bench.session.ongoing.peek('entry', 'm1:current')!.context.draft).to.equal('0.421');
    await press('Escape');
    expect(editor()).to.equal(null);
    expect(where()).to.equal('Front left, Current');
    expect(text(cell('Front left', 'Current'))).to.equal('0.42');
    await press('Delete');
    await until(() => value('m1:current') === undefined && bench.events.length === 1);
    expect(bench.events[0]!.type).to.equal('value-cleared');
    expect(text(cell('Front left', 'Current'))).to.equal('');
  });

  it('R28: choices are made by their first letter, from the keys alone', async () => {
    await show();
    cell('Front left', 'Turns').focus();
    await press('c', 'c', 'Tab', 'f', 'Enter');
    await until(() => value('m1:sound') === 'fail' && bench.events.length === 2);
    expect(value('m1:direction')).to.equal('ccw');
    expect(text(cell('Front left', 'Turns'))).to.equal('Counterclockwise');
    expect(where()).to.equal('Rear left, Sound');
  });

  it('a tap selects, a second tap edits', async () => {
    await show();
    const { x, y, width, height } = cell('Rear left', 'Note').getBoundingClientRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'click', position });
    expect(where()).to.equal('Rear left, Note');
    expect(editor()).to.equal(null);
    await sendMouse({ type: 'click', position });
    expect(editor()).not.to.equal(null);
    expect(editor()!.enterKeyHint).to.equal('next');
    await type('Loud');
    await sendKeys({ press: 'Tab' });
    await until(() => value('m2:note') === 'Loud');
  });

  it('what was typed is saved when the person clicks elsewhere', async () => {
    await show();
    cell('Front left', 'Current').focus();
    await type('0.3');
    cell('Rear right', 'Note').focus();
    await until(() => value('m1:current') === '0.3');
    expect(editor()).to.equal(null);
    expect(where()).to.equal('Rear right, Note');
  });

  it('R30: out of range asks once before it is saved: below the table, with the focus there', async () => {
    await show();
    cell('Front left', 'Current').focus();
    await type('0.9');
    await press('Enter');
    await until(() => active() === button('Correct it'));
    expect(below()).to.contain('0.9 A is above the highest value, 0.54 A.');
    expect(mark(cell('Front left', 'Current'))).to.equal('To be confirmed');
    expect(bench.events).to.have.length(0);
    await expectAccessible(element);
    await press('Enter');
    await until(() => editor() === active());
    await type('0.95');
    await press('Enter');
    await until(() => button('Save as it is'));
    button('Save as it is').click();
    await until(() => value('m1:current') === '0.95' && where() === 'Front left, Current');
    await until(() => mark(cell('Front left', 'Current')) === 'Too high');
  });

  it('what cannot be read stays in its cell, marked, with what is wrong', async () => {
    await show();
    cell('Front left', 'Current').focus();
    await type('0.4x');
    await press('Enter');
    expect(active()).to.equal(editor());
    expect(editor()!.getAttribute('aria-invalid')).to.equal('true');
    expect(below()).to.contain('is not a unit that is known here');
    cell('Rear left', 'Note').focus();
    await until(() => !editor());
    expect(text(cell('Front left', 'Current'))).to.equal('0.4x');
    expect(mark(cell('Front left', 'Current'))).to.equal('Cannot be read');
    cell('Front left', 'Current').focus();
    await press('Escape');
    expect(text(cell('Front left', 'Current'))).to.equal('');
  });

  it('R28: a block from a spreadsheet goes in cell by cell, and a summary leads to what is to be checked', async () => {
    await show();
    cell('Front left', 'Current').focus();
    paste(
      '0.41\tClockwise\tPass\t"two\nlines"\r\n0.62\tcounterclockwise\tFAIL\t\r\n0.4x\tLeft\tpass\t5" pipe\r\n',
    );
    await until(() => summary().includes('to check'));
    expect(summary()).to.contain('8 of 11 saved, 3 to check');
    expect(value('m1:note')).to.equal('two\nlines');
    expect(value('m3:note')).to.equal('5" pipe');
    expect(record('m1:current')).to.include({ value: '0.41', how: 'pasted' });
    expect(value('m2:sound')).to.equal('fail');
    expect(mark(cell('Rear left', 'Current'))).to.equal('To be confirmed');
    expect(mark(cell('Rear right', 'Current'))).to.equal('Cannot be read');
    expect(text(cell('Rear right', 'Turns'))).to.equal('Left');
    await expectAccessible(element);
    for (const place of ['Rear left, Current', 'Rear right, Current', 'Rear right, Turns']) {
      button('Go to the next one').click();
      expect(where()).to.equal(place);
    }
    await until(() => below().includes('“Left” is not an option.'));
    button('Save 1 value as it is').click();
    await until(() => value('m2:current') === '0.62' && summary().includes('9 of 11 saved, 2 to check'));
  });

  it('R28: an empty cell of a block erases nothing, N/A says so where it may, and what does not fit is told', async () => {
    const rows = motors.rows.map((row) => ({ ...row, allowNotApplicable: row.id === 'spare' }));
    await show({ ...motors, rows }, { values: { 'm3:current': '0.3' } });
    cell('Rear right', 'Current').focus();
    paste('\tClockwise\nN/A\tCounterclockwise\nlost\tlost\n');
    await until(() => summary().includes('did not fit'));
    expect(summary()).to.contain('3 of 3 saved').and.to.contain('2 values did not fit');
    expect(value('m3:current')).to.equal('0.3');
    expect(record('spare:current')).to.include({ value: null, notApplicable: true });
    expect(text(cell('Spare', 'Current'))).to.equal('N/A');
  });

  it('R28: a paste survives a fault in the middle: nothing is lost, and the rest is sent again', async () => {
    let isOnline = true;
    let sent = 0;
    await show(motors, {
      change: (memory) => ({
        execute: (command, options) => {
          sent += 1;
          if (sent === 3) isOnline = false;
          return isOnline
            ? memory.execute(command, options)
            : Promise.reject(new AdapterFault('offline', { outcome: 'not-done' }));
        },
      }),
    });
    cell('Front left', 'Current').focus();
    paste('0.41\tClockwise\tPass\ta\n0.42\tClockwise\tPass\tb\n0.43\tClockwise\tPass\tc\n');
    await until(() => summary().includes('2 of 12 saved, 10 not sent'));
    expect(text(cell('Rear right', 'Note'))).to.equal('c');
    expect(sent).to.be.lessThan(8);
    isOnline = true;
    button('Send 10 values again').click();
    await until(() => summary().includes('12 of 12 saved'));
    expect(value('m3:note')).to.equal('c');
    expect(bench.events).to.have.length(12);
  });

  it('R28: what the backend refuses of a paste stays in its cell', async () => {
    await show(motors, {
      change: (memory) => ({
        execute: (command: Command, options) =>
          command.type === 'set-value' && command.targetId === 'm2:note'
            ? Promise.resolve({ refused: 'rule' as const, detail: { message: 'Notes need a name.' } })
            : memory.execute(command, options),
      }),
    });
    cell('Front left', 'Note').focus();
    paste('a\nb\nc\n');
    await until(() => summary().includes('2 of 3 saved, 1 to check'));
    expect(mark(cell('Rear left', 'Note'))).to.equal('Refused');
    button('Go to the next one').click();
    await until(() => below().includes('Notes need a name.'));
    expect(where()).to.equal('Rear left, Note');
  });

  it('R28: a paste over recorded values asks its reason once for all of them', async () => {
    await show(motors, {
      values: { 'm1:current': '0.1', 'm2:current': '0.2' },
      policy: { reasonForChange: true },
    });
    cell('Front left', 'Current').focus();
    paste('0.41\n0.42\n0.43\n');
    await until(() => summary().includes('1 of 3 saved, 2 to check'));
    const reason = root().querySelector<HTMLInputElement>('.summary input')!;
    expect(text(reason.labels![0]!)).to.equal('Why are these 2 values changed?');
    reason.focus();
    await type('Other meter');
    await press('Enter');
    await until(() => summary().includes('3 of 3 saved'));
    expect(record('m2:current')).to.include({ value: '0.42', reason: 'Other meter', how: 'pasted' });
  });

  it('one value that is pasted is asked about like one that is typed', async () => {
    await show();
    cell('Front left', 'Current').focus();
    paste('0.9');
    await until(() => active() === button('Correct it'));
    expect(summary()).to.equal('');
  });

  it('a range is selected with Shift and copied as text for a spreadsheet', async () => {
    await show(motors, {
      values: { 'm1:current': '0.42', 'm1:direction': 'cw', 'm2:sound': 'fail', 'm2:direction': 'ccw' },
    });
    cell('Front left', 'Current').focus();
    expect(copied()).to.equal('0.42');
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown');
    expect(root().querySelectorAll('[aria-selected=true]').length).to.equal(6);
    expect(copied()).to.equal('0.42\tClockwise\t\n\tCounterclockwise\tFail\n');
    await press('Escape');
    expect(root().querySelectorAll('[aria-selected=true]').length).to.equal(0);
  });

  it('Delete clears a range, each cell with its own command', async () => {
    await show(motors, { values: { 'm1:current': '0.42', 'm2:current': '0.41' } });
    cell('Front left', 'Current').focus();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Delete');
    await until(() => bench.events.length === 2 && idle());
    expect(bench.events.map((event) => event.type)).to.deep.equal(['value-cleared', 'value-cleared']);
    expect(summary()).to.contain('2 of 2 saved');
  });

  it('R38: a row is marked as not applicable where that is allowed, and only its empty cells; it can be taken back', async () => {
    await show(motors, { values: { 'spare:current': '0.5' } });
    expect(line('Front left').querySelector('button')).to.equal(null);
    cell('Spare', 'Current').focus();
    await press('ArrowLeft');
    expect(active().getAttribute('aria-label')).to.equal('Mark N/A: Spare');
    await press('Enter');
    await until(() => text(cell('Spare', 'Note')) === 'N/A');
    expect(record('spare:sound')).to.include({ value: null, notApplicable: true });
    expect(value('spare:current')).to.equal('0.5');
    expect(text(line('Spare').cells[0]!)).to.contain('Done');
    expect(active().getAttribute('aria-label')).to.equal('Clear N/A: Spare');
    // At once a second press would be the same one.
    await press('ArrowRight', 'ArrowLeft', 'Enter');
    await until(() => record('spare:note') === undefined && idle());
    expect(value('spare:current')).to.equal('0.5');
    expect(text(cell('Spare', 'Note'))).to.equal('');
  });

  it('R38: a row that could not be marked says why and is sent again', async () => {
    let isOnline = false;
    await show(motors, {
      change: (memory) => ({
        execute: (command, options) =>
          isOnline ? memory.execute(command, options) : Promise.reject(new AdapterFault('offline')),
      }),
    });
    cell('Spare', 'Current').focus();
    await press('ArrowLeft', 'Enter');
    await until(() => below().includes('There is no connection.'));
    isOnline = true;
    button('Try again').click();
    await until(() => text(cell('Spare', 'Note')) === 'N/A');
  });

  it('R113: a value that came meanwhile is shown beside the own one: keep mine or take theirs', async () => {
    await show(motors, { values: { 'm1:current': '0.1' } });
    cell('Front left', 'Current').focus();
    await type('0.2');
    const theirs = {
      v: 1,
      id: 'theirs',
      runId: 'run',
      madeAt: at,
      type: 'set-value',
      stepId,
      targetId: 'm1:current',
      value: '0.3',
    } as const;
    expect(isRefusal(await bench.adapter.execute(theirs, { as: { person: roverPeople.lead.id } }))).to.equal(
      false,
    );
    await press('Enter');
    await until(() => mark(cell('Front left', 'Current')) === 'Refused');
    cell('Front left', 'Current').focus();
    await until(() => button('Take theirs'));
    expect(below()).to.contain('0.2 A').and.to.contain('0.3 A');
    button('Take theirs').click();
    await until(() => text(cell('Front left', 'Current')) === '0.3');
    expect(where()).to.equal('Front left, Current');
  });

  it('Alt+Enter opens the field of a cell with its history, and gives the focus back', async () => {
    await show(motors, { values: { 'm1:current': '0.42' } });
    cell('Front left', 'Current').focus();
    await press('Alt+Enter');
    const dialog = root().querySelector('dialog')!;
    expect(dialog.open).to.equal(true);
    const field = dialog.querySelector('measurement-field')!;
    await until(() => text(field.shadowRoot as unknown as Element).includes('Recorded by'));
    await press('Escape');
    await until(() => !root().querySelector('dialog'));
    expect(where()).to.equal('Front left, Current');
  });

  it('R28: sign-off, file and the other columns without an editor open as a field', async () => {
    await show(
      {
        columns: [
          { id: 'photo', label: 'Photo', type: 'file' },
          {
            id: 'seen',
            label: 'Witnessed',
            type: 'signoff',
            role: 'Quality engineer',
            peerReview: false,
            decisions: [],
          },
          { id: 'odd', label: 'Curve', type: 'unknown', reported: 'curve' },
        ],
        rows: [{ id: 'a', label: 'A' }],
      },
      { person: roverPeople.qualityEngineer },
    );
    expect(text(cell('A', 'Witnessed'))).to.equal('Open');
    expect(mark(cell('A', 'Curve'))).to.contain('curve');
    cell('A', 'Photo').focus();
    await press('Enter');
    expect(root().querySelector('dialog > value-field')).not.to.equal(null);
    await press('Escape');
    await until(() => !root().querySelector('dialog'));
    await press('ArrowRight', 'Enter');
    const signoff = root().querySelector('dialog > signoff-field')!;
    const approve = (): HTMLElement | undefined =>
      [...signoff.shadowRoot!.querySelectorAll('button')].find((one) => text(one) === 'Approve');
    await until(approve);
    approve()!.click();
    await until(() => text(cell('A', 'Witnessed')) === 'Approved');
    paste('x\ty', cell('A', 'Photo'));
    expect(summary()).to.equal('');
  });

  it('a blocker leads to its cell, wherever the table is scrolled', async () => {
    await show(large(120, 6));
    expect(table().getAttribute('aria-rowcount')).to.equal('121');
    expect(table().tBodies[0]!.rows.length).to.be.lessThan(50);
    expect(bench.session.reveal('r100:c5')).to.equal(true);
    expect(where()).to.equal('Row 101, Column 6');
    expect(active().parentElement!.getAttribute('aria-rowindex')).to.equal('102');
    const box = root().querySelector('.box')!.getBoundingClientRect();
    const { top, bottom } = active().getBoundingClientRect();
    expect(top).to.be.greaterThan(box.top);
    expect(bottom).to.be.lessThan(box.bottom);
    root().querySelector('.box')!.scrollTop = 0;
    await until(() => line('Row 1'));
    expect(where()).to.equal('Row 101, Column 6');
    await press('ArrowDown');
    expect(where()).to.equal('Row 102, Column 6');
  });

  it('a gauge finds the active cell', async () => {
    await show();
    cell('Rear left', 'Current').focus();
    expect(document.activeElement).to.equal(element);
    expect(element.fieldId).to.equal('m2:current');
    expect(element.session).to.equal(bench.session);
  });

  it('R63: a scan that began in a cell leaves nothing in it', async () => {
    await show();
    cell('Front left', 'Note').focus();
    await type('S');
    expect(editor()!.value).to.equal('S');
    // As the router takes back what it has recognized.
    editor()!.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }));
    expect(editor()).to.equal(null);
    expect(bench.session.ongoing.peek('entry', 'm1:note')).to.equal(undefined);
    expect(where()).to.equal('Front left, Note');
  });

  it('who may not record reads, and changes nothing', async () => {
    await show(motors, { values: { 'm1:current': '0.42' }, person: roverPeople.customer });
    expect(table().getAttribute('aria-readonly')).to.equal('true');
    cell('Front left', 'Current').focus();
    await type('9');
    await press('Delete');
    paste('1\t2\n');
    expect(editor()).to.equal(null);
    expect(bench.session.ongoing.peek('entry', 'm1:current')).to.equal(undefined);
    expect(button('Edit')).to.equal(undefined);
  });

  it('a table without rows says so; cells without a place get one', async () => {
    await show({ columns: [], rows: [] });
    expect(text(root() as unknown as Element)).to.contain('This table has no rows');
    const { grid, fields } = gridOf(motors);
    const [first] = fields;
    const odd = (id: string, row: string, column: string): Field => ({
      ...first!,
      id,
      cell: { row, column },
    });
    const run = runOf([...fields, odd('twice', 'm1', 'current'), odd('lost', 'nowhere', 'other')]);
    const layout = layoutOf({ ...run.steps[0]!, grid });
    expect(layout.columns).to.have.length(5);
    expect(layout.rows).to.have.length(6);
    expect(layout.places.size).to.equal(fields.length + 2);
  });

  it('what is not in view is there once the rest has been painted, also of a table that was away meanwhile', async () => {
    bench = benchOf(runWith(large(50, 20), {}));
    await until(() => bench.session.status === 'ready');
    element = Object.assign(document.createElement('data-grid'), { session: bench.session, stepId });
    document.body.append(element);
    await until(() => element.shadowRoot?.querySelector('td'));
    expect(line('Row 50')).to.equal(undefined);
    element.remove();
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    document.body.append(element);
    await until(() => line('Row 50'));
    expect([...table().tBodies[0]!.rows].map(({ cells }) => cells.length)).to.deep.equal(
      Array.from({ length: 50 }, () => 21),
    );
    await until(() => button('Edit'));
  });

  it('a column says at its head what all of its cells have in common, and nothing else', () => {
    const { grid, fields } = gridOf(motors);
    const changed = (id: string, change: object): readonly Field[] =>
      fields.map((field) => (field.id === id ? { ...field, ...change } : field));
    const first = (all: readonly Field[]) => layoutOf({ ...runOf(all).steps[0]!, grid }).columns[0]!;
    expect(first(fields)).to.include({ type: 'number', unit: 'A', example: 'm1:current' });
    expect(first(fields).limits).to.deep.equal({ max: '0.54' });
    for (const id of ['m1:current', 'm2:current', 'spare:current']) {
      expect(first(changed(id, { unit: 'mA' })).unit, id).to.equal(undefined);
      expect(first(changed(id, { limits: { max: '0.6' } })).limits, id).to.equal(undefined);
      expect(first(changed(id, { limits: undefined })).limits, id).to.equal(undefined);
      const mixed = first(changed(id, { type: 'text' }));
      expect(mixed).to.include({ type: 'mixed', unit: 'A' });
    }
  });

  it('cells are shown in their table, and the other fields of a step as ever', async () => {
    const { grid, fields } = gridOf(motors);
    const { cell: _, ...alone } = { ...fields[0]!, id: 'alone', label: 'Alone' };
    const run = runOf([alone, ...fields]);
    bench = benchOf({ ...run, steps: run.steps.map((step) => ({ ...step, grid })) });
    const step = Object.assign(document.createElement('run-step'), { session: bench.session, stepId });
    document.body.append(step);
    await until(() => step.shadowRoot!.querySelector('data-grid')?.shadowRoot?.querySelector('table'));
    expect(step.shadowRoot!.querySelectorAll('measurement-field, value-field')).to.have.length(1);
    step.remove();
  });
});

const large = (rows: number, count: number): GridPlan => ({
  columns: Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    label: `Column ${index + 1}`,
    type: 'number' as const,
    unit: 'mm',
    limits: { min: '0', max: '100' },
  })),
  rows: Array.from({ length: rows }, (_, index) => ({ id: `r${index}`, label: `Row ${index + 1}` })),
});

describe('data-grid, 200 × 30', () => {
  it('P-G1: 6,000 cells are there at once, and a saved one draws its cell and its row alone', async () => {
    const run = runWith(large(200, 30), {});
    bench = benchOf(run);
    await until(() => bench.session.status === 'ready');
    element = Object.assign(document.createElement('data-grid'), {
      session: bench.session,
      stepId,
      lang: 'en',
    });
    // What it costs is what is looked at: cells that nobody sees are not.
    let asked = 0;
    const { session } = bench;
    const target = session.target.bind(session);
    session.target = (id) => {
      asked += 1;
      return target(id);
    };
    document.body.append(element);
    await until(() => element.shadowRoot?.querySelector('td'));
    table().getBoundingClientRect();
    expect(asked).to.be.lessThan(600);
    expect(table().querySelectorAll('td').length).to.be.lessThan(300);
    // The rest of the rows comes by itself.
    await until(() => line('Row 3').cells.length === 31);
    expect(asked).to.be.lessThan(2000);
    cell('Row 3', 'Column 4').focus();
    await type('12');
    const changed = new Set<Element>();
    const observer = new MutationObserver((all) => {
      for (const { target } of all) {
        const near = target instanceof Element ? target.closest('td, th') : null;
        if (near) changed.add(near);
      }
    });
    observer.observe(table(), { childList: true, subtree: true, characterData: true });
    await press('Enter');
    await until(() => bench.events.length === 1 && mark(cell('Row 3', 'Column 4')) === 'In range');
    observer.disconnect();
    expect([...changed]).to.have.members([cell('Row 3', 'Column 4'), line('Row 3').cells[0]]);
  });

  it('R28: 6,000 pasted values do not hold up the page', async () => {
    await show(large(200, 30));
    cell('Row 1', 'Column 1').focus();
    const line30 = Array.from({ length: 30 }, (_, index) => String(index + 1)).join('\t');
    const start = performance.now();
    let longest = 0;
    let last = start;
    let watching = true;
    const watch = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (watching) setTimeout(watch);
    };
    setTimeout(watch);
    paste(`${line30}\n`.repeat(200));
    await until(() => summary().includes('6,000 of 6,000 saved'));
    watching = false;
    const whole = performance.now() - start;
    expect(bench.events).to.have.length(6000);
    // However fast the machine is.
    expect(longest).to.be.lessThan(whole / 10);
  }).timeout(120_000);
});

describe('blocks of cells as text', () => {
  const anything = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', '\r', ' ', '.', 'é') });
  const block = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(anything, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );

  it('R28: what is copied is read back as it was', () => {
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseTsv(formatTsv(rows))).to.deep.equal(rows);
      }),
      {
        numRuns: 2000,
      },
    );
  });

  it('R28: any text is read, and none of its letters is lost', () => {
    fc.assert(
      fc.property(anything, (one) => {
        const letters = (all: string): string => all.replace(/[^a1é]/g, '');
        expect(letters(parseTsv(one).flat().join(''))).to.equal(letters(one));
      }),
      { numRuns: 2000 },
    );
  });

  it('R28: reads what Excel and Google Sheets write', () => {
    expect(parseTsv('1\t2\r\n3\t4\r\n')).to.deep.equal([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(parseTsv('"a ""b""\nc"\t5" pipe\n')).to.deep.equal([['a "b"\nc', '5" pipe']]);
    expect(parseTsv('"open\tx')).to.deep.equal([['"open', 'x']]);
    expect(parseTsv('')).to.deep.equal([['']]);
  });

  it('reads dates as a locale writes them, and none that may be two days', () => {
    expect(readDate('3/4/2026', 'en-US')).to.equal('2026-03-04');
    expect(readDate('3/4/2026', 'en-GB')).to.equal('2026-04-03');
    expect(readDate('04.03.2026', 'de')).to.equal('2026-03-04');
    expect(readDate('2026-03-04', 'de')).to.equal('2026-03-04');
    expect(readDate('3/4/26', 'en-US')).to.equal(undefined);
    expect(readDate('2/30/2026', 'en-US')).to.equal(undefined);
    expect(readDateTime('3/4/2026 1:05 PM', 'en-US')).to.equal('2026-03-04T13:05');
    expect(readDateTime('04.03.2026 13:05:10', 'de')).to.equal('2026-03-04T13:05');
    expect(readDateTime('2026-03-04T12:00', 'de')).to.equal('2026-03-04T12:00');
    expect(readDateTime('25:00', 'de')).to.equal(undefined);
  });
});
