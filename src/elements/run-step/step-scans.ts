/** Scans come to the step that is shown, wherever the focus is: to its gauge, its parts, then the tools that it asks for. */
import type { ReactiveElement } from 'lit';
import type { Step } from '../../domain/run.js';
import { step as stepWords } from '../../messages/en/step.js';
import { words } from '../../messages/registry.js';
import { routerOf } from '../../scan/router.js';
import type { RunSession } from '../../session.js';
import { ScanReceivedEvent } from '../events.js';
import type { GaugeKeys } from './gauge-keys.js';

export interface ScansHost {
  readonly element: ReactiveElement;
  session(): RunSession | undefined;
  step(): Step | undefined;
  /** The element of a field. */
  at(fieldId: string): HTMLElement | undefined;
  say(text: string): void;
}

export class StepScans {
  readonly #host: ScansHost;
  readonly #gauge: GaugeKeys;
  #leave: (() => void) | undefined;

  constructor(host: ScansHost, gauge: GaugeKeys) {
    this.#host = host;
    this.#gauge = gauge;
  }

  /** To be called after each drawing. False where it has joined already. */
  join(): boolean {
    if (this.#leave) return false;
    const { element } = this.#host;
    this.#leave = routerOf(element.ownerDocument).join({
      element,
      takes: () => {
        const step = this.#host.step();
        return step?.status === 'in-progress' && step;
      },
      take: (text) => this.#take(text),
    });
    return true;
  }

  leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  #take(text: string): boolean {
    const session = this.#host.session()!;
    const step = this.#host.step()!;
    if (this.#gauge.take(text, session, step)) return true;
    const taken = session.scan(text, { stepId: step.id });
    if (!step.fields.some(({ type }) => type === 'tool')) return taken;
    void this.#offerTool(session, step, text, taken);
    return true;
  }

  /** What no requirement takes may be a tool that a field asks for. */
  async #offerTool(session: RunSession, step: Step, text: string, taken: boolean): Promise<void> {
    const { element } = this.#host;
    const field = await import('./tool-scan.js')
      .then(({ offerTool }) => offerTool(session, step, text, taken))
      .catch(() => undefined);
    if (field) {
      this.#host.at(field.id)?.scrollIntoView({ block: 'nearest' });
      this.#host.say(words(element, 'step', stepWords).offered(text, field.label));
    } else if (!taken) element.dispatchEvent(new ScanReceivedEvent(text));
  }
}
