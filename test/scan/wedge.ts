// Keys as a scanner or a person makes them, with the time that the test says.
import type { Keystroke } from '../../src/scan/keystrokes.js';

/** A key that goes down, so many milliseconds after the one before. */
export interface Key extends Partial<Omit<Keystroke, 'timeStamp' | 'getModifierState'>> {
  key: string;
  gap: number;
  capsLock?: boolean;
}

/** The facts of keys, one after the other. */
export function strokes(keys: readonly Key[], from = 1000): Keystroke[] {
  let timeStamp = from;
  return keys.map(({ gap, capsLock = false, ...key }) => ({
    code: '',
    isComposing: false,
    repeat: false,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    ...key,
    timeStamp: (timeStamp += gap),
    getModifierState: (name) => name === 'CapsLock' && capsLock,
  }));
}

/** How a scanner sends a control character. */
export type Separator = 'ctrl' | 'F8' | 'alt' | 'raw';

function separator(how: Separator, gap: number): Key[] {
  if (how === 'F8') return [{ key: 'F8', gap }];
  if (how === 'raw') return [{ key: '\x1d', code: 'BracketRight', ctrlKey: true, gap }];
  if (how === 'ctrl') {
    return [
      { key: 'Control', gap: 0, ctrlKey: true },
      // A German keyboard has a plus there.
      { key: '+', code: 'BracketRight', gap, ctrlKey: true },
    ];
  }
  const digit = (n: number): Key => ({ key: 'Unmapped', code: `Numpad${n}`, gap: gap / 3, altKey: true });
  return [{ key: 'Alt', gap: 0, altKey: true }, digit(0), digit(2), digit(9)];
}

/** What a scanner sends for one character. */
export function scanned(character: string, gap: number, how: Separator = 'ctrl'): Key[] {
  if (character === '\x1d') return separator(how, gap);
  if (character.toLowerCase() === character) return [{ key: character, gap }];
  return [
    { key: 'Shift', gap: 0, shiftKey: true },
    { key: character, gap, shiftKey: true },
  ];
}

export const enter = (gap: number): Key => ({ key: 'Enter', code: 'Enter', gap });

/** A whole scan at one speed, after a pause. */
export const scan = (
  text: string,
  { gap = 8, pause = 500, how = 'ctrl' }: { gap?: number; pause?: number; how?: Separator } = {},
): Key[] => [
  { key: 'Shift', gap: pause, shiftKey: true },
  ...[...text].flatMap((character) => scanned(character, gap, how)),
  enter(gap),
];

/** A person's keys. */
export const typed = (text: string, gap = 120): Key[] => [...text].map((key) => ({ key, gap }));
