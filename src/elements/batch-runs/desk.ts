/** What batch-runs draws and does. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Id } from '../../domain/run.js';
import { isOver } from '../../domain/lifecycle.js';
import { leavingRefused } from '../../domain/membership.js';
import { batch as batchWords } from '../../messages/en/batch.js';
import { formatList } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { buttons } from '../../styles/buttons.js';
import { glyph, repeat as several } from '../../styles/glyphs.js';
import { choices } from '../../styles/choices.js';
import { inputs } from '../../styles/inputs.js';
import { notice } from '../../styles/notice.js';
import { status } from '../../styles/status.js';
import { surface } from '../../styles/surface.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { beside } from '../beside.styles.js';
import { CommandDialog, type CommandFormHost } from '../command-form.js';
import { styles as form } from '../command-form.styles.js';
import { namer } from '../names.js';
import { styles as own } from './batch-runs.styles.js';
import { joinForm, leaveForm } from './forms.js';
import { outcomesOf, type Outcomes } from './outcomes.js';
import { othersOf, list, notDone, type Shown } from './rows.js';

export const styles = [tokens, tones, notice, surface, status, buttons, choices, inputs, form, beside, own];

export interface Host extends CommandFormHost {
  element: ReactiveControllerHost & HTMLElement & { brief: boolean };
}

/** How many others are not over, as far as the backend lists them. */
const takingPart = (shown: Shown): number | undefined =>
  othersOf(shown)?.filter((one) => !isOver(one)).length;

export class BatchDesk {
  /** Whether there is nothing to show. */
  empty = true;

  readonly #host: Host;
  readonly #dialog: CommandDialog;
  #outcomes: Outcomes | undefined;
  #unfollow: (() => void) | undefined;
  #whole = false;

  constructor(host: Host) {
    this.#host = host;
    this.#dialog = new CommandDialog(host);
  }

  get followed(): readonly Id[] {
    const key = this.#dialog.key;
    return key === undefined ? [''] : ['', key];
  }

  /** The element is not shown any more. */
  left(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
    if (this.#outcomes?.speaker === this.#host.element) this.#outcomes.speaker = undefined;
    this.#outcomes = undefined;
  }

  drawn(): void {
    this.#dialog.shown();
  }

  draw(): TemplateResult | typeof nothing {
    const { element } = this.#host;
    const session = this.#host.session();
    this.empty = true;
    if (!session?.run) return nothing;
    const { batch } = session.run;
    const outcomes = this.#follow(session);
    const may = !element.brief && session.may(batch ? 'leave-batch' : 'join-batch');
    // The batches that it could join.
    if (may && !batch && !outcomes.runs && !outcomes.failed) outcomes.read(true);
    this.empty = !batch && !may && outcomes.notDone.length === 0;
    if (this.empty) return nothing;
    const shown: Shown = { element, session, outcomes, words: words(element, 'batch', batchWords) };
    return element.brief ? this.#line(shown) : this.#card(shown, may);
  }

  #follow(session: RunSession): Outcomes {
    const outcomes = outcomesOf(session);
    // What changed just before it left the page is drawn after that.
    if (!this.#host.element.isConnected) return outcomes;
    if (outcomes !== this.#outcomes) {
      this.left();
      this.#outcomes = outcomes;
      this.#unfollow = outcomes.follow(() => this.#host.element.requestUpdate());
    }
    outcomes.speaker ??= this.#host.element;
    return outcomes;
  }

  #line(shown: Shown): TemplateResult {
    return html`<section aria-label=${shown.words.title}>
      ${this.#reach(shown)} ${notDone(shown, shown.outcomes.notDone)}
    </section>`;
  }

  #reach(shown: Shown): TemplateResult | typeof nothing {
    const { batch } = shown.session.run!;
    if (!batch) return nothing;
    const all = othersOf(shown)?.length;
    return html`<p class="reach" part="reach">
      ${glyph(several)} <span>${shown.words.reaches(clip(batch.name), takingPart(shown), all)}</span>
    </p>`;
  }

  #card(shown: Shown, may: boolean): TemplateResult {
    const { words: say, session, outcomes } = shown;
    const run = session.run!;
    const { last } = outcomes;
    return html`<section aria-labelledby="title">
      <h3 class="label" id="title" part="title" tabindex="-1">
        ${run.batch ? say.titleOf(clip(run.batch.name)) : say.title}
      </h3>
      ${run.batch ? html`<p class="hint">${say.stays}</p>` : html`<p class="hint">${say.alone}</p>`}
      ${last && run.batch && takingPart(shown) !== 0 ? html`<p part="last">${say.done(last.done, last.all)}</p>` : nothing}
      ${list(shown, this.#whole, () => {
        this.#whole = true;
        this.#host.element.requestUpdate();
      })}
      ${may ? this.#actions(shown) : nothing} ${this.#dialog.draw()}
    </section>`;
  }

  #actions(shown: Shown): TemplateResult {
    const { words: say, session, element } = shown;
    const run = session.run!;
    if (!run.batch) {
      return html`<div class="actions" part="actions">
        <button type="button" @click=${() => this.#dialog.open(joinForm(shown))}>${say.join}</button>
      </div>`;
    }
    const blocked = leavingRefused(run)?.blockers ?? [];
    const name = namer(session);
    const steps = formatList(
      blocked.map(({ stepId }) => clip(name(stepId))),
      localeOf(element) ?? 'en',
      'conjunction',
      say.more,
    );
    return html`<div class="actions" part="actions">
      <button
        type="button"
        aria-disabled=${blocked.length > 0 ? 'true' : nothing}
        aria-describedby=${blocked.length > 0 ? 'why-not' : nothing}
        @click=${() => blocked.length === 0 && this.#dialog.open(leaveForm(shown))}
      >
        ${say.leave}
      </button>
      ${blocked.length > 0 ? html`<p class="hint" id="why-not">${say.redlined(steps)}</p>` : nothing}
    </div>`;
  }
}
