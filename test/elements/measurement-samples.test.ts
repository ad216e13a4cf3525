import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Field } from '../../src/domain/run.js';
import { define } from '../../src/define.js';
import type { MeasurementField } from '../../src/elements/measurement-field/measurement-field.js';
import type { MeasurementSamples } from '../../src/elements/measurement-samples/measurement-samples.js';
import { number } from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';
import { benchOf, runOf, shownText, stepId, until, type Bench } from '../support/fields.js';

define();

const limits = { target: '11.3', plus: '0.2', minus: '-0.2' };
const readings = (count = 3): Field[] =>
  Array.from({ length: count }, (_, at) => ({
    ...number(`r${at + 1}`, `Bore ${at + 1}`, 'mm', limits),
    sample: { of: 'bore', label: 'Bore diameter', index: at + 1 },
  }));

let element: MeasurementSamples;
const field = (at: number): MeasurementField =>
  element.shadowRoot!.querySelectorAll<MeasurementField>('measurement-field')[at]!;
const input = (at: number): HTMLInputElement => field(at).shadowRoot!.querySelector('input')!;
const isAt = (at: number): boolean => field(at).shadowRoot!.activeElement === input(at);

async function show(bench: Bench): Promise<void> {
  await until(() => bench.session.status === 'ready');
  element = Object.assign(document.createElement('measurement-samples'), {
    lang: 'en',
    session: bench.session,
    fieldIds: bench.session.run!.steps[0]!.fields.map(({ id }) => id),
  }) as unknown as MeasurementSamples;
  document.body.append(element);
  await element.updateComplete;
  await until(() => input(0));
}
async function read(text: string): Promise<void> {
  await sendKeys({ type: text });
  await sendKeys({ press: 'Enter' });
}

describe('measurement-samples', () => {
  afterEach(() => element.remove());

  it('R31: label, limits and unit stand once, and each entry says which reading it is', async () => {
    await show(benchOf(runOf(readings())));
    expect(shownText(element)).to.contain('Bore diameter').and.to.contain('11.3 ± 0.2 mm');
    expect([0, 1, 2].map((at) => input(at).getAttribute('aria-label'))).to.deep.equal([
      'Reading 1 of 3, Bore diameter in mm',
      'Reading 2 of 3, Bore diameter in mm',
      'Reading 3 of 3, Bore diameter in mm',
    ]);
    expect(input(2).labels![0]!.textContent.trim()).to.match(/^3/);
    expect(shownText(element)).to.contain('0 of 3 readings');
    await expectAccessible(element);
  });

  it('R30: Enter saves a reading and goes on to the next that is empty; the spread follows', async () => {
    const bench = benchOf(runOf(readings()));
    await show(bench);
    input(1).focus();
    await read('11.3');
    await until(() => isAt(2));
    await read('11.35');
    await until(() => isAt(0));
    await read('11.25');
    await until(() => shownText(element).includes('3 of 3 readings') && bench.events.length === 3);
    expect(bench.events.map((event) => event.type)).to.deep.equal(['value-set', 'value-set', 'value-set']);
    expect(isAt(0)).to.equal(true);
    const words = shownText(element);
    expect(words).to.contain('Mean11.30 mm').and.to.contain('Lowest11.25 mm');
    expect(words).to.contain('Highest11.35 mm').and.to.contain('Range0.10 mm').and.to.contain('In range');
    expect(element.matches(':state(in-range)')).to.equal(true);
    await expectAccessible(element);
  });

  it('R33: the worst reading is the verdict of the whole, and asks at its own entry', async () => {
    const bench = benchOf(runOf(readings()));
    await show(bench);
    input(0).focus();
    await read('11.3');
    await until(() => isAt(1));
    await read('12');
    await until(() => shownText(field(1)).includes('12 mm is above the highest value, 11.5 mm'));
    expect(bench.events).to.have.length(1);
    const confirm = await new Promise<HTMLButtonElement>((resolve) => {
      const look = (): void => {
        const found = [...field(1).shadowRoot!.querySelectorAll('button')].find(
          (one) => one.textContent.trim() === 'Save as it is',
        );
        if (found) resolve(found);
        else requestAnimationFrame(look);
      };
      look();
    });
    confirm.click();
    await until(() => element.matches(':state(out-of-range)'));
    expect(shownText(element)).to.contain('Too high').and.to.contain('2 of 3 readings');
    expect(bench.session.blockers(stepId).map(({ kind, targetId }) => [kind, targetId])).to.deep.equal([
      ['out-of-range', 'r2'],
      ['empty-field', 'r3'],
    ]);
  });

  it('R76: a blocker leads to its own reading', async () => {
    const bench = benchOf(runOf(readings()));
    await show(bench);
    expect(bench.session.reveal('r3')).to.equal(true);
    await until(() => isAt(2));
  });

  it('R38: a reading that does not apply is none', async () => {
    const fields = readings(2).map((one) => ({ ...one, allowNotApplicable: true }));
    const bench = benchOf(runOf(fields));
    await show(bench);
    await bench.session.execute({ type: 'mark-not-applicable', stepId, targetId: 'r1' });
    await bench.session.execute({ type: 'set-value', stepId, targetId: 'r2', value: '11.2' });
    await until(() => shownText(element).includes('2 of 2 readings'));
    expect(shownText(element)).to.contain('Mean11.2 mm');
  });

  it('a step shows the readings of one characteristic together, and what stands between them alone', async () => {
    const alone = number('alone', 'Width', 'mm', limits);
    const [one, two, three] = readings() as [Field, Field, Field];
    const bench = benchOf(runOf([one, two, alone, three]));
    await until(() => bench.session.status === 'ready');
    element = Object.assign(document.createElement('run-step'), {
      lang: 'en',
      session: bench.session,
      stepId,
    }) as unknown as MeasurementSamples;
    document.body.append(element);
    const placed = (): string[] =>
      [...(element.shadowRoot?.querySelectorAll('.fields > *') ?? [])].map(({ localName }) => localName);
    await until(() => placed().length === 3);
    expect(placed()).to.deep.equal(['measurement-samples', 'measurement-field', 'measurement-field']);
  });
});
