import { define } from '../src/define.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun } from '../src/testing/rover.js';
import { FakePort } from '../test/gauges/fake-port.js';
import { sessionOn } from './backends.js';

define();

interface Shown {
  /** What the gauge sends, once it is connected. */
  sends?: string;
  /** With the measurements of the step below. */
  measuring?: boolean;
  gone?: boolean;
  /** Another program has the port. */
  busy?: boolean;
  dir?: 'rtl';
  lang?: string;
}

function show({ sends, measuring, gone, busy, dir, lang }: Shown = {}): HTMLElement {
  const all = roverRun();
  const labor = [{ id: 'labor-1', personId: roverPeople.technician.id, in: '2026-11-20T15:25:00.000Z' }];
  const run = measuring
    ? {
        ...all,
        status: 'in-progress' as const,
        steps: all.steps.map((step, at) =>
          at === 0 ? { ...step, status: 'in-progress' as const, upstream: [], labor } : step,
        ),
      }
    : all;
  const session = sessionOn(run, roverPeople.technician.id);
  const port = new FakePort();
  if (busy) void port.open({ baudRate: 9600 });
  const element = document.createElement('gauge-connection');
  Object.assign(element, { session, port, settings: { settle: 0 } });
  const fields = (measuring ? ['hole-1', 'hole-2'] : []).map((fieldId) =>
    Object.assign(document.createElement('measurement-field'), { session, fieldId }),
  );
  const scene = document.createElement('div');
  if (dir) scene.dir = dir;
  if (lang) scene.lang = lang;
  scene.append(element, ...fields);
  if (sends !== undefined || gone || busy) {
    void element.updateComplete
      .then(() => element.connect())
      .then(() => {
        if (sends) port.send(sends);
        if (gone) port.pull();
      });
  }
  return scene;
}

export default { title: 'Elements/Gauge connection', component: 'gauge-connection' };

export const NotConnected = { render: () => show() };
export const Connected = { render: () => show({ sends: '' }) };
export const Reading = { render: () => show({ measuring: true, sends: '+011.345 mm\r' }) };
export const OtherUnit = { render: () => show({ measuring: true, sends: '+0.4450 in\r' }) };
export const OutOfRange = { render: () => show({ measuring: true, sends: '+012.345 mm\r' }) };
export const NoMeasurement = { render: () => show({ sends: '+012.345 mm\r' }) };
export const GaugeHasNoValue = { render: () => show({ sends: 'ERR3\r' }) };
export const NotAReading = { render: () => show({ sends: `${'?'.repeat(200)}\r` }) };
export const Gone = { render: () => show({ gone: true }) };
export const CannotBeOpened = { render: () => show({ busy: true }) };
export const RightToLeft = { render: () => show({ measuring: true, sends: 'ERR3\r', dir: 'rtl' }) };
export const German = { render: () => show({ measuring: true, sends: '+011.345 mm\r', lang: 'de' }) };
