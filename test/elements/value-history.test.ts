import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { AdapterFault, type Adapter } from '../../src/adapters/adapter.js';
import type { Field, ValueRecord } from '../../src/domain/run.js';
import { define } from '../../src/define.js';
import type { ValueHistory } from '../../src/elements/value-history/value-history.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { number } from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';
import { benchOf, mount, runOf, shownText, until, type Bench } from '../support/fields.js';

define();

const by = roverPeople.technician.id;
const at = '2026-11-20T17:42:00.000Z';
const hole = (more = {}): Field =>
  number('hole', 'Hole 1', 'mm', { target: '11.3', plus: '0.2', minus: '-0.2' }, more);
const typed = (value: string, more: Partial<ValueRecord> = {}): ValueRecord => ({
  value,
  how: 'typed',
  by,
  at,
  ...more,
});

/** A backend with these earlier values, the newest first, a page at a time. */
function keeping(records: readonly unknown[], asked: number[] = []): Partial<Adapter> {
  return {
    values: (_run, _target, { cursor = '0', limit = 50 } = {}) => {
      asked.push(limit);
      const from = Number(cursor);
      const next = from + limit;
      return Promise.resolve({
        items: records.slice(from, next) as ValueRecord[],
        ...(next < records.length && { cursor: String(next) }),
      });
    },
  };
}

let element: ValueHistory;
const entries = (): string[] =>
  [...element.shadowRoot!.querySelectorAll('li')].map((item) => item.textContent.replace(/\s+/g, ' ').trim());
const button = (name: string): HTMLButtonElement | undefined =>
  [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent.trim() === name);

async function show(bench: Bench): Promise<void> {
  element = (await mount('value-history', bench.session, 'hole')) as unknown as ValueHistory;
}

