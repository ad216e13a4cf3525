/** The rows by keyboard: arrows, Home, End, and what a row begins with. Tab leads to one of them and on. */

/** Milliseconds after which what is typed begins anew. */
const pause = 700;
/** How many rows Page Up and Page Down pass over. */
const page = 10;

export interface Row {
  id: string;
  number: string;
  title: string;
}

export class RowKeys {
  readonly #rows: () => readonly Row[];
  readonly #focus: (id: string) => void;
  #typed = '';
  #last = -Infinity;

  constructor(rows: () => readonly Row[], focus: (id: string) => void) {
    this.#rows = rows;
    this.#focus = focus;
  }

  /** What a scanner types is prevented by its router and moves nothing. */
  hear(event: KeyboardEvent, at: string): void {
    const { key, defaultPrevented, ctrlKey, altKey, metaKey } = event;
    if (defaultPrevented || ctrlKey || altKey || metaKey) return;
    const rows = this.#rows();
    const index = rows.findIndex(({ id }) => id === at);
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page };
    const next =
      key === 'Home'
        ? 0
        : key === 'End'
          ? rows.length - 1
          : Object.hasOwn(to, key)
            ? Math.min(Math.max(to[key as keyof typeof to], 0), rows.length - 1)
            : this.#find(event, rows, index);
    if (next === undefined || !rows[next]) return;
    event.preventDefault();
    this.#focus(rows[next].id);
  }

  /** The next row whose number or title begins with what was typed; one letter again goes on to the next. */
  #find({ key, timeStamp }: KeyboardEvent, rows: readonly Row[], from: number): number | undefined {
    if (timeStamp - this.#last > pause) this.#typed = '';
    if (key.length !== 1 || (key === ' ' && this.#typed === '')) return undefined;
    this.#last = timeStamp;
    const typed = (this.#typed += key.toLocaleLowerCase());
    const isOne = [...typed].every((one) => one === typed[0]);
    const sought = isOne ? typed[0]! : typed;
    const start = isOne ? from + 1 : from;
    for (let passed = 0; passed < rows.length; passed += 1) {
      const index = (start + passed + rows.length) % rows.length;
      const { number, title } = rows[index]!;
      if (number.startsWith(typed) || title.toLocaleLowerCase().startsWith(sought)) return index;
    }
    return undefined;
  }
}
