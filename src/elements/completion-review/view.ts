/** What completion-review draws at rest: the button with its reasons, and that the run is complete. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Blocker, CommandRequest } from '../../domain/command.js';
import { permits } from '../../domain/permission.js';
import { personName, type Id, type Run } from '../../domain/run.js';
import { fault as faultWords } from '../../messages/en/fault.js';
import { review as reviewWords } from '../../messages/en/review.js';
import { formatInstant } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { buttons } from '../../styles/buttons.js';
import { complete, glyph, info, person, warning } from '../../styles/glyphs.js';
import { surface } from '../../styles/surface.js';
import { inputs } from '../../styles/inputs.js';
import { notice } from '../../styles/notice.js';
import { status } from '../../styles/status.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import type { ReviewActor, RunSession } from '../../session.js';
import { explain } from '../explain.js';
import { endMenu, type EndCommand } from './ending.js';
import { reasons } from './reasons.js';
import { styles as viewStyles } from './view.styles.js';

export const styles = [tokens, tones, notice, status, buttons, surface, inputs, viewStyles];

export { endDialog, ended, type EndDialog } from './ending.js';

export interface PlaceInRun {
  stepId: Id;
  targetId: Id;
}

/** What the element gives to what is drawn in it. */
export interface Desk {
  host: Element;
  session: RunSession;
  run: Run;
  inline: boolean;
  /** How many of a kind are listed beyond the first. */
  listedMore: number;
  tag: (name: string) => string;
  focus: (selector: string) => void;
  open: () => void;
  /** Fails or cancels the run, once the reason has been asked. */
  end: (command: EndCommand) => void;
  go: (place: PlaceInRun) => void;
  more: () => void;
  /** The actor, which is reviewing if it can be. */
  begin: () => ReviewActor;
  cancel: () => void;
  confirm: (request: CommandRequest) => void;
  retry: () => void;
}

export interface Hindrance {
  blockers: readonly Blocker[];
  /** In words, where it is not what is outstanding. */
  why?: string;
  /** It is other people's to do, and nothing is wrong. */
  others?: boolean;
  held: boolean;
}

/** Why the run cannot be completed now: by its status or for this person, and what stands in the way. */
export function hindrance({ host, session, run }: Desk): Hindrance {
  const refusal = session.whyNot('complete-run');
  const blockers = refusal?.refused === 'locked' ? [] : session.blockers();
  const held = blockers.length > 0 || refusal !== undefined;
  // What is outstanding says more than that the run has not come so far.
  if (!refusal || (refusal.refused === 'wrong-status' && blockers.length > 0)) return { blockers, held };
  if (refusal.detail?.reason === 'permission') {
    const may = run.people.filter((person) => !permits(person, 'complete-run')).map(({ name }) => name);
    return { blockers, held, others: true, why: words(host, 'review', reviewWords).others(may) };
  }
  const said = explain(host, run, run.title, { refusal });
  return { blockers, held, ...(said && { why: `${said.why} ${said.next}` }) };
}

export function rest(desk: Desk): TemplateResult {
  const hindered = hindrance(desk);
  const { blockers, held } = hindered;
  return html`<div class="actions">
      <button
        type="button"
        class="primary"
        part="button"
        aria-disabled=${held ? 'true' : nothing}
        aria-describedby=${held ? 'why reasons' : nothing}
        aria-haspopup="dialog"
        @click=${() => (held ? desk.focus('summary, #why') : desk.open())}
      >
        ${words(desk.host, 'review', reviewWords).open}
      </button>
      ${endMenu(desk)}
    </div>
    ${reason(hindered)} ${reasons(desk, blockers)}`;
}

/** Why it cannot be completed, where that is not what is outstanding. */
export const reason = ({ why, others }: Hindrance): TemplateResult | typeof nothing =>
  why
    ? html`<p class=${others ? 'hint others' : 'notice'} id="why" tabindex="-1">
        ${glyph(others ? person : info)} <span>${why}</span>
      </p>`
    : nothing;

/** After a completion: that it is so, by whom and when. In a dialog it is the title. */
export function done({ host, run }: Desk, titles = false): TemplateResult {
  const say = words(host, 'review', reviewWords);
  const last = run.completions.at(-1);
  const by = last && personName(run, last.by);
  return html`<div class="notice ok done" part="done" tabindex="-1">
    ${glyph(complete)}
    <div>
      <p class="heading" id=${titles ? 'title' : nothing}>${say.done}</p>
      ${last ? html`<p>${say.doneBy(by!, formatInstant(last.at, localeOf(host), run.zone))}</p>` : nothing}
      ${last?.note ? html`<p class="note">${say.noted} ${last.note}</p>` : nothing}
    </div>
  </div>`;
}

/** In place of everything where the run could not be read. */
export function notLoaded(host: Element, session: RunSession): TemplateResult {
  const { what, why, next } = words(host, 'fault', faultWords).notLoaded(session.fault!);
  return html`<div class="notice bad" role="alert">
    ${glyph(warning)}
    <div class="stack">
      <span>${what} ${why} ${next}</span>
      <button type="button" @click=${() => session.retry()}>
        ${words(host, 'review', reviewWords).retry}
      </button>
    </div>
  </div>`;
}
