import { expect } from 'chai';
import fc from 'fast-check';
import { Keystrokes, type ScanSettings } from '../../src/scan/keystrokes.js';
import { enter, scan, scanned, strokes, typed, type Key, type Separator } from './wedge.js';

/** The scans among keys. */
function heard(keys: readonly Key[], settings: Partial<ScanSettings> = {}): string[] {
  const detector = new Keystrokes(settings);
  return strokes(keys).flatMap((stroke) => {
    const told = detector.hear(stroke);
    return typeof told === 'object' ? [told.text] : [];
  });
}

const all = (...lists: Key[][]): Key[] => lists.flat();

const printable = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
/** What any layout makes of a key. */
const anyLetter = fc.oneof(
  { weight: 8, arbitrary: printable },
  fc.constantFrom('\x1d', 'ß', 'é', 'Å', 'Ω', 'Ж', 'ö', '№', '字', '😀'),
);
const how = fc.constantFrom<Separator>('ctrl', 'F8', 'alt', 'raw');
/** Steady or trembling, whole milliseconds or not. */
const gap = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.1, max: 40, noNaN: true }));
const code = fc.constantFrom('', 'KeyA', 'Digit1', 'Slash', 'IntlBackslash');

/** A scan as it is sent: its text and its keys, of which the first comes at once. */
const sent = fc
  .tuple(fc.array(fc.tuple(anyLetter, gap, code), { minLength: 4, maxLength: 60 }), how, gap)
  .map(([letters, separators, last]) => ({
    text: letters.map(([letter]) => letter).join(''),
    keys: [
      ...letters.flatMap(([letter, after, at]) =>
        scanned(letter, after, separators).map((key) => ({ code: at, ...key })),
      ),
      enter(last),
    ],
  }));

const handKey = fc.constantFrom(
  'a',
  'Z',
  '7',
  '.',
  ' ',
  'Backspace',
  'Tab',
  'ArrowLeft',
  'Shift',
  'Enter',
  'F8',
);
const byHand = fc.array(
  fc
    .tuple(handKey, fc.integer({ min: 80, max: 400 }))
    .map(([key, after]): Key => ({ key, gap: after, shiftKey: key === 'Z' })),
  { maxLength: 30 },
);
const paused = (keys: readonly Key[], pause = 300): Key[] => [
  { key: 'Shift', gap: pause, shiftKey: true },
  ...keys,
];

