/** The editor of a redline: a dialog in which a person enters what is to change and sees the difference grow. */
import { html, nothing, type TemplateResult } from 'lit';
import { isRefusal, type Refusal } from '../../../domain/command.js';
import { draftRedline } from '../../../domain/redline-draft.js';
import { numberSigns } from '../../../domain/typed-number.js';
import type { Id, Redline, Run, Step } from '../../../domain/run.js';
import type { FlowContext } from '../../../machines/command-flow.js';
import { redlineEditor as editorWords } from '../../../messages/en/redline-editor.js';
import { localeOf, words } from '../../../messages/registry.js';
import type { RunSession } from '../../../session.js';
import { choices } from '../../../styles/choices.js';
import { glyph, warning } from '../../../styles/glyphs.js';
import type { CommandFormHost } from '../../command-form.js';
import { explainLater, loadExplanations } from '../../explain-later.js';
import { showModal } from '../../modal.js';
import { namer } from '../../names.js';
import { Teller } from '../told.js';
import type { Panel } from './controls.js';
import { emptyDraft, readDraft, type Draft } from './draft.js';
import { styles as own } from './editor.styles.js';
import { frame, type TabName } from './frame.js';
import { proposalOf, tabOf, type Place, type Proposal } from './proposal.js';

export const styles = [choices, own];

/** For which step, or where a new one is thought to stand. */
export type Wanted = { stepId: Id } | { afterId: Id | undefined };

/** Where the difference has room beside what is entered. */
const wide = '(min-width: 64em)';

/** What the entries come to. */
export interface Drafted {
  proposal: Proposal;
  run: Run;
  redline: Redline | undefined;
  /** Why a change cannot be made, by the place where it was entered. */
  problems: ReadonlyMap<Place, readonly string[]>;
  /** Why none can. */
  refusal: Refusal | undefined;
}

export class RedlineEditor {
  readonly #host: CommandFormHost;
  readonly #proposed: () => void;
  readonly #room = matchMedia(wide);
  readonly #roomChanged = (): void => this.#host.element.requestUpdate();
  readonly #open = new Set<string>();
  #wanted: Wanted | undefined;
  #session: RunSession | undefined;
  #key: Id | undefined;
  #empty = emptyDraft();
  #draft: Draft = this.#empty;
  #tab: TabName = 'instructions';
  #missing: ReadonlySet<'title' | 'step-title'> = new Set();
  #sent = false;

  /** `proposed` is called when a redline has come of it. */
  constructor(host: CommandFormHost, proposed: () => void) {
    this.#host = host;
    this.#proposed = proposed;
  }

  /** To be followed by the host while it is open. */
  get key(): Id | undefined {
    return this.#key;
  }

  open(wanted: Wanted): void {
    const session = this.#host.session();
    const run = session?.run;
    if (!run) return;
    loadExplanations();
    this.#wanted = wanted;
    this.#session = session;
    // A new step has no place yet where its draft could be kept, so that is the run's first.
    this.#key =
      'stepId' in wanted ? `propose-redline:${wanted.stepId}` : `propose-step:${run.steps[0]?.id ?? ''}`;
    const last = run.steps.findLast(({ parentId }) => parentId === undefined);
    this.#empty = 'stepId' in wanted ? emptyDraft() : emptyDraft(wanted.afterId ?? last?.id);
    this.#draft = readDraft(session.ongoing.peek('entry', this.#key)?.context.draft, this.#empty);
    this.#tab = 'instructions';
    this.#missing = new Set();
    this.#sent = false;
    this.#open.clear();
    this.#room.addEventListener('change', this.#roomChanged);
    this.#host.element.requestUpdate();
  }

