/** What an element does so that who is idle is asked: nothing, and without a byte, where no limit is set. */
import { nothing, type TemplateResult } from 'lit';
import type { RunSession } from '../../session.js';
import { later } from '../later.js';
import type { IdleDesk, IdleHost } from './idle-desk.js';

const bringing = later(async () => {
  const [{ idleDeskOf }, { idleStyles }] = await Promise.all([
    import('./idle-desk.js'),
    import('./idle-dialog.js'),
  ]);
  return { idleDeskOf, idleStyles };
});

const hasLimit = ({ run }: RunSession): boolean =>
  run !== undefined &&
  (run.policy.idleMinutes > 0 || run.steps.some(({ policy }) => (policy?.idleMinutes ?? 0) > 0));

export class IdleCare {
  readonly #host: IdleHost;
  #desk: IdleDesk | undefined;

  constructor(host: IdleHost) {
    this.#host = host;
  }

  /** To be called after each drawing, with the sessions that the element shows. */
  shown(sessions: readonly RunSession[]): void {
    const { element } = this.#host;
    if (!this.#desk) {
      if (!sessions.some(hasLimit)) return;
      const part = bringing(() => element.requestUpdate());
      if (!part) return;
      const root = element.shadowRoot!;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, part.idleStyles.styleSheet!];
      this.#desk = part.idleDeskOf(element.ownerDocument);
    }
    if (element.isConnected) this.#desk.attend(this.#host, sessions);
    this.#desk.shown(this.#host);
  }

  draw(): TemplateResult | typeof nothing {
    return this.#desk?.draw(this.#host) ?? nothing;
  }

  /** To be called when the element leaves the page. */
  left(): void {
    this.#desk?.leave(this.#host);
  }
}
