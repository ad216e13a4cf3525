import { expect } from 'chai';
import fc from 'fast-check';
import { html, render, type TemplateResult } from 'lit';
import { routerOf, type ScanParticipant } from '../../src/scan/router.js';
import { focused, send } from './keyboard.js';
import { enter, scan, typed, type Key } from './wedge.js';
import { quickest } from '../support/quickest.js';

/** A place that takes scans, and what it took. */
class Place implements ScanParticipant {
  readonly element: HTMLElement;
  readonly taken: string[] = [];
  works = true;
  accepts = true;
  readonly leave: () => void;

  constructor(content: TemplateResult, into: Node = document.body) {
    this.element = (into.ownerDocument ?? document).createElement('div');
    into.appendChild(this.element);
    render(content, this.element);
    this.leave = routerOf(this.element.ownerDocument).join(this);
    places.push(this);
  }

  takes(): unknown {
    return this.works && this;
  }
  take(text: string): boolean {
    if (this.accepts) this.taken.push(text);
    return this.accepts;
  }
  find(selector = 'input'): HTMLInputElement {
    return this.element.querySelector<HTMLInputElement>(selector)!;
  }
}

const places: Place[] = [];
const rest: Element[] = [];
const missed: { text: string; from: EventTarget | null }[] = [];
const onMissed = (event: Event & { text: string }): void => {
  missed.push({ text: event.text, from: event.composedPath()[0] ?? null });
};

/** Something of the page around. */
function page(content: TemplateResult): HTMLElement {
  const element = document.createElement('div');
  render(content, element);
  document.body.append(element);
  rest.push(element);
  return element;
}

beforeEach(() => document.addEventListener('scan-received', onMissed));
afterEach(() => {
  document.removeEventListener('scan-received', onMissed);
  missed.length = 0;
  for (const place of places.splice(0)) {
    place.leave();
    place.element.remove();
  }
  for (const element of rest.splice(0)) element.remove();
});

