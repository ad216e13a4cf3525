import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { AdapterFault } from '../../src/adapters/adapter.js';
import type { Answer, Command } from '../../src/domain/command.js';
import type { Field } from '../../src/domain/run.js';
import { define } from '../../src/define.js';
import type { MeasurementField } from '../../src/elements/measurement-field/measurement-field.js';
import { bigRun } from '../../src/testing/big-run.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { number } from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';
import { benchOf, mount, runOf, shownText, until, type Bench } from '../support/fields.js';

define();

const limits = { target: '11.3', plus: '0.2', minus: '-0.2' };
const hole = (more = {}): Field => number('hole', 'Hole 1', 'mm', limits, more);

let element: MeasurementField;
const input = (): HTMLInputElement => element.shadowRoot!.querySelector('input')!;
const button = (name: string): HTMLButtonElement | undefined =>
  [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
const pressed = async (name: string): Promise<void> => {
  await until(() => button(name));
  button(name)!.click();
};

async function show(bench: Bench): Promise<void> {
  element = await mount('measurement-field', bench.session, 'hole');
}
async function type(text: string): Promise<void> {
  input().focus();
  input().select();
  await sendKeys({ type: text });
}
const shadowFocus = (): Element | null => element.shadowRoot!.activeElement;
const is = (state: string): boolean => element.matches(`:state(${state})`);

describe('measurement-field', () => {
  afterEach(function () {
    if (this.currentTest?.state === 'failed') console.log(shownText(element), input().value);
    element.remove();
  });

  it('R30: judges a value when it is saved, not while it is typed', async () => {
    await show(benchOf(runOf([hole()])));
    await type('11.9');
    expect(is('out-of-range')).to.equal(false);
    await until(() => shownText(element).includes('Not saved yet'));
    await sendKeys({ press: 'Enter' });
    await pressed('Save as it is');
    await until(() => is('out-of-range') && shownText(element).includes('Recorded by'));
    expect(shownText(element)).to.contain('Too high').and.to.contain('11.3 ± 0.2 mm');
    expect(input().getAttribute('aria-invalid')).to.equal('true');
  });

  it('R30: out of range asks once, against the limit that is missed, before it is saved', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    await type('11.9');
    await sendKeys({ press: 'Enter' });
    await until(
      () => is('asking') && shownText(element).includes('11.9 mm is above the highest value, 11.5 mm'),
    );
    expect(shownText(element)).to.contain('Too high');
    expect(bench.events).to.deep.equal([]);
    await expectAccessible(element);
    await type('11.05');
    expect(is('asking')).to.equal(false);
    await sendKeys({ press: 'Enter' });
    await until(() => shownText(element).includes('11.05 mm is below the lowest value, 11.1 mm'));
    await pressed('Save as it is');
    await until(() => shownText(element).includes('Recorded by'));
    expect(bench.events.map((event) => event.type)).to.deep.equal(['value-set']);
    expect(shadowFocus()).to.equal(input());
  });

  it('R33: Enter twice never saves what is out of range: it leads to the question, then back to the entry', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    await type('11.9');
    await until(() => shownText(element).includes('Not saved yet'));
    await sendKeys({ press: 'Enter' });
    await until(() => shadowFocus() === button('Correct it'));
    await sendKeys({ press: 'Enter' });
    await until(() => shadowFocus() === input() && !is('asking'));
    expect([input().selectionStart, input().selectionEnd]).to.deep.equal([0, 4]);
    await sendKeys({ type: '11.4' });
    await sendKeys({ press: 'Enter' });
    await until(() => is('in-range') && !is('submitting'));
    expect(bench.events).to.have.length(1);
  });

  it('R33: what is left out of range waits with its question, and Escape gives it up', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    await type('11.9');
    input().blur();
    await until(() => is('asking') && button('Save as it is'));
    button('Save as it is')!.focus();
    await sendKeys({ press: 'Escape' });
    await until(() => !is('asking') && input().value === '');
    expect(shadowFocus()).to.equal(input());
    expect(bench.events).to.deep.equal([]);
  });

  it('asks why a value is changed where the policy says so, and keeps the reason', async () => {
    const bench = benchOf(runOf([hole()], { reasonForChange: true }));
    await show(bench);
    await type('11.2');
    await sendKeys({ press: 'Enter' });
    await until(() => shownText(element).includes('Recorded by'));
    await type('11.3');
    await sendKeys({ press: 'Enter' });
    await until(() => (shadowFocus() as HTMLElement | null)?.id === 'reason');
    expect((shadowFocus() as HTMLInputElement).labels![0]!.textContent).to.equal('Why is it changed?');
    await sendKeys({ press: 'Enter' });
    expect(bench.events).to.have.length(1);
    await sendKeys({ type: 'Read the wrong scale' });
    await sendKeys({ press: 'Enter' });
    await until(() => bench.events.length === 2 && !is('submitting'));
    expect(bench.session.target('hole')).to.have.nested.property(
      'field.record.reason',
      'Read the wrong scale',
    );
  });

  it('asks why a value is cleared or no longer applies where the policy says so', async () => {
    const bench = benchOf(runOf([hole({ allowNotApplicable: true })], { reasonForChange: true }));
    await show(bench);
    await type('11.2');
    await sendKeys({ press: 'Enter' });
    await until(() => shownText(element).includes('Recorded by'));
    await pressed('Mark not applicable');
    await until(() => (shadowFocus() as HTMLElement | null)?.id === 'reason');
    await pressed('Cancel');
    await until(() => !is('asking'));
    await pressed('Mark not applicable');
    await until(() => (shadowFocus() as HTMLElement | null)?.id === 'reason');
    await sendKeys({ type: 'No hole on this wheel' });
    await pressed('Save');
    await until(() => bench.events.length === 2);
    expect(bench.events[1]).to.have.nested.property('record.reason', 'No hole on this wheel');
  });

  it('R113: mine, kept over a value that came meanwhile, keeps its reason or asks for one', async () => {
    const bench = benchOf(runOf([hole()], { reasonForChange: true }));
    await show(bench);
    const other = (id: string, value: string, reason?: string) =>
      bench.adapter.execute(
        {
          v: 1,
          id,
          type: 'set-value',
          runId: 'run',
          stepId: 'work',
          targetId: 'hole',
          value,
          ...(reason && { reason }),
          madeAt: '2026-11-20T08:10:00.000Z',
        },
        { as: { person: roverPeople.lead.id } },
      );
    await type('11.4');
    await other('other-1', '11.2');
    await until(() => bench.events.length === 1);
    await sendKeys({ press: 'Enter' });
    await until(() => (shadowFocus() as HTMLElement | null)?.id === 'reason');
    await sendKeys({ type: 'Measured twice' });
    await other('other-2', '11.3', 'Another scale');
    await until(() => bench.events.length === 2);
    await sendKeys({ press: 'Enter' });
    await until(() => is('refused'));
    await pressed('Keep mine');
    await until(() => shownText(element).includes('Recorded by Amara Osei'));
    expect(bench.session.target('hole')).to.have.nested.property('field.record.reason', 'Measured twice');
  });

  it('R31: a value typed in another unit is judged and shown in both', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    await type('0.445 in');
    expect(element.shadowRoot!.querySelector<HTMLElement>('.unit')!.offsetWidth).to.equal(0);
    await sendKeys({ press: 'Enter' });
    await until(() => is('in-range') && shownText(element).includes('Recorded by'));
    expect(input().value).to.equal('0.445 in');
    expect(shownText(element)).to.contain('= 11.303 mm');
    expect(bench.session.target('hole')).to.have.deep.nested.property('field.record.value', '0.445');
    expect(bench.session.target('hole')).to.have.deep.nested.property('field.record.unit', 'in');
  });

  it('R31: what is asked about in another unit names both', async () => {
    await show(benchOf(runOf([hole()])));
    await type('0.5 in');
    await sendKeys({ press: 'Enter' });
    await until(() => shownText(element).includes('0.5 in (12.7 mm) is above the highest value, 11.5 mm'));
  });

  it('R31: a unit that is not known, or measures something else, says so', async () => {
    await show(benchOf(runOf([hole()])));
    await type('11.3 foo');
    await sendKeys({ press: 'Enter' });
    await until(() => shownText(element).includes('“11.3 foo” is not a unit that is known here'));
    await type('11.3 kg');
    await sendKeys({ press: 'Enter' });
    await until(() => shownText(element).includes('measures something else'));
  });

  it('a whole value that was pasted says so; typed over, it is typed', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    await type('11.25');
    input().select();
    for (const press of ['C', 'V']) {
      await sendKeys({ down: 'Control' });
      await sendKeys({ press });
      await sendKeys({ up: 'Control' });
    }
    await sendKeys({ press: 'Enter' });
    await until(() => shownText(element).includes('Recorded by'));
    expect(bench.events[0]).to.have.nested.property('record.how', 'pasted');
    expect(shownText(element)).to.contain('pasted');
    await sendKeys({ press: 'End' });
    await sendKeys({ type: '1' });
    await sendKeys({ press: 'Enter' });
    await until(() => bench.events.length === 2);
    expect(bench.events[1]).to.have.nested.property('record.how', 'typed');
  });

  it('R31: names its unit, and the limits describe it', async () => {
    await show(benchOf(runOf([hole()])));
    expect(input().getAttribute('aria-label')).to.equal('Hole 1 in mm');
    expect(input().inputMode).to.equal('decimal');
    const described = input().getAttribute('aria-describedby')!.split(' ');
    const texts = described.map((id) => element.shadowRoot!.getElementById(id)?.textContent ?? '');
    expect(texts.join(' ')).to.contain('11.3 ± 0.2 mm');
  });

  it('R32: leaving the field saves, and a value in range says so', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    await type('11.30');
    await sendKeys({ press: 'Tab' });
    await until(() => is('in-range') && !is('submitting'));
    expect(bench.events.map(({ type }) => type)).to.deep.equal(['value-set']);
    expect(input().value).to.equal('11.30');
    expect(shownText(element)).to.contain('In range');
  });

  it('reads the decimal sign of its language', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    element.lang = 'de';
    element.requestUpdate();
    await type('11,4');
    await sendKeys({ press: 'Enter' });
    await until(() => is('in-range') && !is('submitting'));
    expect(bench.session.run!.steps[0]!.fields[0]).to.have.nested.property('record.value', '11.4');
    expect(input().value).to.equal('11,4');
  });

  it('keeps what cannot be read and says why; Escape takes it back', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    await type('11.3.1');
    await sendKeys({ press: 'Enter' });
    await until(() => is('invalid') && shownText(element).includes('11.3.1'));
    expect(input().value).to.equal('11.3.1');
    await sendKeys({ press: 'Escape' });
    await until(() => !is('invalid'));
    expect(input().value).to.equal('');
    expect(bench.events).to.deep.equal([]);
  });

  it('R115: a value that could not be sent stays, and trying again sends the same command', async () => {
    const sent: string[] = [];
    const bench = benchOf(runOf([hole()]));
    const execute = bench.adapter.execute.bind(bench.adapter);
    bench.adapter.execute = (command, options) => {
      sent.push(command.id);
      return sent.length === 1 ? Promise.reject(new AdapterFault('offline')) : execute(command, options);
    };
    await show(bench);
    await type('11.4');
    await sendKeys({ press: 'Enter' });
    await until(() => is('failed') && shownText(element).includes('no connection'));
    expect(input().value).to.equal('11.4');
    await pressed('Try again');
    await until(() => is('in-range') && !is('submitting'));
    expect(new Set(sent).size).to.equal(1);
    expect(sent).to.have.length(2);
    expect(element.shadowRoot!.activeElement === input()).to.equal(true);
  });

  it("shows a backend's own rule as it is", async () => {
    const refuse = (): Promise<Answer> =>
      Promise.resolve({ refused: 'rule', detail: { message: 'Gauge <G-7> is out of calibration.' } });
    await show(benchOf(runOf([hole()]), { change: { execute: refuse } }));
    await type('11.4');
    await sendKeys({ press: 'Enter' });
    await until(() => is('refused') && shownText(element).includes('Gauge <G-7> is out of calibration.'));
    await pressed('Discard');
    await until(() => !is('refused'));
    expect(input().value).to.equal('');
  });

  it('R113: a stale entry shows both values; mine can be kept', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    await type('11.4');
    await bench.adapter.execute(
      {
        v: 1,
        id: 'other',
        type: 'set-value',
        runId: 'run',
        stepId: 'work',
        targetId: 'hole',
        value: '11.2',
        madeAt: '2026-11-20T08:10:00.000Z',
      },
      { as: { person: roverPeople.lead.id } },
    );
    await until(() => bench.events.length === 1);
    expect(input().value).to.equal('11.4');
    await sendKeys({ press: 'Enter' });
    await until(() => is('refused') && shownText(element).includes('11.2'));
    expect(shownText(element)).to.contain('11.4').and.to.contain('Mei Tanaka');
    await pressed('Keep mine');
    await until(() => shownText(element).includes('Recorded by Amara Osei'));
    expect(bench.session.run!.steps[0]!.fields[0]).to.have.nested.property('record.value', '11.4');
  });

  it('R38: can be marked not applicable where the field allows it, and back', async () => {
    const bench = benchOf(runOf([hole({ allowNotApplicable: true })]));
    await show(bench);
    await pressed('Mark not applicable');
    await until(() => button('Clear'));
    expect(shownText(element)).to.contain('Not applicable');
    await pressed('Clear');
    await until(() => button('Mark not applicable'));
    expect(bench.events.map(({ type }) => type)).to.deep.equal(['marked-not-applicable', 'value-cleared']);
  });

  it('R43: is read-only for those who may not record, and can still be read and focused', async () => {
    await show(benchOf(runOf([hole()]), { person: roverPeople.customer }));
    expect(input().readOnly).to.equal(true);
    element.focus();
    expect(element.shadowRoot!.activeElement === input()).to.equal(true);
  });

  it('what was typed outlives the element', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    await type('11.3');
    element.remove();
    await show(bench);
    expect(input().value).to.equal('11.3');
    expect(bench.events).to.deep.equal([]);
    input().focus();
    await sendKeys({ press: 'Tab' });
    await until(() => is('in-range') && !is('submitting'));
  });

  it('R44: typing goes on while a value is being saved', async () => {
    const waiting: (() => void)[] = [];
    const bench = benchOf(runOf([hole()]));
    const execute = bench.adapter.execute.bind(bench.adapter);
    bench.adapter.execute = async (command: Command, options) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return execute(command, options);
    };
    await show(bench);
    await type('11.4');
    await sendKeys({ press: 'Enter' });
    await until(() => is('submitting'));
    await sendKeys({ type: '5' });
    waiting.shift()!();
    await until(() => bench.events.length === 1);
    expect(input().value).to.equal('11.45');
    await sendKeys({ press: 'Enter' });
    await until(() => waiting.length === 1);
    waiting.shift()!();
    await until(() => is('in-range') && !is('submitting'));
    expect(bench.session.run!.steps[0]!.fields[0]).to.have.nested.property('record.value', '11.45');
  });

  it('R44: what is answered in a moment is drawn once, and stands there as not saved until then', async () => {
    await show(benchOf(runOf([hole()])));
    await type('11.4');
    await until(() => shownText(element).includes('Not saved yet'));
    const drawn: string[] = [];
    const updated = Reflect.get(element, 'updated') as (changed: unknown) => void;
    Object.assign(element, {
      updated(changed: unknown) {
        updated.call(element, changed);
        drawn.push(element.shadowRoot!.querySelector('#message')!.textContent.trim());
      },
    });
    await sendKeys({ press: 'Enter' });
    await until(() => shownText(element).includes('Recorded by'));
    // Longer than a moment: nothing is drawn afterwards.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(drawn).to.have.length(1);
    expect(drawn[0]).to.match(/^Recorded by/);
  });

  it('R44: an answer that does not come in a moment is said to be awaited, and a try that follows at once', async () => {
    const bench = benchOf(runOf([hole()]));
    const fail: ((fault: AdapterFault) => void)[] = [];
    bench.adapter.execute = () => new Promise<Answer>((_, reject) => fail.push(reject));
    await show(bench);
    await type('11.4');
    await until(() => shownText(element).includes('Not saved yet'));
    await sendKeys({ press: 'Enter' });
    await until(() => fail.length === 1);
    await until(() => is('submitting') && shownText(element).includes('Saving'));
    // What was typed is shown and judged meanwhile.
    expect(is('in-range') && is('pending')).to.equal(true);
    fail[0]!(new AdapterFault('offline'));
    await until(() => is('failed'));
    await pressed('Try again');
    await element.updateComplete;
    expect(is('submitting')).to.equal(true);
    expect(shownText(element)).to.contain('Saving');
  });

  it('takes part in a native form with what was recorded', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    const form = document.createElement('form');
    document.body.append(form);
    element.name = 'hole';
    form.append(element);
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    await type('11.4');
    expect(new FormData(form).get('hole')).to.equal(null);
    await sendKeys({ press: 'Enter' });
    await until(() => new FormData(form).get('hole') === '11.4');
    expect(form.checkValidity()).to.equal(true);
    form.remove();
  });

  it('is brought into view and focus by the session', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    expect(bench.session.reveal('hole')).to.equal(true);
    expect(element.shadowRoot!.activeElement === input()).to.equal(true);
  });

  it('keeps its height from empty over typed to recorded', async () => {
    await show(benchOf(runOf([hole()])));
    const empty = element.offsetHeight;
    await type('11.4');
    await until(() => shownText(element).includes('Not saved yet'));
    expect(element.offsetHeight).to.equal(empty);
    await sendKeys({ press: 'Enter' });
    await until(() => shownText(element).includes('Recorded by'));
    expect(element.offsetHeight).to.equal(empty);
  });

  it('is accessible', async () => {
    await show(benchOf(runOf([hole({ allowNotApplicable: true, hint: 'From the wheel center' })])));
    await expectAccessible(element);
  });

  it('one value that is saved updates one element', async () => {
    const run = bigRun({ fields: 100 });
    const bench = benchOf(run);
    const fields = run.steps[0]!.fields.filter(({ type }) => type === 'number');
    const all = await Promise.all(
      fields.map(({ id }) => mount<MeasurementField>('measurement-field', bench.session, id)),
    );
    const updated = new Set<string>();
    for (const one of all) {
      const update = (one as unknown as { performUpdate(): void }).performUpdate.bind(one);
      Object.assign(one, {
        performUpdate() {
          updated.add(one.fieldId!);
          update();
        },
      });
    }
    element = all[3]!;
    await type('15.01');
    await sendKeys({ press: 'Enter' });
    await until(() => shownText(element).includes('Recorded by'));
    expect([...updated]).to.deep.equal([fields[3]!.id]);
    for (const one of all) one.remove();
  });
});