describe('telling scans from typing', () => {
  it('R63: whatever is scanned at 1 to 40 ms a key is heard as it was sent, on any layout, with its separators', () => {
    fc.assert(
      fc.property(sent, ({ text, keys }) => {
        expect(heard(keys)).to.deep.equal([text]);
      }),
    );
  });

  it('scans in a row are each heard, with what a person types between them and a line feed after them', () => {
    const tail = fc.constantFrom<Key[]>([], [enter(3)], [{ key: 'j', code: 'KeyJ', ctrlKey: true, gap: 3 }]);
    fc.assert(
      fc.property(fc.array(fc.tuple(byHand, sent, tail), { maxLength: 5 }), (rows) => {
        const keys = rows.flatMap(([noise, { keys: scanKeys }, after]) =>
          all(noise, paused(scanKeys), after, [{ key: 'Escape', gap: 300 }]),
        );
        expect(heard(keys)).to.deep.equal(rows.map(([, { text }]) => text));
      }),
    );
    expect(heard(all(scan('MOT-0417'), scan('MOT-0418', { pause: 20 })))).to.deep.equal([
      'MOT-0417',
      'MOT-0418',
    ]);
  });

  it('what a person types is no scan', () => {
    fc.assert(fc.property(byHand, (keys) => void expect(heard(keys)).to.deep.equal([])));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(printable, fc.integer({ min: 60, max: 100 })), { minLength: 4 }),
        fc.integer({ min: 60, max: 100 }),
        (keys, last) =>
          void expect(
            heard([...keys.flatMap(([key, after]) => scanned(key, after)), enter(last)]),
          ).to.deep.equal([]),
      ),
    );
  });

  it('hands that fall over each other now and then are slower as a whole', () => {
    expect(heard(all(typed('quic', 45), typed('kest', 110), [enter(50)]))).to.deep.equal([]);
    expect(heard(all(typed('quick', 45), [enter(120)]))).to.deep.equal([]);
  });

  it('a few letters of a person before it are not part of a scan', () => {
    expect(heard(all(typed('12.'), scan('MOT-0417', { pause: 60 })))).to.deep.equal(['MOT-0417']);
  });

  it('a scanner that falters is heard whole, and one that stops is not heard by half', () => {
    const keys = (pause: number): Key[] =>
      all(typed('MOT-', 8), typed('0', pause), typed('417-22', 8), [enter(8)]);
    expect(heard(keys(180))).to.deep.equal(['MOT-0417-22']);
    expect(heard(all(typed('MOT-', 8), typed('0417', 120), [enter(8)]))).to.deep.equal([]);
  });

  it('an input method composes, and is never a scan', () => {
    fc.assert(
      fc.property(
        sent,
        fc.nat(),
        fc.constantFrom('isComposing', 'Process', 'Unidentified'),
        ({ keys }, where, what) => {
          const at = where % keys.length;
          const composed = keys.map((key, index) =>
            index !== at
              ? key
              : what === 'isComposing'
                ? { ...key, isComposing: true }
                : { ...key, key: what },
          );
          // A modifier does not compose.
          if (/^(Shift|Control|Alt)$/.test(keys[at]!.key)) return;
          const told = heard(composed);
          // What follows an Enter of the input method's own has come to nobody's end.
          expect(told).to.deep.equal([]);
        },
      ),
    );
  });

  it('a key that is held is no scan, however fast it repeats', () => {
    const held = Array.from({ length: 20 }, (): Key => ({ key: '1', gap: 30, repeat: true }));
    expect(heard(all(typed('1'), held, [enter(20)]))).to.deep.equal([]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        const shift = Array.from({ length: count }, (): Key => ({ key: 'Shift', gap: 30, repeat: true }));
        const slowly = [...'ABCDE'].flatMap((key) => [...shift, { key, gap: 30, shiftKey: true }]);
        if (count > 1) expect(heard([...slowly, enter(30)])).to.deep.equal([]);
      }),
    );
  });

  it('Caps Lock does not change what was scanned, whether Shift undoes it or not', () => {
    const withCaps = (text: string, system: 'inverts' | 'capitals'): Key[] =>
      scan(text).map((key) => {
        const lower = key.key.toLowerCase();
        const isLetter = key.key.length === 1 && lower !== key.key.toUpperCase();
        const made = !isLetter
          ? key.key
          : system === 'inverts' && key.shiftKey
            ? lower
            : key.key.toUpperCase();
        return { ...key, key: made, capsLock: true };
      });
    fc.assert(
      fc.property(
        fc.string({ unit: printable, minLength: 4 }),
        fc.constantFrom<'inverts' | 'capitals'>('inverts', 'capitals'),
        (text, system) => void expect(heard(withCaps(text, system))).to.deep.equal([text]),
      ),
    );
    expect(heard(withCaps('Mot-04', 'inverts'), { capsLock: 'keep' })).to.deep.equal(['mOT-04']);
  });

  it('group separators survive, however a scanner sends them', () => {
    const label = '010950600013435221A1\x1d10LOT7\x1d';
    for (const each of ['ctrl', 'F8', 'alt', 'raw'] as const) {
      expect(heard(scan(label, { how: each })), each).to.deep.equal([label]);
      expect(heard(scan(`\x1d${label}`, { how: each })), each).to.deep.equal([`\x1d${label}`]);
    }
    expect(heard(scan(label, { how: 'F8' }), { separators: {} })).to.deep.equal([]);
  });

  it('whole labels typed with Alt are read; what only the code page knows is marked', () => {
    const alt = (number: string): Key[] => [
      { key: 'Alt', altKey: true, gap: 1 },
      ...[...number].map((digit): Key => ({ key: 'Home', code: `Numpad${digit}`, altKey: true, gap: 2 })),
    ];
    expect(heard(all(alt('065'), alt('66'), alt('0228'), alt('029'), alt('132'), [enter(2)]))).to.deep.equal([
      'ABä\x1d\ufffd',
    ]);
  });

  it('a dead key makes its letter, and what it swallowed is marked', () => {
    const dead: Key = { key: 'Dead', gap: 5 };
    const composing = (key: string): Key => ({ key, gap: 5, isComposing: true });
    const around = (...middle: Key[]): Key[] => all(typed('AB', 5), middle, typed('CD', 5), [enter(5)]);
    expect(heard(around(dead, ...typed('é', 5)))).to.deep.equal(['ABéCD']);
    expect(heard(around(dead, composing('é')))).to.deep.equal(['ABéCD']);
    expect(heard(around(dead, ...typed("'", 5)))).to.deep.equal(["AB'CD"]);
    expect(heard(around(dead, ...typed('M', 5)))).to.deep.equal(['AB\ufffdMCD']);
  });

  it('a shortcut, a key that moves the focus and a short burst are no scans', () => {
    const around = (middle: Key): Key[] => all(typed('ABCD', 5), [middle], typed('EFGH', 5), [enter(5)]);
    expect(heard(around({ key: 'v', metaKey: true, gap: 5 }))).to.deep.equal([]);
    expect(heard(around({ key: 'Tab', gap: 5 }))).to.deep.equal([]);
    expect(heard(around({ key: 'ArrowDown', gap: 5 }))).to.deep.equal([]);
    expect(heard(all(typed('123', 5), [enter(5)]))).to.deep.equal([]);
    expect(heard(all(typed('1234', 5), [{ ...enter(5), ctrlKey: true }]))).to.deep.equal([]);
  });

  it('a shortcut right before a scan is not part of it', () => {
    const selectAll: Key = { key: 'a', code: 'KeyA', ctrlKey: true, gap: 500 };
    expect(heard([selectAll, ...typed('MOT-0417', 5), enter(5)])).to.deep.equal(['MOT-0417']);
  });

  it('AltGr makes characters', () => {
    const at: Key = { key: '@', code: 'KeyQ', ctrlKey: true, altKey: true, gap: 5 };
    expect(heard(all(typed('AB', 5), [at], typed('CD', 5), [enter(5)]))).to.deep.equal(['AB@CD']);
  });

  it('is set to another end, another speed and another length', () => {
    const keys = all(typed('12', 90), [{ key: 'Tab', gap: 90 }]);
    expect(heard(keys)).to.deep.equal([]);
    expect(heard(keys, { terminators: ['Tab'], longestGap: 100, shortest: 2 })).to.deep.equal(['12']);
  });

  it('a clock that goes back ends what was begun, and a key that is stuck is no label', () => {
    expect(heard(all(typed('1234', 5), [{ key: 'Enter', gap: -500 }]))).to.deep.equal([]);
    expect(heard(all(typed('x'.repeat(9000), 5), [enter(5)]))).to.deep.equal([]);
  });
});
