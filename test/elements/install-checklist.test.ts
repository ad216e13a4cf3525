import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.js';
import { AdapterFault } from '../../src/adapters/adapter.js';
import { define } from '../../src/define.js';
import type { Policy, Run } from '../../src/domain/run.js';
import { roverRun, roverUnits } from '../../src/testing/rover.js';
import { bench as board, type Bench } from './install-bench.js';

define();

const wheels = 'mount-wheels';
const wires = 'dress-wires';

const corners = (policy: Partial<Policy> = {}): Run => {
  const run = roverRun();
  const steps = run.steps.map((step) =>
    ['corners', wheels, wires].includes(step.id)
      ? { ...step, status: 'in-progress' as const, upstream: [] }
      : step,
  );
  return { ...run, status: 'in-progress', steps, policy: { ...run.policy, ...policy } };
};

/** The rover's wheels, and whatever a test says otherwise. */
const bench = (change: Parameters<typeof board>[0] = {}): Promise<Bench> =>
  board({ run: corners(), units: roverUnits(), step: wheels, ...change });

describe('install-checklist', () => {
  it('R45, R59: lists part, quantity, what is remaining, and substitutes under the primary part', async () => {
    const { row } = await bench();
    const text = row('d-hub').textContent.replace(/\s+/g, ' ');
    expect(text).to.contain('Clamping D-hub');
    expect(text).to.contain('545618');
    expect(text).to.contain('0 of 2 installed');
    expect(text).to.contain('2 remaining');
    expect(text).to.contain('Or 1310-0016-4006');
  });

  it('R46, R50: a serial that is named exactly goes in at once, and lowers the remaining count', async () => {
    const { type, shows, installs, row, input } = await bench();
    type('mot-0417');
    await shows('Serial MOT-0417 installed, 1 remaining');
    expect(installs('motor')[0]).to.include({ serial: 'MOT-0417', quantity: '1', by: 'technician' });
    expect(row('motor').textContent).to.contain('1 remaining');
    expect(row('motor').textContent).to.contain('Installed by Amara Osei');
    expect(input.value).to.equal('');
  });

  it('R53: several installs add up, and then all is installed', async () => {
    const { type, shows, row } = await bench();
    type('MOT-0417');
    type('MOT-0418');
    await shows(() => row('motor').textContent.includes('All installed'));
  });

  it('R55: of a lot the quantity is asked, with a proposal; nothing goes in before it is confirmed', async () => {
    const { element, type, shows, installs, press, enter } = await bench();
    type('HYP-0093');
    await shows('Chosen: Lot HYP-0093');
    const quantity = element.shadowRoot!.querySelector<HTMLInputElement>('#quantity')!;
    expect(quantity.value).to.equal('2');
    expect(element.shadowRoot!.activeElement).to.equal(quantity);
    expect(installs('d-hub')).to.have.length(0);
    enter('Quantity', '1');
    press('Install');
    await shows('Lot HYP-0093 installed, 1 remaining');
    expect(installs('d-hub')[0]).to.include({ quantity: '1', partNumber: '1310-0016-4006' });
  });

  it('R52: says that a substitute went in', async () => {
    const { type, shows, press, row } = await bench();
    type('HYP-0093');
    await shows('Chosen');
    press('Install');
    await shows('All installed');
    expect(row('d-hub').textContent).to.contain('Substitute 1310-0016-4006');
  });

  it('R54: a requirement of quantity zero takes a lot without a quantity', async () => {
    const { type, shows, installs } = await bench({ step: wires });
    type('TL-2609');
    await shows('Lot TL-2609 installed');
    expect(installs('thread-locker')[0]).to.include({ quantity: '0', lot: 'TL-2609' });
  });

  it('R48: a part that fits nowhere is refused with both part numbers', async () => {
    const { type, shows, installs } = await bench();
    type('SRV-1107');
    await shows('2000-0025-0002 does not belong here; 5202-2402-0027');
    expect(installs('motor')).to.have.length(0);
  });

  it('R48: with a requirement open, it is the backend that refuses it there', async () => {
    const { element, type, press, shows } = await bench();
    const refusals: string[] = [];
    element.addEventListener('command-refused', (event) => refusals.push(event.refusal.refused));
    press('Pick from stock', 'motor');
    await shows('units found');
    type('SRV-1107');
    await shows('2000-0025-0002 does not belong here; 5202-2402-0027 does');
    expect(refusals).to.deep.equal(['wrong-part']);
  });

  for (const [text, why] of [
    ['MOT-0405', 'is unavailable: Encoder failed incoming inspection'],
    ['MOT-0402', 'is installed'],
    ['MOT-0431', 'is kitted for another run'],
  ] as const) {
    it(`R49: ${text} ${why}`, async () => {
      const { type, shows, installs } = await bench();
      type(text);
      await shows(why);
      expect(installs('motor')).to.have.length(0);
    });
  }

  it('R61: a double scan is not a double install', async () => {
    const { type, shows, installs } = await bench();
    type('MOT-0417');
    type('MOT-0417');
    await shows('is installed here already');
    expect(installs('motor')).to.have.length(1);
  });

  it('Q13: too many are refused, the quantity stays and can be lowered', async () => {
    const { element, type, shows, press, enter } = await bench();
    type('HYP-0093');
    await shows('Chosen');
    enter('Quantity', '5');
    press('Install');
    await shows('Only 2 may still go in');
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('#quantity')!.value).to.equal('5');
    enter('Quantity', '2');
    press('Install');
    await shows('installed, 0 remaining');
  });

  it('R55: not more than the lot holds', async () => {
    const { type, shows, press, enter } = await bench();
    type('HUB-2211');
    await shows('Chosen');
    enter('Quantity', '2');
    press('Install');
    await shows('has only 1');
  });

  it('a quantity that is no number stays and says why', async () => {
    const { type, shows, press, enter, installs } = await bench();
    type('HYP-0093');
    await shows('Chosen');
    enter('Quantity', 'two');
    press('Install');
    await shows('“two” is not a number');
    expect(installs('d-hub')).to.have.length(0);
    enter('Quantity', '2');
    press('Install');
    await shows('installed, 0 remaining');
  });

  it('R62: a scan that matches nothing says what was read', async () => {
    const { type, shows } = await bench();
    type('MOT-9999');
    await shows('Nothing found for “MOT-9999”');
  });

  it('R62: a scan that matches several asks to choose', async () => {
    const { type, shows, installs, press } = await bench();
    type('5202-2402-0027');
    await shows('Several units match: choose one.');
    expect(installs('motor')).to.have.length(0);
    press('Serial MOT-0418');
    await shows('Serial MOT-0418 installed');
  });

  it('R48: what does not belong here is offered nowhere in a list, whatever else is open', async () => {
    const { element, type, press, shows } = await bench({
      wrap: (memory) => ({
        ...memory,
        findUnits: async (requirement, text) =>
          text === 'all' ? [...roverUnits()] : await memory.findUnits!(requirement, text),
      }),
    });
    press('Pick from stock', 'motor');
    await shows('6 units found');
    type('all');
    await shows('Several units match');
    const choices = [...element.shadowRoot!.querySelectorAll('[part=scan] .choice')];
    const strange = choices.filter((one) => one.textContent.includes('does not belong here'));
    expect(strange).to.have.length.above(0);
    for (const one of strange) {
      expect(one.getAttribute('aria-disabled')).to.equal('true');
      expect(one.textContent).not.to.match(/Install|Choose|For /);
    }
  });

  it('says how many scans wait behind one that failed, and takes them when it is through', async () => {
    let offline = true;
    const wrap = (memory: Adapter): Adapter => ({
      ...memory,
      async execute(command, options) {
        if (offline) throw new AdapterFault('offline');
        return await memory.execute(command, options);
      },
    });
    const { type, shows, press, text, installs } = await bench({ wrap });
    type('MOT-0417');
    await shows('There is no connection');
    type('MOT-0418');
    await shows('1 more scan waits');
    type('MOT-0419');
    await shows('2 more scans wait');
    offline = false;
    press('Try again');
    await shows(() => installs('motor').length === 2);
    expect(text()).not.to.contain('wait');
  });

  it('R46: picking lists all that there is, with the reasons of what cannot go in', async () => {
    const { press, shows, installs, button } = await bench();
    press('Pick from stock', 'motor');
    await shows('6 units found');
    expect(button('Pick from stock', 'motor')!.getAttribute('aria-expanded')).to.equal('true');
    await shows('MOT-0405 is unavailable: Encoder failed incoming inspection');
    press('Serial MOT-0405');
    await shows('Serial MOT-0405 was not installed.');
    expect(installs('motor')).to.have.length(0);
    press('Serial MOT-0419');
    await shows('Serial MOT-0419 installed');
    expect(installs('motor')[0]!.how).to.equal('picked');
  });

  it('keeps the focus in the row when the list has done its work', async () => {
    const { element, press, shows, row, installs } = await bench();
    press('Pick from stock', 'motor');
    await shows('6 units found');
    press('Serial MOT-0417');
    await shows(() => installs('motor').length === 1 && !row('motor').querySelector('.choice'));
    expect(row('motor').contains(element.shadowRoot!.activeElement)).to.equal(true);
  });

  it('R57: uninstalling asks once, and restores the remaining count', async () => {
    const { element, type, shows, press, installs, row } = await bench();
    type('MOT-0417');
    await shows('1 remaining');
    press('Uninstall', 'motor');
    await shows('Uninstall Serial MOT-0417?');
    expect(installs('motor'), 'not yet').to.have.length(1);
    expect(element.shadowRoot!.activeElement!.textContent.trim()).to.equal('Cancel');
    press('Cancel', 'motor');
    await shows(() => !row('motor').textContent.includes('?'));
    press('Uninstall', 'motor');
    await shows('Uninstall Serial MOT-0417?');
    press('Uninstall', 'motor');
    await shows('Serial MOT-0417 uninstalled');
    expect(row('motor').textContent).to.contain('2 remaining');
    expect(row('motor').contains(element.shadowRoot!.activeElement)).to.equal(true);
  });

  it('R47: where parts must be scanned, typing and picking are shown and impossible', async () => {
    const { type, button, session, shows, installs, input, text } = await bench({
      run: corners({ requireScan: true }),
    });
    await shows('Parts must be scanned here');
    expect(input.readOnly).to.equal(true);
    expect(button('Pick from stock', 'motor')!.getAttribute('aria-disabled')).to.equal('true');
    button('Pick from stock', 'motor')!.click();
    type('MOT-0417');
    expect(text()).not.to.contain('units found');
    expect(session.scan('MOT-0417')).to.equal(true);
    await shows('Serial MOT-0417 installed');
    expect(installs('motor')[0]!.how).to.equal('scanned');
  });

  it('R63: the key that ends a scan does not submit a form', async () => {
    const { input } = await bench();
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    input.dispatchEvent(enter);
    expect(enter.defaultPrevented).to.equal(true);
  });

  it('R115: what failed keeps what was chosen, and a retry sends the same command', async () => {
    let offline = true;
    const sent: string[] = [];
    const wrap = (memory: Adapter): Adapter => ({
      ...memory,
      async execute(command, options) {
        sent.push(command.id);
        if (offline) throw new AdapterFault('offline');
        return await memory.execute(command, options);
      },
    });
    const { type, shows, press } = await bench({ wrap });
    type('MOT-0417');
    await shows('There is no connection');
    offline = false;
    press('Try again');
    await shows('Serial MOT-0417 installed');
    expect(sent[0]).to.equal(sent[1]);
  });

  it('R115: a look-up that failed can be repeated', async () => {
    let offline = true;
    const wrap = (memory: Adapter): Adapter => ({
      ...memory,
      findUnits: (requirement, text) =>
        offline ? Promise.reject(new AdapterFault('offline')) : memory.findUnits!(requirement, text),
    });
    const { type, shows, press } = await bench({ wrap });
    type('MOT-0417');
    await shows('There is no connection');
    offline = false;
    press('Try again');
    await shows('Serial MOT-0417 installed');
  });

  it('R43: before the start the list is read-only, and says why', async () => {
    const { shows, button, input } = await bench({ run: roverRun() });
    await shows('It has not been started');
    expect(input).to.equal(null);
    expect(button('Pick from stock')).to.equal(undefined);
  });

  it('R65: shows the issue that excuses a requirement', async () => {
    const run = corners();
    const issue = {
      id: 'i',
      number: 'ISS-7',
      title: '',
      status: 'pending' as const,
      links: [],
      by: 'lead',
      at: '',
    };
    const steps = run.steps.map((step) =>
      step.id === wheels
        ? {
            ...step,
            requirements: step.requirements.map((one) =>
              one.id === 'wheel' ? { ...one, exception: { issueId: 'i', by: 'lead', at: '' } } : one,
            ),
          }
        : step,
    );
    const { row } = await bench({ run: { ...run, issues: [issue], steps } });
    expect(row('wheel').textContent).to.contain('Excepted by issue ISS-7');
  });

  it('R76: a requirement that is outstanding is revealed at its Pick button', async () => {
    const { element, session, button } = await bench();
    expect(session.reveal('d-hub')).to.equal(true);
    expect(element.shadowRoot!.activeElement).to.equal(button('Pick from stock', 'd-hub'));
  });
});
