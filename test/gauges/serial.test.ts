import { expect } from 'chai';
import type { GaugeAnswer } from '../../src/gauges/reading.js';
import { openGauge, type Gauge, type GaugeSettings } from '../../src/gauges/serial.js';
import { FakePort } from './fake-port.js';

/** A gauge that has been opened, and what it told; `told(n)` waits until there are so many answers. */
async function opened(settings: GaugeSettings = {}): Promise<{
  port: FakePort;
  gauge: Gauge;
  told: (count: number) => Promise<GaugeAnswer[]>;
}> {
  const port = new FakePort();
  const answers: GaugeAnswer[] = [];
  let wake = (): void => undefined;
  const gauge = await openGauge(port, { settle: 0, ...settings }, (answer) => {
    answers.push(answer);
    wake();
  });
  const told = async (count: number): Promise<GaugeAnswer[]> => {
    while (answers.length < count) await new Promise<void>((resolve) => (wake = resolve));
    return answers;
  };
  return { port, gauge, told };
}

const mm = (value: string): GaugeAnswer => ({ value, unit: 'mm', resolution: '0.001' });

describe('a gauge on a serial port', () => {
  it('tells its readings as they come, in pieces of any size', async () => {
    const { port, gauge, told } = await opened({ baudRate: 4800, dataBits: 7, parity: 'even', stopBits: 2 });
    expect(port.settings).to.deep.equal({ baudRate: 4800, dataBits: 7, parity: 'even', stopBits: 2 });
    port.send('+012.3');
    port.send('45 mm\r');
    port.send('\n+012.346 mm\r\nERR3\r\n');
    expect(await told(3)).to.deep.equal([mm('12.345'), mm('12.346'), { problem: 'status', text: 'ERR3' }]);
    await gauge.close();
  });

  it('reads Digimatic frames where it is told that they come', async () => {
    const { port, gauge, told } = await opened({ format: 'frames' });
    port.send([15, 15, 15, 15, 8, 0, 1]);
    port.send([2, 3, 4, 5, 3, 0]);
    expect(await told(1)).to.deep.equal([mm('-12.345')]);
    await gauge.close();
  });

  it('R39: gives a reading without a unit the one that the gauge was set up with, and no other', async () => {
    const { port, gauge, told } = await opened({ unit: 'mm' });
    port.send('01A+0012.345\r1.5in\r');
    expect(await told(2)).to.deep.equal([mm('12.345'), { value: '1.5', unit: 'in', resolution: '0.1' }]);
    await gauge.close();
  });

  it('after a broken character, tells it and reads on from the next line', async () => {
    const { port, gauge, told } = await opened();
    port.send('+012.345 mm\r+01');
    await told(1);
    port.garble();
    await told(2);
    port.send('5 mm\r+012.346 mm\r');
    expect(await told(3)).to.deep.equal([mm('12.345'), { problem: 'framing' }, mm('12.346')]);
    await gauge.close();
  });

  it('tells that the device is gone, once, and lets go of the port', async () => {
    for (const go of ['pull', 'end'] as const) {
      const { port, gauge, told } = await opened();
      port[go]();
      expect(await told(1), go).to.deep.equal([{ problem: 'lost' }]);
      expect(port.closed).to.equal(1);
      await gauge.close();
      expect(await told(1)).to.have.length(1);
    }
  });

  it('takes the end of a line that was on its way while the port was opened for no reading', async () => {
    const { port, gauge, told } = await opened({ settle: 60_000 });
    port.send('2.345 mm\r+012.346 mm\r');
    expect(await told(1)).to.deep.equal([mm('12.346')]);
    await gauge.close();
  });

  it('is silent after it was closed', async () => {
    const { port, gauge, told } = await opened();
    await gauge.close();
    expect(port.closed).to.equal(1);
    expect(await told(0)).to.deep.equal([]);
    await gauge.close();
  });

  it('rejects as the port does where it cannot be opened', async () => {
    const { port, gauge } = await opened();
    const why = await openGauge(port, {}, () => undefined).catch(
      (error: unknown) => (error as DOMException).name,
    );
    expect(why).to.equal('InvalidStateError');
    await gauge.close();
  });
});
