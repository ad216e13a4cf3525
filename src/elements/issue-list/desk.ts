/** What issue-list draws and does, once there is a run: loaded beside it. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CommandRequest } from '../../domain/command.js';
import { isOpen } from '../../domain/issue.js';
import type { ReworkWay } from '../../domain/rework.js';
import type { Id, Issue } from '../../domain/run.js';
import { issue as issueWords } from '../../messages/en/issue.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { besideKey, runKey } from '../../session/keys.js';
import { buttons } from '../../styles/buttons.js';
import { inputs } from '../../styles/inputs.js';
import { notice } from '../../styles/notice.js';
import { surface } from '../../styles/surface.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { beside } from '../beside.styles.js';
import { CommandDialog, type CommandFormHost } from '../command-form.js';
import { styles as formStyles } from '../command-form.styles.js';
import { LocateRequestedEvent } from '../events.js';
import { loadExplanations } from '../explain-later.js';
import { placeFor, type Act } from './acts.js';
import {
  disposing,
  duplicatingStep,
  failingRun,
  linking,
  opening,
  reopeningStep,
  returning,
} from './forms.js';
import { styles as own } from './issue-list.styles.js';
import { fitting, listed, type Filter } from './order.js';
import { filters } from './filters.js';
import { foot } from './foot.js';
import { Led } from './led.js';
import type { Offer } from './offers.js';
import { type Place } from './places.js';
import { dispositionName, issueRow, rowKey } from './row.js';
import { IssueVoice } from './voice.js';

export const styles = [tokens, tones, notice, surface, buttons, inputs, formStyles, beside, own];

/** How many are listed at first, and how many more at each press; more than these can be filtered. */
const listedAtFirst = 20;
const listedMore = 100;

/** The element around it. */
export interface Host extends CommandFormHost {
  /** Whose issues; of the whole run where there is none. */
  stepId(): Id | undefined;
}

export class IssueDesk {
  readonly #host: Host;
  readonly #dialog: CommandDialog;
  readonly #opened = new Set<Id>();
  #filter: Filter = { text: '', showing: 'all' };
  #count = listedAtFirst;
  /** What is listed now. */
  #shown: readonly Issue[] = [];
  /** Whose issues these are: of another session or step nothing stays open. */
  #scope: readonly unknown[] = [];
  /** Who is to be led to. */
  #leading: Id | undefined;
  /** The issues there were when a form was sent, to find the one that it has opened. */
  #before: ReadonlySet<Id> | undefined;
  /** Whoever names one of these issues is led here. */
  readonly #led = new Led((id) => this.show(id));
  readonly #voice: IssueVoice;

  constructor(host: Host) {
    this.#host = host;
    this.#dialog = new CommandDialog(host, () => this.#done());
    this.#voice = new IssueVoice(host.element, (issueId) => this.#all.some(({ id }) => id === issueId));
  }