describe('the scan router', () => {
  it('R46: a scan comes to the one place in progress without any focus', () => {
    const place = new Place(html``);
    send(scan('MOT-0417'));
    send(scan('MOT-0418'));
    send(scan('010950600013435221A1\x1d10LOT7', { how: 'F8' }));
    expect(place.taken).to.deep.equal(['MOT-0417', 'MOT-0418', '010950600013435221A1\x1d10LOT7']);
  });

  it('R63: it is taken out of a text field, which holds and selects what it did before', () => {
    const place = new Place(html`<input value="one two three" />`);
    const input = place.find();
    let last = '';
    input.addEventListener('input', () => (last = input.value));
    input.focus();
    input.setSelectionRange(4, 7, 'backward');
    send(scan('MOT-0417'));
    expect(place.taken).to.deep.equal(['MOT-0417']);
    expect(input.value).to.equal('one two three');
    expect([input.selectionStart, input.selectionEnd, input.selectionDirection]).to.deep.equal([
      4,
      7,
      'backward',
    ]);
    expect(last, 'whoever keeps a draft has heard it').to.equal('one two three');
  });

  it('takes out nothing but the scan: whatever a person types before and after stays', () => {
    const place = new Place(html`<textarea></textarea>`);
    const area = place.find('textarea');
    area.focus();
    const word = fc.string({ unit: fc.constantFrom('a', 'B', '1', '.', ' '), maxLength: 6 });
    const speed = fc.integer({ min: 80, max: 400 });
    const code = fc.string({
      unit: fc.constantFrom('M', 'o', '-', '7', ' ', '\x1d'),
      minLength: 4,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, speed, code, fc.integer({ min: 1, max: 40 })), { maxLength: 4 }),
        (rows) => {
          area.value = '';
          place.taken.length = 0;
          for (const [text, gap, label, tick] of rows) {
            send(typed(text, gap));
            send(scan(label, { gap: tick, pause: 70 }));
          }
          expect(area.value).to.equal(rows.map(([text]) => text).join(''));
          expect(place.taken).to.deep.equal(rows.map(([, , label]) => label));
        },
      ),
    );
  });

  it('R63: a form around is not submitted by a scan, and is by a person', () => {
    const form = page(html`<form><button>Send</button></form>`).querySelector('form')!;
    let submitted = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted += 1;
    });
    const place = new Place(html`<input />`, form);
    place.find().focus();
    send(scan('MOT-0417'));
    send([...scan('MOT-0418'), enter(4), { key: 'j', code: 'KeyJ', ctrlKey: true, gap: 4 }]);
    expect(place.taken).to.deep.equal(['MOT-0417', 'MOT-0418']);
    expect(submitted).to.equal(0);
    send([...typed('MOT-0419'), enter(120)]);
    expect(submitted).to.equal(1);
    expect(place.find().value).to.equal('MOT-0419');
  });

  it('R63: no button is pressed, of ours or of the page, by a scan with spaces and its Enter', () => {
    const place = new Place(html`<button>Complete</button>`);
    const foreign = page(html`<button>Delete</button>`).querySelector('button')!;
    let presses = 0;
    for (const button of [place.find('button'), foreign]) {
      button.addEventListener('click', () => (presses += 1));
      button.focus();
      send(scan('LOT 22 11'));
    }
    expect(presses).to.equal(0);
    expect(place.taken).to.deep.equal(['LOT 22 11', 'LOT 22 11']);
    send([enter(300)]);
    expect(presses).to.equal(1);
  });

  it('a text field of the page around is its own: nothing is taken, its form is submitted', () => {
    const place = new Place(html``);
    const form = page(html`<form><input /></form>`).querySelector('form')!;
    let submitted = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted += 1;
    });
    form.querySelector('input')!.focus();
    send(scan('MOT-0417'));
    expect(form.querySelector('input')!.value).to.equal('MOT-0417');
    expect(submitted).to.equal(1);
    expect(place.taken).to.deep.equal([]);
    expect(missed).to.deep.equal([]);
  });

  it('finds the focus through nested shadow roots', () => {
    const outer = new Place(html``).element;
    const [first, second] = [document.createElement('div'), document.createElement('div')];
    outer.attachShadow({ mode: 'open' }).append(first);
    first.attachShadow({ mode: 'open' }).append(second);
    const input = document.createElement('input');
    second.attachShadow({ mode: 'open' }).append(input);
    const other = new Place(html``);
    input.value = 'ab';
    input.focus();
    expect(focused()).to.equal(input);
    send(scan('MOT-0417'));
    expect(input.value).to.equal('ab');
    expect(places[0]!.taken).to.deep.equal(['MOT-0417']);
    expect(other.taken).to.deep.equal([]);
  });

  it('with several in progress the focused one gets it, and without a focus nobody', () => {
    const [one, two] = [new Place(html`<input />`), new Place(html`<button></button>`)];
    two.find('button').focus();
    send(scan('AAAA'));
    two.find('button').blur();
    send(scan('BBBB'));
    expect(missed).to.deep.equal([{ text: 'BBBB', from: document }]);
    two.works = false;
    send(scan('CCCC'));
    expect([one.taken, two.taken]).to.deep.equal([['CCCC'], ['AAAA']]);
    two.find('button').focus();
    send(scan('DDDD'));
    expect(one.taken, 'the focused one is not in progress').to.deep.equal(['CCCC', 'DDDD']);
  });

  it('what the focused place does not take goes to no other, and the page hears of it there', () => {
    const [one, two] = [new Place(html`<input />`), new Place(html``)];
    one.accepts = false;
    one.find().focus();
    send(scan('MOT-0417'));
    expect(two.taken).to.deep.equal([]);
    expect(missed).to.deep.equal([{ text: 'MOT-0417', from: one.element }]);
  });

  it('two places of one thing count once, and a place inside another is a part of it', () => {
    const outer = new Place(html``);
    const inner = new Place(html``, outer.element);
    outer.takes = inner.takes = () => outer;
    send(scan('MOT-0417'));
    expect([...outer.taken, ...inner.taken]).to.deep.equal(['MOT-0417']);
    outer.works = false;
    outer.takes = inner.takes = () => undefined;
    send(scan('MOT-0418'));
    expect(missed).to.deep.equal([{ text: 'MOT-0418', from: outer.element }]);
  });

  it('what somebody has prevented, and keys that are none, are not heard', () => {
    const place = new Place(html``);
    const prevent = (event: Event): void => event.preventDefault();
    window.addEventListener('keydown', prevent, { capture: true });
    place.leave();
    const leave = routerOf(document).join(place);
    send(scan('MOT-0417'));
    window.removeEventListener('keydown', prevent, { capture: true });
    document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
    leave();
    expect(place.taken).to.deep.equal([]);
  });

  it('the page hears the keys of a person, and of a scan not its end', () => {
    new Place(html``);
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): number => heard.push(event.key);
    document.addEventListener('keydown', listen, { capture: true });
    send(scan('1234'));
    send([...typed('12'), enter(100)]);
    document.removeEventListener('keydown', listen, { capture: true });
    expect(heard.join(' ')).to.equal('Shift 1 2 3 4 1 2 Enter');
  });

  it('listens only while somebody takes part', () => {
    const add = window.addEventListener.bind(window);
    let listeners = 0;
    window.addEventListener = (...given: Parameters<typeof add>) => {
      listeners += given[0] === 'keydown' ? 1 : 0;
      add(...given);
    };
    const place = new Place(html`<input />`);
    window.addEventListener = add;
    expect(listeners).to.equal(1);
    place.leave();
    place.leave();
    place.find().focus();
    send(scan('MOT-0417'));
    expect(place.taken).to.deep.equal([]);
    expect(place.find().value).to.equal('MOT-0417');
  });

  it('each document has its own', () => {
    const here = new Place(html``);
    const frame = document.createElement('iframe');
    document.body.append(frame);
    rest.push(frame);
    const inside = frame.contentDocument!;
    const there = new Place(html`<input value="x" />`, inside.body);
    there.find().focus();
    // The keys of two scanners come in turns.
    const [one, two] = [scan('AAAA-1'), scan('BBBB-2')];
    for (let at = 0; at < one.length; at += 1) {
      send([one[at]!]);
      send([{ ...two[at]!, gap: 0 }], inside);
    }
    expect(here.taken).to.deep.equal(['AAAA-1']);
    expect(there.taken).to.deep.equal(['BBBB-2']);
    expect(there.find().value).to.equal('x');
  });

  it('a list and a date are as before, and nothing of it is saved; what a person chose is', async () => {
    const place = new Place(
      html`<select>
          <option>Choose</option>
          <option>Motor</option></select
        ><input type="date" value="2026-11-20" />`,
    );
    const saved: string[] = [];
    const controls = [place.find('select'), place.find()];
    for (const control of controls) {
      control.addEventListener('change', () => saved.push(control.value));
      control.focus();
      send(scan(control.localName === 'select' ? 'MOT-0417' : '1234 4'));
    }
    expect(place.taken).to.deep.equal(['MOT-0417', '1234 4']);
    expect(controls.map(({ value }) => value)).to.deep.equal(['Choose', '2026-11-20']);
    controls[0]!.focus();
    send(typed('M'));
    expect(controls[0]!.value).to.equal('Motor');
    while (saved.length === 0) await new Promise(requestAnimationFrame);
    expect(saved).to.deep.equal(['Motor']);
  });

  it('is set to a scanner of its own, and takes what came in another way', () => {
    const place = new Place(html`<input />`);
    const router = routerOf(document);
    const before = router.settings;
    router.settings = { terminators: ['Tab'], longestGap: 90 };
    const keys: Key[] = [...typed('MOT-0417', 80), { key: 'Tab', gap: 80 }];
    place.find().focus();
    send([{ key: 'Shift', gap: 1000 }, ...keys]);
    router.settings = before;
    send([{ key: 'Shift', gap: 1000 }, ...keys]);
    expect(place.taken).to.deep.equal(['MOT-0417']);
    expect(router.give('by camera')).to.equal(true);
    place.accepts = false;
    expect(router.give('again')).to.equal(false);
    expect(missed.map(({ text }) => text)).to.deep.equal(['again']);
  });

  it('typing costs next to nothing', () => {
    const input = new Place(html`<input value=${'x'.repeat(1000)} />`).find();
    input.focus();
    const keys = Array.from({ length: 2000 }, (_, at) => {
      const key = new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true });
      Object.defineProperty(key, 'timeStamp', { value: at * 100 });
      return key;
    });
    const cost = (): number =>
      quickest(() => {
        for (const key of keys) input.dispatchEvent(key);
      }) / keys.length;
    const listening = cost();
    places[0]!.leave();
    const own = ((listening - cost()) * 1000).toFixed(1);
    expect(listening, `${own} µs of it are the router's`).to.be.below(0.2);
  });
});
