/** What redline-list draws: the redlines that stand, and those that are over. */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Id, Redline } from '../../domain/run.js';
import { redline as redlineWords } from '../../messages/en/redline.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { buttons } from '../../styles/buttons.js';
import { chevron, glyph } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { notice } from '../../styles/notice.js';
import { status } from '../../styles/status.js';
import { surface } from '../../styles/surface.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { beside } from '../beside.styles.js';
import { styles as forms } from '../command-form.styles.js';
import type { Doing } from './decisions.js';
import { styles as marks } from './difference.styles.js';
import { closedOne, isStanding, standing } from './one.js';
import { styles as own } from './redline-list.styles.js';

export { CommandDialog } from '../command-form.js';
export { formOf } from './decisions.js';
export { isStanding };

// After the inputs: a message that is bad looks so.
export const styles = [tokens, notice, status, surface, buttons, inputs, tones, forms, marks, beside, own];

/** The element around it. */
export interface Host {
  readonly element: ReactiveElement;
  readonly session: RunSession | undefined;
  /** Without one those of the whole run are shown. */
  readonly stepId: Id | undefined;
  /** What a person has unfolded. */
  readonly opened: ReadonlySet<string>;
  toggle(key: string, open: boolean): void;
  decide(doing: Doing, redline: Redline): void;
  goTo(stepId: Id): void;
  addStep(): void;
}

/** The same, where there is a run to show. */
export type Shown = Host & { session: RunSession };

/** The redlines that are shown here. */
export const redlinesOf = (session: RunSession | undefined, stepId: Id | undefined): readonly Redline[] =>
  session?.run?.redlines.filter((one) => stepId === undefined || one.stepId === stepId) ?? [];

/** More than so many that are over are shown when somebody asks for them. */
const manyOver = 30;

export function view(host: Host): TemplateResult | typeof nothing {
  const { session, stepId, element, opened } = host;
  if (!session?.run) return nothing;
  const shown: Shown = { ...host, session };
  const texts = words(element, 'redline', redlineWords);
  const all = redlinesOf(session, stepId);
  const over = all.filter((one) => !isStanding(one)).reverse();
  const isOfRun = stepId === undefined;
  const mayAdd = isOfRun && session.may('propose-redline');
  if (!isOfRun && all.length === 0) return nothing;
  const listed = opened.has('over-all') ? over : over.slice(0, manyOver);
  return html`<section aria-labelledby="title">
    <div class="top">
      <h3 class="label" id="title" part="title">${isOfRun ? texts.titleOfAll : texts.title}</h3>
      ${
        mayAdd
          ? html`<button type="button" id="add" @click=${host.addStep}>${texts.addStep}</button>`
          : nothing
      }
    </div>
    ${all.length === 0 ? html`<p class="hint">${texts.none}</p>` : nothing}
    ${repeat(
      all.filter(isStanding),
      ({ id }) => id,
      (one) => standing(shown, one),
    )}
    ${
      over.length === 0
        ? nothing
        : html`<details
            class="over"
            part="earlier"
            ?open=${opened.has('over')}
            @toggle=${(event: Event) => {
              if (event.target === event.currentTarget)
                host.toggle('over', (event.target as HTMLDetailsElement).open);
            }}
          >
            <summary>${glyph(chevron)} ${texts.earlier(over.length)}</summary>
            ${
              opened.has('over')
                ? html`<ul>
                    ${repeat(
                      listed,
                      ({ id }) => id,
                      (one) => closedOne(shown, one),
                    )}
                  </ul>`
                : nothing
            }
            ${
              opened.has('over') && listed.length < over.length
                ? html`<button type="button" class="quiet" @click=${() => host.toggle('over-all', true)}>
                    ${texts.earlier(over.length - listed.length)}
                  </button>`
                : nothing
            }
          </details>`
    }
  </section>`;
}
