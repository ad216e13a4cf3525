import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { AdapterFault } from '../../src/adapters/adapter.js';
import { define } from '../../src/define.js';
import type { Field, FileRef, ValueField as AnyValueField } from '../../src/domain/run.js';
import type { MeasurementField } from '../../src/elements/measurement-field/measurement-field.js';
import type { ValueField } from '../../src/elements/value-field/value-field.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import * as seed from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';
import {
  benchOf,
  buttonNamed,
  mount,
  pressNamed,
  runOf,
  shownText,
  until,
  type Bench,
} from '../support/fields.js';

define();

const options = { hss: 'HSS 4.0 mm', cobalt: 'Cobalt 4.0 mm', carbide: 'Carbide' };
let element: ValueField | MeasurementField;
const root = (): ShadowRoot => element.shadowRoot!;
const control = (): HTMLInputElement => root().querySelector('#input')!;
const labelled = (text: string): HTMLInputElement =>
  [...root().querySelectorAll('label')]
    .find((one) => one.textContent.trim() === text)!
    .querySelector('input')!;
const named = (name: string): HTMLButtonElement | undefined => buttonNamed(element, name);
const press = (name: string): Promise<void> => pressNamed(element, name);
const is = (state: string): boolean => element.matches(`:state(${state})`);
const settled = (): Promise<void> =>
  until(() => !is('submitting') && shownText(element).includes('Recorded by'));
const recorded = ({ session }: Bench, at = 0): unknown =>
  (session.run!.steps[0]!.fields[at] as AnyValueField).record?.value;

async function show(bench: Bench, id = 'f'): Promise<void> {
  element = await mount('value-field', bench.session, id);
}
const one = (
  field: Field,
  ...more: Parameters<typeof benchOf> extends [unknown, ...infer Rest] ? Rest : never
) => benchOf(runOf([field]), ...more);