  get #session(): RunSession | undefined {
    return this.#host.session();
  }

  get #stepId(): Id | undefined {
    return this.#host.stepId();
  }

  get #say() {
    return words(this.#host.element, 'issue', issueWords);
  }

  get #all(): readonly Issue[] {
    const run = this.#session?.run;
    return run ? listed(run, this.#stepId) : [];
  }

  /** The keys that it is drawn again for. */
  get followed(): readonly Id[] {
    const { key } = this.#dialog;
    const stepId = this.#stepId;
    return [
      stepId === undefined ? runKey : besideKey(stepId),
      ...this.#page.map(rowKey),
      ...(key === undefined ? [] : [key]),
    ];
  }

  /** Whether there is anything to show: at a step without issues there is not. */
  get empty(): boolean {
    return this.#stepId !== undefined && this.#all.length === 0 && this.#dialog.key === undefined;
  }

  /** Those that the filter leaves, and of them those that are listed. */
  get #page(): readonly Issue[] {
    return this.#fitting.slice(0, this.#count);
  }

  get #fitting(): readonly Issue[] {
    const { element } = this.#host;
    const session = this.#session;
    if (!session?.run || this.#all.length <= listedAtFirst) return this.#all;
    return fitting(this.#all, this.#filter, ({ disposition }) =>
      disposition === undefined ? '' : dispositionName(element, session, disposition),
    );
  }

  // Acting --------------------------------------------------------------------------------------------------

  /** Asks for a new one, against this, else against the step or the run. */
  open(targetId?: Id): void {
    const session = this.#session;
    const stepId = this.#stepId;
    if (!session?.run) return;
    this.#before = new Set(session.run.issues.map(({ id }) => id));
    this.#dialog.open(opening(this.#say, session, placeFor(session, stepId), targetId));
  }

  /** Leads to one of them, wherever it is listed. */
  show(issueId: Id): void {
    const at = this.#all.findIndex(({ id }) => id === issueId);
    if (at < 0) return;
    this.#filter = { text: '', showing: 'all' };
    this.#count = Math.max(this.#count, at + 1);
    this.#opened.add(issueId);
    this.#leading = issueId;
    this.#host.element.requestUpdate();
  }

  /** The one that was opened here is shown. */
  #done(): void {
    const before = this.#before;
    const made = before && this.#session?.run?.issues.find(({ id }) => !before.has(id));
    this.#before = undefined;
    if (made) this.show(made.id);
  }

  #act(act: Act, issue: Issue): void {
    const session = this.#session!;
    const run = session.run!;
    const at = placeFor(session, this.#stepId);
    this.#before = undefined;
    if (act === 'disposition') this.#dialog.open(disposing(this.#say, run, issue, at));
    else if (act === 'back') this.#dialog.open(returning(this.#say, issue, at));
    else if (act === 'link') this.#dialog.open(linking(this.#say, run, issue, at));
    else this.#send(issue, { type: `${act}-issue`, ...at, issueId: issue.id });
  }

  #send(issue: Issue, request: CommandRequest): void {
    loadExplanations();
    const session = this.#session!;
    this.#host.submit(session.entry(rowKey(issue)), session.submission(request));
  }

  #follow(offer: Offer, way: ReworkWay | undefined, issue: Issue): void {
    const run = this.#session!.run!;
    this.#before = undefined;
    this.#dialog.open(
      offer === 'fail-run'
        ? failingRun(this.#say, run, issue)
        : way === 'duplicate'
          ? duplicatingStep(this.#say, run, offer.step)
          : reopeningStep(this.#say, run, offer.step, issue),
    );
  }

  #go({ targetId, stepId }: Place): void {
    const { element } = this.#host;
    const session = this.#session;
    if (!session!.reveal(targetId)) element.dispatchEvent(new LocateRequestedEvent(stepId, targetId));
  }

  // Showing -------------------------------------------------------------------------------------------------

  draw(): TemplateResult | typeof nothing {
    const { element } = this.#host;
    const session = this.#session;
    const stepId = this.#stepId;
    if (!session?.run) return nothing;
    this.#begin(session);
    const all = this.#all;
    const fits = this.#fitting;
    const say = this.#say;
    this.#shown = this.#page;
    const left = fits.length - this.#shown.length;
    return html`<section aria-labelledby="title">
        <h3 class="label" id="title" part="title" tabindex="-1">
          ${stepId === undefined ? say.titleOfRun : say.title}
        </h3>
        ${
          all.length > listedAtFirst
            ? filters(element, this.#filter, (filter) => {
                this.#filter = filter;
                this.#count = listedAtFirst;
                element.requestUpdate();
              })
            : nothing
        }
        ${
          fits.length === 0
            ? html`<p class="hint" role="status">${all.length === 0 ? say.none : say.noMatch}</p>`
            : html`<ul class="issues" part="issues" aria-labelledby="title">
                ${repeat(
                  this.#shown,
                  ({ id }) => id,
                  (issue, at) =>
                    issueRow(
                      {
                        element,
                        session,
                        stepId,
                        opened: this.#opened.has(issue.id),
                        toggled: (one, open) => this.#toggled(one, open),
                        act: (act, one) => this.#act(act, one),
                        follow: (offer, way, one) => this.#follow(offer, way, one),
                        go: (place) => this.#go(place),
                        retry: (one) => this.#host.retry(session.entry(rowKey(one))),
                      },
                      issue,
                      at,
                    ),
                )}
              </ul>`
        }
        ${
          left > 0
            ? html`<button type="button" class="quiet more" @click=${() => void this.#more()}>
                ${say.more(left)}
              </button>`
            : nothing
        }
        ${foot(element, session, { stepId, issues: all, open: () => this.open() })}
      </section>
      ${this.#voice.region} ${this.#dialog.draw()}`;
  }

  /** At another step nothing of the one before stays; the only open issue is opened for reading. */
  #begin(session: RunSession): void {
    const scope = [session, this.#stepId];
    if (scope.every((one, at) => one === this.#scope[at]) && this.#scope.length > 0) return;
    this.#scope = scope;
    this.#opened.clear();
    this.#filter = { text: '', showing: 'all' };
    this.#count = listedAtFirst;
    this.#dialog.close();
    const open = this.#all.filter(isOpen);
    if (open.length === 1) this.#opened.add(open[0]!.id);
  }

  #toggled({ id }: Issue, open: boolean): void {
    if (this.#opened.has(id) === open) return;
    if (open) this.#opened.add(id);
    else this.#opened.delete(id);
    this.#host.element.requestUpdate();
  }

  async #more(): Promise<void> {
    const { element } = this.#host;
    const at = this.#shown.length;
    this.#count += listedMore;
    element.requestUpdate();
    await element.updateComplete;
    element.shadowRoot!.querySelectorAll<HTMLElement>('summary')[at]?.focus();
  }

  /** To be called after each drawing. */
  drawn(): void {
    this.#dialog.shown();
    this.#voice.hear(this.#session);
    this.#led.follow(
      this.#session,
      this.#all.map(({ id }) => id),
    );
    const leading = this.#leading;
    this.#leading = undefined;
    if (leading === undefined) return;
    const row = this.#host.element.shadowRoot!.querySelector(`[data-key="${CSS.escape(leading)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('summary')?.focus();
  }

  /** To be called when the element leaves the page. */
  left(): void {
    this.#led.stop();
    this.#voice.hear(undefined);
  }
}