  /** What was entered stays with the session. */
  close(): void {
    if (this.#key === undefined) return;
    this.#key = undefined;
    this.#wanted = undefined;
    this.#room.removeEventListener('change', this.#roomChanged);
    const dialog = this.#dialog;
    if (dialog?.open) dialog.close();
    this.#host.element.requestUpdate();
  }

  /** To be called after each drawing of the host. */
  shown(): void {
    if (this.#key === undefined) return;
    const session = this.#host.session();
    if (!session?.run || session !== this.#session) return this.close();
    if (this.#sent && !session.ongoing.peek('entry', this.#key)) {
      this.close();
      this.#proposed();
      return;
    }
    showModal(this.#dialog);
  }

  draw(): TemplateResult | typeof nothing {
    const session = this.#host.session();
    const run = session?.run;
    if (this.#key === undefined || !run || !this.#wanted) return nothing;
    const { element } = this.#host;
    const state = session.ongoing.peek('entry', this.#key)?.value;
    const stepId = 'stepId' in this.#wanted ? this.#wanted.stepId : undefined;
    const step = run.steps.find(({ id }) => id === stepId);
    if (stepId !== undefined && !step) return nothing;
    const drafted = this.#drafted(run, stepId);
    return frame({
      element,
      panel: this.#panel(run, step, drafted, state === 'saving' || state === 'failed'),
      teller: new Teller(element, run),
      drafted,
      state: state ?? 'rest',
      isWide: this.#room.matches,
      tab: this.#tab,
      missing: this.#missing,
      problem: this.#told(session, stepId, drafted),
      choose: (tab) => {
        this.#tab = tab;
        element.requestUpdate();
      },
      close: () => this.close(),
      discard: () => this.#discard(session),
      send: () => this.#send(session, drafted),
    });
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.element.shadowRoot!.querySelector<HTMLDialogElement>('dialog.editor');
  }

  #drafted(run: Run, stepId: Id | undefined): Drafted {
    const { element } = this.#host;
    const proposal = proposalOf(this.#draft, run, stepId, localeOf(element));
    const drafted = draftRedline(run, proposal.request);
    const problems = new Map<Place, string[]>();
    const put = (place: Place, refusal: Refusal, name: string): void => {
      const told = explainLater(() => element.requestUpdate(), element, run, name, { refusal });
      problems.set(place, [...(problems.get(place) ?? []), told ? `${told.why} ${told.next}` : '']);
    };
    const texts = words(element, 'redlineEditor', editorWords);
    for (const { place, name, reason, text } of proposal.unreadable) {
      const label = texts[name as 'min'] ?? name;
      put(place, { refused: 'invalid', detail: { reason, message: text } }, label);
    }
    if (isRefusal(drafted)) return { proposal, run, redline: undefined, problems, refusal: drafted };
    const name = namer(this.#session!);
    for (const { index, refusal } of drafted.unfit) {
      const place = proposal.places[index]!;
      // What cannot be read is told as that.
      if (!problems.has(place)) put(place, refusal, name(place.replace(/^[^:]*:/, '')));
    }
    return { proposal, run: drafted.run, redline: drafted.redline, problems, refusal: undefined };
  }

  #panel(run: Run, step: Step | undefined, { problems }: Drafted, locked: boolean): Panel {
    const { element } = this.#host;
    const teller = new Teller(element, run);
    return {
      texts: words(element, 'redlineEditor', editorWords),
      told: teller.texts,
      run,
      step,
      draft: this.#draft,
      sign: numberSigns(localeOf(element)).decimal,
      locked,
      set: (change) => this.#set(change),
      problem: (place) =>
        (problems.get(place) ?? []).length === 0
          ? nothing
          : html`<p class="message toned bad">
              ${glyph(warning)} <span>${problems.get(place)!.join(' ')}</span>
            </p>`,
      hasProblem: (place) => problems.has(place),
      isOpen: (key) => this.#open.has(key),
      toggle: (key, open) => {
        if (open) this.#open.add(key);
        else this.#open.delete(key);
        element.requestUpdate();
      },
      focus: (selector) =>
        void element.updateComplete.then(() => this.#dialog?.querySelector<HTMLElement>(selector)?.focus()),
      stepName: (id) => teller.step(id),
    };
  }

  #set(change: Partial<Draft>): void {
    const session = this.#host.session();
    if (!session || this.#key === undefined) return;
    this.#draft = { ...this.#draft, ...change };
    session.entry(this.#key).send({ type: 'EDIT', draft: JSON.stringify(this.#draft) });
    if (this.#draft.title.trim())
      this.#missing = new Set([...this.#missing].filter((one) => one !== 'title'));
    if (this.#draft.place.title.trim())
      this.#missing = new Set([...this.#missing].filter((one) => one !== 'step-title'));
    this.#host.element.requestUpdate();
  }

  #discard(session: RunSession): void {
    const state = session.ongoing.peek('entry', this.#key!)?.value;
    if (state === 'saving') return;
    if (state !== undefined) session.entry(this.#key!).send({ type: 'DISCARD' });
    this.close();
  }

  #send(session: RunSession, { proposal, problems }: Drafted): void {
    const { element } = this.#host;
    const actor = session.entry(this.#key!);
    const state = actor.getSnapshot().value;
    if (state === 'saving') return;
    if (state === 'failed') {
      this.#sent = true;
      return this.#host.retry(actor);
    }
    const { request, unreadable } = proposal;
    const missing = [
      ...(request.step?.title === '' ? (['step-title'] as const) : []),
      ...(request.title === '' ? (['title'] as const) : []),
    ];
    this.#missing = new Set(missing);
    const [first] = problems.keys();
    if (missing[0] !== undefined || first !== undefined || unreadable.length > 0) {
      if (missing[0] === undefined && first !== undefined) this.#tab = tabOf(first);
      element.requestUpdate();
      const selector = missing[0] === undefined ? '.message' : `#edit-${missing[0]}`;
      void element.updateComplete.then(() => {
        const found = this.#dialog?.querySelector<HTMLElement>(selector);
        const control = found?.closest('li')?.querySelector<HTMLElement>('input, textarea, button');
        (missing[0] === undefined ? (control ?? found) : found)?.focus();
      });
      return;
    }
    // A page that keeps it back leaves the editor as it is.
    if (state === 'rest') actor.send({ type: 'EDIT', draft: JSON.stringify(this.#draft) });
    this.#sent = true;
    this.#host.submit(actor, session.submission(request));
  }

  /** Why it was not proposed, or could not be now. */
  #told(session: RunSession, stepId: Id | undefined, { refusal }: Drafted): string {
    const { element } = this.#host;
    const run = session.run!;
    const entry = session.ongoing.peek('entry', this.#key!);
    const context: Partial<FlowContext> = entry?.context ?? {};
    const notNow = session.whyNot('propose-redline', stepId === undefined ? {} : { stepId }) ?? refusal;
    const sent = context.refusal ?? context.fault;
    // What has just been proposed cannot be proposed again, which is no news.
    const isDone = this.#sent && entry?.value !== 'drafting';
    if (!sent && (isDone || !notNow)) return '';
    const name = stepId === undefined ? run.title : namer(session)(stepId);
    const told = explainLater(
      () => element.requestUpdate(),
      element,
      run,
      name,
      sent ? context : { refusal: notNow },
    );
    if (!told) return '';
    const lead = sent ? told.what : words(element, 'redlineEditor', editorWords).notNow;
    return `${lead} ${told.why} ${told.next}`;
  }
}