describe('value-field', () => {
  afterEach(() => element.remove());

  it('R36: a check passes or fails at one press, and a failed one is out of range', async () => {
    const bench = one(seed.passFail('f', 'Deburred'));
    await show(bench);
    labelled('Pass').click();
    await settled();
    expect(recorded(bench)).to.equal('pass');
    expect(is('in-range')).to.equal(true);
    labelled('Fail').click();
    await until(() => recorded(bench) === 'fail' && is('out-of-range'));
    expect(labelled('Fail').checked).to.equal(true);
    // In a list of the buttons of a page, those of many fields are told apart.
    const line = root().querySelector('button.line')!;
    const names = line.getAttribute('aria-labelledby')!.split(' ');
    const name = names.map((id) => root().getElementById(id)!.textContent.trim()).join(' ');
    expect(name).to.match(/^Recorded by .* Deburred/s);
  });

  it('R44: a choice is drawn once when it is saved in a moment, and never under the name of who made another', async () => {
    const answers: (() => void)[] = [];
    const bench = one(seed.passFail('f', 'Deburred'));
    await show(bench);
    const drawn: string[] = [];
    const updated = Reflect.get(element, 'updated') as (changed: unknown) => void;
    Object.assign(element, {
      updated(changed: unknown) {
        updated.call(element, changed);
        drawn.push(
          root()
            .querySelector('#message')!
            .textContent.trim()
            .replace(/ by .*/, ''),
        );
      },
    });
    labelled('Pass').click();
    await settled();
    expect([...new Set(drawn)]).to.deep.equal(['Recorded']);
    drawn.length = 0;
    const execute = bench.adapter.execute.bind(bench.adapter);
    bench.adapter.execute = async (command, options) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return execute(command, options);
    };
    labelled('Fail').click();
    await until(() => is('submitting'));
    answers[0]!();
    await settled();
    expect([...new Set(drawn)]).to.deep.equal(['Not saved yet', 'Saving…', 'Recorded']);
  });

  it('a choice passed on the way with the arrow keys is not saved', async () => {
    const bench = one(seed.singleSelect('f', 'Drill bit', options));
    await show(bench);
    labelled('HSS 4.0 mm').focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Tab' });
    await settled();
    expect(bench.events.map((event) => event.type)).to.deep.equal(['value-set']);
    expect(recorded(bench)).to.equal('carbide');
  });

  it('a choice can be cleared', async () => {
    const bench = one(seed.passFail('f', 'Deburred'));
    await show(bench);
    labelled('Pass').click();
    await press('Clear');
    await until(() => recorded(bench) === undefined && !is('submitting'));
    expect(labelled('Pass').checked).to.equal(false);
  });

  it('R37: text keeps its lines and every character', async () => {
    const bench = one(seed.text('f', 'Note'));
    await show(bench);
    control().focus();
    await sendKeys({ type: 'Zeile 1 – 位置 👩‍🔧' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: '<b>2</b>' });
    await sendKeys({ press: 'Tab' });
    await settled();
    expect(recorded(bench)).to.equal('Zeile 1 – 位置 👩‍🔧\n<b>2</b>');
    expect(root().querySelector('b')).to.equal(null);
  });

  it('R26: a date is saved when it is whole', async () => {
    const bench = one(seed.date('f', 'Drilled on'));
    await show(bench);
    await until(control);
    control().focus();
    await sendKeys({ type: '11202026' });
    await settled();
    expect(bench.events).to.have.length(1);
    expect(recorded(bench)).to.equal('2026-11-20');
  });

  it('half a date is told as such and clears nothing', async () => {
    const bench = one(seed.date('f', 'Drilled on'));
    await show(bench);
    await until(control);
    control().focus();
    await sendKeys({ type: '11' });
    control().blur();
    await until(() => is('invalid') && shownText(element).includes('is not a date'));
    expect(bench.events).to.deep.equal([]);
  });

  it('more than five options are a list', async () => {
    const many = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`o${n}`, `Option ${n}`]));
    const bench = one(seed.singleSelect('f', 'Gauge', many));
    await show(bench);
    await until(control);
    expect(control().localName).to.equal('select');
    control().focus();
    await sendKeys({ type: 'Option 4' });
    await settled();
    expect(recorded(bench)).to.match(/^o\d$/);
  });

  it('R40: several choices in a row are all kept', async () => {
    const bench = one(seed.multiSelect('f', 'Headers', options));
    await show(bench);
    labelled('HSS 4.0 mm').click();
    labelled('Carbide').click();
    labelled('Cobalt 4.0 mm').click();
    await until(() => (recorded(bench) as string[] | undefined)?.length === 3 && !is('submitting'));
    labelled('Carbide').click();
    await until(() => (recorded(bench) as string[]).length === 2 && !is('submitting'));
    expect(recorded(bench)).to.deep.equal(['hss', 'cobalt']);
  });

  it('R40: an option that was removed later still displays', async () => {
    const record = {
      value: 'brass',
      how: 'typed',
      by: 'technician',
      at: '2026-11-20T08:00:00.000Z',
    } as const;
    await show(one({ ...seed.singleSelect('f', 'Drill bit', options), record }));
    expect(labelled('brass (no longer offered)').checked).to.equal(true);
  });

  it('R39: yes and no are values, and untouched is neither', async () => {
    const bench = one(seed.boolean('f', 'Nothing loose'));
    await show(bench);
    expect(control().indeterminate).to.equal(true);
    expect(shownText(element)).to.contain('Not recorded');
    await press('No');
    await until(() => recorded(bench) === false && !is('submitting'));
    expect(control().indeterminate).to.equal(false);
    expect(root().activeElement === control()).to.equal(true);
    control().click();
    await until(() => recorded(bench) === true && !is('submitting'));
  });

  it('R43: what may not be changed is shown, focusable, and stays', async () => {
    const bench = one(seed.passFail('f', 'Deburred'), { person: roverPeople.customer });
    await show(bench);
    labelled('Pass').click();
    expect(labelled('Pass').checked).to.equal(false);
    element.focus();
    expect(root().activeElement?.localName).to.equal('input');
    expect(bench.events).to.deep.equal([]);
  });

  it('a type that is not known is shown with its value, read-only', async () => {
    const field: Field = {
      id: 'f',
      type: 'unknown',
      reported: 'torque-curve',
      shown: '{"peak":"<b>12</b>"}',
      label: 'Curve',
      required: true,
      allowNotApplicable: false,
      version: '0',
    };
    await show(one(field));
    await until(control);
    expect(control().readOnly).to.equal(true);
    expect(control().value).to.equal('{"peak":"<b>12</b>"}');
    expect(shownText(element)).to.contain('torque-curve');
  });

  it('a refused choice is taken back when it is discarded', async () => {
    const bench = one(seed.passFail('f', 'Deburred'), {
      change: { execute: () => Promise.resolve({ refused: 'rule', detail: { message: 'Not today.' } }) },
    });
    await show(bench);
    labelled('Fail').click();
    await until(() => shownText(element).includes('Not today.'));
    expect(labelled('Fail').checked).to.equal(true);
    await press('Discard');
    await until(() => !is('refused'));
    expect(labelled('Fail').checked).to.equal(false);
  });

  describe('files', () => {
    const choose = (...names: string[]): void => {
      const transfer = new DataTransfer();
      for (const name of names) transfer.items.add(new File(['x'.repeat(1500)], name, { type: 'image/png' }));
      const input = root().querySelector<HTMLInputElement>('[type=file]')!;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const ready = (): Promise<void> => until(() => named('Choose files'));

    it('R41: go to the backend, are listed with their size and can be removed', async () => {
      const bench = one(seed.file('f', 'Photos'));
      await show(bench);
      await ready();
      choose('left.png', 'right.png');
      await until(() => (recorded(bench) as FileRef[] | undefined)?.length === 2);
      await settled();
      expect(shownText(element)).to.contain('left.png').and.to.contain('1.5 kB');
      await press('Remove left.png');
      await until(() => (recorded(bench) as FileRef[]).length === 1 && !is('submitting'));
      expect((recorded(bench) as FileRef[])[0]!.name).to.equal('right.png');
    });

    it('R41: show their progress, can be canceled, and one that failed can be sent again', async () => {
      let tries = 0;
      const bench = one(seed.file('f', 'Photos'), {
        change: {
          putFile: (file, { signal, onProgress } = {}) => {
            onProgress?.(0.4);
            tries += 1;
            if (file.name === 'slow.png') {
              return new Promise((_, reject) =>
                signal!.addEventListener('abort', () => reject(new Error('stop'))),
              );
            }
            return tries < 2
              ? Promise.reject(new AdapterFault('offline'))
              : Promise.resolve({ id: 'x', name: file.name, type: file.type, size: file.size });
          },
        },
      });
      await show(bench);
      await ready();
      choose('bad.png');
      await until(() => shownText(element).includes('bad.png was not uploaded'));
      choose('slow.png');
      await until(() => root().querySelector('progress')?.value);
      expect(root().querySelector('progress')!.value).to.equal(0.4);
      await press('Cancel slow.png');
      await until(() => !root().querySelector('progress'));
      await press('Try bad.png again');
      await until(() => (recorded(bench) as FileRef[] | undefined)?.length === 1);
    });

    it('says so where the backend takes none', async () => {
      const bench = one(seed.file('f', 'Photos'));
      delete bench.adapter.putFile;
      await show(bench);
      await until(() => shownText(element).includes('takes no files'));
    });
  });

  it('is accessible with every type', async () => {
    const fields = [
      seed.passFail('a', 'Deburred', { hint: 'With a fingertip' }),
      seed.text('b', 'Note'),
      seed.date('c', 'Drilled on'),
      seed.singleSelect('d', 'Drill bit', options),
      seed.multiSelect('e', 'Headers', options),
      seed.boolean('f', 'Nothing loose'),
      seed.file('g', 'Photos'),
    ];
    const { session } = benchOf(runOf(fields));
    for (const { id } of fields) {
      element = await mount('value-field', session, id);
      await expectAccessible(element);
      if (id !== 'g') element.remove();
    }
  });
});

