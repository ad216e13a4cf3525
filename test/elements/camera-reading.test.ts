// Real codes before a camera, read by the real reader. The only page of the tests that lets WebAssembly run: see
// web-test-runner.config.mjs.
import { expect } from 'chai';
import { define } from '../../src/define.js';
import { CameraScanner } from '../../src/elements/camera-scanner/camera-scanner.js';
import type { CodeName } from '../../stories/fake-camera.js';
import { until } from '../support/fields.js';
import { cameraBench, type CameraBench } from './camera-bench.js';

define();

let bench: CameraBench;
afterEach(() => bench.close());

const gs1 = '010950600013435210HYP-0093\x1d21MOT-0417';

describe('camera-scanner reads', () => {
  const cases: [CodeName, string][] = [
    ['code128', 'MOT-0417'],
    ['dataMatrix', 'HYP-0093'],
    ['qr', '{"uid":"unit-mot-0417"}'],
    ['gs1128', `]C1${gs1}`],
    ['gs1DataMatrix', `]d2${gs1}`],
    ['ean13', '9506000134352'],
    ['code39', 'SRV-1107'],
    ['itf14', '09506000134352'],
    ['aztec', 'AZ-1'],
    ['pdf417', 'PDF-1'],
  ];

  for (const [code, text] of cases) {
    it(`R46, R63: ${code} that the camera shows, as ${JSON.stringify(text)}`, async () => {
      bench = await cameraBench();
      await bench.open();
      bench.camera.show(code);
      await until(() => bench.taken.length > 0);
      expect(bench.taken).to.deep.equal([text]);
    });
  }

  it('R46: several in a row, each once', async () => {
    bench = await cameraBench();
    await bench.open();
    for (const [at, [code]] of cases.slice(0, 3).entries()) {
      bench.camera.show(code);
      await until(() => bench.taken.length > at);
    }
    expect(bench.taken).to.deep.equal(cases.slice(0, 3).map(([, text]) => text));
  });

  it('only what is inside the frame', async () => {
    bench = await cameraBench();
    await bench.open();
    bench.camera.show('dataMatrix', '', 0.01);
    bench.camera.also('code128', '', 0.5);
    await until(() => bench.taken.length > 0);
    expect(bench.taken).to.deep.equal(['MOT-0417']);
  });

  it('with the file that the page names, and nothing from anywhere else', async () => {
    performance.clearResourceTimings();
    const wasmUrl = new URL('/node_modules/zxing-wasm/dist/reader/zxing_reader.wasm?mine', location.href)
      .href;
    bench = await cameraBench({ given: { wasmUrl } });
    await bench.open();
    bench.camera.show('qr');
    await until(() => bench.taken.length > 0);
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded.filter((name) => name.includes('.wasm'))).to.deep.equal([wasmUrl]);
    expect(loaded.filter((name) => new URL(name).origin !== location.origin)).to.deep.equal([]);
  });

  it('R46: not without its file, and says so; with it, it goes on', async () => {
    CameraScanner.wasmUrl = '/none.wasm';
    bench = await cameraBench();
    bench.press('Scan with the camera');
    await until(() => bench.text().includes('could not be loaded'));
    expect(bench.text()).to.include('404');
    expect(bench.camera.isOn).to.equal(false);
    CameraScanner.wasmUrl = undefined;
    bench.press('Try again');
    await until(() => bench.element.shadowRoot!.querySelector('.frame'));
    bench.camera.show('code128');
    await until(() => bench.taken.length > 0);
  });
});
