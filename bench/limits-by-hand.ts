/** The same checklist and the same table by hand: the visible parts that the elements draw, in the browser's own DOM. */
import { Big } from 'big.js';
import type { Field, Requirement, Step, Unit } from '../src/domain/run.js';
import { limitsBench } from './limits-driver.js';

type Child = Node | string;

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const paths = {
  ok: 'm4 13 5 5L20 7',
  todo: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  bad: 'M12 21V9m-5 5 5-5 5 5M5 4h14',
  scan: 'M4 8V4h4m8 0h4v4M4 16v4h4m8 0h4v-4M8 8v8m4-8v8m4-8v8',
};
function glyph(d: string, label?: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'glyph');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute(label === undefined ? 'aria-hidden' : 'aria-label', label ?? 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}

let step: Step;
const units = new Map<string, Unit>();

// The checklist -----------------------------------------------------------------------------------------------

const installedIn = new Map<string, { unit: Unit; quantity: string }[]>();
const rows = new Map<string, HTMLElement>();

const facts = (...texts: readonly string[]): HTMLElement =>
  make('p', { class: 'hint facts numbers' }, ...texts.map((text) => make('span', {}, text)));

function stateOf({ id, quantity }: Requirement): readonly [installed: string, left: Big] {
  const installed = (installedIn.get(id) ?? []).reduce((sum, one) => sum.plus(one.quantity), new Big(0));
  return [installed.toFixed(), new Big(quantity).minus(installed)];
}

function verdict(requirement: Requirement): HTMLElement {
  const [, left] = stateOf(requirement);
  return left.lte(0)
    ? make('p', { class: 'verdict ok' }, glyph(paths.ok), ' All installed')
    : make('p', { class: 'verdict' }, glyph(paths.todo), ` ${left.toFixed()} remaining`);
}

function rowOf(requirement: Requirement, at: number): HTMLElement {
  const { id, description, partNumber, quantity } = requirement;
  const row = make(
    'li',
    { class: 'requirement', 'data-key': id, tabindex: '-1', 'aria-labelledby': `name-${at}` },
    make(
      'div',
      { class: 'what' },
      make('p', { class: 'label', id: `name-${at}` }, description),
      facts(partNumber, `0 of ${quantity} installed`),
      verdict(requirement),
    ),
    make(
      'div',
      { class: 'acts' },
      make(
        'button',
        { type: 'button', class: 'pick', 'aria-expanded': 'false', 'aria-describedby': `name-${at}` },
        'Pick from stock',
      ),
    ),
  );
  rows.set(id, row);
  return row;
}

function install(requirement: Requirement, unit: Unit): void {
  const into = installedIn.get(requirement.id) ?? [];
  into.push({ unit, quantity: '1' });
  installedIn.set(requirement.id, into);
  const row = rows.get(requirement.id)!;
  const [installed, left] = stateOf(requirement);
  row.querySelector('.facts')!.lastElementChild!.textContent =
    `${installed} of ${requirement.quantity} installed`;
  row.querySelector('.verdict')!.replaceWith(verdict(requirement));
  if (left.lte(0)) row.querySelector('.acts')!.remove();
  const list = row.querySelector('.installs') ?? row.appendChild(make('ul', { class: 'installs' }));
  list.append(
    make(
      'li',
      {},
      make('span', { class: 'facts' }, make('b', {}, unit.serial ?? unit.lot ?? ''), ' Amara Osei'),
      make('button', { type: 'button', class: 'quiet' }, 'Uninstall'),
    ),
  );
  document.querySelector('.told')!.textContent = `${unit.serial ?? unit.partNumber} installed.`;
}

function checklist(): HTMLElement {
  const input = make('input', { id: 'scan', autocomplete: 'off', spellcheck: 'false' });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const unit = units.get(input.value.trim().toUpperCase());
    const requirement = step.requirements.find(
      (one) => one.partNumber === unit?.partNumber && stateOf(one)[1].gt(0),
    );
    if (unit && requirement) install(requirement, unit);
    input.select();
  });
  return make(
    'div',
    { class: 'checklist' },
    make(
      'div',
      { class: 'scan' },
      make('label', { class: 'label', for: 'scan' }, 'Scan or type a serial, lot or part number'),
      make('div', { class: 'entry' }, glyph(paths.scan), input),
      make('div', { class: 'told', role: 'status' }),
    ),
    make('ul', { 'aria-label': 'Parts' }, ...step.requirements.map(rowOf)),
  );
}