describe('R34, R35: a value out of range', () => {
  afterEach(() => element.remove());
  const limits = { min: '1', max: '2' };
  const record = { value: '3', how: 'typed', by: 'technician', at: '2026-11-20T08:00:00.000Z' } as const;
  const high: Field = { ...seed.number('f', 'Gap', 'mm', limits), record };
  const failed: Field = { ...seed.passFail('f', 'Deburred'), record: { ...record, value: 'fail' } };
  const box = (): HTMLTextAreaElement => root().querySelector('#remedy')!;

  it('gets an issue, prefilled and by keyboard, where the policy asks for one', async () => {
    const bench = benchOf(runOf([high], { outOfRange: 'with-issue' }));
    element = await mount('measurement-field', bench.session, 'f');
    await until(() => shownText(element).includes('An issue is needed'));
    await press('Open an issue');
    await until(() => root().activeElement === box());
    expect(box().value).to.equal('Gap: 3 mm (limits: 1 to 2 mm)');
    await press('Open issue');
    await until(() => shownText(element).includes('ISS-1 Gap: 3 mm'));
    expect(bench.session.run!.issues[0]!.links).to.deep.equal(['f']);
    expect(shownText(element)).to.contain('Pending').and.not.to.contain('An issue is needed');
    expect(root().activeElement === root().querySelector('#input')).to.equal(true);
    expect(bench.session.blockers('work').map(({ kind }) => kind)).to.deep.equal([]);
    await expectAccessible(element);
  });

  it('gets an open issue linked', async () => {
    const run = runOf([failed], { outOfRange: 'with-issue' });
    const issue = {
      id: 'i',
      number: 'ISS-9',
      title: 'Burrs',
      status: 'pending',
      links: [],
      by: 'lead',
      at: record.at,
    } as const;
    const bench = benchOf({ ...run, issues: [issue] });
    element = await mount('value-field', bench.session, 'f');
    await press('Link an issue');
    await until(() => root().activeElement?.localName === 'select');
    await press('Link');
    await until(() => bench.session.run!.issues[0]!.links.includes('f'));
    await until(() => shownText(element).includes('ISS-9 Burrs'));
  });

  it('gets a reason where the policy asks for one, from a person who may give it', async () => {
    const run = runOf([high], { outOfRange: 'with-rationale' });
    const technician = benchOf(run);
    element = await mount('measurement-field', technician.session, 'f');
    await until(() => shownText(element).includes('You may not accept deviations.'));
    expect(shownText(element)).to.contain('Ask Jonas Lindqvist or Mei Tanaka.');
    expect(named('Accept deviation')).to.equal(undefined);
    element.remove();

    const bench = benchOf(run, { person: roverPeople.lead });
    element = await mount('measurement-field', bench.session, 'f');
    await press('Accept deviation');
    await until(() => root().activeElement === box());
    await sendKeys({ type: 'Within the drawing of rev. D' });
    await press('Accept deviation');
    await until(() => shownText(element).includes('Deviation accepted by Mei Tanaka'));
    expect(shownText(element)).to.contain('Within the drawing of rev. D');
  });

  it('R34: only warns where the policy says so, and may be accepted as a deviation all the same', async () => {
    const bench = benchOf(runOf([high], { outOfRange: 'warn' }), { person: roverPeople.lead });
    element = await mount('measurement-field', bench.session, 'f');
    await until(() => is('out-of-range') && named('Accept deviation'));
    expect(bench.session.blockers('work').map(({ kind }) => kind)).not.to.include('out-of-range');
    expect(shownText(element)).not.to.contain('needed before');
    await press('Accept deviation');
    await until(() => root().activeElement === box());
    await sendKeys({ type: 'Play is allowed here' });
    await press('Accept deviation');
    await until(() => shownText(element).includes('Deviation accepted by Mei Tanaka'));
    expect(is('out-of-range')).to.equal(true);
  });

  it('asks why a check is changed where the policy says so', async () => {
    const bench = benchOf(runOf([failed], { reasonForChange: true }));
    element = await mount('value-field', bench.session, 'f');
    root().querySelector<HTMLInputElement>('input[value=pass]')!.click();
    await until(() => element.matches(':state(asking)') && root().querySelector('#reason'));
    root().querySelector<HTMLInputElement>('#reason')!.focus();
    await sendKeys({ type: 'Filed' });
    await sendKeys({ press: 'Enter' });
    await until(() => bench.events.length === 1);
    expect(bench.events[0]).to.have.nested.property('record.reason', 'Filed');
    await until(() => !element.matches(':state(asking)'));
    root().querySelector<HTMLInputElement>('input[value=fail]')!.click();
    await press('Cancel');
    await until(() => root().querySelector<HTMLInputElement>('input[value=pass]')!.checked);
    expect(bench.events).to.have.length(1);
  });

  it('has no way around it where the policy blocks', async () => {
    const bench = benchOf(runOf([high]));
    element = await mount('measurement-field', bench.session, 'f');
    await until(() => is('out-of-range'));
    await import('../../src/elements/remedy.js');
    await element.updateComplete;
    // What opens the history is no way around it.
    expect(root().querySelectorAll('button:not(.line)')).to.have.length(0);
  });

  it('keeps what was written when it could not be sent', async () => {
    const bench = benchOf(runOf([high], { outOfRange: 'with-issue' }), {
      change: { execute: () => Promise.reject(new AdapterFault('offline')) },
    });
    element = await mount('measurement-field', bench.session, 'f');
    await press('Open an issue');
    await until(() => root().activeElement === box());
    await sendKeys({ type: ', twice' });
    await press('Open issue');
    await until(() => shownText(element).includes('There is no connection'));
    expect(box().value).to.contain(', twice');
    expect(named('Try again')).not.to.equal(undefined);
    box().focus();
    await sendKeys({ press: 'Escape' });
    await until(() => !root().querySelector('#remedy'));
  });
});