describe('value-history', () => {
  afterEach(() => element.remove());

  it('tells of each value what, how it stands, who, when, how and why', async () => {
    const deviation = { rationale: 'The hub is slotted', by: roverPeople.qualityEngineer.id, at };
    const change = keeping([
      typed('0.445', { unit: 'in', reason: 'Another scale', how: 'pasted' }),
      { value: null, notApplicable: true, how: 'typed', by, at },
      { value: null, cleared: true, how: 'typed', by, at },
      { value: null, how: 'typed', by, at, deviation },
      typed('11.92', { how: 'gauge', resolution: '0.01' }),
    ]);
    await show(benchOf(runOf([hole()]), { change }));
    await until(() => entries().length === 5);
    const [inches, none, cleared, accepted, gauge] = entries();
    expect(inches).to.contain('0.445 in (11.303 mm) In range').and.to.contain('Reason: Another scale');
    expect(inches).to.contain('Amara Osei, Nov 20, 2026').and.to.contain('pasted');
    expect(none).to.contain('Not applicable');
    expect(cleared).to.contain('Cleared');
    expect(accepted).to.contain('Deviation accepted').and.to.contain('The hub is slotted');
    expect(accepted).to.contain('Jonas Lindqvist');
    expect(gauge).to.contain('11.92 mm Too high').and.to.contain('by gauge · in steps of 0.01 mm');
    await expectAccessible(element);
  });

  it('10,000 earlier values come fifty at a time, and the focus stays with what came', async () => {
    const asked: number[] = [];
    const many = Array.from({ length: 10_000 }, (_, index) => typed(String(10_000 - index)));
    await show(benchOf(runOf([hole()]), { change: keeping(many, asked) }));
    await until(() => entries().length === 50);
    button('Show more')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => entries().length === 100);
    expect(asked).to.deep.equal([50, 50]);
    expect(entries()[99]).to.contain('9901 mm');
    expect(element.shadowRoot!.activeElement?.textContent.trim()).to.equal('Show more');
  });

  it('after the last page the focus is at the first value that it brought', async () => {
    const many = Array.from({ length: 60 }, (_, index) => typed(String(index)));
    await show(benchOf(runOf([hole()]), { change: keeping(many) }));
    await until(() => entries().length === 50);
    button('Show more')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => entries().length === 60);
    expect(element.shadowRoot!.activeElement).to.equal(element.shadowRoot!.querySelectorAll('li')[50]);
  });

  it('says that there is nothing, or that nothing is kept', async () => {
    await show(benchOf(runOf([hole()])));
    await until(() => shownText(element).includes('Nothing has been recorded here yet.'));
    element.remove();
    const bench = benchOf(runOf([hole()]));
    delete bench.adapter.values;
    await show(bench);
    await until(() => shownText(element).includes('keeps no history'));
  });

  it('shows what came with the run where the backend has nothing before it', async () => {
    await show(benchOf(runOf([hole({ record: typed('11.3') })])));
    await until(() => entries().length === 1);
    expect(entries()[0]).to.contain('11.3 mm In range');
  });

  it('says why it cannot be read, and reads again', async () => {
    let failing = true;
    const kept = keeping([typed('11.3')]);
    await show(
      benchOf(runOf([hole()]), {
        change: {
          values: (...all) => (failing ? Promise.reject(new AdapterFault('offline')) : kept.values!(...all)),
        },
      }),
    );
    await until(() =>
      shownText(element).includes('The history could not be loaded. There is no connection.'),
    );
    failing = false;
    button('Try again')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => entries().length === 1);
    expect(element.shadowRoot!.activeElement).to.equal(element.shadowRoot!.querySelector('li'));
  });

  it('shows what cannot be read as far as it can', async () => {
    const change = keeping([
      null,
      7,
      { value: { odd: true }, by: 5 },
      typed('not a number'),
      typed('<b>1</b>'),
    ]);
    await show(benchOf(runOf([hole()]), { change }));
    await until(() => entries().length === 3);
    expect(entries()[0]).to.contain('Cannot be shown');
    expect(entries()[2]).to.contain('<b>1</b>');
  });

  it('follows what is recorded while it is shown', async () => {
    const bench = benchOf(runOf([hole()]));
    await show(bench);
    await until(() => shownText(element).includes('Nothing'));
    await bench.session.execute({ type: 'set-value', stepId: 'work', targetId: 'hole', value: '11.3' });
    await until(() => entries().length === 1);
    await bench.session.execute({ type: 'set-value', stepId: 'work', targetId: 'hole', value: '11.4' });
    await until(() => entries().length === 2 && entries()[0]!.includes('11.4'));
  });
});

describe('the history at a field', () => {
  it('opens from the line that says who recorded the value, and gives the focus back', async () => {
    const bench = benchOf(runOf([hole()]));
    const field = await mount('measurement-field', bench.session, 'hole');
    expect(field.shadowRoot!.querySelector('.line')).to.equal(null);
    await bench.session.execute({ type: 'set-value', stepId: 'work', targetId: 'hole', value: '11.3' });
    await until(() => field.shadowRoot!.querySelector('.line'));
    const line = field.shadowRoot!.querySelector<HTMLElement>('.line')!;
    expect(line.textContent).to.contain('Recorded by Amara Osei');
    expect(line.ariaHasPopup).to.equal('dialog');
    line.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => field.shadowRoot!.querySelector('dialog[open]'));
    const dialog = field.shadowRoot!.querySelector('dialog')!;
    const history = dialog.querySelector('value-history')!;
    await until(() => history.shadowRoot!.querySelectorAll('li').length === 1);
    expect(dialog.textContent).to.contain('History of Hole 1');
    await expectAccessible(field);
    await sendKeys({ press: 'Escape' });
    await until(() => !field.shadowRoot!.querySelector('dialog'));
    expect(field.shadowRoot!.activeElement).to.equal(line);
    field.remove();
  });

  it('is not offered where the backend keeps none', async () => {
    const bench = benchOf(runOf([hole({ record: typed('11.3', { how: 'gauge' }) })]));
    delete bench.adapter.values;
    const field = await mount('measurement-field', bench.session, 'hole');
    await until(() => shownText(field).includes('by gauge'));
    expect(field.shadowRoot!.querySelector('.line')).to.equal(null);
    field.remove();
  });
});
