/**
 * The elements of a step's fields, parts and sign-offs: made once, set by property, and left alone while the step
 * around them is drawn again. A field draws itself.
 */
import type { Field, Id, Step } from '../../domain/run.js';
import type { RunSession } from '../../session.js';

interface Placed extends HTMLElement {
  session?: RunSession;
  fieldId?: Id;
  fieldIds?: readonly Id[];
  stepId?: Id;
}

/** From this many on, rows out of view are not laid out. */
const many = 50;

const tagFor = ({ type }: Field): string =>
  type === 'number' ? 'measurement-field' : type === 'signoff' ? 'signoff-field' : 'value-field';

/** Fields that stand together: the readings of one characteristic; any other field stands alone. */
function together(fields: readonly Field[]): readonly (readonly [Field, ...Field[]])[] {
  const groups: [Field, ...Field[]][] = [];
  const of = (field: Field | undefined): Id | undefined =>
    field?.type === 'number' ? field.sample?.of : undefined;
  for (const field of fields) {
    const last = groups.at(-1);
    if (last && of(field) !== undefined && of(field) === of(last[0])) last.push(field);
    else groups.push([field]);
  }
  return groups;
}

const list = (): HTMLElement => {
  const element = document.createElement('div');
  element.className = 'fields';
  return element;
};

/** Puts these in, in this order; where they stand so already nothing moves, and nothing loses the focus. */
function fill(parent: HTMLElement, children: readonly HTMLElement[]): HTMLElement | undefined {
  const { childNodes } = parent;
  if (childNodes.length !== children.length || children.some((child, at) => childNodes[at] !== child)) {
    parent.replaceChildren(...children);
  }
  parent.classList.toggle('many', children.length > many);
  return children.length > 0 ? parent : undefined;
}

export class StepFields {
  /** The fields but sign-offs, the parts, the sign-offs: each where the step has some. */
  values: HTMLElement | undefined;
  parts: HTMLElement | undefined;
  signoffs: HTMLElement | undefined;
  /** Where the step has some, or may get some. */
  evidence: Placed | undefined;

  readonly #values = list();
  readonly #signoffs = list();
  readonly #tag: (name: string) => string;
  #byId = new Map<Id, Placed>();
  #table: Placed | undefined;
  #session: RunSession | undefined;
  #structure: object | undefined;
  #stepId: Id | undefined;

  /** `tag` gives an element's name in this page. */
  constructor(tag: (name: string) => string) {
    this.#tag = tag;
  }

  /** The element of a field. */
  at(fieldId: Id): HTMLElement | undefined {
    return this.#byId.get(fieldId);
  }

  /** Only another step, another session or another structure makes any work. */
  show(session: RunSession, step: Step): void {
    this.#placeEvidence(session, step);
    if (session === this.#session && session.structure === this.#structure && step.id === this.#stepId) {
      return;
    }
    const before = this.#byId;
    this.#byId = new Map();
    const values: HTMLElement[] = [];
    const signoffs: HTMLElement[] = [];
    const samples = this.#tag('measurement-samples');
    const grid = this.#tag('data-grid');
    const isTable = step.grid && customElements.get(grid);
    const fields = isTable ? step.fields.filter(({ cell }) => !cell) : step.fields;
    // A page that has not registered it shows the readings, or the cells of a table, one by one.
    const groups = customElements.get(samples) ? together(fields) : fields.map((field) => [field] as const);
    for (const [field, ...others] of groups) {
      const tag = others.length > 0 ? samples : this.#tag(tagFor(field));
      const known = before.get(field.id);
      const element: Placed = known?.localName === tag ? known : document.createElement(tag);
      element.session = session;
      if (others.length > 0) element.fieldIds = [field, ...others].map(({ id }) => id);
      else element.fieldId = field.id;
      this.#byId.set(field.id, element);
      (field.type === 'signoff' ? signoffs : values).push(element);
    }
    if (isTable) {
      const table: Placed = (this.#table ??= document.createElement(grid));
      table.session = session;
      table.stepId = step.id;
      table.className = 'wide';
      values.push(table);
    }
    this.values = fill(this.#values, values);
    this.signoffs = fill(this.#signoffs, signoffs);
    this.#placeParts(session, step);
    this.#session = session;
    this.#structure = session.structure;
    this.#stepId = step.id;
  }

  #placeEvidence(session: RunSession, { id, evidence }: Step): void {
    const before = this.evidence?.stepId === id ? this.evidence : undefined;
    const { putFile } = session.adapter;
    const wanted = evidence?.length || before || (putFile && session.may('attach-file', { stepId: id }));
    const element = wanted ? (before ?? document.createElement(this.#tag('evidence-list'))) : undefined;
    if (element) Object.assign(element, { session, stepId: id });
    this.evidence = element;
  }

  #placeParts(session: RunSession, step: Step): void {
    if (step.requirements.length === 0) this.parts = undefined;
    else {
      const parts: Placed = (this.parts ??= document.createElement(this.#tag('install-checklist')));
      parts.session = session;
      parts.stepId = step.id;
    }
  }
}
