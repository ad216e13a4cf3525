import { ContextProvider } from '@lit/context';
import { css, html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { DraftStore } from '../../drafts/drafts.js';
import type { Step } from '../../domain/run.js';
import type { ScanPattern } from '../../scan/patterns.js';
import { sessionContext } from '../context.js';
import { ScanReceivedEvent, type PersonSwitchedEvent } from '../events.js';
import { SessionElement } from '../session-element.js';

/**
 * Gives a run and the person who acts to every element inside it. It shows nothing of its own.
 *
 * Another person takes over in place: the elements stay, the run stays on the screen, and nothing of what the person
 * before had typed is left. Whoever an `operator-bar` inside has recognized takes over by itself. Where one session
 * stands inside another, the elements take the nearest.
 *
 * @tagname run-session
 * @summary Provides a run to the elements inside it.
 *
 * @slot - The elements that show the run, with any markup around them.
 *
 * @fires {RunChangedEvent} run-changed - An event has reached the run, whoever caused it.
 * @fires {CommandFailedEvent} command-failed - Without a request: the run could not be read.
 * @fires {ScanReceivedEvent} scan-received - A scan that no step has taken.
 * @fires {Event} session-changed - Another session is in use: the run, the adapter or the person has changed.
 */
export class RunSessionElement extends SessionElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  static override properties: PropertyDeclarations = {
    drafts: { attribute: false },
    scanPatterns: { attribute: false },
  };

  /**
   * Where what was typed and not saved is kept beyond the page. If not set, in the browser, apart for each `tenant` of an
   * adapter, run and person, and nowhere if the adapter names no tenant. `false` keeps nothing, as on a device that many share.
   */
  drafts: DraftStore | false | undefined;

  /** What the labels of this site look like, where they are neither GS1 nor our own. */
  scanPatterns: readonly ScanPattern[] | undefined;

  constructor() {
    super();
    this.addEventListener('person-switched', this.#taken);
  }

  /** The page may have its say after this element. */
  readonly #taken = (event: PersonSwitchedEvent): void =>
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.person = event.person;
    });

  readonly #provider = new ContextProvider(this, { context: sessionContext });

  protected override get followed(): readonly string[] {
    return [''];
  }

  /** The first step that is available to work, preferring the one where the person is checked in. */
  get activeStep(): Step | undefined {
    return this.current?.activeStep;
  }

  /** Takes what a scanner has read to the step that is worked on. Whether it was taken; if not, the page is told. */
  scan(text: string): boolean {
    const isTaken = this.current?.scan(text) === true;
    if (!isTaken) this.dispatchEvent(new ScanReceivedEvent(text));
    return isTaken;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.current && this.scanPatterns) this.current.scanPatterns = this.scanPatterns;
    if (!changed.has('current')) return;
    this.#provider.setValue(this.current);
    this.dispatchEvent(new Event('session-changed', { bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'run-session': RunSessionElement;
  }
}
