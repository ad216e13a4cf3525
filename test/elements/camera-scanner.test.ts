import { expect } from 'chai';
import { CameraScanner } from '../../src/elements/camera-scanner/camera-scanner.js';
import { define } from '../../src/define.js';
import { addLanguage } from '../../src/messages/registry.js';
import { de } from '../../src/messages/de.js';
import type { Code } from '../../src/scan/code.js';
import { muteChimes } from '../../src/scan/chime.js';
import { Fresh } from '../../src/scan/fresh.js';
import { nativeReader } from '../../src/scan/native.js';
import type { Refusal } from '../../stories/fake-camera.js';
import { takeViolations } from '../support/csp.js';
import { until } from '../support/fields.js';
import { cameraBench, type CameraBench } from './camera-bench.js';

define();

let bench: CameraBench;
afterEach(() => bench.close());

/** With a reader that knows what is shown: the page of this test lets no WebAssembly run, as most pages do. */
async function fakeBench(options: Parameters<typeof cameraBench>[0] = {}): Promise<CameraBench> {
  bench = await cameraBench(options);
  bench.element.reader ??= bench.camera.reader;
  return bench;
}

const hide = (hidden: boolean): void => {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    value: hidden ? 'hidden' : 'visible',
  });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('camera-scanner', () => {
  afterEach(() => delete (document as { visibilityState?: unknown }).visibilityState);

  it('loads nothing and asks for no camera before it is opened', async () => {
    const { camera, dialog } = await fakeBench();
    expect([camera.asked, dialog()]).to.deep.equal([[], null]);
  });

  it('asks for the camera that looks away from the person, and shows its picture', async () => {
    const { camera, open, dialog, element } = await fakeBench();
    await open();
    expect(dialog()!.matches(':modal')).to.equal(true);
    expect(camera.asked[0]!.video).to.include({ facingMode: 'environment' });
    expect(camera.asked[0]!.audio).to.equal(false);
    const video = element.shadowRoot!.querySelector('video')!;
    await until(() => video.videoWidth > 0);
    expect(video.muted).to.equal(true);
  });

  it('R46: what is read goes to the step that is worked on', async () => {
    const { camera, open, taken, told, text } = await fakeBench();
    await open();
    camera.show('code128', 'MOT-0417');
    await until(() => taken.length > 0);
    await until(() => text().includes('MOT-0417'));
    expect([taken, told]).to.deep.equal([['MOT-0417'], []]);
    expect(text()).to.include('1 code read');
  });

  it('R46: a step that is named gets the scans, and no other', async () => {
    const { camera, open, taken, told, element } = await fakeBench({ given: { stepId: 'another' } });
    await open();
    camera.show('code128', 'MOT-0417');
    await until(() => told.length > 0);
    element.stepId = 'work';
    camera.show('qr', 'MOT-0418');
    await until(() => taken.length > 0);
    expect([taken, told]).to.deep.equal([['MOT-0418'], ['MOT-0417']]);
  });

  it('R63: what no step takes is told to the page, and said in the dialog', async () => {
    const { camera, open, told, text } = await fakeBench({ given: { session: undefined } });
    await open();
    camera.show('code128', 'MOT-0417');
    await until(() => text().includes('Nothing here takes this code'));
    expect(told).to.deep.equal(['MOT-0417']);
  });

  it('several are read one after the other without a touch, and none twice while it stays', async () => {
    const { camera, open, taken } = await fakeBench();
    await open();
    camera.show('code128', 'A');
    await until(() => taken.length === 1);
    camera.show('code128', 'B');
    await until(() => taken.length === 2);
    // Many more pictures of B.
    let pictures = 0;
    const { read } = camera.reader;
    bench.element.reader = { read };
    const video = bench.element.shadowRoot!.querySelector('video')!;
    while (pictures < 10)
      await new Promise((resolve) => video.requestVideoFrameCallback(() => resolve(++pictures)));
    camera.show('code128', 'C');
    await until(() => taken.length === 3);
    expect(taken).to.deep.equal(['A', 'B', 'C']);
  });

  it('of several codes the one in the middle is meant', async () => {
    const { camera, open, taken } = await fakeBench();
    await open();
    camera.shown = [
      { code: 'code128', text: 'left', at: 0.2 },
      { code: 'code128', text: 'aimed at', at: 0.55 },
      { code: 'code128', text: 'right', at: 0.9 },
    ];
    await until(() => taken.length > 0);
    camera.clear();
    camera.show('qr', 'end');
    await until(() => taken.includes('end'));
    expect(taken).to.deep.equal(['aimed at', 'end']);
  });

  it('a code is shown readable: no identifier, and signs for what does not print', async () => {
    const { camera, open, taken, element } = await fakeBench();
    await open();
    camera.show('gs1DataMatrix', ']d210HYP-0093\x1d21MOT-0417');
    await until(() => taken.length > 0);
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.text')!.textContent).to.equal('10HYP-0093␝21MOT-0417');
    expect(taken).to.deep.equal([']d210HYP-0093\x1d21MOT-0417']);
  });

  it('whoever knows more answers in its place', async () => {
    const { open, text, element } = await fakeBench();
    await open();
    element.answer('refused', 'SRV-1107');
    await element.updateComplete;
    expect(text()).to.match(/Refused SRV-1107/);
  });

  it('sounds at each, until it is switched off', async () => {
    const { camera, open, press, taken, element, button } = await fakeBench();
    let sounds = 0;
    const { resume } = AudioContext.prototype;
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = () => {
      sounds += 1;
    };
    const active = { value: { hasBeenActive: true }, configurable: true };
    Object.defineProperty(navigator, 'userActivation', active);
    try {
      await open();
      camera.show('code128', 'A');
      await until(() => taken.length === 1);
      expect(sounds).to.be.greaterThan(0);
      expect(button('Sound').getAttribute('aria-pressed')).to.equal('true');
      press('Sound');
      await element.updateComplete;
      expect([element.muted, button('Sound').getAttribute('aria-pressed')]).to.deep.equal([true, 'false']);
      sounds = 0;
      camera.show('code128', 'B');
      await until(() => taken.length === 2);
      expect(sounds).to.equal(0);
      element.muted = false;
      muteChimes(true);
      camera.show('code128', 'C');
      await until(() => taken.length === 3);
      expect(sounds).to.equal(0);
    } finally {
      muteChimes(false);
      Object.assign(AudioContext.prototype, { resume });
      OscillatorNode.prototype.start = start;
      delete (navigator as { userActivation?: unknown }).userActivation;
    }
  });

  describe('the camera is off', () => {
    it('as soon as it is closed, and the button has the focus again', async () => {
      const { camera, open, press, button, dialog, element } = await fakeBench();
      await open();
      press('Close');
      expect(camera.isOn).to.equal(false);
      await until(() => !dialog());
      expect(element.shadowRoot!.activeElement).to.equal(button('Scan with the camera'));
    });

    it('as soon as Escape closes it', async () => {
      const { camera, open, dialog } = await fakeBench();
      await open();
      dialog()!.close();
      await until(() => !dialog());
      expect(camera.isOn).to.equal(false);
    });

    it('as soon as the element is removed; put back, it opens again', async () => {
      const { camera, open, element } = await fakeBench();
      await open();
      element.remove();
      expect(camera.isOn).to.equal(false);
      document.body.append(element);
      await element.updateComplete;
      await open();
      expect(camera.isOn).to.equal(true);
    });

    it('when it was closed before it came', async () => {
      const { camera, press, element } = await fakeBench();
      const { mediaDevices } = navigator;
      let give = (): void => undefined;
      const open = mediaDevices.getUserMedia;
      mediaDevices.getUserMedia = async (asked) => {
        await new Promise<void>((resolve) => (give = resolve));
        return await open(asked);
      };
      press('Scan with the camera');
      await until(() => element.shadowRoot!.textContent.includes('Starting the camera'));
      const before = give;
      await until(() => give !== before || before.length === 1);
      press('Close');
      give();
      await until(() => camera.tracks.length > 0);
      await until(() => !camera.isOn);
    });

    it('while the page is hidden, and on again when it is seen', async () => {
      const { camera, open, taken, element } = await fakeBench();
      await open();
      hide(true);
      expect(camera.isOn).to.equal(false);
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('.frame')).to.equal(null);
      hide(false);
      await until(() => element.shadowRoot!.querySelector('.frame'));
      camera.show('code128', 'A');
      await until(() => taken.length > 0);
    });
  });

  describe('the device', () => {
    it('has a light that is switched', async () => {
      const { camera, open, press, button, element } = await fakeBench({ torch: true });
      await open();
      press('Light');
      await until(() => button('Light').getAttribute('aria-pressed') === 'true');
      press('Light');
      await until(() => button('Light').getAttribute('aria-pressed') === 'false');
      expect(camera.applied.map(({ advanced }) => advanced?.[0])).to.deep.equal([
        { torch: true },
        { torch: false },
      ]);
      expect(element.shadowRoot!.querySelector('select')).to.equal(null);
    });

    it('has several cameras to choose from, also one without a name', async () => {
      const { camera, open, element, button } = await fakeBench({ cameras: 2 });
      await open();
      expect(() => button('Light')).to.throw();
      const select = element.shadowRoot!.querySelector('select')!;
      expect([...select.options].map(({ text }) => text)).to.deep.equal(['Back camera', 'Camera 2']);
      select.value = 'camera-2';
      select.dispatchEvent(new Event('change'));
      await until(() => camera.asked.length === 2 && element.shadowRoot!.querySelector('.frame'));
      expect((camera.asked[1]!.video as MediaTrackConstraints).deviceId).to.deep.equal({ exact: 'camera-2' });
      expect(camera.tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended', 'live']);
      expect(element.shadowRoot!.querySelector('select')!.value).to.equal('camera-2');
    });
  });

  describe('says what is wrong and what to do', () => {
    const cases: [Refusal, RegExp][] = [
      ['NotAllowedError', /not allowed for this page\. Allow it/],
      ['NotFoundError', /No camera was found\. Connect one/],
      ['NotReadableError', /in use\. Close the other/],
      ['TypeError', /did not start\. Try again/],
    ];
    for (const [refuses, said] of cases) {
      it(`at ${refuses}, and tries again`, async () => {
        const { camera, press, text, element } = await fakeBench({ refuses });
        press('Scan with the camera');
        await until(() => said.test(text()));
        expect(element.shadowRoot!.querySelector('[role=alert]')).to.not.equal(null);
        camera.refuses = undefined;
        press('Try again');
        await until(() => element.shadowRoot!.querySelector('.frame'));
        expect(element.shadowRoot!.activeElement?.id).to.equal('title');
      });
    }

    it('where the page has no TLS', async () => {
      const { press, text } = await fakeBench({ secure: false });
      press('Scan with the camera');
      await until(() => text().includes('https address'));
    });

    it('when the camera is pulled out', async () => {
      const { camera, open, text } = await fakeBench();
      await open();
      camera.tracks[0]!.dispatchEvent(new Event('ended'));
      await until(() => text().includes('The camera has gone'));
      expect(camera.isOn).to.equal(false);
    });

    it('when reading fails', async () => {
      const given = { reader: { read: () => Promise.reject(new Error('out of bounds')) } };
      const { camera, press, text } = await fakeBench({ given });
      press('Scan with the camera');
      await until(() => text().includes('Reading the picture has failed'));
      expect(text()).to.include('out of bounds');
      expect(camera.isOn).to.equal(false);
    });

    it('when the reader does not come', async () => {
      const reader = Promise.reject(new Error('404'));
      reader.catch(() => undefined);
      const { camera, press, text } = await fakeBench({ given: { reader } });
      press('Scan with the camera');
      await until(() => text().includes('could not be loaded'));
      await until(() => !camera.isOn);
    });

    it('where the Content-Security-Policy forbids WebAssembly, before it asks for the camera', async () => {
      bench = await cameraBench();
      bench.press('Scan with the camera');
      await until(() => bench.text().includes("'wasm-unsafe-eval'"));
      expect(bench.camera.asked).to.deep.equal([]);
      // This is the measurement that the class comment speaks of.
      const violations = await takeViolations();
      expect(violations.map(({ blockedURI }) => blockedURI)).to.deep.equal(['wasm-eval']);
    });

    it('in the language of the page', async () => {
      addLanguage('de', de);
      const { press, text, element } = await fakeBench({ refuses: 'NotAllowedError' });
      element.lang = 'de';
      element.requestUpdate();
      await element.updateComplete;
      press('Mit der Kamera scannen');
      await until(() => text().includes('Die Kamera ist für diese Seite nicht erlaubt'));
    });
  });

  describe("the browser's own reader", () => {
    const supported = ['code_128', 'data_matrix', 'qr_code', 'ean_13'];
    let asked: string[] | undefined;
    class Own {
      static getSupportedFormats = (): Promise<string[]> => Promise.resolve(supported);
      constructor({ formats }: { formats: string[] }) {
        asked = formats;
      }
      detect(): Promise<object[]> {
        const boundingBox = new DOMRect(0, 0, 10, 10);
        return Promise.resolve([{ rawValue: '\x1d10HYP-0093', format: 'data_matrix', boundingBox }]);
      }
    }
    afterEach(() => {
      delete (globalThis as { BarcodeDetector?: unknown }).BarcodeDetector;
    });

    it('reads where the policy forbids ours, and tells GS1', async () => {
      Object.assign(globalThis, { BarcodeDetector: Own });
      bench = await cameraBench();
      await bench.open();
      await until(() => bench.taken.length > 0);
      expect(bench.taken).to.deep.equal([']d210HYP-0093']);
      expect(asked).to.deep.equal(['code_128', 'data_matrix', 'qr_code', 'ean_13']);
      await takeViolations();
    });

    it('is none where it lacks Data Matrix or its service', async () => {
      bench = await cameraBench();
      const lacking = class extends Own {
        static override getSupportedFormats = (): Promise<string[]> => Promise.resolve(['qr_code']);
      };
      const broken = class extends Own {
        static override getSupportedFormats = (): Promise<string[]> =>
          Promise.reject(new Error('no service'));
      };
      for (const one of [lacking, broken]) {
        Object.assign(globalThis, { BarcodeDetector: one });
        expect(await nativeReader()).to.equal(undefined);
      }
    });
  });

  it('a tag with a prefix does the same', async () => {
    define({ prefix: 'acme' });
    bench = await fakeBench();
    expect(document.createElement('acme-camera-scanner')).to.be.instanceOf(CameraScanner);
  });
});

