/** What is done to a long checklist and to a large table and timed there, the same for both contenders. */
import type { Run, Unit } from '../src/domain/run.js';
import { bigRun, bigStock } from '../src/testing/big-run.js';
import { key, layOut, painted, press, timed, until } from './clock.js';

export interface LimitsContender {
  /** Takes what a page has before it shows anything. Not measured. */
  prepare(run: Run, units: readonly Unit[]): Promise<void>;
  /** Begins to show the parts of the step, or its grid. */
  mount(host: HTMLElement, what: 'parts' | 'grid'): void;
  /** In which everything is found by class, role and `data-key`. */
  root(): ParentNode | null | undefined;
  /** Installs a unit that somebody has chosen. */
  install(requirementId: string, unitId: string): void;
}

export interface LimitsBench {
  parts(count: number): Promise<Readonly<Record<string, number>>>;
  grid(rows: number, columns: number): Promise<Readonly<Record<string, number>>>;
}

export const middle = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;

/** A check in a table by its place in `bigRun`: two measurements, a check, a remark, and so on. */
const textFor = (row: number, column: number): string =>
  column % 4 < 2 ? `${20 + row}.${column}` : column % 4 === 2 ? 'pass' : `Remark ${row}`;

export function limitsBench(contender: LimitsContender): LimitsBench {
  const host = document.querySelector('main')!;
  const find = (selector: string): HTMLElement | null | undefined =>
    contender.root()?.querySelector(selector);
  const count = (selector: string): number => contender.root()?.querySelectorAll(selector).length ?? 0;

  async function parts(many: number): Promise<Readonly<Record<string, number>>> {
    await contender.prepare(bigRun({ requirements: many }), bigStock({ requirements: many }));
    const partsMount = await timed(
      () => contender.mount(host, 'parts'),
      () => count('li .verdict') === many && find('#scan'),
    );
    const says = (id: string): string => find(`[data-key="${id}"] .verdict`)!.textContent;
    /** Until the row says something else than before. */
    async function changed(id: string, begin: () => void): Promise<number> {
      find(`[data-key="${id}"]`)!.scrollIntoView({ block: 'center' });
      await painted();
      const before = says(id);
      return timed(begin, () => says(id) !== before);
    }
    // In `bigRun` every fourth part is one piece with a serial; the first ones warm up.
    const ids = Array.from({ length: 24 }, (_, index) => String(1 + index * 4));
    const installs: number[] = [];
    const scans: number[] = [];
    for (const at of ids.slice(0, 12)) {
      installs.push(await changed(`part-${at}`, () => contender.install(`part-${at}`, `unit-${at}-1`)));
    }
    for (const at of ids.slice(12)) {
      const box = find('#scan') as HTMLInputElement;
      box.focus({ preventScroll: true });
      scans.push(
        await changed(`part-${at}`, () => {
          box.value = `SN-${at}-1`;
          key(box, 'Enter');
        }),
      );
    }
    host.replaceChildren();
    return { partsMount, install: middle(installs.slice(3)), scan: middle(scans.slice(3)) };
  }

  async function grid(rows: number, columns: number): Promise<Readonly<Record<string, number>>> {
    await contender.prepare(bigRun({ grid: { rows, columns } }), []);
    const gridMount = await timed(
      () => contender.mount(host, 'grid'),
      () => find('td.cell'),
    );
    const cell = (row: number, column: number): HTMLElement =>
      (find(`tr[aria-rowindex="${row + 2}"]`) as HTMLTableRowElement).cells[column + 1]!;
    const isSaid = (row: number, column: number): boolean =>
      cell(row, column).querySelector('[aria-label="In range"]') !== null;

    const saves: number[] = [];
    for (let row = 10; row < 20; row += 1) {
      cell(row, 0).focus();
      key(cell(row, 0) as HTMLInputElement, 'Enter');
      const editor = (await until(() => find('.editor'))) as HTMLInputElement;
      press(editor, '42.5');
      await painted();
      saves.push(
        await timed(
          () => key(editor, 'Enter'),
          () => isSaid(row, 0),
        ),
      );
    }

    const block = Array.from({ length: 10 }, (_, row) =>
      Array.from({ length: columns }, (_column, column) => textFor(row, column)).join('\t'),
    ).join('\n');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', block);
    const first = cell(0, 0);
    first.focus();
    let last = columns - 1;
    while (last % 4 > 1) last -= 1;
    const paste = await timed(
      () =>
        first.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
        ),
      () => isSaid(9, last),
    );

    const box = find('.box')!;
    const scrolls: number[] = [];
    for (let time = 0; time < 12; time += 1) {
      await painted();
      const start = performance.now();
      box.scrollTop += 600;
      box.dispatchEvent(new Event('scroll'));
      layOut();
      scrolls.push(performance.now() - start);
    }
    host.replaceChildren();
    return { gridMount, cell: middle(saves.slice(2)), paste, scroll: middle(scrolls.slice(2)) };
  }
  return { parts, grid };
}
