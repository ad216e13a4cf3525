/** The one polite live region of a step: it hears the session and says what has happened at that step. */
import type { Warning } from '../../domain/command.js';
import { warning as warningWords } from '../../messages/en/blocker.js';
import { step as stepWords } from '../../messages/en/step.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { later } from '../later.js';
import { LiveRegion } from '../live-region.js';
import { namer } from '../names.js';
import type { Step } from '../../domain/run.js';

/** The sentences: brought when there is something to hear, so that they are there when the connection is not. */
export const sayings = later(() => import('./announce.js'));

export class Voice extends LiveRegion {
  readonly #host: Element;
  readonly #step: () => Step | undefined;
  readonly #warned: (warnings: readonly Warning[]) => void;
  #session: RunSession | undefined;
  #stop: (() => void) | undefined;

  /** `warned` gets the warnings of a receipt for a command of this step. */
  constructor(host: Element, step: () => Step | undefined, warned: (warnings: readonly Warning[]) => void) {
    super(host);
    this.#host = host;
    this.#step = step;
    this.#warned = warned;
  }

  /** Hears this session from now on; nothing without one. */
  hear(session: RunSession | undefined): void {
    if (session === this.#session) return;
    this.#stop?.();
    this.#session = session;
    if (session) sayings();
    this.#stop = session?.observe((news) => {
      const step = this.#step();
      if (!session.run || !step) return;
      if (news.kind !== 'warned') {
        const tell = (): void => {
          const texts = sayings(tell)?.announcements({ host: this.#host, session, step }, news) ?? [];
          for (const text of texts) this.say(text);
        };
        tell();
      } else if (news.request.stepId === step.id) {
        const { warned } = words(this.#host, 'step', stepWords);
        this.#warned(news.warnings);
        this.say([warned, ...news.warnings.map((one) => warningLine(this.#host, session, one))].join(' '));
      }
    });
  }
}

export const warningLine = (host: Element, session: RunSession, { kind, targetId }: Warning): string =>
  words(host, 'warning', warningWords).line(kind, namer(session)(targetId));