describe('a code that was read', () => {
  const code = (text: string, format = 'code_128'): Code => ({ text, format, x: 0, y: 0 });
  let fresh: Fresh;
  beforeEach(async () => {
    bench = await cameraBench();
    fresh = new Fresh();
  });

  it('R63: is not read again while it stays in view, blurred pictures between', () => {
    expect(fresh.take([code('A')], 0)).to.equal('A');
    for (let at = 100; at < 5000; at += 100) {
      expect(fresh.take(at % 1000 === 0 ? [] : [code('A')], at)).to.equal(undefined);
    }
  });

  it('R63: is read again after a pause', () => {
    fresh.take([code('A')], 0);
    expect(fresh.take([], 1000)).to.equal(undefined);
    expect(fresh.take([code('A')], 1600)).to.equal('A');
  });

  it('R63: is read again after another', () => {
    fresh.take([code('A')], 0);
    expect(fresh.take([code('B')], 500)).to.equal('B');
    expect(fresh.take([code('A')], 1000)).to.equal('A');
  });

  it('R63: is not read in turns with its neighbor', () => {
    expect(fresh.take([code('A'), code('B')], 0)).to.equal('A');
    expect(fresh.take([code('B'), code('A')], 100)).to.equal('B');
    expect(fresh.take([code('A')], 200)).to.equal(undefined);
    expect(fresh.take([code('B')], 300)).to.equal(undefined);
    expect(fresh.take([code('A'), code('B')], 400)).to.equal(undefined);
  });

  it('R63: without a check digit counts when two pictures agree', () => {
    expect(fresh.take([code('095', 'itf')], 0)).to.equal(undefined);
    expect(fresh.take([code('0950', 'itf')], 100)).to.equal(undefined);
    expect(fresh.take([code('0950', 'itf')], 200)).to.equal('0950');
  });

  it('R63: says something', () => {
    expect(fresh.take([code('')], 0)).to.equal(undefined);
  });
});
