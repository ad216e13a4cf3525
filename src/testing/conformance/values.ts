/** Whatever a person entered is kept to the last digit and the last character. */
import { isRefusal } from '../../domain/command.js';
import type { FieldValue } from '../../domain/run.js';
import { equal } from './expect.js';
import type { Case, Trial } from './trial.js';

const uses = ['start-step', 'set-value'] as const;

/** Records a value and reads it back; nothing where the backend refuses it. */
async function roundTrip({ give, load }: Trial, targetId: string, value: FieldValue): Promise<unknown> {
  const answer = await give('worker', { type: 'set-value', stepId: 'measure', targetId, value });
  if (isRefusal(answer)) return undefined;
  const field = (await load()).steps[0]!.fields.find(({ id }) => id === targetId)!;
  return 'record' in field ? field.record?.value : undefined;
}

const texts: Readonly<Record<string, string>> = {
  emoji: 'Torque 👩🏽‍🔧 ✅ 𝟙 🇩🇪',
  'right to left': 'قياس العرض ‎‏ שלום \u202eabc\u202c',
  'composed and decomposed': 'Ångström é \u0041\u030a e\u0301',
  'markup and quotes': `<img src=x onerror="alert(1)"> & 'quotes' \\ {"json": null} %00 ; DROP TABLE --`,
  'control characters': 'line\r\nline\ttab\u0001\u007f\u0085\u2028\u2029',
  'the rarest': '\u{10ffff}\u{fffd}\u{feff}x\u{e000}',
  proto: '__proto__',
};
/** Not every store can hold these: refusing is honest, changing them is not. */
const oddTexts: Readonly<Record<string, string>> = {
  NUL: 'before\0after',
  'a lone high surrogate': 'before\ud83dafter',
  'a lone low surrogate': 'before\udc00after',
  'a noncharacter': '\ufffe and \uffff',
};

export const valueCases: readonly Case[] = [
  {
    name: 'values: one of every field type comes back as it was given',
    uses,
    async body(trial) {
      await trial.done('worker', { type: 'start-step', stepId: 'measure' });
      const bytes = new File(['bytes'], 'photo.jpg', { type: 'image/jpeg' });
      const photo = (await trial.adapter.putFile?.(bytes)) ?? {
        id: 'photo-1',
        name: 'photo.jpg',
        type: 'image/jpeg',
        size: 5,
      };
      const values: readonly (readonly [string, FieldValue])[] = [
        ['width', '12.500'],
        ['width', '-0.00'],
        ['width', '123456789012345678901234567890.123456789'],
        ['check', 'pass'],
        ['note', '  spaces  '],
        ['day', '2024-02-29'],
        ['moment', '2024-02-29T23:59:59.5+05:45'],
        ['caliper', { id: 'caliper-1', name: 'Caliper · Cal-1' }],
        ['checker', { id: 'inspector', name: 'Ines' }],
        ['kind', { id: 'part-wire', name: 'P-WIRE Copper wire' }],
        ['color', 'blue'],
        ['extras', ['lamp', 'bell']],
        ['clean', false],
        ['clean', true],
        ['photo', [photo]],
        ['depth', '0'],
      ];
      for (const [targetId, value] of values) equal(await roundTrip(trial, targetId, value), value, targetId);
    },
  },
  {
    name: 'values: text keeps every character',
    uses,
    async body(trial) {
      await trial.done('worker', { type: 'start-step', stepId: 'measure' });
      for (const [name, text] of Object.entries(texts))
        equal(await roundTrip(trial, 'note', text), text, name);
      for (const [name, text] of Object.entries(oddTexts))
        equal((await roundTrip(trial, 'note', text)) ?? text, text, `${name}, if it is taken at all`);
    },
  },
  {
    name: 'values: a megabyte of text comes back whole',
    uses,
    async body(trial) {
      await trial.done('worker', { type: 'start-step', stepId: 'measure' });
      const text = 'Bolzen ✓ '.repeat(120_000).trim();
      const read = await roundTrip(trial, 'note', text);
      equal(typeof read === 'string' && read.length, text.length, 'its length');
      equal(read === text, true, 'whether it is the same');
    },
  },
];
