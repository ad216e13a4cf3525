/**
 * The last drafts before a page ends, written at once to `localStorage`, since nobody waits there for a database. The
 * database takes them over; what is here after that is what it did not get.
 */
import type { DraftKey, StoredDraft } from './drafts.js';

/** A draft, or that there is none any more since then. */
export type Change = StoredDraft | (DraftKey & { v: 1; draft: null; savedAt: string });

/** What stands in the journal: its name there and its text. */
interface Line {
  name: string;
  text: string;
}

export class Journal {
  readonly #prefix: string;

  constructor(name: string) {
    this.#prefix = `${name} `;
  }

  /** Without the place, a journal that is full or forbidden is no worse than none. */
  write(change: Change): Line | undefined {
    const { tenant, runId, person, kind, key } = change;
    const line = {
      name: this.#prefix + JSON.stringify([tenant, runId, person, kind, key]),
      text: JSON.stringify(change),
    };
    try {
      localStorage.setItem(line.name, line.text);
      return line;
    } catch {
      return undefined;
    }
  }

  /** Strikes a line, unless it says something else by now. */
  strike({ name, text }: Line): void {
    try {
      if (localStorage.getItem(name) === text) localStorage.removeItem(name);
    } catch {
      // What cannot be struck is read once more, and loses against what is newer.
    }
  }

  lines(): readonly Line[] {
    try {
      return Object.keys(localStorage)
        .filter((name) => name.startsWith(this.#prefix))
        .map((name) => ({ name, text: localStorage.getItem(name) ?? '' }));
    } catch {
      return [];
    }
  }
}
