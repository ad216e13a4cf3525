/**
 * The contender by hand: the same step with the same visible parts as Stepwright's elements draw, in the browser's own
 * DOM, with one listener per event on the whole form. No code of Stepwright's, the same decimal library.
 */
import { Big } from 'big.js';
import type { Field, Limits, NumberField, Run, Step } from '../src/domain/run.js';
import { measure, type Contender } from './driver.js';

type Value = string | boolean | readonly string[];
type Verdict = 'in-range' | 'low' | 'high';
type Child = Node | string | false | undefined;

const person = { id: 'p-tech', name: 'Tanja Technician' };
const saved = new Map<string, { value: Value; by: string; at: Date }>();
const fields = new Map<string, Field>();
/** What is still to be done, in the step's order, with why. */
const outstanding = new Map<string, string>();
let format: Intl.DateTimeFormat | undefined;
/** Made when it is first needed: what a page does while it loads is not measured. */
const timeInWords = (at: Date): string =>
  (format ??= new Intl.DateTimeFormat('en-US', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })).format(at);

const paths = {
  ok: 'm4 13 5 5L20 7',
  low: 'M12 3v12m-5-5 5 5 5-5M5 20h14',
  todo: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  chevron: 'm6 9 6 6 6-6',
  more: 'M5 11.5a.5.5 0 1 0 .1 0m7 0a.5.5 0 1 0 .1 0m7 0a.5.5 0 1 0 .1 0',
  high: 'M12 21V9m-5 5 5-5 5 5M5 4h14',
};
const words: Record<Verdict, readonly [text: string, path: string, tone: string]> = {
  'in-range': ['In range', paths.ok, 'ok'],
  low: ['Too low', paths.low, 'bad'],
  high: ['Too high', paths.high, 'bad'],
};

// DOM --------------------------------------------------------------------------------------------------------

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) if (child !== false && child !== undefined) element.append(child);
  return element;
}

function draw(
  attributes: Readonly<Record<string, string>>,
  ...shapes: readonly (readonly [string, string])[]
): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({ 'aria-hidden': 'true', ...attributes }))
    svg.setAttribute(name, value);
  for (const [name, d] of shapes) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('class', name);
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
const glyph = (path: string): SVGElement => draw({ class: 'glyph', viewBox: '0 0 24 24' }, ['', path]);

// Limits -----------------------------------------------------------------------------------------------------

function bounds({ min, max, target, plus, minus }: Limits): { low: Big | undefined; high: Big | undefined } {
  const offset = (by: string | undefined): Big | undefined =>
    target !== undefined && by !== undefined ? new Big(target).plus(by) : undefined;
  return {
    low: min === undefined ? offset(minus) : new Big(min),
    high: max === undefined ? offset(plus) : new Big(max),
  };
}

function judge(text: string, limits: Limits): Verdict {
  const value = new Big(text);
  const { low, high } = bounds(limits);
  return low && value.lt(low) ? 'low' : high && value.gt(high) ? 'high' : 'in-range';
}

function inWords(limits: Limits, unit = ''): string {
  const { target, plus, minus } = limits;
  if (target !== undefined && plus !== undefined && minus !== undefined) {
    return `-${plus}` === minus
      ? `${target} ± ${plus} ${unit}`
      : `${target} ${unit}, +${plus} / ${minus.replace('-', '−')}`;
  }
  const { low, high } = bounds(limits);
  if (low && high) return `${low.toFixed()} to ${high.toFixed()} ${unit}`;
  return low ? `at least ${low.toFixed()} ${unit}` : high ? `at most ${high.toFixed()} ${unit}` : '';
}

/** Where the value lies on a line from 0 to 100 whose limits are at 22 and 78. */
function markAt(limits: Limits, text: string): string {
  const { low, high } = bounds(limits);
  const from = low ? low.toNumber() : high!.toNumber() / 2;
  const to = high ? high.toNumber() : from * 2;
  const place = 22 + ((Number(text) - from) / (to - from || 1)) * 56;
  return `M${Math.round(Math.min(98, Math.max(2, place)) * 10) / 10} 0V16`;
}

// One field --------------------------------------------------------------------------------------------------

const labelOf = (field: Field): readonly Child[] => [
  field.label,
  field.required && ' ',
  field.required && make('span', { class: 'required' }, 'Required'),
];

