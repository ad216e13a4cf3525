/**
 * Tells a scan from typing: a keyboard-wedge scanner is a keyboard that is faster than any hand and ends with Enter.
 *
 * Text comes from `key`, so a scanner and a computer that are set to the same layout understand each other whatever it
 * is; `code` is read only where `key` cannot know: digits typed with Alt, and control characters.
 * Time is the event's own: a page that was busy hears all keys at once, and a slow hand would look like a scanner.
 */

/** What is known of a key that went down: a `KeyboardEvent` fits as it is. */
export interface Keystroke {
  readonly key: string;
  readonly code: string;
  /** Milliseconds. */
  readonly timeStamp: number;
  readonly isComposing: boolean;
  readonly repeat: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  getModifierState(key: string): boolean;
}

export interface ScanSettings {
  /**
   * The longest time between two keys of a scan, in milliseconds. Scanners take 1 to 40, hands 60 and more. Once as
   * many keys as a scan needs have come so fast it may falter for four times as long, as those without a wire do.
   */
  longestGap: number;
  /** The fewest characters of a scan. */
  shortest: number;
  /** The keys that end a scan, by `key`. Where `Enter` is one, Ctrl+M and Ctrl+J are as well. */
  terminators: readonly string[];
  /** What keys without a character stand for, by `key`: function keys that a scanner sends for control characters. */
  separators: Readonly<Record<string, string>>;
  /**
   * What becomes of letters while Caps Lock is on. Most scanners do not know of it and are heard in the wrong case,
   * which Shift tells: `undo` puts it right. `keep` is for a scanner that is set to make up for it by itself.
   */
  capsLock: 'undo' | 'keep';
}

const usual: Readonly<ScanSettings> = {
  longestGap: 50,
  shortest: 4,
  terminators: ['Enter'],
  separators: { F8: '\x1d' },
  capsLock: 'undo',
};

/**
 * What a key is. `begins`: from here on it may be a scan, or somebody is typing. `follows`: too fast for a hand, so far.
 * `belongs`: it follows, and is a key that a page or browser would act on. With a text it has ended a scan. The others
 * have nothing to do with scans.
 */
export type Heard = 'begins' | 'follows' | 'belongs' | 'other' | { readonly text: string };

const modifiers =
  /^(Shift|Control|Alt(Graph)?|Meta|OS|(Caps|Num|Scroll|Fn|Symbol)Lock|Fn|Hyper|Super|Symbol)$/;
/** Keys that have a name and no character. */
const named = /^[A-Z][A-Za-z0-9]+$/;
/** In the place of what could not be read, so that a scan is never given shortened. */
const unreadable = '\ufffd';
/** How many times the longest gap a scan may falter that has begun as one; cut there, half of it would be given. */
export const falter = 4;
/** No label holds more; a key that got stuck does. */
const longest = 8192;
/** Where a US keyboard has what Ctrl makes control characters of. Scanners that send these are set to that one. */
const controlCodes: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  Backslash: '\\',
  BracketRight: ']',
  Digit6: '^',
  Minus: '_',
};

export class Keystrokes {
  settings: Readonly<ScanSettings>;
  #text = '';
  #began = 0;
  /** When the last key came that was not a modifier. */
  #last = -Infinity;
  /** Something came between that no scanner sends. */
  #spoiled = false;
  /** A scan has just ended: what a scanner adds to its Enter still belongs to it. */
  #ended = false;
  /** Digits typed with Alt, of which a character is made when it is let go. */
  #digits = '';
  /** The last key was one that waits for the next to make a character together. */
  #dead = false;

  constructor(settings: Partial<ScanSettings> = {}) {
    this.settings = { ...usual, ...settings };
  }

  /** Drops what has been heard. */
  forget(): void {
    this.#text = this.#digits = '';
    this.#spoiled = this.#ended = this.#dead = false;
  }

