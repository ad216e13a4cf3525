/** What a redline speaks of, in words: limits, options, substitutes, a whole field, a whole part. */
import type { Field, Id, Limits, Option, Requirement, Run, Step, Substitute } from '../../domain/run.js';
import { stepNumbers } from '../../domain/run.js';
import { redline as redlineWords } from '../../messages/en/redline.js';
import { step as stepWords } from '../../messages/en/step.js';
import { verdict as verdictWords } from '../../messages/en/verdict.js';
import { formatDecimal } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';

/** A property by its name in the record, and its value in words. */
export type Property = readonly [name: string, value: string];

/** What something is called where it is told. */
export class Teller {
  readonly texts: typeof redlineWords;
  readonly #element: Element;
  readonly #run: Run;
  #numbers: ReadonlyMap<Id, string> | undefined;

  constructor(element: Element, run: Run) {
    this.#element = element;
    this.#run = run;
    this.texts = words(element, 'redline', redlineWords);
  }

  /** Number and title. */
  step(id: Id): string {
    const step = this.#run.steps.find((one) => one.id === id);
    if (!step) return this.texts.gone;
    this.#numbers ??= stepNumbers(this.#run);
    return clip(words(this.#element, 'step', stepWords).heading(this.#numbers.get(id) ?? '', step.title));
  }

  /** A value of a property; empty where there is none. `unit` is that of the limits. */
  value(name: string, value: unknown, unit?: string): string {
    const { texts } = this;
    if (value === undefined || value === null) return '';
    if (typeof value === 'boolean') return value ? texts.yes : texts.no;
    if (name === 'limits') return this.#limits(value, unit);
    if (Array.isArray(value))
      return this.pieces(value as readonly (Option | Substitute | string)[]).join(', ');
    if (name === 'quantity') return formatDecimal(value as string, localeOf(this.#element));
    return typeof value === 'string' ? value : '';
  }

  /** Options, substitutes or places, each by itself. */
  pieces(list: readonly (Option | Substitute | string)[]): readonly string[] {
    return list.map((one) =>
      clip(
        typeof one === 'string'
          ? one
          : 'label' in one
            ? one.label
            : [one.partNumber, one.description].filter(Boolean).join(' '),
      ),
    );
  }

  #limits(limits: Limits, unit: string | undefined): string {
    return words(this.#element, 'verdict', verdictWords).limits(limits, unit, localeOf(this.#element));
  }

  /** All that there is to say of a field. */
  field(field: Field): readonly Property[] {
    const { texts } = this;
    const one = field as Field & Readonly<Record<string, unknown>>;
    return this.#all([
      ['type', texts.type(field.type)],
      ...['unit', 'limits', 'options', 'partNumber', 'role', 'meaning', 'hint'].map((name): Property => [
        name,
        this.value(name, one[name], one['unit'] as string | undefined),
      ]),
      ['required', this.value('required', field.required)],
      ['allowNotApplicable', field.allowNotApplicable ? texts.yes : ''],
      ['peerReview', field.type === 'signoff' && field.peerReview ? texts.yes : ''],
    ]);
  }

  /** What the cells of a row ask for, by their columns; what is the same everywhere is said of those. */
  cells(step: Step | undefined, cells: readonly Field[]): readonly Property[] {
    return this.#all(
      cells.map((one) => {
        const column = step?.grid?.columns.find(({ id }) => id === one.cell?.column);
        const limits = one.type === 'number' ? this.value('limits', one.limits, one.unit) : '';
        return [clip(column?.label ?? one.label), limits];
      }),
    );
  }

  /** All that there is to say of a part that is needed. */
  requirement(one: Requirement): readonly Property[] {
    return this.#all([
      ['partNumber', one.partNumber],
      ['quantity', [this.value('quantity', one.quantity), one.unit].filter(Boolean).join(' ')],
      ['tracking', this.texts.tracking(one.tracking)],
      ['designators', this.value('designators', one.designators)],
      ['substitutes', this.value('substitutes', one.substitutes)],
    ]);
  }

  #all(properties: readonly Property[]): readonly Property[] {
    return properties.filter(([, value]) => value !== '');
  }

  /** Where a step stands among those around it. */
  place(step: Step): string {
    const { place } = this.texts;
    const beside = this.#run.steps.filter(({ parentId }) => parentId === step.parentId);
    const at = beside.findIndex(({ id }) => id === step.id);
    const [before, after] = [beside[at - 1], beside[at + 1]];
    const among =
      before && after
        ? place.between(this.step(before.id), this.step(after.id))
        : before
          ? place.after(this.step(before.id))
          : after && place.before(this.step(after.id));
    const inside = step.parentId === undefined ? undefined : place.inside(this.step(step.parentId));
    return [inside, among].filter(Boolean).join(' · ') || place.alone;
  }
}