function reading({ id, unit, limits = {} }: NumberField): readonly Node[] {
  const { low, high } = bounds(limits);
  const describedBy = `${id}-limits ${id}-verdict ${id}-message`;
  const input = make('input', {
    id,
    name: id,
    class: 'numeric control',
    inputmode: 'decimal',
    autocomplete: 'off',
  });
  input.spellcheck = false;
  input.setAttribute('enterkeyhint', 'done');
  input.setAttribute('aria-describedby', describedBy);
  input.setAttribute('aria-invalid', 'false');
  input.required = true;
  return [
    make('p', { class: 'hint numbers', id: `${id}-limits` }, inWords(limits, unit)),
    make(
      'div',
      { class: 'reading' },
      make('div', { class: 'with-unit' }, input, unit !== undefined && make('span', { class: 'unit' }, unit)),
      make(
        'div',
        { class: 'judged' },
        make('span', { class: 'verdict', id: `${id}-verdict` }),
        make(
          'div',
          { class: 'picture', 'aria-hidden': 'true' },
          draw(
            { viewBox: '0 0 100 16', preserveAspectRatio: 'none' },
            ['track', 'M0 8H100'],
            ['band', `M${low ? 22 : 0} 8H${high ? 78 : 100}`],
            ['mark', ''],
          ),
          make('span', {}, low?.toFixed()),
          make('span', {}, high?.toFixed()),
        ),
      ),
    ),
  ];
}

const choice = (
  type: 'radio' | 'checkbox',
  id: string,
  value: string,
  label: string,
  ...before: readonly Node[]
): Node =>
  make(
    'label',
    { class: 'check' },
    make('input', { class: 'control', type, name: id, value }),
    ...before,
    make('span', {}, label),
  );

function control(field: Field): readonly Node[] {
  const { id } = field;
  const described = { id, name: id, class: 'control', 'aria-describedby': `${id}-message`, required: '' };
  switch (field.type) {
    case 'number':
      return reading(field);
    case 'pass-fail':
      return [
        make(
          'div',
          { class: 'segments' },
          choice('radio', id, 'pass', 'Pass', glyph(paths.ok)),
          choice('radio', id, 'fail', 'Fail', glyph('M4 4h16v16H4zM9 9l6 6m0-6-6 6')),
        ),
      ];
    case 'single-select':
      return [
        make(
          'div',
          { class: 'segments' },
          ...field.options.map(({ value, label }) => choice('radio', id, value, label)),
        ),
      ];
    case 'multi-select':
      return [
        make(
          'div',
          { class: 'options' },
          ...field.options.map(({ value, label }) => choice('checkbox', id, value, label)),
        ),
      ];
    case 'boolean':
      return [
        make(
          'div',
          { class: 'row' },
          choice('checkbox', id, 'true', 'Not recorded'),
          make('button', { type: 'button', class: 'no' }, 'No'),
        ),
      ];
    case 'text':
      return [make('textarea', { ...described, rows: '1' })];
    default:
      return [make('input', { ...described, type: 'date' })];
  }
}

/** Several controls under one name are a group; the label of a single one is its label. */
const grouped = new Set(['pass-fail', 'single-select', 'boolean', 'multi-select']);

function fieldOf(field: Field): HTMLElement {
  const group = grouped.has(field.type);
  return make(
    group ? 'fieldset' : 'div',
    { class: 'field', id: `place-${field.id}` },
    group
      ? make('legend', { class: 'label' }, ...labelOf(field))
      : make('label', { class: 'label', for: field.id }, ...labelOf(field)),
    ...control(field),
    make('p', { class: 'message', id: `${field.id}-message` }),
  );
}

// Recording --------------------------------------------------------------------------------------------------

const part = (place: Element, name: string): HTMLElement => place.querySelector<HTMLElement>(`.${name}`)!;

function show(
  place: Element,
  { type, limits }: Partial<NumberField>,
  value: string,
  judged: Verdict | undefined,
): void {
  if (type !== 'number') return;
  const [text, path, tone] = judged ? words[judged] : ['', '', ''];
  part(place, 'verdict').replaceChildren(...(judged ? [glyph(path), ` ${text}`] : []));
  part(place, 'reading').className = `reading ${tone}`;
  part(place, 'mark').setAttribute('d', judged ? markAt(limits ?? {}, value) : '');
  part(place, 'numeric').setAttribute('aria-invalid', String(tone === 'bad'));
}

function say(place: Element, text: string, isBad: boolean): void {
  const message = part(place, 'message');
  // Who recorded it is a button as well: it opens what was recorded before.
  const history = { type: 'button', class: 'line', title: 'Earlier values', 'aria-haspopup': 'dialog' };
  if (isBad) message.textContent = text;
  else message.replaceChildren(make('button', history, text));
  message.classList.toggle('bad', isBad);
  message.classList.toggle('quiet', !isBad);
}

function valueOf(field: Field, place: Element, control: HTMLInputElement): Value {
  if (field.type === 'boolean') return control.checked;
  if (field.type !== 'multi-select') return control.value.trim();
  return [...place.querySelectorAll<HTMLInputElement>(':checked')].map((box) => box.value);
}

