// A large step on the page, and what a person does there.
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { FieldElement } from '../../src/elements/field-element.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { bigRun, bigStock, roverPeople, type BigRunOptions } from '../../src/testing/index.js';

export const person = roverPeople.technician.id;
export const stepId = 'big-step';

/** Waits for what is about to show; tells how long it took. Mocha ends it where it never does. */
export async function until(holds: () => unknown): Promise<number> {
  const start = performance.now();
  while (!holds()) await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - start;
}

export interface Shown {
  session: RunSession;
  root: ShadowRoot;
  /** Milliseconds until it was there. */
  opened: number;
}

const open: (() => void)[] = [];
export const closeAll = (): void => open.splice(0).forEach((close) => close());

export async function sessionOver(adapter: Adapter, runId: string): Promise<RunSession> {
  const session = createRunSession({ adapter, runId, person });
  open.push(() => session.stop());
  await until(() => session.status === 'ready');
  return session;
}

/** Shows a large step in an element, until `isThere`. */
export async function show(
  tag: string,
  size: BigRunOptions,
  isThere: (root: ShadowRoot) => unknown,
): Promise<Shown> {
  const run = bigRun(size);
  const units = bigStock({ requirements: size.requirements ?? 0 });
  const session = await sessionOver(memoryAdapter({ runs: [run], units }), run.id);
  const element = Object.assign(document.createElement(tag), { session, stepId });
  const start = performance.now();
  document.body.append(element);
  open.push(() => element.remove());
  await until(() => element.shadowRoot && isThere(element.shadowRoot));
  document.body.getBoundingClientRect();
  return { session, root: element.shadowRoot!, opened: performance.now() - start };
}

export const textOf = (root: ParentNode | null | undefined): string =>
  (root?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The shadow root of one of many elements that show a field. */
export const fieldIn = (root: ParentNode, fieldId: string): ShadowRoot =>
  [...root.querySelectorAll<FieldElement>('measurement-field, value-field')].find(
    (one) => one.fieldId === fieldId,
  )!.shadowRoot!;

/** Types into a control and leaves it. */
export function enter(control: HTMLInputElement, text: string): void {
  control.focus();
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

export const press = (target: Element, key: string): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );

/** Types into a cell of a grid, and goes on from there. */
export async function enterCell(grid: ParentNode, row: number, column: number, text: string): Promise<void> {
  cellAt(grid, row, column).focus();
  press(cellAt(grid, row, column), 'Enter');
  await until(() => grid.querySelector('.editor'));
  const editor = grid.querySelector<HTMLInputElement>('.editor')!;
  editor.value = text;
  editor.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  press(editor, 'Enter');
}
export const cellAt = (grid: ParentNode, row: number, column: number): HTMLElement =>
  grid.querySelector<HTMLTableRowElement>(`tr[aria-rowindex="${row + 2}"]`)!.cells[column + 1]!;