// The table: every cell is there, and one editor goes where it is needed ---------------------------------------

const fields = new Map<string, Field>();
const places = new WeakMap<Element, { row: number; column: number }>();

function say(cell: HTMLElement, field: Field, value: string): void {
  if (field.type !== 'number') return cell.replaceChildren(make('span', { class: 'text' }, value));
  const { min = '-1e9', max = '1e9' } = field.limits ?? {};
  const number = new Big(value);
  const isGood = number.gte(min) && number.lte(max);
  cell.className = `cell ${isGood ? 'ok' : 'bad'}`;
  cell.replaceChildren(
    make('span', { class: 'text' }, value),
    glyph(isGood ? paths.ok : paths.bad, isGood ? 'In range' : 'Out of range'),
  );
}

function table(): HTMLElement {
  const { columns, rows: lines } = step.grid!;
  const body = make('tbody');
  const values = new Map<string, string>();
  const open = new Map(lines.map(({ id }) => [id, columns.length]));
  const idOf = (row: number, column: number): string => `${lines[row]!.id}:${columns[column]!.id}`;

  function save(cell: HTMLTableCellElement, value: string): void {
    const { row, column } = places.get(cell)!;
    const id = idOf(row, column);
    const line = lines[row]!;
    if (!values.has(id)) open.set(line.id, open.get(line.id)! - 1);
    values.set(id, value);
    say(cell, fields.get(id)!, value);
    cell.parentElement!.querySelector('.state')!.textContent = `${open.get(line.id)!} open`;
  }
  lines.forEach(({ label }, row) => {
    const name = make(
      'th',
      { scope: 'row', tabindex: '-1' },
      make('span', { class: 'label' }, label),
      make('span', { class: 'state' }, `${columns.length} open`),
    );
    const cells = columns.map((_, column) => {
      const cell = make('td', { class: 'cell', role: 'gridcell', tabindex: '-1' });
      places.set(cell, { row, column });
      return cell;
    });
    body.append(make('tr', { 'aria-rowindex': String(row + 2) }, name, ...cells));
  });
  body.addEventListener('keydown', (event) => {
    const cell = (event.target as Element).closest('td')!;
    if (event.key !== 'Enter') return;
    if (event.target instanceof HTMLInputElement) return save(cell, event.target.value);
    const editor = make('input', { class: 'editor', inputmode: 'decimal' });
    cell.append(editor);
    editor.focus();
  });
  body.addEventListener('paste', (event) => {
    const from = places.get((event.target as Element).closest('td')!)!;
    event.preventDefault();
    event
      .clipboardData!.getData('text/plain')
      .split('\n')
      .forEach((line, down) =>
        line.split('\t').forEach((text, right) => {
          const row = body.rows[from.row + down]!;
          save(row.cells[from.column + right + 1]!, text);
        }),
      );
  });
  const head = columns.map(({ label }) =>
    make(
      'th',
      { scope: 'col' },
      make('span', { class: 'label' }, label),
      make('span', { class: 'hint' }, 'mm'),
    ),
  );
  return make(
    'div',
    { class: 'box' },
    make('table', { role: 'grid' }, make('thead', {}, make('tr', {}, make('th'), ...head)), body),
  );
}

const contender = {
  prepare: (run: { steps: readonly Step[] }, stock: readonly Unit[]): Promise<void> => {
    step = run.steps[0]!;
    for (const kept of [units, installedIn, rows, fields]) kept.clear();
    for (const unit of stock) {
      for (const name of [unit.id, unit.serial, unit.lot]) if (name) units.set(name.toUpperCase(), unit);
    }
    for (const field of step.fields) fields.set(field.id, field);
    return Promise.resolve();
  },
  mount: (host: HTMLElement, what: 'parts' | 'grid'): void =>
    host.append(what === 'grid' ? table() : checklist()),
  root: () => document,
  install: (requirementId: string, unitId: string): void =>
    install(
      step.requirements.find(({ id }) => id === requirementId)!,
      units.get(unitId.toUpperCase())!,
    ),
};

Object.assign(window, { bench: limitsBench(contender) });