const listed = 8;

function tally(form: Element): void {
  const done = fields.size - outstanding.size;
  part(form, 'progress').querySelector('progress')!.value = done;
  part(form, 'done').textContent = `${done} of ${fields.size} entries done`;
  part(form, 'count').textContent = `${outstanding.size} outstanding`;
  const lines = outstanding.values();
  for (const item of part(form, 'outstanding').querySelectorAll('li')) {
    const { value: line } = lines.next();
    item.hidden = line === undefined;
    item.querySelector('button')!.ariaLabel = `Go to: ${String(line)}`;
    item.querySelector('span')!.textContent = String(line);
  }
  part(form, 'rest').textContent = `${Math.max(0, outstanding.size - listed)} more`;
}

function save(form: Element, place: Element, field: Field, value: Value): void {
  const limits = field.type === 'number' ? (field.limits ?? {}) : {};
  if (field.type === 'number' && !/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(value as string)) {
    part(place, 'numeric').setAttribute('aria-invalid', 'true');
    return say(place, `“${String(value)}” is not a number. Type a number.`, true);
  }
  const judged = field.type === 'number' ? judge(value as string, limits) : undefined;
  const at = new Date();
  saved.set(field.id, { value, by: person.id, at });
  show(place, field as Partial<NumberField>, String(value), judged);
  say(place, `Recorded by ${person.name}, ${timeInWords(at)}`, false);
  const isBad = judged === 'low' || judged === 'high';
  if (isBad) outstanding.set(field.id, `${field.label} is out of range`);
  else outstanding.delete(field.id);
  tally(form);
  part(form, 'live').textContent =
    `${field.label}: ${String(value)}${judged ? `, ${words[judged][0].toLowerCase()}` : ''}`;
}

function step({ title, labor }: Step, number: number): HTMLFormElement {
  const since = timeInWords(new Date(labor[0]!.in));
  const form = make(
    'form',
    { class: 'step', 'aria-label': title },
    make(
      'header',
      {},
      make('h2', {}, make('span', { class: 'number' }, String(number)), ' ', make('span', {}, title)),
      make('span', { class: 'status' }, glyph(paths.ok), ' In progress'),
      make('ul', { class: 'people' }, make('li', { class: 'hint' }, `You, since ${since}`)),
      make(
        'div',
        { class: 'progress' },
        make('progress', { max: String(fields.size), 'aria-label': 'Progress' }),
        make('span', { class: 'done' }),
      ),
    ),
    make(
      'div',
      { class: 'body' },
      make(
        'section',
        {},
        make('h3', { class: 'hint' }, 'Record'),
        make('div', { class: 'fields' }, ...Array.from(fields.values(), fieldOf)),
      ),
      make(
        'section',
        { class: 'side' },
        make('h3', { class: 'hint count' }),
        make(
          'ul',
          { class: 'outstanding' },
          ...Array.from({ length: listed }, () =>
            make('li', {}, make('button', { type: 'button' }, glyph(paths.todo), make('span'))),
          ),
        ),
        make('button', { type: 'button' }, glyph(paths.chevron), make('span', { class: 'rest' })),
      ),
    ),
    make(
      'footer',
      { class: 'actions' },
      make('button', { type: 'button', 'aria-disabled': 'true' }, 'Complete step'),
      make('button', { type: 'button' }, 'Check out'),
      make('button', { type: 'button', 'aria-label': 'More actions' }, glyph(paths.more)),
    ),
    make('div', { class: 'live', role: 'status' }),
  );
  tally(form);
  const heard = (event: Event): readonly [Element, Field] => {
    const place = (event.target as Element).closest('.field')!;
    return [place, fields.get(place.id.slice('place-'.length))!];
  };
  form.addEventListener('input', (event) => {
    const [place, field] = heard(event);
    // What stands beside a number that is being typed was said of another one.
    if (saved.has(field.id)) show(place, field as Partial<NumberField>, '', undefined);
  });
  form.addEventListener('change', (event) => {
    const [place, field] = heard(event);
    save(form, place, field, valueOf(field, place, event.target as HTMLInputElement));
  });
  return form;
}

// Measured ---------------------------------------------------------------------------------------------------

let run: Run;

const contender: Contender = {
  prepare: (given) => void (run = given),
  mount(host) {
    const [shown] = run.steps;
    saved.clear();
    fields.clear();
    outstanding.clear();
    for (const field of shown!.fields) {
      fields.set(field.id, field);
      outstanding.set(field.id, `${field.label} is empty`);
    }
    host.append(step(shown!, 1));
  },
  field(id) {
    const place = document.getElementById(`place-${id}`);
    return place ? { place, root: place } : undefined;
  },
};

measure(contender);