  /** To be told of each key that goes down. */
  hear(stroke: Keystroke): Heard {
    const { key, timeStamp } = stroke;
    if (modifiers.test(key)) {
      if (key === 'Alt' && !stroke.repeat) this.#letGo();
      return 'other';
    }
    const { longestGap, shortest } = this.settings;
    const gap = timeStamp - this.#last;
    const most = this.#text.length < shortest ? longestGap : longestGap * falter;
    if (!(gap >= 0 && gap <= most)) this.forget();
    this.#last = timeStamp;
    const isEmpty = this.#text === '' && this.#digits === '';
    if (this.#isNoScan(stroke)) {
      this.#spoiled = true;
      return 'other';
    }
    if (!stroke.ctrlKey && !stroke.altKey && !stroke.metaKey && this.settings.terminators.includes(key)) {
      return this.#end(gap);
    }
    const read = this.#read(stroke);
    // A person has selected all before holding the label to the scanner; none begins with such a character.
    const isShortcut = isEmpty && stroke.ctrlKey && read !== undefined && read !== '' && read < '\x1b';
    if (read === undefined || isShortcut) {
      // Before the first character it is a person's, or what a scanner begins with.
      this.#spoiled ||= !isEmpty;
      return 'other';
    }
    if (/[\r\n]/.test(read) && this.settings.terminators.includes('Enter')) return this.#end(gap);
    this.#text += read;
    this.#spoiled ||= this.#text.length > longest;
    if (isEmpty) {
      this.#began = timeStamp;
      this.#ended = false;
      return 'begins';
    }
    if (this.#spoiled) return 'other';
    return read < ' ' && read !== '' ? 'belongs' : 'follows';
  }

  /** Held keys repeat as fast as a scanner types, and an input method's keys are not its text. */
  #isNoScan({ key, isComposing, repeat }: Keystroke): boolean {
    // After a dead key some systems compose, and the next key ends it.
    return repeat || (isComposing && !this.#dead) || key === 'Process' || key === 'Unidentified';
  }

  #end(gap: number): Heard {
    this.#letGo();
    const text = this.#text;
    const { longestGap, shortest } = this.settings;
    // However it faltered, hands are slower as a whole.
    const isFast = gap <= longestGap && this.#last - this.#began <= longestGap * text.length;
    const isTail = this.#ended && text === '';
    const isScan = !this.#spoiled && isFast && text.length >= shortest;
    this.forget();
    this.#ended = isScan || isTail;
    return isScan ? { text } : isTail ? 'belongs' : 'other';
  }

  /** The character that a key makes, '' while it is being made; undefined for a key that makes none. */
  #read(stroke: Keystroke): string | undefined {
    const { key, code, altKey, ctrlKey, metaKey } = stroke;
    // Whatever Num Lock makes of the keys.
    if (altKey && /^Numpad\d$/.test(code)) {
      this.#digits += code.at(-1)!;
      return '';
    }
    this.#letGo();
    const { separators } = this.settings;
    if (Object.hasOwn(separators, key)) return separators[key];
    if (key === 'Dead') {
      this.#dead = true;
      return unreadable;
    }
    if (metaKey || (key.length > 1 && named.test(key))) return undefined;
    // Both together are AltGr, which makes characters.
    if (ctrlKey && !altKey) return control(stroke);
    const read = this.#inCase(stroke);
    // A letter with its accent tells what the dead key was, and so does an accent that stands alone.
    const tells = read.length > 1 || /[^ -~]|["'^`~]/.test(read);
    if (this.#dead && tells && this.#text.endsWith(unreadable)) this.#text = this.#text.slice(0, -1);
    this.#dead = false;
    return read;
  }

  #inCase(stroke: Keystroke): string {
    const { key, shiftKey } = stroke;
    if (this.settings.capsLock === 'keep' || !stroke.getModifierState('CapsLock')) return key;
    const meant = shiftKey ? key.toUpperCase() : key.toLowerCase();
    return meant.length === key.length ? meant : key;
  }

  /** Alt is let go: the digits are the number of a character. */
  #letGo(): void {
    const number = Number(this.#digits);
    // Above ASCII, a number means what the computer's code page says, which a page cannot know, or Latin 1 after a 0.
    const isKnown = number < 128 || (this.#digits.startsWith('0') && number > 159 && number < 256);
    if (this.#digits !== '') this.#text += isKnown ? String.fromCharCode(number) : unreadable;
    this.#digits = '';
  }
}

/** The control character that a key makes with Ctrl. */
function control({ key, code }: Keystroke): string | undefined {
  if (key < ' ') return key;
  const sign = /^[@-_a-z]$/.test(key) ? key.toUpperCase() : controlCodes[code];
  return sign && String.fromCharCode(sign.charCodeAt(0) & 31);
}
